import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankHolidays } from './bank-holidays.ts';
import { addDays, isRealDate } from './calendar.ts';
import { addWorkingDays, isWorkingDay, onOrBefore, workingDayName } from './working-days.ts';

const days = fc.integer({ min: 0, max: 2500 }).map((count) => addDays('2022-01-01', count));

describe('a working day', () => {
  test.each([
    ['2023-05-08', false],
    ['2023-09-25', true],
    ['2023-09-23', false],
    ['2023-09-24', false],
    ['2023-12-25', false],
    ['2023-12-27', true],
  ])('%s: %s', (day, expected) => {
    expect(isWorkingDay(day)).toBe(expected);
  });

  test('has a name, and the weekend has none', () => {
    expect(workingDayName('2023-09-25')).toBe('monday');
    expect(workingDayName('2023-09-29')).toBe('friday');
    expect(workingDayName('2023-09-30')).toBeNull();
    expect(workingDayName('1969-12-29')).toBe('monday');
  });
});

test('the bank holidays are real days from Monday to Friday', () => {
  expect([...bankHolidays].filter((day) => !isRealDate(day) || workingDayName(day) === null)).toEqual([]);
  expect(bankHolidays.size).toBe(59);
});

test('Easter and the late May holiday are stepped over', () => {
  expect(addWorkingDays('2023-04-06', 1)).toBe('2023-04-11');
  expect(addWorkingDays('2023-05-30', -1)).toBe('2023-05-26');
  expect(onOrBefore('2023-04-10')).toBe('2023-04-06');
  expect(addWorkingDays('2023-09-24', 0)).toBe('2023-09-24');
});

test('as many working days on as back, from a working day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -60, max: 60 }), (day, count) => {
      const from = onOrBefore(day);
      const there = addWorkingDays(from, count);
      expect(isWorkingDay(there)).toBe(true);
      expect(addWorkingDays(there, -count)).toBe(from);
    }),
  );
});
