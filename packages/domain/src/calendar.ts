/** Calendar arithmetic: the only place that does it. Days are `YYYY-MM-DD` in Europe/London; as text they sort by time. */
import { Temporal } from 'temporal-polyfill';
import { addDays, endOfMonth, lengthOfMonth } from './day-number.ts';
import type { Instant, IsoDate } from './fields.ts';

export { addDays, addMonths, daysBetween, endOfMonth } from './day-number.ts';

const zone = 'Europe/London';

/** Says whether a text is a day of the calendar, written `YYYY-MM-DD`, from year 1 on. */
export const isRealDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
};

/** Gives the last days of months from `from` to `to`, both included, in order. */
export const monthEnds = (from: IsoDate, to: IsoDate): IsoDate[] => {
  const ends: IsoDate[] = [];
  for (let end = endOfMonth(from); end <= to; end = endOfMonth(addDays(end, 1))) ends.push(end);
  return ends;
};

/** Gives the day that an instant falls on in London. */
export const londonDay = (instant: Instant): IsoDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Gives the first instant after a day in London: what was recorded before it was recorded by the end of that day. */
export const endOfLondonDay = (day: IsoDate): Instant =>
  Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** Gives the next millisecond after an instant; at the last one of a day in London that one again. */
export const nextMoment = (instant: Instant): Instant => {
  const next = Temporal.Instant.from(instant).add({ milliseconds: 1 }).toString({ fractionalSecondDigits: 3 });
  return londonDay(next) === londonDay(instant) ? next : instant;
};

/** Gives the time of day in London at an instant: "08:00". */
export const londonTime = (instant: Instant): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** Gives the instant of a time of day ("14:00") of a day in London. */
export const londonInstant = (day: IsoDate, time: string): Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
