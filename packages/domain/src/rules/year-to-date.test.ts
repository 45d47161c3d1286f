import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import { aMeasure, aPlan, aReading } from '../testing/rows.ts';
import { restartsBetween, yearBeforeOf, yearStart } from './year-to-date.ts';

const measure = aMeasure({ basis: 'yearToDate', resetMonth: 9 });
/** A reading from the September before the month in which it ends. */
const upTo = (month: string, value = 10) => {
  const periodEnd = endOfMonth(`${month}-01`);
  const periodStart = yearStart(measure, { basis: 'yearToDate', periodStart: periodEnd, periodEnd });
  return aReading({ id: `to-${month}-${value}`, basis: 'yearToDate', periodStart, periodEnd, value });
};

test('a count restarts with the month of its reset, in the middle of a year too', () => {
  expect(yearStart(measure, upTo('2023-08'))).toBe('2022-09-01');
  expect(yearStart(measure, upTo('2023-09'))).toBe('2023-09-01');
  expect(restartsBetween(measure, upTo('2023-08'), upTo('2023-09'))).toBe(true);
  expect(restartsBetween(measure, upTo('2023-09'), upTo('2024-01'))).toBe(false);
  expect(restartsBetween(aMeasure(), aReading(), aReading({ periodEnd: '2024-08-31' }))).toBe(false);
});

test('a reading is compared with that of the same month a year before, and with no other', () => {
  const plan = aPlan({ readings: [upTo('2022-08', 54), upTo('2022-10', 3), upTo('2023-08', 60), upTo('2023-10', 4)] });
  expect(yearBeforeOf(plan, measure, upTo('2023-08'))?.reading.value).toBe(54);
  expect(yearBeforeOf(plan, measure, upTo('2023-10'))?.reading.value).toBe(3);
  expect(yearBeforeOf(plan, measure, upTo('2022-10'))).toBeNull();
});

test('two sources for the year before are said to conflict', () => {
  const plan = aPlan({ readings: [upTo('2022-08', 54), upTo('2022-08', 50)] });
  expect(yearBeforeOf(plan, measure, upTo('2023-08'))?.contested).toBe(true);
});

test('for any month and reset, the year begins at most twelve months before and the year before is twelve months off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 }), (month, resetMonth) => {
      const any = aMeasure({ basis: 'yearToDate', resetMonth });
      const periodEnd = endOfMonth(addMonths('2020-02-01', month));
      const start = yearStart(any, { basis: 'yearToDate', periodStart: periodEnd, periodEnd });
      expect(start <= periodEnd && addMonths(start, 12) > periodEnd).toBe(true);
      const at = (end: string, id: string) =>
        aReading({ id, basis: 'yearToDate', periodStart: addMonths(start, end < periodEnd ? -12 : 0), periodEnd: end });
      const before = at(endOfMonth(addMonths(`${periodEnd.slice(0, 8)}01`, -12)), 'before');
      const plan = aPlan({ readings: [at(periodEnd, 'now'), before] });
      expect(yearBeforeOf(plan, any, at(periodEnd, 'now'))?.reading.id).toBe('before');
    }),
  );
});
