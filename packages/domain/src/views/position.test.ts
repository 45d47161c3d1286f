import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import type { Direction } from '../scales.ts';
import { directions, keysOf } from '../scales.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from '../testing/generated.ts';
import { anAction, anArea, anUpdate, aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { positionOf } from './position.ts';
import { directionLineOf } from './position-areas.ts';

const today = '2023-09-25';

const plan = aPlan({
  areas: [anArea({ id: 'area-1', number: 1 }), anArea({ id: 'area-2', number: 2, title: 'Quiet area' })],
  actions: [
    anAction({
      id: 'late',
      code: '1.01',
      title: 'Referral triage',
      currentDue: '2023-08-29',
      originalDue: '2023-08-29',
    }),
    anAction({
      id: 'later',
      code: '1.02',
      title: 'Gap analysis',
      currentDue: '2023-09-24',
      originalDue: '2023-09-24',
      leadId: null,
    }),
    anAction({ id: 'good', code: '1.03', currentDue: '2024-03-31', originalDue: '2024-03-31' }),
  ],
  updates: [
    anUpdate({ id: 'u1', actionId: 'late', on: '2023-09-20', rating: 'green' }),
    anUpdate({ id: 'u2', actionId: 'good', on: '2023-09-20', rating: 'green' }),
  ],
  measures: [
    aMeasure({
      id: 'm1',
      code: '1.1',
      areaId: 'area-1',
      title: 'Plans in time',
      unit: 'percent',
      decimals: 1,
      polarity: 'H',
      floor: 50,
    }),
    aMeasure({ id: 'm2', code: '2.1', areaId: 'area-2' }),
  ],
  targets: [aTarget({ id: 't1', measureId: 'm1', months: 6, value: 80 })],
  readings: [
    aReading({
      id: 'r1',
      measureId: 'm1',
      periodStart: '2023-08-01',
      periodEnd: '2023-08-31',
      value: 2.3,
      mark: 'published',
    }),
  ],
});

describe('positionOf', () => {
  it('leads with what is complete, met and unread', () => {
    expect(positionOf(plan, today).figures.map(({ value, of, words }) => `${value} of ${of} ${words}`)).toEqual([
      '0 of 3 actions complete. The agreed plan had 2 by 25 September 2023.',
      '0 of 2 measures meet their target. 1 misses even its floor.',
      '1 of 2 measures has no reading, so nobody can say.',
    ]);
  });

  it('gives an area its counts and its worst, with the figure and where it comes from', () => {
    const [first, second] = positionOf(plan, today).areas;
    expect(first?.actions).toBe(3);
    expect(first?.delivery).toMatchObject({ overdue: 2, onTrack: 1 });
    expect(first?.impact).toMatchObject({ floorMissed: 1 });
    expect(first?.worst).toMatchObject({
      label: 'Floor missed',
      words: '1.1 Plans in time: 2.3%, August 2023, single month',
      source: { mark: 'published' },
    });
    expect(second).toMatchObject({
      actions: 0,
      worst: { label: 'No reading' },
      direction: { words: 'No reading', moves: null },
    });
  });

  it('names the worst of each kind that needs attention, and leaves out empty kinds', () => {
    const found = positionOf(plan, today).attention;
    expect(found.map(({ key, count, worst }) => [key, count, worst])).toEqual([
      ['overdue', 2, 'Longest: 1.01 Referral triage, 27 days'],
      ['late', 1, 'Longest: 1.02 Gap analysis, 26 days'],
      ['noLead', 1, '1.02'],
      ['differs', 1, 'Widest: 1.01 Referral triage, 27 days overdue'],
      ['unexplained', 1, '1.1'],
      ['noReading', 1, 'In area 2'],
    ]);
  });

  it('counts an action of a withdrawn area in the totals, and says so', () => {
    const withdrawn = { ...plan, areas: plan.areas.map((each) => ({ ...each, withdrawnOn: '2023-05-01' })) };
    const { areas, totals } = positionOf(withdrawn, today);
    expect(areas).toEqual([]);
    expect(totals.title).toBe('Areas of weakness');
    expect(positionOf(plan, today).totals.title).toBe('Two areas of weakness');
    expect(totals.actions).toBe(3);
    expect(totals.note).toContain('3 actions are in an area that was withdrawn.');
  });

  it('is computed once for a plan and a day', () => {
    expect(positionOf(plan, today)).toBe(positionOf(plan, today));
    expect(positionOf({ ...plan }, today)).not.toBe(positionOf(plan, today));
  });
});

const found = (over: Partial<Record<Direction, number>>) => ({
  ...(Object.fromEntries(keysOf(directions).map((key) => [key, 0])) as Record<Direction, number>),
  ...over,
});

describe('directionLineOf', () => {
  it.each([
    [{ better: 2, worse: 1, noReading: 4 }, ['up', 'down'], '2 better, 1 worse', null],
    [{ better: 1 }, ['down'], '1 better', 'down'],
    [{ same: 1, noReading: 1 }, [], 'No change', 'level'],
    [{ basesDiffer: 1, oneReading: 3 }, [], 'Bases differ', null],
    [{}, [], 'No measures', null],
  ] as const)('puts %o, which went %o, as %s', (counts, ways, words, moves) => {
    expect(directionLineOf(found(counts), new Set(ways))).toEqual({ words, moves });
  });
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan(positionOf, 40);

  it('counts every action once', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 60, max: 600 }), (seed, days) => {
        const view = positionOf(generatedPlan(seed, days), addDays(generatedFrom, days));
        const sums = view.areas.reduce((sum, { actions }) => sum + actions, 0);
        expect(sums).toBe(view.totals.actions);
        expect(Object.values(view.totals.delivery).reduce((sum, each) => sum + each, 0)).toBe(view.totals.actions);
      }),
      { numRuns: 40 },
    );
  });
});
