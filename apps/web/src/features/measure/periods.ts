import type { IsoDate } from '@noticeboard/domain/fields';
import { endOfMonth } from '@noticeboard/domain/day-number';
import type { Basis } from '@noticeboard/domain/scales';
import { noDate, partsOf, readDate, type DateParts } from '../../components/date-parts.ts';

/** The texts of a period as typed: its end, and its start where the basis does not fix it. */
export type PeriodParts = { start: DateParts; end: DateParts };

/** A period as read, or the sentence that says what is wrong, with the field and the part it is about. */
export type PeriodRead =
  | { periodStart: IsoDate; periodEnd: IsoDate }
  | { error: string; field: 'periodStart' | 'periodEnd'; part: keyof DateParts };

/** How a period of a basis is asked for: by a year, a month, a day, or its first and last day. */
export const askedBy = {
  month: 'month',
  quarter: 'month',
  rolling12: 'month',
  yearToDate: 'month',
  calendarYear: 'year',
  academicYear: 'year',
  snapshot: 'day',
  other: 'days',
  notStated: 'days',
} as const satisfies Record<Basis, 'month' | 'year' | 'day' | 'days'>;

/** How many months a period has that ends with a month. */
const lengths: Partial<Record<Basis, number>> = { month: 1, quarter: 3, rolling12: 12 };

const monthStart = (year: number, month: number): IsoDate => {
  const months = year * 12 + month - 1;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
};

const startOf = (basis: Basis, end: IsoDate, resetMonth: number | null): IsoDate => {
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))];
  if (basis === 'yearToDate') {
    const first = resetMonth ?? 1;
    return monthStart(month < first ? year - 1 : year, first);
  }
  return monthStart(year, month - (lengths[basis] ?? 1) + 1);
};

/** Gives the texts that a form starts with for a period. */
export const partsOfPeriod = (periodStart: IsoDate | null, periodEnd: IsoDate | null): PeriodParts => ({
  start: partsOf(periodStart),
  end: partsOf(periodEnd),
});

/**
 * Reads a period that fits its basis: a month gives its first and last day, a year its own.
 * @param resetMonth the month in which a year to date restarts
 */
export const readPeriod = (basis: Basis, { start, end }: PeriodParts, resetMonth: number | null): PeriodRead => {
  const by = askedBy[basis];
  // What is not asked for stands in as any real day, so that one reader serves all.
  const typed = by === 'month' ? { ...end, day: '1' } : by === 'year' ? { day: '1', month: '1', year: end.year } : end;
  const empty = by === 'month' ? { ...noDate, day: '1' } : by === 'year' ? { ...noDate, day: '1', month: '1' } : noDate;
  const blank = typed.day === empty.day && typed.month.trim() === empty.month && typed.year.trim() === empty.year;
  if (blank)
    return { error: 'Enter the period of the reading.', field: 'periodEnd', part: by === 'year' ? 'year' : 'month' };
  const read = readDate(typed, 'The period');
  if ('error' in read) return { error: read.error, field: 'periodEnd', part: read.part };
  const on = read.on ?? '';
  if (by === 'month') return { periodStart: startOf(basis, on, resetMonth), periodEnd: endOfMonth(on) };
  const year = on.slice(0, 4);
  if (basis === 'calendarYear') return { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
  if (basis === 'academicYear') {
    return { periodStart: `${String(Number(year) - 1).padStart(4, '0')}-09-01`, periodEnd: `${year}-08-31` };
  }
  if (by === 'day') return { periodStart: on, periodEnd: on };
  const first = readDate(start, 'The first day');
  if ('error' in first) return { error: first.error, field: 'periodStart', part: first.part };
  if (first.on === null) return { error: 'Enter the first day of the period.', field: 'periodStart', part: 'day' };
  return { periodStart: first.on, periodEnd: on };
};
