import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { bases, keysOf } from '../scales.ts';
import {
  aMeasure,
  anAction,
  aNotice,
  aPlan,
  aReading,
  aRequirement,
  aRequirementDate,
  aStageChange,
  anUpdate,
} from '../testing/rows.ts';
import { periodToRead } from './next-reading.ts';
import { periodOn } from './reporting.ts';
import { actionReportOf, measureReportOf, readingInPeriod, requirementReportOf, updatesBeside } from './reported.ts';

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
  expect(actionReportOf(aPlan({ notice }), action, today)?.key).toBe('late');
  const fresh = anAction({ addedAt: '2023-09-24T09:00:00.000Z' });
  expect(actionReportOf(aPlan({ notice }), fresh, today)?.key).toBe('due');
});

test('an action that is reopened is asked for from then on, not for the months when it was delivered', () => {
  const action = anAction({ id: 'action-1.01' });
  const stageChanges = [
    aStageChange({ id: 'a', from: null, to: 'notStarted', on: '2023-04-03' }),
    aStageChange({ id: 'b', to: 'delivered', on: '2023-06-01' }),
    aStageChange({ id: 'c', from: 'delivered', to: 'inProgress', on: '2023-09-20' }),
  ];
  const plan = aPlan({ notice, stageChanges, updates: [anUpdate({ on: '2023-05-26' })] });
  expect(actionReportOf(plan, action, today)).toMatchObject({ key: 'due', days: 4 });
  expect(actionReportOf(plan, action, '2023-10-04')).toMatchObject({ key: 'late', days: 5 });
});

test('a requirement is asked for past its date until it is met, however often it is edited', () => {
  const requirement = aRequirement({ version: 3, recordedAt: '2023-09-24T09:00:00.000Z' });
  const due = aRequirementDate();
  const late = aPlan({ notice, requirementDates: [due] });
  expect(requirementReportOf(late, requirement, today)?.key).toBe('late');
  const met = aRequirementDate({ id: 'req-1-met', kind: 'met', earliest: '2023-06-29', latest: '2023-06-29' });
  expect(requirementReportOf(aPlan({ notice, requirementDates: [due, met] }), requirement, today)).toBeNull();
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

test('a measure without a reading is asked for since it was added, however often it is edited', () => {
  const measure = aMeasure({ version: 2, recordedAt: '2023-09-24T09:00:00.000Z' });
  expect(measureReportOf(aPlan({ notice }), measure, today)?.key).toBe('late');
});

const reading = (month: string, over: Parameters<typeof aReading>[0]) =>
  aReading({ id: month, periodStart: `${month}-01`, periodEnd: `${month}-30`, ...over });

test('an old reading that is corrected or added in the period is not the one that is asked for', () => {
  const measure = aMeasure();
  const now = '2023-09-24T09:00:00.000Z';
  const june = reading('2023-06', { version: 2, recordedAt: now });
  const april = reading('2023-04', { addedAt: now, recordedAt: now });
  const before = aPlan({ notice, readings: [april, june] });
  expect(readingInPeriod(before, measure, today)).toBeNull();
  expect(measureReportOf(before, measure, today)?.key).toBe('late');
  const july = aReading({ id: 'july', periodStart: '2023-07-01', periodEnd: '2023-07-31', addedAt: now, version: 2 });
  const oldest = { ...before, readings: [april, june, july] };
  expect(measureReportOf(oldest, measure, today)?.key).toBe('due');
  const august = aReading({ periodStart: '2023-08-01', periodEnd: '2023-08-31', addedAt: now });
  expect(measureReportOf({ ...oldest, readings: [...oldest.readings, august] }, measure, today)?.key).toBe('submitted');
});

const snapshot = (day: string, addedAt: string) =>
  aReading({ id: day, basis: 'snapshot', periodStart: day, periodEnd: day, addedAt, recordedAt: addedAt });

test('a snapshot answers as what was asked for, whatever the day of the one before', () => {
  const measure = aMeasure({ basis: 'snapshot' });
  const before = snapshot('2023-08-10', '2023-08-11T09:00:00.000Z');
  const given = snapshot('2023-08-31', '2023-09-24T09:00:00.000Z');
  expect(readingInPeriod(aPlan({ notice, readings: [before, given] }), measure, today)).toMatchObject({
    id: '2023-08-31',
  });
});

test('what is asked for answers once it is given, whatever the basis, the rhythm and the day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...keysOf(bases)),
      fc.constantFrom(1, 2, 3, 6, 12),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 300 }),
      (basis, everyMonths, at, back) => {
        const day = addDays('2023-06-01', at);
        const opensOn = periodOn(notice, day)?.opensOn ?? day;
        const measure = aMeasure({ basis, everyMonths, resetMonth: basis === 'yearToDate' ? 4 : null });
        const one = (id: string, periodEnd: string, on: string) => {
          const addedAt = `${on}T09:00:00.000Z`;
          return aReading({ id, basis, periodStart: periodEnd, periodEnd, addedAt, recordedAt: addedAt });
        };
        const last = addDays(opensOn, -1 - back);
        const before = one('before', last, last);
        const { periodEnd } = periodToRead(aPlan({ notice, readings: [before] }), measure, day);
        const plan = aPlan({ notice, readings: [before, one('given', periodEnd, day)] });
        expect(readingInPeriod(plan, measure, day)?.id).toBe('given');
      },
    ),
  );
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
