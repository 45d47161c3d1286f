import { expect, test } from 'vitest';
import { aMeasure, anAction, anArea, aPlan, aReading, aTarget, anUpdate } from '../testing/rows.ts';
import { areaRollUp } from './roll-up.ts';

const today = '2023-09-25';
const area = anArea();
const action = (code: string, over: Parameters<typeof anAction>[0] = {}) =>
  anAction({ id: `action-${code}`, code, currentDue: '2024-03-30', ...over });
const said = (code: string) => anUpdate({ id: `update-${code}`, actionId: `action-${code}` });
const measured = (code: string, value: number) => ({
  measures: [aMeasure({ id: `measure-${code}`, code, floor: 20 })],
  targets: [aTarget({ id: `target-${code}`, measureId: `measure-${code}`, value: 30 })],
  readings: [aReading({ id: `reading-${code}`, measureId: `measure-${code}`, value })],
});

test('an action counts once, in its primary area', () => {
  const plan = aPlan({
    areas: [area, anArea({ id: 'area-2', number: 2 })],
    actions: [
      action('1.01', { areaIds: ['area-2', 'area-1'] }),
      action('1.02'),
      action('1.03', { stage: 'withdrawn' }),
    ],
    updates: [said('1.01'), said('1.02')],
  });
  expect(areaRollUp(plan, area, today).delivery).toMatchObject({ onTrack: 1, withdrawn: 1 });
  expect(areaRollUp(plan, anArea({ id: 'area-2' }), today).delivery).toMatchObject({ onTrack: 1, withdrawn: 0 });
});

test('between equally red ones impact comes before delivery', () => {
  const plan = aPlan({ ...measured('1.1', 2), actions: [action('1.01', { currentDue: '2023-08-30' })] });
  expect(areaRollUp(plan, area, today).worst).toMatchObject({
    status: { key: 'floorMissed' },
    subject: { kind: 'measure', code: '1.1' },
  });
});

test('red delivery comes before amber impact', () => {
  const plan = aPlan({ ...measured('1.1', 25), actions: [action('1.01', { currentDue: '2023-08-30' })] });
  expect(areaRollUp(plan, area, today).worst).toMatchObject({ status: { key: 'overdue' }, subject: { code: '1.01' } });
});

test('of several overdue the longest is the worst, of several below the floor the furthest', () => {
  const late = aPlan({
    actions: [
      action('1.01', { currentDue: '2023-09-20' }),
      action('1.02', { currentDue: '2023-08-30' }),
      action('1.03'),
    ],
  });
  expect(areaRollUp(late, area, today).worst?.subject.code).toBe('1.02');
  const [one, other] = [measured('1.1', 15), measured('1.2', 2)];
  const low = aPlan({
    measures: [...one.measures, ...other.measures],
    targets: [...one.targets, ...other.targets],
    readings: [...one.readings, ...other.readings],
  });
  expect(areaRollUp(low, area, today).worst?.subject.code).toBe('1.2');
});

test('an area with all well has no worst, and an empty one counts nothing', () => {
  const plan = aPlan({ ...measured('1.1', 40), actions: [action('1.01')], updates: [said('1.01')] });
  expect(areaRollUp(plan, area, today)).toMatchObject({
    worst: null,
    impact: { targetMet: 1 },
    direction: { oneReading: 1 },
  });
  expect(areaRollUp(aPlan(), area, today).worst).toBeNull();
});

test('a measure that was withdrawn does not count', () => {
  const plan = aPlan({ measures: [aMeasure({ withdrawnOn: '2023-05-01' })] });
  expect(Object.values(areaRollUp(plan, area, today).impact)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
