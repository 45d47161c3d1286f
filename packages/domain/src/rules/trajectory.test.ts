import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { aMeasure, aPlan, aTarget } from '../testing/rows.ts';
import { targetsOf } from './impact.ts';
import { trajectoryOf, trajectoryValueAt } from './trajectory.ts';

const plan = aPlan({
  targets: [aTarget({ id: 't6', months: 6, value: 30 }), aTarget({ id: 't12', months: 12, value: 55 })],
});
const based = { baseline: 10, baselineOn: '2023-03-31', baselineBasis: 'month' } as const;

test('a straight trajectory runs from the baseline through each target, and stays after the last', () => {
  const measure = aMeasure(based);
  expect(trajectoryOf(plan, measure)).toEqual([
    { on: '2023-03-31', value: 10 },
    { on: '2023-09-30', value: 30 },
    { on: '2024-03-30', value: 55 },
  ]);
  expect(trajectoryValueAt(plan, measure, '2023-06-30')).toBeCloseTo(10 + (20 * 91) / 183);
  expect(trajectoryValueAt(plan, measure, '2023-03-30')).toBeNull();
  expect(trajectoryValueAt(plan, measure, '2025-01-01')).toBe(55);
});

test('a stepped trajectory holds until each target', () => {
  const measure = aMeasure({ ...based, trajectory: 'stepped' });
  expect(trajectoryValueAt(plan, measure, '2023-09-29')).toBe(10);
  expect(trajectoryValueAt(plan, measure, '2023-09-30')).toBe(30);
  expect(trajectoryOf(plan, measure).map(({ on, value }) => `${on} ${value}`)).toEqual([
    '2023-03-31 10',
    '2023-09-30 10',
    '2023-09-30 30',
    '2024-03-30 30',
    '2024-03-30 55',
  ]);
});

test.each([
  { ...based, baselineBasis: 'notStated' },
  { ...based, baselineBasis: 'rolling12' },
  { ...based, baselineBasis: 'notStated', basis: 'notStated' },
  { ...based, baselineOn: '2023-10-01' },
] as const)('a baseline that does not belong to the line starts none: %j', (over) => {
  expect(trajectoryOf(plan, aMeasure(over))[0]).toEqual({ on: '2023-09-30', value: 30 });
});

test('a measure without targets has no trajectory', () => {
  expect(trajectoryOf(aPlan(), aMeasure(based))).toEqual([]);
  expect(trajectoryValueAt(aPlan(), aMeasure(based), '2023-09-25')).toBeNull();
});

test('it passes through every target, and between two stays between them', () => {
  const value = fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.constantFrom(1e308, -1e308, 0));
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), value), {
        selector: ([months]) => months,
        maxLength: 6,
      }),
      fc.constantFrom('straight', 'stepped'),
      fc.option(value),
      fc.integer({ min: -100, max: 2500 }),
      (found, trajectory, baseline, offset) => {
        const many = aPlan({
          targets: found.map(([months, target]) => aTarget({ id: `t${months}`, months, value: target })),
        });
        const measure = aMeasure({ ...based, baseline, trajectory });
        for (const { target, on } of targetsOf(many, measure))
          expect(trajectoryValueAt(many, measure, on)).toBe(target.value);
        const points = trajectoryOf(many, measure).map((point) => point.value);
        const at = trajectoryValueAt(many, measure, addDays('2023-03-30', offset));
        if (at === null) return;
        const slack = Math.max(...points.map(Math.abs)) * 1e-12;
        expect(at).toBeGreaterThanOrEqual(Math.min(...points) - slack);
        expect(at).toBeLessThanOrEqual(Math.max(...points) + slack);
      },
    ),
  );
});
