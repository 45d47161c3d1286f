import { expect, test } from 'vitest';
import { aMeasure, anAction, aNotice, aPlan, aReading, aRequirement, aStageChange, anUpdate } from '../testing/rows.ts';
import { actionReportOf, measureReportOf, requirementReportOf, updatesBeside } from './reported.ts';

/** Updates closed on 30 August, with grace until 1 September, and are open from 22 to 29 September 2023. */
const notice = aNotice();
const today = '2023-09-25';
const nothing = { actionId: null, measureId: null, requirementId: null };

test('an action is asked for until it is delivered', () => {
  const action = anAction();
  expect(actionReportOf(aPlan({ notice }), action, today)).toMatchObject({ key: 'late', days: 26 });
  for (const stage of ['delivered', 'evidenced', 'embedded', 'assured', 'withdrawn'] as const)
    expect(actionReportOf(aPlan({ notice }), anAction({ stage }), today)).toBeNull();
  const plan = aPlan({
    notice,
    updates: [anUpdate({ on: '2023-08-25' }), anUpdate({ id: 'other', actionId: 'other' })],
  });
  expect(actionReportOf(plan, action, today)?.key).toBe('due');
  const returned = aPlan({ notice, updates: [anUpdate({ on: '2023-09-22', state: 'returned' })] });
  expect(actionReportOf(returned, action, today)?.key).toBe('returned');
});

test('an action is known from its first step, however often it is edited', () => {
  const action = anAction({ version: 4, recordedAt: '2023-09-24T09:00:00.000Z' });
  const plan = aPlan({ notice, stageChanges: [aStageChange({ from: null, to: 'notStarted', on: '2023-05-01' })] });
  expect(actionReportOf(plan, action, today)?.key).toBe('late');
  expect(actionReportOf(aPlan({ notice }), action, today)?.key).toBe('due');
});

test('a requirement is asked for until it is withdrawn', () => {
  const requirement = aRequirement();
  expect(requirementReportOf(aPlan({ notice }), requirement, today)?.key).toBe('late');
  const said = [anUpdate({ ...nothing, requirementId: requirement.id, on: today, state: 'accepted' })];
  expect(requirementReportOf(aPlan({ notice, updates: said }), requirement, today)?.key).toBe('accepted');
  expect(requirementReportOf(aPlan({ notice }), aRequirement({ withdrawnOn: '2023-09-01' }), today)).toBeNull();
});

const withReading = (periodEnd: string) =>
  aPlan({ notice, readings: [aReading({ periodStart: `${periodEnd.slice(0, 7)}-01`, periodEnd })] });

test('a measure is asked for a reading once its period is over', () => {
  const measure = aMeasure();
  expect(measureReportOf(withReading('2023-08-31'), measure, today)).toBeNull();
  expect(measureReportOf(withReading('2023-07-31'), measure, today)?.key).toBe('due');
  expect(measureReportOf(withReading('2023-06-30'), measure, today)?.key).toBe('late');
});

test('updates stand beside those of the same row alone, oldest first', () => {
  const about = { ...nothing, measureId: 'measure-1.1' };
  const updates = [
    anUpdate({ ...about, id: 'b' }),
    anUpdate({ ...about, id: 'a', on: '2023-09-01' }),
    anUpdate({ id: 'of-the-action' }),
    anUpdate({ ...nothing, requirementId: 'req-1', id: 'of-the-requirement' }),
  ];
  const plan = aPlan({ notice, updates });
  expect(updates.map((each) => updatesBeside(plan, each).map(({ id }) => id))).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['of-the-action'],
    ['of-the-requirement'],
  ]);
});
