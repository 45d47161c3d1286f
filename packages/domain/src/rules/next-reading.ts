import { addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { periodEndingIn, type Period } from './entry-period.ts';
import { readingsOf } from './impact.ts';

/** The end of the period that the next reading of a measure is expected for, and whether it has passed. */
export type NextReading = { periodEnd: IsoDate; passed: boolean };

/** Gives the end of the `count`th period for which a reading is expected after one, as often as it is read. */
export const endAfter = (last: IsoDate, everyMonths: number, count: number): IsoDate => {
  // A month's end is followed by a month's end, not by the same day of a longer month.
  const stepped = addMonths(last, count * everyMonths);
  return last === endOfMonth(last) ? endOfMonth(stepped) : stepped;
};

/** Gives the next reading expected of a measure's own basis, as often as it is read; null before the first. */
export const nextReadingOf = (plan: Plan, measure: Measure, today: IsoDate): NextReading | null => {
  const last = readingsOf(plan, measure, { ownBasis: true }).findLast(({ periodEnd }) => periodEnd <= today);
  if (!last) return null;
  const periodEnd = endAfter(last.periodEnd, measure.everyMonths, 1);
  return { periodEnd, passed: periodEnd < today };
};

/** Gives the ends of the periods for which readings are expected after one, up to a day. */
export const endsAfter = (last: IsoDate, everyMonths: number, until: IsoDate): IsoDate[] => {
  const ends: IsoDate[] = [];
  for (let count = 1; ; count += 1) {
    const end = endAfter(last, everyMonths, count);
    if (end > until) return ends;
    ends.push(end);
  }
};

/** Gives the last of the days that follow each other from a first one, some months apart, and are over; the first where none is. */
const lastOver = (first: IsoDate, months: number, today: IsoDate): IsoDate => {
  let last = first;
  for (let count = 1; ; count += 1) {
    const next = endAfter(first, months, count);
    if (next >= today) return last;
    last = next;
  }
};

/** How many months are looked at, back and on. */
const farthest = 48;

/** Gives the last period that is over and not read yet, else the next one; undefined where the basis names none. */
const namedPeriod = (plan: Plan, measure: Measure, last: IsoDate | null, today: IsoDate): Period | undefined => {
  const given = { last, base: plan.notice.checkpointBase, today };
  const month = (count: number) =>
    periodEndingIn(measure, endOfMonth(addMonths(`${today.slice(0, 8)}01`, count)), given);
  const near = Array.from({ length: farthest }, (_, count) => count);
  const after = (period: Period | null): period is Period =>
    period !== null && (last === null || period.periodEnd > last);
  return (
    near.map((count) => month(-count)).find((period) => after(period) && period.periodEnd < today) ??
    near.map(month).find(after)
  );
};

/**
 * Gives the period that a reading is asked for on a day, after one that was read, as the grid of readings has it: of those that
 * are expected and over, the last; where none is, the next. Where the basis names no period, it is the one that follows the last, as often as the
 * measure is read, or the month before the day where there is no reading yet.
 * @param read the end of the last period that was read; null where there is none
 */
export const periodToReadAfter = (plan: Plan, measure: Measure, read: IsoDate | null, today: IsoDate): Period => {
  // Where the periods of the basis never fall together with how often it is read, any of them will do.
  const named =
    namedPeriod(plan, measure, read, today) ?? namedPeriod(plan, { ...measure, everyMonths: 1 }, read, today);
  if (named) return named;
  const periodEnd = read
    ? lastOver(endAfter(read, measure.everyMonths, 1), measure.everyMonths, today)
    : endOfMonth(addMonths(`${today.slice(0, 8)}01`, -1));
  return { periodStart: addMonths(`${periodEnd.slice(0, 8)}01`, 1 - measure.everyMonths), periodEnd };
};

/** Gives the period that a reading is asked for on a day, after the last that was read by then. */
export const periodToRead = (plan: Plan, measure: Measure, today: IsoDate): Period => {
  const last = readingsOf(plan, measure, { ownBasis: true }).findLast(({ periodEnd }) => periodEnd <= today);
  return periodToReadAfter(plan, measure, last?.periodEnd ?? null, today);
};
