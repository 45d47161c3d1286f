import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseworkPlan } from '../testing/casework.ts';
import type { Measure } from '../measure.ts';
import { backlogOf, type Clearance } from './backlog.ts';
import { familiesOf } from './families.ts';

const today = '2023-09-25';
type Given = Parameters<typeof caseworkPlan>[0];

const backlog = (given: Given, measured: Partial<Measure> = {}, on = today) => {
  const plan = caseworkPlan(given, {}, measured);
  const [of] = familiesOf(plan, 'backlog');
  if (!of) throw new Error('The plan has no family of a backlog.');
  return backlogOf(plan, of, on);
};

const months = ['2023-03', '2023-04', '2023-05', '2023-06', '2023-07', '2023-08'];
const byMonth = (values: readonly number[]) =>
  Object.fromEntries(values.map((value, index) => [months[index + months.length - values.length] ?? '', value]));
const flows = (inflow: readonly number[], throughput: readonly number[], remaining = 1200) => ({
  remaining: { '2023-08': remaining },
  inflow: byMonth(inflow),
  throughput: byMonth(throughput),
});

test('what remains over the net clearance gives the month of clearance', () => {
  const status = backlog(flows([100, 100, 100], [200, 200, 200]));
  expect(status).toMatchObject({ net: 100, reach: 0, used: 3, remaining: { value: 1200, bound: 'exact' } });
  // Twelve months after 31 August 2023.
  expect(status.clearance).toEqual({ key: 'expected', on: '2024-08-31', earliest: '2024-08-31', latest: '2024-08-31' });
});

test('the range comes from how the months vary, and its slow end may never come', () => {
  const steady = backlog(flows([100, 100, 100, 100], [190, 210, 190, 210])).clearance;
  expect(steady).toMatchObject({ key: 'expected' });
  const { earliest, on, latest } = steady as Extract<Clearance, { key: 'expected' }>;
  expect(earliest < on && latest !== null && on < latest).toBe(true);
  expect(backlog(flows([100, 100, 100, 100], [110, 300, 100, 260])).clearance).toMatchObject({ latest: null });
});

test('the rate is that of the last six months', () => {
  const old = Object.fromEntries(['2022-11', '2022-12', '2023-01'].map((month) => [month, 5000]));
  const given = flows([100, 100, 100, 100, 100, 100], [150, 150, 150, 150, 150, 150]);
  const status = backlog({
    ...given,
    throughput: { ...old, ...given.throughput },
    inflow: { ...old, ...given.inflow },
  });
  expect(status).toMatchObject({ net: 50, used: 6 });
  expect(status.flow).toHaveLength(9);
});

test.each<[string, Given, Clearance['key']]>([
  ['as many come in as go out', flows([100, 100, 100], [100, 100, 100]), 'never'],
  ['more come in', flows([100, 100, 130], [100, 90, 100]), 'never'],
  ['two months are too few', flows([100, 100], [200, 200]), 'tooFew'],
  ['no inflow is read', { ...flows([], [200, 200, 200]) }, 'tooFew'],
  ['no inflow is measured', { remaining: { '2023-08': 1200 }, throughput: byMonth([200, 200, 200]) }, 'tooFew'],
  ['nothing is read of what remains', { ...flows([1, 1, 1], [2, 2, 2]), remaining: {} }, 'noReading'],
  ['nothing remains', flows([100, 100, 100], [100, 100, 100], 0), 'cleared'],
  ['a crawl', flows([100, 100, 100], [100, 100, 101], 1e6), 'tooFar'],
])('%s', (_what, given, key) => {
  expect(backlog(given).clearance.key).toBe(key);
});

test('what was read three periods ago and more gives no clearance, and says which reading is old', () => {
  const given = flows([100, 100, 100], [200, 200, 200]);
  expect(backlog(given, {}, '2023-11-30').clearance.key).toBe('expected');
  expect(backlog(given, {}, '2023-12-01').clearance).toEqual({ key: 'oldRemaining', on: '2023-08-31' });
  const nothing = flows([1, 1, 1], [1, 1, 1], 0);
  expect(backlog(nothing, {}, '2023-12-01').clearance.key).toBe('oldRemaining');
  const later = { ...given, remaining: { '2023-11': 1200 } };
  expect(backlog(later, {}, '2023-12-01').clearance).toEqual({ key: 'oldFlow', on: '2023-08-31' });
  expect(backlog(given, { everyMonths: 3 }, '2023-12-01').clearance.key).toBe('oldFlow');
});

test('a day of clearance that has passed is not given', () => {
  const given = flows([100, 100, 100], [200, 200, 200], 50);
  expect(backlog(given, {}, '2023-09-15').clearance).toMatchObject({ key: 'expected' });
  expect(backlog(given).clearance).toEqual({ key: 'byNow', on: '2023-08-31' });
});

test('a month without a reading ends the rate: what was before it is not its neighbour', () => {
  const { '2023-06': _, ...gap } = byMonth([190, 190, 190, 190, 210, 200]);
  const given = { ...flows([100, 100, 100, 100, 100, 100], []), throughput: gap };
  expect(backlog(given)).toMatchObject({ used: 2, net: null, clearance: { key: 'tooFew' } });
  const { '2023-05': __, ...earlier } = byMonth([900, 900, 900, 200, 200, 200]);
  expect(backlog({ ...given, throughput: earlier })).toMatchObject({ used: 3, net: 100 });
});

test('a bound and a symbol give no rate', () => {
  const given = flows([100, 100, 100], [200, 200, 200]);
  expect(backlog({ ...given, inflow: { ...given.inflow, '2023-08': { value: 100, qualifier: 'over' } } }).used).toBe(2);
  expect(backlog({ ...given, inflow: { ...given.inflow, '2023-08': { value: null, symbol: 'c' } } }).used).toBe(2);
});

test('readings of quarters give a month’s worth, and of a rolling year none', () => {
  const ends = ['2023-02', '2023-05', '2023-08'];
  const each = (value: number) => Object.fromEntries(ends.map((month) => [month, value]));
  const given = { remaining: { '2023-08': 1200 }, inflow: each(300), throughput: each(600) };
  const status = (basis: 'quarter' | 'rolling12') => {
    const plan = caseworkPlan(given);
    const rebased = {
      ...plan,
      measures: plan.measures.map((measure) => (measure.id === 'remaining' ? measure : { ...measure, basis })),
      readings: plan.readings.map((reading) => (reading.measureId === 'remaining' ? reading : { ...reading, basis })),
    };
    const [of] = familiesOf(rebased, 'backlog');
    return of && backlogOf(rebased, of, today);
  };
  expect(status('quarter')).toMatchObject({ net: 100, used: 3, flowMonths: 3 });
  expect(status('rolling12')?.clearance.key).toBe('tooFew');
});

test('the share over two years old is given where both are read for one day', () => {
  expect(backlog({ remaining: { '2023-08': 1200 }, overTwoYears: { '2023-08': 300 } }).oldShare).toEqual({
    value: 0.25,
    bound: 'exact',
  });
  expect(backlog({ remaining: { '2023-08': 1200 }, overTwoYears: { '2023-07': 300 } }).oldShare).toBeNull();
  expect(backlog({ remaining: { '2023-08': 0 }, overTwoYears: { '2023-08': 0 } }).oldShare).toBeNull();
});

/** Sorts clearances: a day, then not in a hundred years, then never. */
const rank = (clearance: Clearance): string =>
  clearance.key === 'byNow'
    ? '0'
    : clearance.key === 'expected'
      ? clearance.on
      : clearance.key === 'tooFar'
        ? '9998'
        : '9999';

describe('whatever is read', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e15, noNaN: true }), { minLength: 3, maxLength: 6 });
  const remaining = fc.double({ min: 0, max: 1e15, noNaN: true });

  test('no number is lost, and a day of clearance is a day', () => {
    fc.assert(
      fc.property(values, values, remaining, (inflow, throughput, left) => {
        const text = JSON.stringify(backlog(flows(inflow, throughput, left)), (_key, value: unknown) => {
          expect(typeof value === 'number' && !Number.isFinite(value)).toBe(false);
          return value;
        });
        expect(text).not.toMatch(/NaN|Infinity|Invalid/);
      }),
    );
  });

  test('more throughput clears no later', () => {
    const some = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        some,
        some,
        fc.integer({ min: 1, max: 20_000 }),
        fc.integer({ min: 1, max: 200 }),
        (inflow, out, left, more) => {
          const before = backlog(flows(inflow, out, left)).clearance;
          const after = backlog(
            flows(
              inflow,
              out.map((value) => value + more),
              left,
            ),
          ).clearance;
          expect(rank(after) <= rank(before)).toBe(true);
        },
      ),
    );
  });
});
