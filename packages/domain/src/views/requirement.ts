/** One requirement: what it asks, its dates, what serves it, what would prove it, and what was said of it. */
import { requirementSubject } from '../changes/requirement.ts';
import { DomainError } from '../domain-error.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { servingActions } from '../rules/deadline-steps.ts';
import { deliveryOf, slipOf } from '../rules/delivery.ts';
import { directionOf } from '../rules/direction.ts';
import { byTime } from '../rules/grouped.ts';
import { impactOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import type { Confidence, Delivery, Direction, Impact, Polarity, Rating, Status } from '../scales.ts';
import { confidences, ratings, stages } from '../scales.ts';
import { formatAim, formatDate, formatPeriod, formatReading, formatShortDate } from '../words.ts';
import type { Update } from '../update.ts';
import type { DeadlineView } from './deadline.ts';
import { deadlineViewsOf } from './deadline.ts';
import { coverWords } from './cover-words.ts';
import type { OfferLine } from './handovers.ts';
import { openOfferOf } from './handovers.ts';
import type { QuestionLine } from './questions.ts';
import { questionsAbout } from './questions.ts';
import type { RequirementSummary } from './requirements.ts';
import { requirementSummaryOf } from './requirements.ts';
import type { ReviewLine } from './review.ts';
import { reviewOf } from './review.ts';
import { balanceInWords } from './balance-words.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';

export type ServingAction = {
  id: string;
  code: string;
  title: string;
  lead: string | null;
  organisation: string;
  stage: string;
  originalDue: string;
  currentDue: string;
  /** For sorting. */
  due: IsoDate;
  forecast: string | null;
  /** How far the current due date stands from the original one, in days, and by how many approved moves. */
  slipDays: number;
  moves: number;
  delivery: Status<Delivery>;
  milestones: { done: number; of: number };
};

export type ProvingMeasure = {
  id: string;
  code: string;
  title: string;
  polarity: Polarity;
  latest: { words: string; period: string; source: SourceView } | null;
  impact: Status<Impact>;
  target: string | null;
  direction: Status<Direction>;
  /** What a timeliness must be read beside; null where it is none. */
  beside: string | null;
};

type UpdateLine = {
  id: string;
  on: IsoDate;
  by: string | null;
  rating: { key: Rating; label: string } | null;
  confidence: { key: Confidence; label: string } | null;
  words: string;
  recovery: string | null;
  review: ReviewLine;
  mark: Update['mark'];
};

export type RequirementView = {
  today: IsoDate;
  /** Whose it is on the day, with whoever covers for them: what decides who may change it. */
  subject: Subject;
  requirement: RequirementSummary & {
    text: string;
    consequence: string | null;
    ownerId: string | null;
    outcomeDisputed: string | null;
    version: number;
    withdrawnOn: string | null;
  };
  deadlines: DeadlineView[];
  actions: ServingAction[];
  measures: ProvingMeasure[];
  updates: UpdateLine[];
  questions: QuestionLine[];
  /** Who covers for the owner today, and to whom the requirement is offered. */
  cover: string | null;
  offer: OfferLine | null;
  illustrative: { actions: boolean; measures: boolean };
};

const titleIn = (plan: Plan, id: string | null): string | null =>
  plan.members.find((row) => row.id === id)?.title ?? null;

const servingAction = (plan: Plan, action: Plan['actions'][number], today: IsoDate): ServingAction => {
  const { key, label, tone, reason } = deliveryOf(plan, action, today);
  const slip = slipOf(plan, action);
  const milestones = plan.milestones.filter((row) => row.actionId === action.id && row.withdrawnOn === null);
  return {
    id: action.id,
    code: action.code,
    title: action.title,
    lead: titleIn(plan, action.leadId),
    organisation: action.organisation,
    stage: stages[action.stage].label,
    originalDue: formatShortDate(action.originalDue),
    currentDue: formatShortDate(action.currentDue),
    due: action.currentDue,
    forecast: action.forecast === null ? null : formatShortDate(action.forecast),
    slipDays: slip.days,
    moves: slip.times,
    delivery: { key, label, tone, reason },
    milestones: {
      done: milestones.filter(({ doneOn }) => doneOn !== null && doneOn <= today).length,
      of: milestones.length,
    },
  };
};

const targetWords = (plan: Plan, measure: Plan['measures'][number], today: IsoDate): string | null => {
  const { target, targetOn } = impactOf(plan, measure, today);
  if (!target || targetOn === null) return null;
  const checkpoint = checkpointsOf(plan.notice).find(({ on }) => on === targetOn);
  const at = checkpoint ? `at ${checkpoint.label}` : `by ${formatDate(targetOn)}`;
  return `${formatAim(target.value, measure)} ${at}`;
};

const provingMeasure = (plan: Plan, measure: Plan['measures'][number], today: IsoDate): ProvingMeasure => {
  const impact = impactOf(plan, measure, today);
  const direction = directionOf(plan, measure, today);
  const latest = impact.reading ?? impact.otherBasis;
  const { id, code, title, polarity } = measure;
  return {
    id,
    code,
    title,
    polarity,
    beside: balanceInWords(plan, measure, today),
    latest: latest && {
      words: formatReading(latest, measure),
      period: formatPeriod(latest),
      source: sourceView(latest, today),
    },
    impact: { key: impact.key, label: impact.label, tone: impact.tone, reason: impact.reason },
    target: targetWords(plan, measure, today),
    direction: { key: direction.key, label: direction.label, tone: direction.tone, reason: direction.reason },
  };
};

const updateLine = (plan: Plan, update: Recorded<Update>): UpdateLine => ({
  id: update.id,
  on: update.on,
  by: titleIn(plan, update.byId),
  rating: update.rating === null ? null : { key: update.rating, label: ratings[update.rating].label },
  confidence:
    update.confidence === null ? null : { key: update.confidence, label: confidences[update.confidence].label },
  words: update.words,
  recovery: update.recovery,
  review: reviewOf(plan, update),
  mark: update.mark,
});

const byCode = new Intl.Collator('en-GB', { numeric: true });
const oldestFirst = byTime<Recorded<Update>>(({ on }) => on);

/**
 * Gives the page of one requirement on a day.
 * @throws DomainError `notFound` where the notice has no such requirement on that day
 */
export const requirementView = (entire: Plan, requirementId: string, today: IsoDate): RequirementView => {
  const plan = planOn(entire, today);
  const requirement = plan.requirements.find(({ id }) => id === requirementId);
  if (!requirement)
    throw new DomainError('notFound', 'There is no such requirement on that day. Go back to the list of requirements.');
  const { text, consequence, ownerId, outcomeDisputed, version, withdrawnOn } = requirement;
  const actions = servingActions(plan, [requirement], today);
  const proving = new Set(requirement.measureIds);
  const measures = plan.measures
    .filter((measure) => proving.has(measure.id) && measure.withdrawnOn === null)
    .toSorted((a, b) => byCode.compare(a.code, b.code));
  return {
    today,
    subject: requirementSubject(plan, requirement.id, today),
    requirement: {
      ...requirementSummaryOf(plan, requirement, today),
      text,
      consequence,
      ownerId,
      outcomeDisputed,
      version,
      withdrawnOn: withdrawnOn === null ? null : formatDate(withdrawnOn),
    },
    deadlines: deadlineViewsOf(plan, [requirement], today),
    actions: actions.map((action) => servingAction(plan, action, today)),
    measures: measures.map((measure) => provingMeasure(plan, measure, today)),
    updates: plan.updates
      .filter((update) => update.requirementId === requirement.id && update.on <= today)
      .toSorted(oldestFirst)
      .toReversed()
      .map((update) => updateLine(plan, update)),
    questions: questionsAbout(plan, { requirementId: requirement.id }, today),
    cover: ownerId === null ? null : coverWords(plan, ownerId, today),
    offer: openOfferOf(plan, { requirementId: requirement.id }, today),
    illustrative: {
      actions: isIllustrative(actions),
      measures: isIllustrative(
        plan.targets.filter(({ measureId, withdrawnOn: ended }) => ended === null && proving.has(measureId)),
      ),
    },
  };
};
