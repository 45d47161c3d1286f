import { z } from 'zod';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import { may, nobodys } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { unchangedOf, unchangedWords } from '../rules/no-change.ts';
import { actionReportsOf, requirementUpdatesOf } from '../rules/reported.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import { update, type Update } from '../update.ts';
import { actionSubject } from './action.ts';
import type { By } from './by.ts';
import { measureSubject } from './measure.ts';
import { checkAhead, findAction, findStanding, refuse } from './references.ts';
import { requirementSubject } from './requirement.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const about = { actionId: id.nullable(), measureId: id.nullable(), requirementId: id.nullable() };

export const writeUpdateInput = z.object({
  noticeId: id,
  ...about,
  rating: update.shape.rating,
  confidence: update.shape.confidence,
  words: update.shape.words,
  recovery: update.shape.recovery,
  forecast: update.shape.forecast,
});

type About = z.output<z.ZodObject<typeof about>>;

/** Gives whose an update is: those of what it is about. Throws `notFound`. */
export const updateSubject = (plan: Plan, { actionId, measureId, requirementId }: About, today: IsoDate): Subject => {
  if (actionId !== null) return actionSubject(plan, actionId, today);
  if (measureId !== null) return measureSubject(plan, measureId, today);
  return requirementId === null ? nobodys : requirementSubject(plan, requirementId, today);
};

type Said = Pick<
  Update,
  'actionId' | 'measureId' | 'requirementId' | 'kind' | 'rating' | 'confidence' | 'words' | 'recovery' | 'forecast'
>;

/**
 * Whoever reviews updates and acts on nothing of the row records for its owner, and has accepted what they record: a programme
 * office of one could never accept it otherwise (docs/decisions/0013).
 */
const recordsForOwner = (plan: Plan, { who, today }: By, said: Said): boolean =>
  may(who, 'update.review', nobodys) && !updateSubject(plan, said, today).memberIds.includes(who.memberId);

const submitted = (plan: Plan, by: By, said: Said): Change => {
  const { who, today, createId } = by;
  const accepted = recordsForOwner(plan, by, said);
  return added('update', {
    noticeId: plan.notice.id,
    id: createId(),
    on: today,
    byId: who.memberId,
    state: accepted ? 'accepted' : 'submitted',
    reviewedById: accepted ? who.memberId : null,
    reviewedOn: accepted ? today : null,
    reviewNote: null,
    mark: 'own',
    ...said,
  });
};

/**
 * Writes an update of an action, a measure or a requirement, of today and in the name of whoever writes it. A forecast given
 * with it becomes the action's forecast in the same change.
 */
export const writeUpdate = onStandingNotice((plan, input: z.output<typeof writeUpdateInput>, by) => {
  const { today } = by;
  const { actionId, measureId, requirementId, rating, recovery, forecast } = input;
  if ([actionId, measureId, requirementId].filter((each) => each !== null).length !== 1) {
    refuse('Write an update about one action, one measure or one requirement.');
  }
  const action = actionId === null ? null : findAction(plan, actionId);
  if (measureId !== null) findStanding(plan.measures, measureId, 'measure');
  if (requirementId !== null) findStanding(plan.requirements, requirementId, 'requirement');
  if (action && rating === null) refuse('Choose a rating: green, amber or red.', 'rating');
  if (rating === 'red' && recovery === null) refuse('Say how it will recover.', 'recovery');
  if (forecast !== null && !action) refuse('Only an action has a forecast. Leave it empty.', 'forecast');
  if (forecast !== null && forecast !== action?.forecast) checkAhead(today, forecast, 'forecast', 'The forecast');
  const written = submitted(plan, by, {
    actionId,
    measureId,
    requirementId,
    rating,
    recovery,
    kind: 'change',
    confidence: input.confidence,
    words: input.words,
    forecast: forecast ?? action?.forecast ?? null,
  });
  const moves = action && forecast !== null && forecast !== action.forecast;
  return moves ? [written, edited('action', action, { forecast }, action.version)] : [written];
});

/**
 * Writes that nothing has changed of an action or a requirement: the last rating, confidence and recovery again, with the day
 * since which they hold. Refused where they can't: see rules/no-change.ts.
 */
export const repeatUpdate = onStandingNotice(
  (plan, { actionId, requirementId }: Pick<Said, 'actionId' | 'requirementId'>, by) => {
    if (actionId !== null && requirementId !== null)
      refuse('Choose the action or the requirement of which nothing has changed, not both.');
    const action = actionId === null ? null : findAction(plan, actionId);
    const requirement = requirementId === null ? null : findStanding(plan.requirements, requirementId, 'requirement');
    const reports = action
      ? actionReportsOf(plan, action)
      : requirement
        ? requirementUpdatesOf(plan, requirement)
        : refuse('Choose the action or the requirement of which nothing has changed.');
    const due = action?.currentDue ?? (requirement && requirementStateOf(plan, requirement, by.today).due?.latest);
    const dates = { due: due ?? null, forecast: action?.forecast ?? null };
    const unchanged = unchangedOf(reports, dates, by.today);
    if ('why' in unchanged) return refuse(unchanged.why);
    const { last, since } = unchanged;
    const { rating, confidence, recovery } = last;
    const again = { rating, confidence, recovery, words: unchangedWords(since), forecast: dates.forecast };
    return [submitted(plan, by, { actionId, requirementId, measureId: null, kind: 'noChange', ...again })];
  },
);
