/** Days as whole numbers: apart from calendar.ts because the web's first load counts days and must not carry Temporal. */
import type { IsoDate } from './fields.ts';

/** Gives the number of days from 1 January 1970 to a day, by the Gregorian calendar. */
export const dayNumber = (day: IsoDate): number => {
  const month = Number(day.slice(5, 7));
  // Years are counted from March so that the leap day comes last.
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Gives the days from one day to another: negative where `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** Gives the number of days of a month, 1 to 12. */
export const lengthOfMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Gives the last day of the month that holds a day. */
export const endOfMonth = (day: IsoDate): IsoDate =>
  `${day.slice(0, 8)}${lengthOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))}`;
