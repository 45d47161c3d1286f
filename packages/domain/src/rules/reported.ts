/** What counts as a report on a row of the plan, and where the report of each row stands in the period that runs. */
import type { Action } from '../action.ts';
import { londonDay } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { reportStates, statusOf } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate, formatPeriod } from '../words.ts';
import { stageChangesOf, stageOn, updatesOf } from './delivery.ts';
import { byTime, groupedBy } from './grouped.ts';
import { readingsOf } from './impact.ts';
import { nextReadingOf } from './next-reading.ts';
import { periodOn, reportStatusOf, type Reported, type ReportStatus } from './reporting.ts';
import { requirementStateOf } from './requirement.ts';

const updatesByRequirement = groupedBy<Recorded<Update>>(
  ({ requirementId }) => requirementId,
  byTime(({ on }) => on),
);

/** Gives the updates of a requirement, oldest first. */
export const requirementUpdatesOf = (plan: Plan, { id }: Requirement): readonly Recorded<Update>[] =>
  updatesByRequirement(plan.updates, id);

const updatesByMeasure = groupedBy<Recorded<Update>>(
  ({ measureId }) => measureId,
  byTime(({ on }) => on),
);

/** Gives the updates about the same row as one of them, oldest first. */
export const updatesBeside = (
  plan: Plan,
  { actionId, measureId, requirementId }: Update,
): readonly Recorded<Update>[] => {
  if (measureId !== null) return updatesByMeasure(plan.updates, measureId);
  if (requirementId !== null) return updatesByRequirement(plan.updates, requirementId);
  return actionId === null ? [] : updatesOf(plan, { id: actionId });
};

/** Gives the reports on an action, oldest first: a note without a rating is none. */
export const actionReportsOf = (plan: Plan, action: Action): readonly Recorded<Update>[] =>
  updatesOf(plan, action).filter(({ rating }) => rating !== null);

const earliest = (row: Recorded<object>, others: readonly Recorded<object>[]): IsoDate =>
  londonDay(others.reduce((first, { recordedAt }) => (recordedAt < first ? recordedAt : first), row.recordedAt));

/** Says whether an action is reported on: it is neither delivered yet nor withdrawn. */
export const isLive = (plan: Plan, action: Action, today: IsoDate): boolean => {
  const stage = stageOn(plan, action, today);
  return stage === 'notStarted' || stage === 'inProgress';
};

/** Gives where the report of a live action stands on a day; null for one that is not reported on. */
export const actionReportOf = (plan: Plan, action: Recorded<Action>, today: IsoDate): ReportStatus | null => {
  if (!isLive(plan, action, today)) return null;
  const since = stageChangesOf(plan, action)[0]?.on ?? londonDay(action.recordedAt);
  return reportStatusOf(plan.notice, actionReportsOf(plan, action), since, today);
};

/** Gives where the report of a requirement stands on a day; null for one that is met, past or withdrawn. */
export const requirementReportOf = (
  plan: Plan,
  requirement: Recorded<Requirement>,
  today: IsoDate,
): ReportStatus | null => {
  if (requirement.withdrawnOn !== null) return null;
  const { metOn, due } = requirementStateOf(plan, requirement, today);
  if (metOn !== null || (due !== null && due.latest < today)) return null;
  const updates = requirementUpdatesOf(plan, requirement);
  return reportStatusOf(plan.notice, updates, earliest(requirement, updates), today);
};

/** Gives the reading of a measure's own basis that was recorded in the period that runs; null where none was. */
export const readingInPeriod = (plan: Plan, measure: Measure, today: IsoDate): Recorded<Reading> | null => {
  const period = periodOn(plan.notice, today);
  if (!period) return null;
  return (
    readingsOf(plan, measure, { ownBasis: true }).findLast(
      ({ recordedAt }) => londonDay(recordedAt) >= period.opensOn && londonDay(recordedAt) <= today,
    ) ?? null
  );
};

/**
 * Gives where the reading of a measure stands on a day: asked for once the period that the next one is expected for has ended,
 * or in every period where there is none yet; null where none is expected and none was given.
 */
export const measureReportOf = (plan: Plan, measure: Recorded<Measure>, today: IsoDate): ReportStatus | null => {
  if (measure.withdrawnOn !== null) return null;
  const given = readingInPeriod(plan, measure, today);
  if (given) {
    const reason = `The reading for ${formatPeriod(given)} was given on ${formatDate(londonDay(given.recordedAt))}.`;
    return { ...statusOf(reportStates, 'submitted', reason), days: null };
  }
  const next = nextReadingOf(plan, measure, today);
  if (next && !next.passed) return null;
  const targets = plan.targets.filter(({ measureId }) => measureId === measure.id);
  const reported: Reported[] = [];
  return reportStatusOf(plan.notice, reported, next?.periodEnd ?? earliest(measure, targets), today);
};
