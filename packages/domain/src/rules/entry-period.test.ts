import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import { periodFault } from '../changes/period.ts';
import { bases, keysOf, type Basis } from '../scales.ts';
import { namesNoPeriod, periodEndingIn } from './entry-period.ts';

const today = '2023-09-25';
const base = '2023-03-30';
const measure = (basis: Basis, everyMonths = 1, resetMonth: number | null = null) => ({
  basis,
  everyMonths,
  resetMonth,
});

describe('the period that ends in a month', () => {
  test.each([
    ['a month', measure('month'), '2024-02-01', '2024-02-01', '2024-02-29'],
    ['a quarter', measure('quarter', 3), '2023-06-15', '2023-04-01', '2023-06-30'],
    ['rolling 12 months', measure('rolling12'), '2023-08-31', '2022-09-01', '2023-08-31'],
    ['a year to date', measure('yearToDate', 1, 9), '2023-08-31', '2022-09-01', '2023-08-31'],
    ['a year to date in its first month', measure('yearToDate', 1, 9), '2023-09-30', '2023-09-01', '2023-09-30'],
    ['a calendar year', measure('calendarYear', 12), '2022-12-31', '2022-01-01', '2022-12-31'],
    ['an academic year', measure('academicYear', 12), '2023-08-31', '2022-09-01', '2023-08-31'],
    ['a snapshot at the end of a month', measure('snapshot'), '2023-08-01', '2023-08-31', '2023-08-31'],
    ['a snapshot of the month that today is in', measure('snapshot'), '2023-09-30', '2023-09-25', '2023-09-25'],
  ])('%s', (_name, given, month, periodStart, periodEnd) => {
    expect(periodEndingIn(given, month, { last: null, base, today })).toEqual({ periodStart, periodEnd });
  });

  test.each([
    ['a quarter', measure('quarter', 3), '2023-07-31'],
    ['a calendar year', measure('calendarYear', 12), '2023-08-31'],
    ['an academic year', measure('academicYear', 12), '2023-07-31'],
    ['another basis', measure('other'), '2023-08-31'],
    ['a basis that is not stated', measure('notStated'), '2023-08-31'],
    ['what is read every 3 months, from the base of the checkpoints', measure('snapshot', 3), '2023-08-31'],
  ])('is none for %s', (_name, given, month) => {
    expect(periodEndingIn(given, month, { last: null, base, today })).toBeNull();
  });

  test('is counted from the last one', () => {
    const in3 = (month: string) => periodEndingIn(measure('month', 3), month, { last: '2023-05-31', base, today });
    expect(in3('2023-08-31')).toEqual({ periodStart: '2023-08-01', periodEnd: '2023-08-31' });
    expect(in3('2023-02-28')).not.toBeNull();
    expect(in3('2023-09-30')).toBeNull();
    const half = measure('quarter', 6);
    expect(periodEndingIn(half, '2023-06-30', { last: '2023-03-31', base, today })).toBeNull();
    expect(periodEndingIn(half, '2023-09-30', { last: '2023-03-31', base, today })).not.toBeNull();
  });

  const months = fc.integer({ min: -120, max: 120 }).map((count) => addMonths('2023-01-31', count));
  const measures = fc.record({
    basis: fc.constantFrom(...keysOf(bases)),
    everyMonths: fc.integer({ min: 1, max: 24 }),
    resetMonth: fc.integer({ min: 1, max: 12 }),
  });

  test('fits its basis and ends in that month', () => {
    fc.assert(
      fc.property(measures, months, fc.option(months), (given, month, last) => {
        const period = periodEndingIn(given, month, { last, base, today });
        fc.pre(period !== null);
        expect(periodFault(given.basis, period.periodStart, period.periodEnd, given.resetMonth)).toBeNull();
        expect(endOfMonth(period.periodEnd)).toBe(endOfMonth(month));
      }),
    );
  });

  test('comes within two years of any month for a basis that names one, and never for another', () => {
    fc.assert(
      fc.property(measures, months, (given, month) => {
        const within = Array.from({ length: 24 }, (_, index) => addMonths(month, index));
        const found = within.some((each) => periodEndingIn(given, each, { last: null, base, today }) !== null);
        expect(found).toBe(!namesNoPeriod(given.basis));
      }),
    );
  });
});
