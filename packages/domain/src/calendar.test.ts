import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfLondonDay,
  endOfMonth,
  isRealDate,
  londonDay,
  londonInstant,
  monthEnds,
  nextMoment,
} from './calendar.ts';

const days = fc
  .date({ min: new Date('1890-01-01'), max: new Date('2180-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  ['2023-11-30', 3, '2024-02-29'],
  ['2022-11-30', 3, '2023-02-28'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2023-03-31', -1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  '2023-13-01',
  '2023-02-29',
  '2023-00-10',
  '2023-06-31',
  '0000-01-01',
  '2023-6-1',
  '12/05/2023',
  '2023-06-01T00:00',
  '',
])('%j is no real date', (text) => {
  expect(isRealDate(text)).toBe(false);
});

test('every day that Temporal knows is real, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2500 }),
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 1, max: 33 }),
      (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        let known = true;
        try {
          Temporal.PlainDate.from(text);
        } catch {
          known = false;
        }
        expect(isRealDate(text)).toBe(known);
      },
    ),
  );
});

test('days are counted as Temporal counts them, over leap years and centuries', () => {
  fc.assert(
    fc.property(days, days, (from, to) => {
      expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days);
    }),
  );
});

test('adding days is undone by counting them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

test('months added keep the day of the month, or end the month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), (day, months) => {
      const later = addMonths(day, months);
      expect(later.slice(8) === day.slice(8) || later === endOfMonth(later)).toBe(true);
      expect(later >= day).toBe(true);
    }),
  );
});

test('month ends are the last days of months, in order', () => {
  expect(monthEnds('2023-12-31', '2024-03-30')).toEqual(['2023-12-31', '2024-01-31', '2024-02-29']);
  expect(monthEnds('2024-02-01', '2024-02-28')).toEqual([]);
});

test('a day in London ends at its own midnight, in summer an hour before UTC', () => {
  expect(endOfLondonDay('2023-09-25')).toBe('2023-09-25T23:00:00.000Z');
  expect(endOfLondonDay('2023-12-25')).toBe('2023-12-26T00:00:00.000Z');
  expect(endOfLondonDay('2023-03-26')).toBe('2023-03-26T23:00:00.000Z');
  expect(londonDay('2023-06-30T23:30:00.000Z')).toBe('2023-07-01');
  expect(londonDay('2023-12-31T23:59:59.999Z')).toBe('2023-12-31');
});

test('the first instant after a day belongs to the next', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(londonDay(endOfLondonDay(day))).toBe(addDays(day, 1));
    }),
  );
});

test('days and months are added as Temporal adds them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
      expect(addDays(day, count)).toBe(Temporal.PlainDate.from(day).add({ days: count }).toString());
      expect(addMonths(day, count)).toBe(Temporal.PlainDate.from(day).add({ months: count }).toString());
    }),
  );
});

test.each([
  [addDays('9999-12-31', 1), '+010000-01-01'],
  [addDays('0001-01-01', -366), '0000-01-01'],
  [addDays('0000-01-01', -1), '-000001-12-31'],
  [addMonths('9999-12-31', 2), '+010000-02-29'],
])('%s is written as %s', (day, expected) => {
  expect(day).toBe(expected);
});

test('the next moment is a millisecond later, and never of the next day in London', () => {
  expect(nextMoment('2023-09-25T08:16:00.000Z')).toBe('2023-09-25T08:16:00.001Z');
  expect(nextMoment('2023-09-25T22:59:59.998Z')).toBe('2023-09-25T22:59:59.999Z');
  expect(nextMoment('2023-09-25T22:59:59.999Z')).toBe('2023-09-25T22:59:59.999Z');
});

test('gives the instant of a time of day in London, in summer and in winter', () => {
  expect(londonInstant('2023-09-27', '14:00')).toBe('2023-09-27T13:00:00.000Z');
  expect(londonInstant('2023-11-15', '14:00')).toBe('2023-11-15T14:00:00.000Z');
});
