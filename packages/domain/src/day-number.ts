/**
 * Days as whole numbers: apart from calendar.ts because the web's first load counts days and must not carry Temporal, which is
 * also too slow for the thousands of days of a page of measures.
 */
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

/** Writes a day of a year, month (1 to 12) and day; a year beyond four digits is written with its sign, as ISO 8601 does. */
const written = (year: number, month: number, day: number): IsoDate => {
  const years =
    year >= 0 && year <= 9999
      ? String(year).padStart(4, '0')
      : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;
  return `${years}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** Gives the day `days` days later (earlier where negative). */
export const addDays = (day: IsoDate, days: number): IsoDate => {
  const number = dayNumber(day) + days + 719_468;
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return written(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
};

/** Gives the day `months` calendar months later (earlier where negative), clamped to the end of a shorter month. */
export const addMonths = (day: IsoDate, months: number): IsoDate => {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return written(year, month, Math.min(Number(day.slice(8, 10)), lengthOfMonth(year, month)));
};
