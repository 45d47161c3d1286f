/** What would have to be true for a notice to be lifted, as sentences that what is recorded answers. Lifting it is the minister's. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { answers, judgementRatings, statusOf, type Answer, type Status } from '../scales.ts';
import { formatDate, formatLoose, formatNumber, plural } from '../words.ts';
import { checkpointResultOf } from './checkpoint-result.ts';
import { lifeOf } from './course.ts';
import type { FactLink } from './intervention.ts';
import { latestByVoice } from './judgement.ts';
import { lastCheckpoint, monitoredMeasures } from './monitored.ts';
import { requirementStateOf } from './requirement.ts';

/** One sentence that would have to hold, with whether it does and why; `link` is null where it is about no row. */
export type Condition = { key: string; sentence: string; answer: Status<Answer>; link: FactLink | null };

const byCode = new Intl.Collator('en-GB', { numeric: true });

const condition = (
  key: string,
  sentence: string,
  answer: Answer,
  reason: string,
  link: FactLink | null,
): Condition => ({ key, sentence, answer: statusOf(answers, answer, reason), link });

const requirementConditions = (plan: Plan, today: IsoDate): Condition[] =>
  plan.requirements
    .filter(({ kind, withdrawnOn }) => kind === 'clause' && withdrawnOn === null)
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .map((requirement): Condition => {
      const { id, code, title, governmentDecision, governmentDecidedOn } = requirement;
      const { key, reason, metOn } = requirementStateOf(plan, requirement, today);
      const decided = governmentDecidedOn === null || governmentDecidedOn <= today;
      const refused = governmentDecision === 'notSatisfied' && decided;
      const answer: Answer = refused ? 'no' : key === 'disputed' ? 'notKnown' : metOn === null ? 'no' : 'yes';
      const government = refused
        ? ` The government is not satisfied.`
        : governmentDecision === 'satisfied' && decided
          ? ' The government is satisfied.'
          : '';
      const why = key === 'disputed' ? `It is disputed: ${reason}` : reason;
      return condition(`requirement-${id}`, `Requirement ${code} is met: ${title}.`, answer, `${why}${government}`, {
        page: 'requirements',
        id,
      });
    });

const areaConditions = (plan: Plan, today: IsoDate): Condition[] =>
  plan.areas
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, title, releasedOn, releasedBy, releaseReason }): Condition => {
      const sentence = `Area ${number} is released from monitoring, or DfE judges its progress sufficient: ${title}.`;
      const link = { page: 'areas', id } as const;
      const key = `area-${id}`;
      if (releasedOn !== null && releasedOn <= today) {
        const by = releasedBy === null ? '' : ` by ${releasedBy}`;
        const why = releaseReason === null ? '' : ` ${releaseReason}`;
        return condition(key, sentence, 'yes', `Released on ${formatDate(releasedOn)}${by}.${why}`, link);
      }
      const judged = latestByVoice(plan, { areaId: id }, today).get('dfe');
      if (!judged || judged.rating === 'notJudged')
        return condition(key, sentence, 'notKnown', 'No judgement of DfE is recorded.', link);
      const said = `${judgementRatings[judged.rating].label}, judged on ${formatDate(judged.on)}.`;
      return condition(key, sentence, judged.rating === 'sufficient' ? 'yes' : 'no', said, link);
    });

const checkpointCondition = (plan: Plan, today: IsoDate): Condition => {
  const checkpoint = lastCheckpoint(plan, today);
  if (!checkpoint)
    return condition(
      'checkpoint',
      'Every target of the last checkpoint is met.',
      'notKnown',
      'No checkpoint has passed yet.',
      null,
    );
  const results = monitoredMeasures(plan, today)
    .map((measure) => checkpointResultOf(plan, measure, checkpoint, today))
    .filter(({ target }) => target !== null);
  const count = (...keys: string[]): number => results.filter(({ key }) => keys.includes(key)).length;
  const [met, missed] = [count('met'), count('missed', 'near')];
  const unknown = results.length - met - missed;
  const sentence = `Every target of the last checkpoint is met: ${checkpoint.label}, ${formatDate(checkpoint.on)}.`;
  if (results.length === 0)
    return condition('checkpoint', sentence, 'notKnown', 'No monitored measure has a target for it.', null);
  const reason = `Of ${plural(results.length, 'target')} in monitored areas ${formatNumber(met, 0)} ${met === 1 ? 'is' : 'are'} met, ${formatNumber(missed, 0)} ${missed === 1 ? 'is' : 'are'} not, and of ${formatNumber(unknown, 0)} it is not known.`;
  return condition('checkpoint', sentence, missed > 0 ? 'no' : unknown > 0 ? 'notKnown' : 'yes', reason, null);
};

const directionCondition = (plan: Plan, today: IsoDate): Condition => {
  const [open] = lifeOf(plan, today).open.toReversed();
  return condition(
    'direction',
    'No direction, commissioner or removal of services is open.',
    open ? 'no' : 'yes',
    open ? `${open.title}, ${formatLoose(open)}. No end of it is recorded.` : 'None is recorded that has not ended.',
    null,
  );
};

/**
 * Gives what would have to be true on a day for the notice to be lifted: each clause met, each area released or judged
 * sufficient, the targets of the last checkpoint met, no direction open. "Not known" is never counted as yes.
 * @param plan what was known on the day
 */
export const conditionsToLift = (plan: Plan, today: IsoDate): Condition[] => [
  ...requirementConditions(plan, today),
  ...areaConditions(plan, today),
  checkpointCondition(plan, today),
  directionCondition(plan, today),
];
