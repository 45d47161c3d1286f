import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseworkPlan } from '../testing/casework.ts';
import { aNotice, aStarter } from '../testing/rows.ts';
import type { Plan } from '../plan.ts';
import { asItStands, projected, type CapacityBase, type WhatIf } from './capacity-projection.ts';
import { capacityOf, teamDeadline } from './capacity.ts';
import { familiesOf } from './families.ts';

const today = '2023-09-25';
const team = {
  openCases: { '2023-07': 9900, '2023-08': 10_000 },
  permanentTrained: { '2023-07': 19, '2023-08': 20 },
  permanentInTraining: { '2023-07': 6, '2023-08': 5 },
  agencyTrained: { '2023-07': 4, '2023-08': 4 },
  agencyInTraining: { '2023-07': 0, '2023-08': 1 },
};

const capacity = (plan: Plan) => {
  const [of] = familiesOf(plan, 'capacity');
  if (!of) throw new Error('The plan has no family of capacity.');
  return capacityOf(plan, of, today);
};

test('cases for each worker and the gap are reckoned from the last readings', () => {
  const { inPost, perWorker, needed, gap, permanentAndTrained, instead } = capacity(caseworkPlan(team));
  expect(inPost).toEqual({ value: 30, bound: 'exact' });
  expect(permanentAndTrained).toEqual({ value: 20, bound: 'exact' });
  expect(perWorker?.value).toBeCloseTo(10_000 / 30);
  expect(needed).toEqual({ value: 40, bound: 'exact' });
  expect(gap).toEqual({ value: 10, bound: 'exact' });
  expect(instead).toBeNull();
});

test('each month of which all is read stands in the history', () => {
  expect(capacity(caseworkPlan(team)).history).toEqual([
    { on: '2023-07-31', cases: 9900, inPost: 29, trained: 23 },
    { on: '2023-08-31', cases: 10_000, inPost: 30, trained: 24 },
  ]);
});

describe('what is missing is said, and is never zero', () => {
  test('a part without a measure makes those in post a least, and the gap a most', () => {
    const { agencyInTraining: _, ...fewer } = team;
    const { inPost, gap, figures } = capacity(caseworkPlan(fewer));
    expect(inPost).toEqual({ value: 29, bound: 'atLeast' });
    expect(gap).toEqual({ value: 11, bound: 'atMost' });
    expect(figures.find(({ part }) => part === 'agencyInTraining')?.missing).toBe(
      'No measure counts this: in post: agency, in training.',
    );
  });

  test('a symbol leaves the reading before it, and says so', () => {
    const plan = caseworkPlan({ ...team, openCases: { '2023-07': 9900, '2023-08': { value: null, symbol: 'x' } } });
    const { cases, figures } = capacity(plan);
    expect(cases).toEqual({ value: 9900, bound: 'exact' });
    expect(figures[0]?.missing).toMatch(/for 31 August 2023\.$/);
  });

  test('a bound decides only where it does', () => {
    const over = capacity(caseworkPlan({ ...team, openCases: { '2023-08': { value: 10_000, qualifier: 'over' } } }));
    expect(over.gap).toEqual({ value: 10, bound: 'atLeast' });
    const { agencyTrained: _, ...fewer } = team;
    const both = capacity(caseworkPlan({ ...fewer, openCases: { '2023-08': { value: 9000, qualifier: 'over' } } }));
    expect(both.gap?.bound).toBe('unknown');
  });

  test.each([
    ['no reading of open cases', { ...team, openCases: {} }, 250, 'Needs a reading of open cases.'],
    ['nobody read', { openCases: team.openCases }, 250, 'Needs a reading of caseworkers in post.'],
    ['no ratio', team, null, 'Needs a ratio of cases to a caseworker, set in set-up with its source.'],
  ])('%s', (_what, given, casesPerWorker, instead) => {
    const status = capacity(caseworkPlan(given, { notice: aNotice({ casesPerWorker }) }));
    expect(status).toMatchObject({ gap: null, base: null, instead });
  });

  test('a reading of another basis is not used', () => {
    const plan = caseworkPlan({ ...team, openCases: { '2023-08': { value: 10_000, basis: 'notStated' } } });
    expect(capacity(plan).figures[0]).toMatchObject({
      amount: null,
      missing: 'No reading of its own basis (snapshot) is recorded.',
    });
  });

  test('nobody in post gives no cases for each worker', () => {
    const none = Object.fromEntries(Object.keys(team).map((part) => [part, { '2023-08': 0 }]));
    expect(capacity(caseworkPlan({ ...none, openCases: team.openCases })).perWorker).toBeNull();
  });
});

describe('starters', () => {
  const starters = [
    aStarter({ id: 'begun', startsOn: '2023-08-14', fullTimeEquivalents: 9 }),
    aStarter({ id: 'since', startsOn: '2023-09-11', fullTimeEquivalents: 2 }),
    aStarter({ id: 'october', startsOn: '2023-10-02', fullTimeEquivalents: 3, training: 'trained' }),
    aStarter({ id: 'gone', startsOn: '2023-10-02', fullTimeEquivalents: 7, withdrawnOn: '2023-09-01' }),
  ];
  const status = capacity(caseworkPlan(team, { starters }));

  test('count from their start, where the reading does not have them yet', () => {
    expect(status.ahead.map(({ id }) => id)).toEqual(['since', 'october']);
    const days = projected(status.base as CapacityBase, asItStands(250));
    expect(days.slice(0, 4).map(({ on, inPost, trained, gap }) => [on, inPost, trained, gap])).toEqual([
      ['2023-08-31', 30, 24, 10],
      ['2023-09-30', 32, 24, 8],
      ['2023-10-31', 35, 27, 5],
      ['2023-11-30', 35, 27, 5],
    ]);
  });

  test('are looked ahead to for a year after the deadline and after today', () => {
    expect(teamDeadline(caseworkPlan(team))).toBe('2023-09-30');
    expect(status.base?.days.at(-1)).toBe('2024-09-30');
  });

  test('are counted on the day of the deadline itself, whichever day of a month that is', () => {
    const notice = aNotice({ casesPerWorker: 250, checkpointBase: '2023-04-10' });
    const late = aStarter({ id: 'late', startsOn: '2023-10-16', fullTimeEquivalents: 2, training: 'trained' });
    const { base } = capacity(caseworkPlan(team, { notice, starters: [...starters, late] }));
    const days = projected(base as CapacityBase, asItStands(250));
    expect(days.slice(1, 4).map(({ on, gap }) => [on, gap])).toEqual([
      ['2023-09-30', 8],
      ['2023-10-10', 5],
      ['2023-10-31', 3],
    ]);
    expect(new Set(base?.days).size).toBe(base?.days.length);
    expect(status.base?.days.filter((on) => on === '2023-09-30')).toHaveLength(1);
  });
});

const amounts = fc.double({ min: 0, max: 1e15, noNaN: true });
const small = fc.double({ min: 0, max: 1e4, noNaN: true });
const bases: fc.Arbitrary<CapacityBase> = fc
  .record({
    value: amounts,
    trained: amounts,
    inTraining: amounts,
    steps: fc.array(fc.tuple(small, small), { maxLength: 5 }),
  })
  .map(({ value, trained, inTraining, steps }) => {
    const days = ['2023-08-31', '2023-09-30', '2023-10-31', '2023-11-30', '2023-12-31', '2024-01-31'];
    let sum = { trained: 0, inTraining: 0 };
    const started = days.map((_, index) => {
      const [more, less] = steps[index] ?? [0, 0];
      sum = { trained: sum.trained + more, inTraining: sum.inTraining + less };
      return sum;
    });
    return { days, cases: { value, bound: 'exact' }, trained, inTraining, posts: 'exact', started };
  });
const suppositions: fc.Arbitrary<WhatIf> = fc.record({
  ratio: fc.double({ min: 1, max: 10_000, noNaN: true }),
  starters: small,
  leavers: small,
  cases: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  trained: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
});

describe('a projection', () => {
  test('is finite, and nothing but a gap is negative', () => {
    fc.assert(
      fc.property(bases, suppositions, (base, whatIf) => {
        for (const day of projected(base, whatIf)) {
          const { cases, needed, inPost, trained, gap, trainedGap } = day;
          for (const value of [cases, needed, inPost, trained, gap, trainedGap])
            expect(value).toSatisfy(Number.isFinite);
          expect(Math.min(cases, needed, inPost, trained)).toBeGreaterThanOrEqual(0);
          expect(trained).toBeLessThanOrEqual(inPost * (1 + 1e-9));
        }
      }),
    );
  });

  test('needs fewer the more cases each can carry', () => {
    fc.assert(
      fc.property(bases, suppositions, fc.double({ min: 0, max: 1000, noNaN: true }), (base, whatIf, more) => {
        const [few, many] = [projected(base, whatIf), projected(base, { ...whatIf, ratio: whatIf.ratio + more })];
        for (const [index, { needed }] of few.entries()) expect(many[index]?.needed).toBeLessThanOrEqual(needed);
      }),
    );
  });

  test('starters only ever close the gap, leavers only ever widen it', () => {
    fc.assert(
      fc.property(bases, suppositions, small, (base, whatIf, more) => {
        const as = projected(base, whatIf);
        const without = projected({ ...base, started: base.days.map(() => ({ trained: 0, inTraining: 0 })) }, whatIf);
        const started = projected(base, { ...whatIf, starters: whatIf.starters + more });
        const left = projected(base, { ...whatIf, leavers: whatIf.leavers + more });
        for (const [index, { gap }] of as.entries()) {
          const slack = 1e-6 * Math.max(1, Math.abs(gap));
          expect(started[index]?.gap).toBeLessThanOrEqual(gap + slack);
          expect(without[index]?.gap).toBeGreaterThanOrEqual(gap - slack);
          expect(left[index]?.gap).toBeGreaterThanOrEqual(gap - slack);
        }
      }),
    );
  });
});
