import { expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import {
  createMilestone,
  createMilestoneInput,
  editMilestone,
  editMilestoneInput,
  milestoneSubject,
  tickMilestone,
  tickMilestoneInput,
  withdrawMilestone,
  withdrawMilestoneInput,
} from './milestone.ts';

const plan = smallPlan();
const office = asMember('member-office');
const lead = asMember('member-lead');

const tick = (doneOn: string | null) =>
  tickMilestone(plan, tickMilestoneInput.parse({ ...edit('milestone-1'), doneOn }), lead);

test('a new milestone keeps its due date as the original one', () => {
  const input = createMilestoneInput.parse({
    noticeId,
    reason: 'Agreed.',
    actionId: 'action-1.01',
    title: 'Train',
    due: '2023-10-31',
  });
  expect(createMilestone(plan, input, office)).toMatchObject([
    { entity: 'milestone', row: { originalDue: '2023-10-31', currentDue: '2023-10-31', doneOn: null } },
  ]);
  expect(refusalOf(() => createMilestone(plan, { ...input, due: '2023-03-01' }, office))).toEqual({
    code: 'invalid',
    sentence: 'Due date must be after 30 March 2023, when the notice was issued.',
    field: 'due',
  });
  expect(refusalOf(() => createMilestone(plan, { ...input, due: '2023-11-01' }, office))).toEqual({
    code: 'invalid',
    sentence:
      'Action 1.01 is due on 31 October 2023. Enter that day or an earlier one, or ask to move the action’s date first.',
    field: 'due',
  });
  expect(refusalOf(() => createMilestone(plan, { ...input, actionId: 'action-9' }, office)).code).toBe('notFound');
});

test('an edit moves its current date, never the original one', () => {
  const input = editMilestoneInput.parse({
    ...edit('milestone-1'),
    title: 'Recruit',
    currentDue: '2023-10-15',
    forecast: null,
  });
  expect(editMilestone(plan, input, office)).toMatchObject([
    { row: { originalDue: '2023-08-31', currentDue: '2023-10-15' } },
  ]);
  expect(refusalOf(() => editMilestone(plan, { ...input, currentDue: '2023-11-01' }, office)).field).toBe('currentDue');
  expect(editMilestoneInput.safeParse({ ...input, reason: ' ' }).success).toBe(false);
  expect(refusalOf(() => editMilestone(plan, { ...input, forecast: '2023-09-24' }, office)).field).toBe('forecast');
});

test('one that an earlier date of its action has left behind may keep its own', () => {
  const brought = smallPlan({ actions: plan.actions.map((each) => ({ ...each, currentDue: '2023-07-31' })) });
  const input = { ...edit('milestone-1'), title: 'Recruit all', currentDue: '2023-08-31', forecast: null };
  expect(editMilestone(brought, editMilestoneInput.parse(input), office)).toMatchObject([
    { row: { title: 'Recruit all', currentDue: '2023-08-31' } },
  ]);
});

test('a tick is on a day that has come, and can be taken back', () => {
  expect(tick(today)).toMatchObject([{ row: { doneOn: today } }]);
  expect(tick(null)).toMatchObject([{ row: { doneOn: null } }]);
  expect(refusalOf(() => tick('2023-09-26'))).toEqual({
    code: 'invalid',
    sentence: 'The day it was done must be today or earlier. Today is 25 September 2023.',
    field: 'doneOn',
  });
});

test('it is withdrawn by itself, and stands still with its action', () => {
  const input = withdrawMilestoneInput.parse(edit('milestone-1'));
  expect(withdrawMilestone(plan, input, office)).toMatchObject([{ row: { withdrawnOn: today } }]);
  const gone = smallPlan({ actions: plan.actions.map((each) => ({ ...each, stage: 'withdrawn' })) });
  expect(refusalOf(() => withdrawMilestone(gone, input, office)).code).toBe('conflict');
});

test('it is those of its action’s', () => {
  expect(milestoneSubject(plan, 'milestone-1', today).memberIds).toEqual(['member-lead', 'member-deputy']);
});
