/** What each kind of row that is due from a person shows. */
import type { Action } from '../action.ts';
import { writeValue } from '../changes/parse-value.ts';
import type { Challenge } from '../challenge.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import type { DeliveryStatus } from '../rules/delivery.ts';
import { deliveryOf, stageOn } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { latestReading, readingsOf } from '../rules/impact.ts';
import type { MilestoneStatus } from '../rules/milestone.ts';
import { milestoneStateOf } from '../rules/milestone.ts';
import { periodToRead } from '../rules/next-reading.ts';
import { unchangedSince, unchangedWords, whyNotUnchanged } from '../rules/no-change.ts';
import { actionReportsOf, readingInPeriod, requirementUpdatesOf } from '../rules/reported.ts';
import type { ReportStatus } from '../rules/reporting.ts';
import { isAskedFor } from '../rules/reporting.ts';
import type { RequirementStatus } from '../rules/requirement.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { Confidence, Mark, Rating, Stage, Status, Unit, UpdateKind, UpdateState } from '../scales.ts';
import { ratings, stages, statusOf, units, updateStates } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate, formatLoose, formatPeriod, formatReading } from '../words.ts';
import type { RowLink } from './row-link.ts';
import { rowLinkOf } from './row-link.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

/** In what part a row is a person's: it belongs to them, they deputise on it, or they cover for somebody. */
export type Part = { as: 'owner' | 'deputy' | 'cover'; of: string | null };

/** What every row has. `key` names it among all rows, as its draft does; `asked` says that a report is still wanted. */
type DueRow = {
  key: string;
  id: string;
  report: ReportStatus;
  asked: boolean;
  part: Part;
  mark: Mark;
  /** Days since the last report; null where there was none. */
  silentDays: number | null;
};

/** What was said last of a row, and what became of it. */
export type LastReport = {
  id: string;
  on: IsoDate;
  daysAgo: number;
  by: string | null;
  byId: string | null;
  kind: UpdateKind;
  rating: Status<Rating> | null;
  confidence: Confidence | null;
  words: string;
  recovery: string | null;
  forecast: IsoDate | null;
  state: Status<UpdateState>;
  reviewNote: string | null;
};

/** Whether “No change” may stand: what it would say, or the sentence that says why it can't. */
export type Unchanged = { possible: true; says: string } | { possible: false; why: string };

/** A step of an action that is not done. */
export type OpenMilestone = {
  id: string;
  version: number;
  title: string;
  currentDue: IsoDate;
  status: MilestoneStatus;
};

export type DueAction = DueRow & {
  kind: 'action';
  code: string;
  title: string;
  stage: Stage;
  stageLabel: string;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  delivery: DeliveryStatus;
  milestones: OpenMilestone[];
  last: LastReport | null;
  unchanged: Unchanged;
  /** The date that is asked for and not decided; null where none is. */
  askedDate: IsoDate | null;
};

export type DueRequirement = DueRow & {
  kind: 'requirement';
  code: string;
  title: string;
  due: string | null;
  state: RequirementStatus;
  last: LastReport | null;
  unchanged: Unchanged;
};

export type DueMeasure = DueRow & {
  kind: 'measure';
  code: string;
  title: string;
  definition: string | null;
  unit: Unit;
  suffix: string;
  decimals: number;
  period: { start: IsoDate; end: IsoDate; words: string };
  /** The last reading of the measure's own basis, which a newer one must not overtake unseen. */
  seenReadingId: string | null;
  last: { words: string; period: string; source: SourceView } | null;
  /** What was given in this period, as a person writes it. */
  given: { value: string; words: string; period: string } | null;
};

export type DueQuestion = DueRow & {
  kind: 'question';
  version: number;
  question: string;
  askedBy: string | null;
  askedOn: IsoDate;
  dueOn: IsoDate;
  about: { words: string; link: RowLink };
  answer: { words: string; on: IsoDate } | null;
};

const titleIn = (plan: Plan, id: string | null): string | null =>
  plan.members.find((row) => row.id === id)?.title ?? null;

const lastReport = (plan: Plan, update: Recorded<Update>, today: IsoDate): LastReport => ({
  id: update.id,
  on: update.on,
  daysAgo: daysBetween(update.on, today),
  by: titleIn(plan, update.byId),
  byId: update.byId,
  kind: update.kind,
  rating: update.rating === null ? null : statusOf(ratings, update.rating, update.words),
  confidence: update.confidence,
  words: update.words,
  recovery: update.recovery,
  forecast: update.forecast,
  state: statusOf(
    updateStates,
    update.state,
    update.reviewedOn === null
      ? 'The programme office has not looked at it yet.'
      : `${updateStates[update.state].label} on ${formatDate(update.reviewedOn)}.`,
  ),
  reviewNote: update.reviewNote,
});

const unchangedOf = (
  reports: readonly Recorded<Update>[],
  dates: { due: IsoDate | null; forecast: IsoDate | null },
  today: IsoDate,
): Unchanged => {
  const last = reports.at(-1) ?? null;
  const why = whyNotUnchanged(last, dates, today);
  const since = unchangedSince(reports);
  if (why !== null || last === null || since === null) {
    return { possible: false, why: why ?? 'There is no update to repeat yet. Write the first one.' };
  }
  const again = last.rating === null ? unchangedWords(since) : `${ratings[last.rating].label} again.`;
  const stays = dates.forecast === null ? '' : ` Forecast stays ${formatDate(dates.forecast)}.`;
  return { possible: true, says: `${again}${stays}` };
};

const openMilestones = (plan: Plan, action: Action, today: IsoDate): OpenMilestone[] =>
  plan.milestones
    .filter(
      ({ actionId, withdrawnOn, doneOn }) =>
        actionId === action.id && withdrawnOn === null && (doneOn === null || doneOn > today),
    )
    .toSorted((a, b) => compareText(a.currentDue, b.currentDue) || compareText(a.id, b.id))
    .map((milestone) => ({
      id: milestone.id,
      version: milestone.version,
      title: milestone.title,
      currentDue: milestone.currentDue,
      status: milestoneStateOf(milestone, today),
    }));

const silence = (reports: readonly Recorded<Update>[], today: IsoDate): number | null => {
  const last = reports.at(-1);
  return last ? daysBetween(last.on, today) : null;
};

export const dueAction = (
  plan: Plan,
  action: Recorded<Action>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueAction => {
  const reports = actionReportsOf(plan, action).filter(({ on }) => on <= today);
  const last = reports.at(-1);
  const stage = stageOn(plan, action, today);
  return {
    kind: 'action',
    key: `action ${action.id}`,
    id: action.id,
    code: action.code,
    title: action.title,
    report,
    asked: isAskedFor(report),
    part,
    mark: action.mark,
    silentDays: silence(reports, today),
    stage,
    stageLabel: stages[stage].label,
    originalDue: action.originalDue,
    currentDue: action.currentDue,
    forecast: action.forecast,
    delivery: deliveryOf(plan, action, today),
    milestones: openMilestones(plan, action, today),
    last: last ? lastReport(plan, last, today) : null,
    unchanged: unchangedOf(reports, { due: action.currentDue, forecast: action.forecast }, today),
    askedDate: plan.dateChanges.find(({ actionId, state }) => actionId === action.id && state === 'asked')?.to ?? null,
  };
};

export const dueRequirement = (
  plan: Plan,
  requirement: Recorded<Requirement>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueRequirement => {
  const reports = requirementUpdatesOf(plan, requirement).filter(({ on }) => on <= today);
  const last = reports.at(-1);
  const state = requirementStateOf(plan, requirement, today);
  return {
    kind: 'requirement',
    key: `requirement ${requirement.id}`,
    id: requirement.id,
    code: requirement.code,
    title: requirement.title,
    report,
    asked: isAskedFor(report),
    part,
    mark: requirement.mark,
    silentDays: silence(reports, today),
    due: state.due && formatLoose(state.due),
    state,
    last: last ? lastReport(plan, last, today) : null,
    unchanged: unchangedOf(reports, { due: state.due?.latest ?? null, forecast: null }, today),
  };
};

export const dueMeasure = (
  plan: Plan,
  measure: Recorded<Measure>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueMeasure => {
  const last = latestReading(plan, measure, today);
  const own = readingsOf(plan, measure, { ownBasis: true }).at(-1);
  const given = readingInPeriod(plan, measure, today);
  const { periodStart, periodEnd } = periodToRead(plan, measure, today);
  return {
    kind: 'measure',
    key: `measure ${measure.id}`,
    id: measure.id,
    code: measure.code,
    title: measure.title,
    report,
    asked: isAskedFor(report),
    part,
    mark: measure.mark,
    silentDays: last ? daysBetween(last.periodEnd, today) : null,
    definition: measure.definition,
    unit: measure.unit,
    suffix: units[measure.unit].suffix,
    decimals: measure.decimals,
    period: {
      start: periodStart,
      end: periodEnd,
      words: formatPeriod({ periodStart, periodEnd, printedPeriod: null }),
    },
    seenReadingId: own?.id ?? null,
    last: last && {
      words: formatReading(last, measure),
      period: formatPeriod(last),
      source: sourceView(last, today),
    },
    given: given && { value: writeValue(given), words: formatReading(given, measure), period: formatPeriod(given) },
  };
};

const aboutOf = (plan: Plan, challenge: Recorded<Challenge>): DueQuestion['about'] => {
  const link = rowLinkOf(plan, 'challenge', challenge.id, challenge);
  const row = link && plan[link.page].find(({ id }) => id === link.id);
  return { words: row && 'code' in row ? `${row.code} ${row.title}` : 'the plan', link };
};

export const dueQuestion = (
  plan: Plan,
  challenge: Recorded<Challenge>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueQuestion => ({
  kind: 'question',
  key: `question ${challenge.id}`,
  id: challenge.id,
  report,
  asked: isAskedFor(report),
  part,
  mark: challenge.mark,
  silentDays: daysBetween(challenge.askedOn, today),
  version: challenge.version,
  question: challenge.question,
  askedBy: titleIn(plan, challenge.askedById),
  askedOn: challenge.askedOn,
  dueOn: challenge.dueOn,
  about: aboutOf(plan, challenge),
  answer:
    challenge.answer === null || challenge.answeredOn === null
      ? null
      : { words: challenge.answer, on: challenge.answeredOn },
});
