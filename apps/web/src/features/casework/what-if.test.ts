import type { CapacityOutlook } from '@noticeboard/domain/charts/capacity';
import { describe, expect, test } from 'vitest';
import { leversOf, moving, resetting, standingAt, whatIfIn } from './what-if.ts';

const outlook: CapacityOutlook = {
  key: 'capacity-team',
  base: {
    days: ['2023-08-31', '2023-09-30'],
    cases: { value: 6616, bound: 'exact' },
    trained: 19,
    inTraining: 6,
    posts: 'exact',
    started: [
      { trained: 0, inTraining: 0 },
      { trained: 0, inTraining: 0 },
    ],
  },
  history: [],
  deadline: '2023-09-30',
  ratio: 250,
  ahead: 0,
  checkpoints: [],
  days: [],
  from: '2023-08-01',
  to: '2023-09-30',
  today: '2023-09-25',
};

const lever = (name: string) => {
  const found = leversOf(outlook).find((each) => each.lever === name);
  if (!found) throw new Error(`There is no slider ${name}.`);
  return found;
};

describe('what is supposed', () => {
  test('is what the address says', () => {
    const address = { 'ratio.team': '200', 'trained.team': '90', 'cases.team': '-40', 'ratio.other': '300' };
    expect(whatIfIn('team', outlook, address)).toEqual({
      ratio: 200,
      starters: 0,
      leavers: 0,
      cases: -40,
      trained: 0.9,
    });
  });

  test('is nothing where the address says nothing, or no number', () => {
    const still = { ratio: 250, starters: 0, leavers: 0, cases: 0, trained: null };
    expect(whatIfIn('team', outlook, {})).toEqual(still);
    for (const text of ['NaN', '1e9', '', 'many', '250'])
      expect(whatIfIn('team', outlook, { 'ratio.team': text })).toEqual(still);
  });

  test('stays within the reach of its slider', () => {
    expect(standingAt('team', lever('ratio'), { 'ratio.team': '0' })).toBe(50);
    expect(standingAt('team', lever('ratio'), { 'ratio.team': '99999' })).toBe(600);
    expect(standingAt('team', lever('trained'), { 'trained.team': '400' })).toBe(100);
  });

  test('leaves the address once it is back where it was', () => {
    expect(moving('team', lever('ratio'), 200)).toEqual({ 'ratio.team': '200' });
    expect(moving('team', lever('ratio'), 250)).toEqual({ 'ratio.team': undefined });
    expect(Object.values(resetting('team', outlook)).every((value) => value === undefined)).toBe(true);
  });
});

test('every slider starts where nothing is supposed, and can come back to it', () => {
  for (const { min, max, step, still } of leversOf(outlook)) {
    expect(still).toBeGreaterThanOrEqual(min);
    expect(still).toBeLessThanOrEqual(max);
    expect((still - min) % step).toBe(0);
  }
});
