/** The values of other places that may stand beside those of a measure. */
import { periodFault } from '../changes/period.ts';
import { daysBetween } from '../day-number.ts';
import type { Recorded } from '../fields.ts';
import type { Benchmark, Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { byTime } from './grouped.ts';

/** A source may date a snapshot only to its month or to a season. */
const looseSnapshot = 62;

/** Says whether a benchmark covers a period of the measure's own basis: only then may the two be compared. */
export const isOfOwnBasis = (
  { basis, resetMonth }: Pick<Measure, 'basis' | 'resetMonth'>,
  { periodStart, periodEnd }: Pick<Benchmark, 'periodStart' | 'periodEnd'>,
): boolean => {
  if (basis === 'other' || basis === 'notStated') return false;
  if (basis === 'snapshot') return periodEnd >= periodStart && daysBetween(periodStart, periodEnd) <= looseSnapshot;
  return periodFault(basis, periodStart, periodEnd, resetMonth) === null;
};

/** Gives the benchmarks of a measure that stand, of whatever basis, in the order of time. */
export const benchmarksOf = (plan: Plan, measure: Pick<Measure, 'id'>): Recorded<Benchmark>[] =>
  plan.benchmarks
    .filter(({ measureId, withdrawnOn }) => measureId === measure.id && withdrawnOn === null)
    .toSorted(byTime(({ periodEnd, periodStart }) => `${periodEnd} ${periodStart}`));

/** Gives the benchmarks that may be compared with the measure, by place, each in the order of time. */
export const comparableBenchmarks = (plan: Plan, measure: Measure): Map<string, Recorded<Benchmark>[]> =>
  Map.groupBy(
    benchmarksOf(plan, measure).filter((benchmark) => isOfOwnBasis(measure, benchmark)),
    ({ place }) => place,
  );
