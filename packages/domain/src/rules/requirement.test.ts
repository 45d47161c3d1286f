import { expect, test } from 'vitest';
import { aPlan, aRequirement, aRequirementDate } from '../testing/rows.ts';
import { deadlinesOf } from './deadlines.ts';
import { requirementStateOf } from './requirement.ts';

const today = '2023-09-25';
const due = aRequirementDate();
const dated = (kind: 'met' | 'submitted' | 'due', earliest: string, latest = earliest) =>
  aRequirementDate({ id: `${kind}-${latest}`, kind, earliest, latest });
const state = (
  dates: ReturnType<typeof aRequirementDate>[],
  over: Parameters<typeof aRequirement>[0] = {},
  day = today,
) => requirementStateOf(aPlan({ requirementDates: dates }), aRequirement(over), day);

test('a plan due on 12 May and met on 29 June was met 48 days late', () => {
  expect(state([due, dated('met', '2023-06-29')])).toMatchObject({
    key: 'metLate',
    days: 48,
    reason: 'Met 29 June 2023, 48 days after it was due on 12 May 2023.',
  });
});

test('met on the day is met', () => {
  expect(state([due, dated('met', '2023-05-12')])).toMatchObject({ key: 'met', days: 0 });
  expect(state([dated('met', '2023-05-12')])).toMatchObject({ key: 'met', days: null });
});

test('a loose date is late only where it surely is', () => {
  expect(state([due, dated('met', '2023-05-01', '2023-05-31')]).reason).toContain('do not show whether');
  expect(state([due, dated('met', '2023-06-01', '2023-06-30')]).reason).toContain('at least 20 days after');
});

test('a passed day without being met is not met, whatever was declared or submitted', () => {
  expect(state([due, dated('submitted', '2023-06-29')], { declared: 'onCourse' })).toMatchObject({
    key: 'notMet',
    days: 136,
    reason: 'Due 12 May 2023, 136 days ago. It is not recorded as met.',
  });
});

test('before its day it is as declared, or not due', () => {
  const soon = dated('due', '2023-09-30');
  expect(state([soon], { declared: 'atRisk', standing: '20 posts are vacant.' })).toMatchObject({
    key: 'atRisk',
    days: -5,
    reason: 'Due 30 September 2023, in 5 days. 20 posts are vacant.',
  });
  expect(state([soon]).key).toBe('notDue');
  expect(state([], { declared: 'partMet' })).toMatchObject({ key: 'partMet', days: null });
});

test('a dispute stands before all', () => {
  expect(state([due, dated('met', '2023-05-01')], { outcomeDisputed: 'The forum says otherwise.' })).toMatchObject({
    key: 'disputed',
    reason: 'The forum says otherwise.',
  });
});

test('what is met later is not yet met on an earlier day, and a withdrawn date never counts', () => {
  expect(state([due, dated('met', '2023-06-29')], {}, '2023-06-28').key).toBe('notMet');
  expect(state([aRequirementDate({ withdrawnOn: '2023-05-01' })]).due).toBeNull();
});

test('deadlines come by date, with what was done towards them by the day', () => {
  const plan = aPlan({
    requirements: [aRequirement({ id: 'req-4', code: '4' }), aRequirement(), aRequirement({ id: 'req-2', code: '2' })],
    requirementDates: [
      due,
      dated('submitted', '2023-06-29'),
      aRequirementDate({ id: 'published', kind: 'published', earliest: '2023-10-01', latest: '2023-10-31' }),
      aRequirementDate({ id: 'req-4-due', requirementId: 'req-4', earliest: '2023-09-30', latest: '2023-09-30' }),
    ],
  });
  const deadlines = deadlinesOf(plan, today);
  expect(deadlines.map(({ requirement, daysOver }) => [requirement.id, daysOver])).toEqual([
    ['req-1', 136],
    ['req-4', -5],
  ]);
  expect(deadlines[0]?.steps.map(({ kind }) => kind)).toEqual(['submitted']);
});
