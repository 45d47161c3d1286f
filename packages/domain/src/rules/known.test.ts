import { expect, test } from 'vitest';
import { anAction, aPlan, aReading, anUpdate } from '../testing/rows.ts';
import { lastRecordedOn, planOn } from './known.ts';

test('what was recorded after the end of the day in London is not known yet', () => {
  const before = anUpdate({ recordedAt: '2023-09-25T22:59:59.999Z' });
  const after = anUpdate({ id: 'update-2', recordedAt: '2023-09-25T23:00:00.000Z' });
  expect(planOn(aPlan({ updates: [before, after] }), '2023-09-25').updates).toEqual([before]);
});

test('a reading of a period that is not over is not known yet, whenever it was recorded', () => {
  const september = aReading({ id: 'september', periodStart: '2023-09-01', periodEnd: '2023-09-30' });
  const plan = aPlan({ readings: [aReading(), september] });
  expect(planOn(plan, '2023-09-29').readings).toEqual([aReading()]);
  expect(planOn(plan, '2023-09-30').readings).toEqual([aReading(), september]);
});

test('where all is known the rows stay the very same, so that what was grouped by them stays good', () => {
  const plan = aPlan({ actions: [anAction()] });
  expect(planOn(plan, '2023-09-25').actions).toBe(plan.actions);
});

test('the last day is that of the newest row of any kind, in London', () => {
  const late = anUpdate({ recordedAt: '2023-09-25T23:00:00.000Z' });
  expect(lastRecordedOn(aPlan({ actions: [anAction({ recordedAt: '2023-09-01T09:00:00.000Z' })] }))).toBe('2023-09-01');
  expect(lastRecordedOn(aPlan({ actions: [anAction()], updates: [late] }))).toBe('2023-09-26');
});
