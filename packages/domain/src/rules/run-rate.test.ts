import { describe, expect, test } from 'vitest';
import { endOfMonth } from '../calendar.ts';
import type { Reading } from '../measure.ts';
import { aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { neededOf } from '../views/measure-facts.ts';
import { bestThreeMonths, runRatesOf } from './run-rate.ts';

const today = '2023-09-25';
const ofMonth = (month: string, value: number, over: Partial<Reading> = {}) =>
  aReading({
    id: `${month}-${over.state ?? 'final'}-${value}`,
    measureId: 'm',
    periodStart: `${month}-01`,
    periodEnd: endOfMonth(`${month}-01`),
    value,
    ...over,
  });

describe('the best three months', () => {
  const measure = aMeasure({ id: 'm' });
  const best = (...rivals: ReturnType<typeof aReading>[]) =>
    bestThreeMonths(aPlan({ readings: [ofMonth('2023-05', 30), ...rivals, ofMonth('2023-08', 33)] }), measure, today);
  test('do not count a provisional figure that a final one took the place of', () => {
    expect(best(ofMonth('2023-05', 3, { state: 'provisional' }))).toBe(best());
    expect(best()).toBeCloseTo(1, 1);
  });

  test('do not count a period of which sources conflict', () => {
    expect(best(ofMonth('2023-05', 3, { disputed: 'The minutes say so.' }))).toBeNull();
  });
});

const at = (id: string, on: string) => aTarget({ id, measureId: 'm', months: null, on, value: 50 });

describe('what a count that restarts needs', () => {
  const measure = aMeasure({ id: 'm', unit: 'count', decimals: 0, basis: 'yearToDate', resetMonth: 9 });
  const last = ofMonth('2023-08', 40, { basis: 'yearToDate', periodStart: '2022-09-01' });
  const later = at('later', '2023-12-31');

  test('leads to no target beyond the restart, and says so', () => {
    const plan = aPlan({ readings: [last], targets: [later] });
    expect(runRatesOf(plan, measure, today)).toEqual([]);
    expect(neededOf(plan, measure, today)).toEqual({
      rates: [],
      best: null,
      instead: 'Not reckoned: the count restarts in September 2023, before the next target.',
    });
  });

  test('is given up to a target before it', () => {
    const inYear = ofMonth('2023-07', 40, { basis: 'yearToDate', periodStart: '2022-09-01' });
    const plan = aPlan({ readings: [inYear], targets: [at('soon', '2023-08-31'), later] });
    expect(runRatesOf(plan, measure, '2023-08-15').map(({ target }) => target.on)).toEqual(['2023-08-31']);
    expect(neededOf(plan, measure, '2023-08-15').best).toMatch(
      /\. The count restarts in September 2023, so no later target is reckoned\.$/,
    );
  });
});

test('what is needed says that sources conflict about the last reading, or that it is no exact value', () => {
  const measure = aMeasure({ id: 'm' });
  const targets = [aTarget({ measureId: 'm', value: 60 })];
  const instead = (...readings: ReturnType<typeof aReading>[]) =>
    neededOf(aPlan({ readings, targets }), measure, today).instead;
  const rival = ofMonth('2023-08', 12, { disputed: 'The minutes say so.' });
  expect(instead(ofMonth('2023-08', 30), rival)).toBe('Not known: sources conflict about August 2023.');
  expect(instead(ofMonth('2023-08', 30, { qualifier: 'over' }))).toBe(
    'Not known: the last reading gives no exact value.',
  );
  expect(instead()).toBe('Not known: there is no reading of its own basis.');
});
