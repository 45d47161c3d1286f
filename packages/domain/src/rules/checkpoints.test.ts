import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import { aNotice, aTarget } from '../testing/rows.ts';
import { checkpointsOf, nextCheckpoint, targetDay } from './checkpoints.ts';

test('from 30 March 2023 the checkpoints are 30 June, 30 September, 30 March and 30 September', () => {
  expect(checkpointsOf(aNotice())).toEqual([
    { months: 3, on: '2023-06-30', label: '3 months' },
    { months: 6, on: '2023-09-30', label: '6 months' },
    { months: 12, on: '2024-03-30', label: '12 months' },
    { months: 18, on: '2024-09-30', label: '18 months' },
  ]);
});

test('a checkpoint in a shorter month falls on its last day', () => {
  expect(checkpointsOf(aNotice({ checkpointBase: '2022-11-30' }))[0]?.on).toBe('2023-02-28');
  expect(checkpointsOf(aNotice({ checkpointBase: '2023-11-30' }))[0]?.on).toBe('2024-02-29');
});

test('checkpoints rise, each counted from the base and not from the one before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 }),
      (offset, found) => {
        const months = found.toSorted((a, b) => a - b);
        const base = endOfMonth(addMonths('2000-01-31', offset % 300));
        const days = checkpointsOf(aNotice({ checkpointBase: base, checkpointMonths: months })).map(({ on }) => on);
        expect(days).toEqual(days.toSorted());
        expect(new Set(days).size).toBe(months.length);
        for (const day of days) expect(day === endOfMonth(day) || day.slice(8) === base.slice(8)).toBe(true);
      },
    ),
  );
});

test('the next checkpoint is the first on or after the day', () => {
  expect(nextCheckpoint(aNotice(), '2023-09-30')?.months).toBe(6);
  expect(nextCheckpoint(aNotice(), '2023-10-01')?.months).toBe(12);
  expect(nextCheckpoint(aNotice(), '2024-10-01')).toBeNull();
});

test('a target stands on its own day, or on that of its months', () => {
  expect(targetDay(aNotice(), aTarget({ months: 6 }))).toBe('2023-09-30');
  expect(targetDay(aNotice(), aTarget({ months: 9 }))).toBe('2023-12-30');
  expect(targetDay(aNotice(), aTarget({ months: null, on: '2024-01-15' }))).toBe('2024-01-15');
});
