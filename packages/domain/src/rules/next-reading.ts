import { addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { readingsOf } from './impact.ts';

/** The end of the period that the next reading of a measure is expected for, and whether it has passed. */
export type NextReading = { periodEnd: IsoDate; passed: boolean };

/** Gives the next reading expected of a measure's own basis, as often as it is read; null before the first. */
export const nextReadingOf = (plan: Plan, measure: Measure, today: IsoDate): NextReading | null => {
  const last = readingsOf(plan, measure, { ownBasis: true }).findLast(({ periodEnd }) => periodEnd <= today);
  if (!last) return null;
  const next = addMonths(last.periodEnd, measure.everyMonths);
  // A month's end is followed by a month's end, not by the same day of a longer month.
  const periodEnd = last.periodEnd === endOfMonth(last.periodEnd) ? endOfMonth(next) : next;
  return { periodEnd, passed: periodEnd < today };
};
