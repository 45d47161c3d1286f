import type { IsoDate } from '@noticeboard/domain/fields';
import { endOfMonth } from '@noticeboard/domain/day-number';

/** The three texts of a date field, as typed. */
export type DateParts = { day: string; month: string; year: string };

export const noDate: DateParts = { day: '', month: '', year: '' };

/** Gives the three texts of a day, for a field that starts with it. */
export const partsOf = (day: IsoDate | null): DateParts =>
  day === null
    ? noDate
    : { day: String(Number(day.slice(8, 10))), month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) };

/** A date as read: a day, nothing (all three empty), or the sentence that says what is wrong and in which part. */
export type DateRead = { on: IsoDate | null } | { error: string; part: keyof DateParts };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthOf = (text: string): number => {
  const named = months.indexOf(text.slice(0, 3).toLowerCase());
  return /^\p{L}{3,}$/u.test(text) && named >= 0 ? named + 1 : Number(text);
};

/**
 * Reads a date field. A month may be a number or a name.
 * @param name what the date is called in a sentence ("Due date")
 */
export const readDate = (parts: DateParts, name: string): DateRead => {
  const typed = { day: parts.day.trim(), month: parts.month.trim(), year: parts.year.trim() };
  const missing = (['day', 'month', 'year'] as const).filter((part) => typed[part] === '');
  const [first] = missing;
  if (missing.length === 3) return { on: null };
  if (first !== undefined) return { error: `${name} must include a ${missing.join(' and ')}.`, part: first };
  const [day, month, year] = [Number(typed.day), monthOf(typed.month), Number(typed.year)];
  if (!/^\d{4}$/.test(typed.year) || year < 1)
    return { error: `${name} must have a year of 4 digits, such as 2023.`, part: 'year' };
  if (!Number.isInteger(month) || month < 1 || month > 12)
    return { error: `${name} must have a month from 1 to 12.`, part: 'month' };
  const start = `${typed.year}-${String(month).padStart(2, '0')}`;
  const last = Number(endOfMonth(`${start}-01`).slice(8));
  if (!Number.isInteger(day) || day < 1 || day > last)
    return { error: `${name} must have a day from 1 to ${last} in that month.`, part: 'day' };
  return { on: `${start}-${String(day).padStart(2, '0')}` };
};
