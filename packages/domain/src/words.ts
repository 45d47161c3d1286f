/**
 * How dates, numbers and readings are written for people. No zod or Temporal here: the web's first load needs these words
 * and must carry neither.
 */
import { dayNumber, daysBetween, endOfMonth } from './day-number.ts';
import type { Instant, IsoDate, LooseDate } from './fields.ts';
import type { Measure, Reading } from './measure.ts';
import type { Unit } from './scales.ts';
import { symbols, units } from './scales.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
// 1 January 1970, day 0, was a Thursday.
const weekdays = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** Gives the first day of a month written as "August 2024"; null for anything else. */
export const firstOfMonth = (written: string): IsoDate | null => {
  const [name = '', of = ''] = written.split(' ');
  const month = months.indexOf(name) + 1;
  return month === 0 || !/^\d{4}$/.test(of) ? null : `${of}-${String(month).padStart(2, '0')}-01`;
};

const monthName = (day: IsoDate): string => months[Number(day.slice(5, 7)) - 1] ?? '';
const year = (day: IsoDate): string => String(Number(day.slice(0, 4)));

/** Writes a day without its year: "30 September". */
export const formatDayMonth = (day: IsoDate): string => `${Number(day.slice(8, 10))} ${monthName(day)}`;

/** Writes a day in full: "30 September 2023". */
export const formatDate = (day: IsoDate): string => `${formatDayMonth(day)} ${year(day)}`;

/** Writes a day for a dense table: "30 Sep 2023". */
export const formatShortDate = (day: IsoDate): string =>
  `${Number(day.slice(8, 10))} ${monthName(day).slice(0, 3)} ${year(day)}`;

/** Writes a day with its weekday: "Monday 25 September 2023". */
export const formatWeekday = (day: IsoDate): string =>
  `${weekdays[((dayNumber(day) % 7) + 7) % 7] ?? ''} ${formatDate(day)}`;

/** Writes the month of a day: "August 2023". */
export const formatMonth = (day: IsoDate): string => `${monthName(day)} ${year(day)}`;

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const inLondon = (instant: Instant): Record<string, string> =>
  Object.fromEntries(london.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));

/** Writes the time of an instant as a clock in London shows it: "4:05pm". */
export const formatTime = (instant: Instant): string => {
  const { hour: twoDigits, minute = '' } = inLondon(instant);
  const hour = Number(twoDigits);
  return `${hour % 12 || 12}:${minute}${hour < 12 ? 'am' : 'pm'}`;
};

/** Writes an instant as a clock in London shows it: "25 September 2023 at 4:05pm". */
export const formatInstant = (instant: Instant): string => {
  const { year: inFull = '', month = '', day = '' } = inLondon(instant);
  return `${formatDate(`${inFull}-${month}-${day}`)} at ${formatTime(instant)}`;
};

/** Writes a date as its source printed it, or as the day or days that it may be. */
export const formatLoose = ({ earliest, latest, printed }: LooseDate): string => {
  if (printed !== null) return printed;
  return earliest === latest ? formatDate(earliest) : `between ${formatDate(earliest)} and ${formatDate(latest)}`;
};

const numberFormats = new Map<number, Intl.NumberFormat>();
const numberFormat = (decimals: number): Intl.NumberFormat => {
  const known = numberFormats.get(decimals);
  if (known) return known;
  // "negative" writes what rounds to zero without a minus.
  const made = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
  numberFormats.set(decimals, made);
  return made;
};

/** Writes a number with its decimals and commas: "1,080", "13.2". What no table cell could hold is written as a power of ten. */
export const formatNumber = (value: number, decimals: number): string => {
  if (!Number.isFinite(value)) return 'too large to show';
  return Math.abs(value) >= 1e16 ? value.toExponential(decimals) : numberFormat(decimals).format(value);
};

/** Writes a number without decimals that say nothing: "250", "0.6", "41.5". */
export const formatPlain = (value: number, decimals: number): string =>
  formatNumber(value, decimals).replace(/\.0+$/, '');

/** Writes full-time equivalents: "3 full-time equivalents", "0.6 full-time equivalents", "1 full-time equivalent". */
export const formatFullTime = (value: number): string => {
  const number = formatPlain(value, 1);
  return `${number} full-time equivalent${number === '1' ? '' : 's'}`;
};

/** Writes the size of a file: "1 byte", "820 KB", "1.2 MB". Units of a thousand, as file managers show them. */
export const formatSize = (bytes: number): string => {
  if (bytes < 1000) return plural(bytes, 'byte');
  // What rounds to 1,000 KB is 1.0 MB.
  return bytes < 999_500 ? `${formatNumber(bytes / 1000, 0)} KB` : `${formatNumber(bytes / 1_000_000, 1)} MB`;
};

/** Writes a number of things: "1 day", "2 days", "1,080 children". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count, 0)} ${count === 1 ? one : many}`;

/** Writes a list: "4a", "4a and 4b", "4a, 4b and 4c". */
export const listInWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** Writes a value with its unit: "13.2%", "1,080", "124 weeks". */
export const formatValue = (value: number, unit: Unit, decimals: number): string => {
  const suffix = units[unit].suffix;
  return `${formatNumber(value, decimals)}${value === 1 && suffix.startsWith(' ') ? suffix.slice(0, -1) : suffix}`;
};

/** Writes a distance between two values: "27.7 points", "1,180", "4 weeks". */
export const formatDistance = (distance: number, unit: Unit, decimals: number): string => {
  if (unit !== 'percent') return formatValue(distance, unit, decimals);
  const number = formatNumber(distance, decimals);
  return `${number} ${Number(number) === 1 ? 'point' : 'points'}`;
};

/** Writes a target or a floor: without decimals that say nothing, as "30%". */
export const formatAim = (value: number, { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>): string =>
  formatValue(value, unit, decimals).replace(/\.0+(?=\D|$)/, '');

const qualifierWords = { exact: '', about: 'about ', over: 'over ', under: 'under ' } as const;

/** Writes a reading with its qualifier ("over 520") or the symbol that stands in place of a value ("Not available"). */
export const formatReading = (
  reading: Pick<Reading, 'value' | 'symbol' | 'qualifier'>,
  measure: Pick<Measure, 'unit' | 'decimals'>,
): string => {
  const value =
    reading.value === null
      ? null
      : `${qualifierWords[reading.qualifier]}${formatValue(reading.value, measure.unit, measure.decimals)}`;
  if (reading.symbol === null) return value ?? 'No value';
  const symbol = symbols[reading.symbol].label;
  return value === null ? symbol : `${value} (${symbol.toLowerCase()})`;
};

/** Gives a reading as a file holds it: the number where it is exact, so that it can be reckoned with; else its words ("over 520"). */
export const fileFigure = (
  reading: Pick<Reading, 'value' | 'symbol' | 'qualifier'>,
  measure: Pick<Measure, 'unit' | 'decimals'>,
): string | number =>
  reading.value !== null && reading.symbol === null && reading.qualifier === 'exact'
    ? reading.value
    : formatReading(reading, measure);

/** Writes the period of a reading as its source printed it, or as months or days: "August 2023", "September 2022 to August 2023". */
export const formatPeriod = ({
  periodStart,
  periodEnd,
  printedPeriod,
}: Pick<Reading, 'periodStart' | 'periodEnd' | 'printedPeriod'>): string => {
  if (printedPeriod !== null) return printedPeriod;
  if (periodStart === periodEnd) return formatDate(periodEnd);
  if (!periodStart.endsWith('-01') || periodEnd !== endOfMonth(periodEnd))
    return `${formatDate(periodStart)} to ${formatDate(periodEnd)}`;
  const [start, end] = [formatMonth(periodStart), formatMonth(periodEnd)];
  return start === end ? end : `${start} to ${end}`;
};

/** Writes how far a day is from today: "in 5 days", "today", "136 days ago". */
export const daysLeftOrOver = (today: IsoDate, day: IsoDate): string => {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`;
};
