/** The shapes of the periods that readings cover. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Basis } from '../scales.ts';
import { formatDate } from '../words.ts';

const monthOf = (day: IsoDate): number => Number(day.slice(5, 7));
const isFirst = (day: IsoDate): boolean => day.endsWith('-01');
/** Says whether a period is a number of whole calendar months. */
const isMonths = (start: IsoDate, end: IsoDate, months: number): boolean =>
  isFirst(start) && end === endOfMonth(addMonths(start, months - 1));

/**
 * Gives the sentence that refuses a period because its days do not fit its basis, or null where they fit.
 * @param resetMonth year to date: the month, 1 to 12, in which the measure restarts; null where that is not known
 */
export const periodFault = (basis: Basis, start: IsoDate, end: IsoDate, resetMonth: number | null): string | null => {
  if (end < start) return 'The period must end on the day it starts or after it.';
  switch (basis) {
    case 'month':
      return isMonths(start, end, 1) ? null : 'A single month runs from its first day to its last.';
    case 'quarter':
      return isMonths(start, end, 3) && monthOf(start) % 3 === 1
        ? null
        : 'A quarter is three whole months, from the first day of January, April, July or October.';
    case 'rolling12':
      return isMonths(start, end, 12)
        ? null
        : 'A rolling 12 months are 12 whole months, from the first day of the first.';
    case 'yearToDate':
      if (!isFirst(start) || (resetMonth !== null && monthOf(start) !== resetMonth)) {
        return 'A year to date starts on the first day of the month in which the measure restarts.';
      }
      return end < addMonths(start, 12)
        ? null
        : `A year to date from ${formatDate(start)} ends by ${formatDate(addDays(addMonths(start, 12), -1))}.`;
    case 'calendarYear':
      return isMonths(start, end, 12) && monthOf(start) === 1
        ? null
        : 'A calendar year runs from 1 January to 31 December.';
    case 'academicYear':
      return isMonths(start, end, 12) && monthOf(start) === 9
        ? null
        : 'An academic year runs from 1 September to 31 August.';
    case 'snapshot':
      return start === end ? null : 'A snapshot is of one day: it starts and ends on the same one.';
    case 'other':
    case 'notStated':
      return null;
    default:
      return basis satisfies never;
  }
};
