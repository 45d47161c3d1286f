/** Which period of a measure ends in a month: what the grid of readings has a cell for. */
import { addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Basis } from '../scales.ts';

export type Period = { periodStart: IsoDate; periodEnd: IsoDate };

/** Says whether a basis does not name the days of its periods, so that only a person can. */
export const namesNoPeriod = (basis: Basis): boolean => basis === 'other' || basis === 'notStated';

const monthNumber = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOf = (day: IsoDate): IsoDate => `${day.slice(0, 8)}01`;

/** How many months a period has, and how many stand between the ends of two, as far as the basis fixes them. */
const shapes: Readonly<Record<Basis, { months: number; ends: ((month: number) => boolean) | null; every: number }>> = {
  month: { months: 1, ends: null, every: 1 },
  quarter: { months: 3, ends: (month) => month % 3 === 0, every: 3 },
  rolling12: { months: 12, ends: null, every: 1 },
  yearToDate: { months: 1, ends: null, every: 1 },
  calendarYear: { months: 12, ends: (month) => month === 12, every: 12 },
  academicYear: { months: 12, ends: (month) => month === 8, every: 12 },
  snapshot: { months: 1, ends: null, every: 1 },
  other: { months: 1, ends: () => false, every: 1 },
  notStated: { months: 1, ends: () => false, every: 1 },
};

const startOf = ({ basis, resetMonth }: Pick<Measure, 'basis' | 'resetMonth'>, monthEnd: IsoDate): IsoDate => {
  const first = firstOf(monthEnd);
  if (basis !== 'yearToDate') return addMonths(first, 1 - shapes[basis].months);
  const since = (Number(monthEnd.slice(5, 7)) - (resetMonth ?? 1) + 12) % 12;
  return addMonths(first, -since);
};

/**
 * Gives the period of a measure's own basis that ends in a month, or null where none does: a measure that is read every three
 * months has one in every third. A snapshot of the month that today is in is of today.
 * @param last the end of the measure's last period, which the others are counted from; null before the first
 * @param base the day that checkpoints are counted from, for a measure that has no period yet
 */
export const periodEndingIn = (
  measure: Pick<Measure, 'basis' | 'resetMonth' | 'everyMonths'>,
  month: IsoDate,
  { last, base, today }: { last: IsoDate | null; base: IsoDate; today: IsoDate },
): Period | null => {
  const { basis, everyMonths } = measure;
  const monthEnd = endOfMonth(month);
  const { ends, every } = shapes[basis];
  if (ends !== null && !ends(Number(monthEnd.slice(5, 7)))) return null;
  // Where the basis itself says when periods end, a notice's base day says nothing about it.
  const from = ends === null ? (last ?? base) : last;
  if (from !== null && everyMonths > every && (monthNumber(monthEnd) - monthNumber(from)) % everyMonths !== 0)
    return null;
  if (basis === 'snapshot') {
    const day = monthEnd > today && firstOf(monthEnd) <= today ? today : monthEnd;
    return { periodStart: day, periodEnd: day };
  }
  return { periodStart: startOf(measure, monthEnd), periodEnd: monthEnd };
};
