/** What counts as a report on a row of the plan, and where the report of each row stands in the period that runs. */
import type { Action } from '../action.ts';
import { londonDay } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { reportStates, statusOf, type Stage } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate, formatPeriod } from '../words.ts';
import { stageChangesOf, stageOn, updatesOf } from './delivery.ts';
import { byTime, groupedBy } from './grouped.ts';
import { readingsOf } from './impact.ts';
import { nextReadingOf, periodToReadAfter } from './next-reading.ts';
import { periodOn, reportStatusOf, type ReportStatus } from './reporting.ts';
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

const liveStages: readonly Stage[] = ['notStarted', 'inProgress'];

/** Says whether an action is reported on: it is neither delivered yet nor withdrawn. */
export const isLive = (plan: Plan, action: Action, today: IsoDate): boolean =>
  liveStages.includes(stageOn(plan, action, today));

/** Gives since when a live action is reported on: since it was added, or since it was last reopened. */
const liveSince = (plan: Plan, action: Recorded<Action>, today: IsoDate): IsoDate => {
  const steps = stageChangesOf(plan, action).filter(({ on }) => on <= today);
  const first = steps.findLast(({ from }) => from !== null && !liveStages.includes(from)) ?? steps[0];
  return first?.on ?? londonDay(action.addedAt);
};

/** Gives where the report of a live action stands on a day; null for one that is not reported on. */
export const actionReportOf = (plan: Plan, action: Recorded<Action>, today: IsoDate): ReportStatus | null =>
  isLive(plan, action, today)
    ? reportStatusOf(plan.notice, actionReportsOf(plan, action), liveSince(plan, action, today), today)
    : null;

/** Gives where the report of a requirement stands on a day, past its date too; null for one that is met or withdrawn. */
export const requirementReportOf = (
  plan: Plan,
  requirement: Recorded<Requirement>,
  today: IsoDate,
): ReportStatus | null => {
  if (requirement.withdrawnOn !== null) return null;
  if (requirementStateOf(plan, requirement, today).metOn !== null) return null;
  const updates = requirementUpdatesOf(plan, requirement);
  return reportStatusOf(plan.notice, updates, londonDay(requirement.addedAt), today);
};

/**
 * Gives the reading of a measure's own basis that was given in the period that runs: one that is as new as the one that was
 * asked for when the period opened, after those that were given by then. An old reading that is added late or corrected is none. Null where none was.
 */
export const readingInPeriod = (plan: Plan, measure: Measure, today: IsoDate): Recorded<Reading> | null => {
  const period = periodOn(plan.notice, today);
  if (!period) return null;
  const readings = readingsOf(plan, measure, { ownBasis: true });
  const before = readings.findLast(({ addedAt }) => londonDay(addedAt) < period.opensOn);
  const expected = before ? periodToReadAfter(plan, measure, before.periodEnd, period.opensOn).periodEnd : null;
  return (
    readings.findLast(({ addedAt, periodEnd }) => {
      const on = londonDay(addedAt);
      return period.opensOn <= on && on <= today && (expected === null || periodEnd >= expected);
    }) ?? null
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
    const reason = `The reading for ${formatPeriod(given)} was given on ${formatDate(londonDay(given.addedAt))}.`;
    return { ...statusOf(reportStates, 'submitted', reason), days: null };
  }
  const next = nextReadingOf(plan, measure, today);
  if (next && !next.passed) return null;
  return reportStatusOf(plan.notice, [], next?.periodEnd ?? londonDay(measure.addedAt), today);
};
