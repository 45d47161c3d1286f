import { addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Basis } from '../scales.ts';
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

/** Gives the last day on or before a day on which a period of a basis can end. */
const endOnOrBefore = (basis: Basis, day: IsoDate): IsoDate => {
  const monthEnd = day === endOfMonth(day) ? day : endOfMonth(addMonths(`${day.slice(0, 8)}01`, -1));
  const month = Number(monthEnd.slice(5, 7));
  switch (basis) {
    case 'month':
    case 'rolling12':
    case 'yearToDate':
      return monthEnd;
    case 'quarter':
      return endOfMonth(addMonths(monthEnd, -(month % 3)));
    case 'calendarYear':
      return endOfMonth(addMonths(monthEnd, -(month % 12)));
    case 'academicYear':
      return endOfMonth(addMonths(monthEnd, -((month + 4) % 12)));
    case 'snapshot':
    case 'other':
    case 'notStated':
      return day;
    default:
      return basis satisfies never;
  }
};

const startOf = ({ basis, resetMonth, everyMonths }: Measure, end: IsoDate): IsoDate => {
  const first = `${end.slice(0, 8)}01`;
  switch (basis) {
    case 'month':
      return first;
    case 'quarter':
      return addMonths(first, -2);
    case 'rolling12':
    case 'calendarYear':
    case 'academicYear':
      return addMonths(first, -11);
    case 'yearToDate':
      return addMonths(first, -((Number(end.slice(5, 7)) - (resetMonth ?? 1) + 12) % 12));
    case 'snapshot':
      return end;
    case 'other':
    case 'notStated':
      return addMonths(first, 1 - everyMonths);
    default:
      return basis satisfies never;
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

/**
 * Gives the period that a reading is asked for on a day: of those that are expected and over, the last; where there is no
 * reading yet, the one that ended with the last month.
 */
export const periodToRead = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
): Pick<Reading, 'periodStart' | 'periodEnd'> => {
  const next = nextReadingOf(plan, measure, today);
  const end = next
    ? lastOver(next.periodEnd, measure.everyMonths, today)
    : endOfMonth(addMonths(`${today.slice(0, 8)}01`, -1));
  const periodEnd = endOnOrBefore(measure.basis, end);
  return { periodStart: startOf(measure, periodEnd), periodEnd };
};
