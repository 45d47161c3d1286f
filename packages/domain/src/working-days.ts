/** Working days in England: Monday to Friday but for the bank holidays. */
import { bankHolidays } from './bank-holidays.ts';
import { addDays } from './calendar.ts';
import { dayNumber } from './day-number.ts';
import type { IsoDate } from './fields.ts';
import { keysOf, workingDays, type WorkingDay } from './scales.ts';

// 5 January 1970, day 4, was a Monday.
const weekdayOf = (number: number): number => (((number - 4) % 7) + 7) % 7;
const holidays: ReadonlySet<number> = new Set([...bankHolidays].map(dayNumber));
const isWorking = (number: number): boolean => weekdayOf(number) < 5 && !holidays.has(number);

/** Says whether a day is a working day. */
export const isWorkingDay = (day: IsoDate): boolean => isWorking(dayNumber(day));

/** Gives the day of the week of a day from Monday to Friday; null at the weekend. */
export const workingDayName = (day: IsoDate): WorkingDay | null =>
  keysOf(workingDays)[weekdayOf(dayNumber(day))] ?? null;

/** Gives a day itself where it is a working day, else the last working day before it. */
export const onOrBefore = (day: IsoDate): IsoDate => {
  const start = dayNumber(day);
  let found = start;
  while (!isWorking(found)) found -= 1;
  return addDays(day, found - start);
};

/** Gives the working day that lies `count` working days after a day, before it where negative; 0 gives the day itself. */
export const addWorkingDays = (day: IsoDate, count: number): IsoDate => {
  const step = Math.sign(count);
  const start = dayNumber(day);
  let found = start;
  for (let left = Math.abs(count); left > 0;) {
    found += step;
    if (isWorking(found)) left -= 1;
  }
  return addDays(day, found - start);
};
