import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aReading } from './testing/rows.ts';
import {
  daysLeftOrOver,
  fileFigure,
  formatDate,
  formatInstant,
  formatLoose,
  formatMonth,
  formatNumber,
  formatPeriod,
  formatReading,
  formatShortDate,
  formatSize,
  formatValue,
  formatWeekday,
  plural,
} from './words.ts';

test('dates read as GOV.UK writes them', () => {
  expect(formatDate('2023-09-30')).toBe('30 September 2023');
  expect(formatShortDate('2023-09-03')).toBe('3 Sep 2023');
  expect(formatWeekday('2023-09-25')).toBe('Monday 25 September 2023');
  expect(formatWeekday('1969-12-31')).toBe('Wednesday 31 December 1969');
  expect(formatMonth('2023-08-31')).toBe('August 2023');
});

test.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [820_400, '820 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [15_000_000, '15.0 MB'],
])('a file of %d bytes reads as %s', (bytes, words) => {
  expect(formatSize(bytes)).toBe(words);
});

test('an instant reads as the clock in London shows it', () => {
  expect(formatInstant('2023-09-25T15:05:00.000Z')).toBe('25 September 2023 at 4:05pm');
  expect(formatInstant('2023-12-31T12:00:00.000Z')).toBe('31 December 2023 at 12:00pm');
  expect(formatInstant('2023-06-30T23:30:00.000Z')).toBe('1 July 2023 at 12:30am');
});

test('a loose date is given as printed, or as the days it may be', () => {
  const days = { earliest: '2023-08-01', latest: '2023-09-30' };
  expect(formatLoose({ ...days, printed: 'August or September 2023' })).toBe('August or September 2023');
  expect(formatLoose({ ...days, printed: null })).toBe('between 1 August 2023 and 30 September 2023');
  expect(formatLoose({ earliest: '2023-05-12', latest: '2023-05-12', printed: null })).toBe('12 May 2023');
});

test('numbers and values carry commas, decimals and units', () => {
  expect(formatNumber(12180, 0)).toBe('12,180');
  expect(formatNumber(-0.01, 1)).toBe('0.0');
  expect(formatValue(13.2, 'percent', 1)).toBe('13.2%');
  expect(formatValue(1080, 'count', 0)).toBe('1,080');
  expect(formatValue(124, 'weeks', 0)).toBe('124 weeks');
  expect(formatValue(1, 'weeks', 0)).toBe('1 week');
  expect(plural(1, 'day')).toBe('1 day');
  expect(plural(1080, 'child', 'children')).toBe('1,080 children');
});

test('no number is ever written as NaN or infinity', () => {
  fc.assert(
    fc.property(fc.double(), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      expect(formatNumber(value, decimals)).not.toMatch(/NaN|∞|Infinity/);
    }),
  );
});

test('a reading shows its qualifier or its symbol, never a zero in its place', () => {
  const measure = { unit: 'count', decimals: 0 } as const;
  expect(formatReading(aReading({ value: 520, qualifier: 'over' }), measure)).toBe('over 520');
  expect(formatReading(aReading({ value: null, symbol: 'c' }), measure)).toBe('Suppressed');
  expect(formatReading(aReading({ value: 7, symbol: 'u' }), measure)).toBe('7 (unreliable)');
  expect(formatReading(aReading({ value: null }), measure)).toBe('No value');
});

test.each([
  ['2023-08-01', '2023-08-31', 'August 2023'],
  ['2022-09-01', '2023-08-31', 'September 2022 to August 2023'],
  ['2024-02-01', '2024-02-28', '1 February 2024 to 28 February 2024'],
  ['2023-09-25', '2023-09-25', '25 September 2023'],
])('the period from %s to %s is %s', (periodStart, periodEnd, expected) => {
  expect(formatPeriod({ periodStart, periodEnd, printedPeriod: null })).toBe(expected);
  expect(formatPeriod({ periodStart, periodEnd, printedPeriod: 'spring 2023' })).toBe('spring 2023');
});

test('days are left, today, or ago', () => {
  expect(daysLeftOrOver('2023-09-25', '2023-09-30')).toBe('in 5 days');
  expect(daysLeftOrOver('2023-09-25', '2023-09-26')).toBe('in 1 day');
  expect(daysLeftOrOver('2023-09-25', '2023-09-25')).toBe('today');
  expect(daysLeftOrOver('2023-09-25', '2023-05-12')).toBe('136 days ago');
});

test.each([
  [{ value: -2.5, symbol: null, qualifier: 'exact' as const }, -2.5],
  [{ value: 520, symbol: null, qualifier: 'over' as const }, 'over 520.0'],
  [{ value: 75, symbol: null, qualifier: 'about' as const }, 'about 75.0'],
  [{ value: null, symbol: 'x' as const, qualifier: 'exact' as const }, 'Not available'],
  [{ value: 2.5, symbol: 'u' as const, qualifier: 'exact' as const }, '2.5 (unreliable)'],
])('a file holds %j as %j: a number only where it is exact', (reading, expected) => {
  expect(fileFigure(reading, { unit: 'rate', decimals: 1 })).toBe(expected);
});
