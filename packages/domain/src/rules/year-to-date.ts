/** Measures that count from one day of the year: where they restart, and the reading of a year before (domain.md, "Direction of travel"). */
import { addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { readingsOf } from './impact.ts';
import { onePerPeriod, type PeriodReading } from './one-a-period.ts';

/** Gives the first day of the year that a year-to-date reading counts from. */
export const yearStart = (
  measure: Pick<Measure, 'basis' | 'resetMonth'>,
  reading: Pick<Reading, 'basis' | 'periodStart' | 'periodEnd'>,
): IsoDate => {
  const { resetMonth } = measure;
  if (resetMonth === null || reading.basis !== measure.basis) return reading.periodStart;
  const year = Number(reading.periodEnd.slice(0, 4)) - (Number(reading.periodEnd.slice(5, 7)) < resetMonth ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(resetMonth).padStart(2, '0')}-01`;
};

/** Says whether a count restarted between two readings of a measure. */
export const restartsBetween = (measure: Pick<Measure, 'basis' | 'resetMonth'>, from: Reading, to: Reading): boolean =>
  from.basis === 'yearToDate' && to.basis === 'yearToDate' && yearStart(measure, from) !== yearStart(measure, to);

/**
 * Gives the reading of a measure's own basis for the same months of the year before, which is what a year to date may be
 * compared with; null where there is none.
 */
export const yearBeforeOf = (plan: Plan, measure: Measure, reading: Reading): PeriodReading | null => {
  const periodEnd = endOfMonth(addMonths(`${reading.periodEnd.slice(0, 8)}01`, -12));
  const before = readingsOf(plan, measure, { ownBasis: true }).filter(
    (each: Recorded<Reading>) => endOfMonth(each.periodEnd) === periodEnd,
  );
  return onePerPeriod(before).at(-1) ?? null;
};
