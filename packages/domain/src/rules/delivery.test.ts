import { expect, test } from 'vitest';
import { aDateChange, anAction, aPlan, aStageChange, anUpdate } from '../testing/rows.ts';
import { completedOn, declaredOf, deliveryOf, slipOf, stageOn } from './delivery.ts';

const today = '2023-09-25';
const reported = aPlan({ updates: [anUpdate()] });

test('a withdrawn action is withdrawn, however late', () => {
  expect(deliveryOf(reported, anAction({ stage: 'withdrawn' }), today).key).toBe('withdrawn');
});

test('an action is complete once it is evidenced, from the day that happened', () => {
  const action = anAction({ stage: 'evidenced' });
  const plan = aPlan({
    updates: [anUpdate({ on: '2023-09-01' })],
    stageChanges: [
      aStageChange({ id: 'c1', from: 'inProgress', to: 'delivered', on: '2023-08-20' }),
      aStageChange({ id: 'c2', from: 'delivered', to: 'evidenced', on: '2023-09-10' }),
    ],
  });
  expect(deliveryOf(plan, action, today)).toMatchObject({
    key: 'complete',
    reason: 'The stage is evidenced. Evidenced on 10 September 2023.',
  });
  expect(deliveryOf(plan, action, '2023-09-09').key).toBe('deliveredNotEvidenced');
  expect(stageOn(plan, action, '2023-08-19')).toBe('inProgress');
});

test('delivered without evidence is never dark green', () => {
  expect(deliveryOf(reported, anAction({ stage: 'delivered' }), today)).toMatchObject({
    key: 'deliveredNotEvidenced',
    tone: 'neutral',
  });
});

test('a passed due date is overdue, and a declared green stands beside it', () => {
  const action = anAction({ currentDue: '2023-08-30' });
  expect(deliveryOf(reported, action, today)).toEqual({
    key: 'overdue',
    label: 'Overdue',
    tone: 'red',
    reason: 'Due 30 August 2023, 26 days ago.',
    days: 26,
  });
  expect(declaredOf(reported, action)).toMatchObject({ rating: 'green', on: '2023-09-18' });
});

test('on its due day an action is not overdue', () => {
  expect(deliveryOf(reported, anAction({ currentDue: today }), today)).toMatchObject({ key: 'dueSoon', days: 0 });
});

test('silence is never green', () => {
  const action = anAction({ currentDue: '2024-03-30' });
  expect(deliveryOf(aPlan(), action, today)).toMatchObject({ key: 'noUpdate', days: null });
  const quiet = (on: string) => deliveryOf(aPlan({ updates: [anUpdate({ on })] }), action, today);
  expect(quiet('2023-08-25')).toMatchObject({
    key: 'noUpdate',
    days: 31,
    reason: 'Last update 25 August 2023, 31 days ago. One is expected every 30 days.',
  });
  expect(quiet('2023-08-26').key).toBe('onTrack');
});

test('a forecast after the due date comes before due soon', () => {
  expect(deliveryOf(reported, anAction({ currentDue: '2023-09-30', forecast: '2023-10-31' }), today)).toMatchObject({
    key: 'forecastLate',
    days: 31,
    reason: 'Forecast 31 October 2023, 31 days after the current due date.',
  });
});

test('due within 14 days is due soon; later is on track', () => {
  expect(deliveryOf(reported, anAction({ currentDue: '2023-10-09' }), today).key).toBe('dueSoon');
  expect(deliveryOf(reported, anAction({ currentDue: '2023-10-10' }), today)).toMatchObject({
    key: 'onTrack',
    days: 15,
  });
});

test('an update that rates nothing does not hide the last rating', () => {
  const plan = aPlan({
    updates: [anUpdate({ rating: 'red', on: '2023-08-01' }), anUpdate({ id: 'update-2', rating: null })],
  });
  expect(declaredOf(plan, anAction())?.rating).toBe('red');
  expect(declaredOf(aPlan(), anAction())).toBeNull();
});

test('slip counts days from the original date, and approved moves only', () => {
  const plan = aPlan({
    dateChanges: [
      aDateChange(),
      aDateChange({ id: 'move-2', state: 'refused', decidedDate: null }),
      aDateChange({ id: 'move-3', state: 'approvedOther' }),
      aDateChange({ id: 'move-4', state: 'asked' }),
    ],
  });
  expect(slipOf(plan, anAction({ currentDue: '2023-10-31' }))).toEqual({ days: 62, times: 2 });
});

test('an action that was reopened is complete from the day it came back to stay', () => {
  const plan = aPlan({
    stageChanges: [
      aStageChange({ id: 'c1', to: 'evidenced', on: '2023-06-01' }),
      aStageChange({ id: 'c2', from: 'evidenced', to: 'inProgress', on: '2023-07-01' }),
      aStageChange({ id: 'c3', from: 'inProgress', to: 'evidenced', on: '2023-08-01' }),
      aStageChange({ id: 'c4', from: 'evidenced', to: 'embedded', on: '2023-09-01' }),
    ],
  });
  expect(completedOn(plan, anAction({ stage: 'embedded' }))).toBe('2023-08-01');
  expect(completedOn(plan, anAction({ stage: 'inProgress' }))).toBeNull();
});
