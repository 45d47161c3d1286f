import { expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createNoticeEvent,
  createNoticeEventInput,
  editNoticeEvent,
  editNoticeEventInput,
  withdrawNoticeEvent,
  withdrawNoticeEventInput,
} from './notice-event.ts';
import { editNotice, editNoticeInput, withdrawNotice, withdrawNoticeInput } from './notice.ts';
import { setTarget, setTargetInput } from './target.ts';

const plan = smallPlan();
const office = asMember('member-office');
const at = '2023-09-25T09:00:00.000Z';
const editWith = (fields: object, on = plan) =>
  editNotice(on, editNoticeInput.parse({ ...on.notice, ...edit(noticeId), ...fields }), office);

test('an edit of a notice never makes fiction real', () => {
  expect(editWith({ title: 'Testshire', nature: 'real' })).toMatchObject([
    { entity: 'notice', expectedVersion: 1, row: { id: noticeId, title: 'Testshire', nature: 'fictional' } },
  ]);
});

test.each([
  [
    { issuedOn: '2023-09-26', checkpointBase: '2023-09-26' },
    'issuedOn',
    'The day of issue must be today or earlier. Today is 25 September 2023.',
  ],
  [
    { issuedOn: '2023-04-01' },
    'checkpointBase',
    'Checkpoints must be counted from 1 April 2023, when the notice was issued, or a later day.',
  ],
])('an edit with %j is refused', (fields, field, sentence) => {
  expect(refusalOf(() => editWith(fields))).toEqual({ code: 'invalid', sentence, field });
});

test('a notice is issued before its first action is due', () => {
  const early = smallPlan({ actions: plan.actions.map((each) => ({ ...each, originalDue: '2023-05-31' })) });
  const fields = { issuedOn: '2023-05-31', checkpointBase: '2023-05-31' };
  expect(refusalOf(() => editWith(fields, early))).toEqual({
    code: 'invalid',
    sentence: 'Action 1.01 was due on 31 May 2023. The notice must be issued before that day.',
    field: 'issuedOn',
  });
});

test('a checkpoint with targets is not taken out', () => {
  const target = setTargetInput.parse({
    noticeId,
    measureId: 'measure-1.1',
    months: 18,
    on: null,
    value: '80%',
    expectedVersion: 0,
    reason: 'Agreed.',
  });
  const set = recordedOn(plan, setTarget(plan, target, office), at, 'member-office');
  expect(editWith({ checkpointMonths: [3, 6, 12] })).toHaveLength(1);
  expect(refusalOf(() => editWith({ checkpointMonths: [3, 6, 12] }, set))).toEqual({
    code: 'invalid',
    sentence: 'There are targets for the checkpoint at 18 months. Withdraw them before you take it out.',
    field: 'checkpointMonths',
  });
});

test('a notice is withdrawn once', () => {
  const withdraw = (on: typeof plan) => withdrawNotice(on, withdrawNoticeInput.parse(edit(noticeId)), office);
  expect(withdraw(plan)).toMatchObject([{ row: { withdrawnOn: today } }]);
  const gone = recordedOn(plan, withdraw(plan), at, 'member-office');
  expect(refusalOf(() => withdraw(gone))).toMatchObject({ code: 'conflict' });
});

test('an event is added, edited and withdrawn, and ends no earlier than it begins', () => {
  const event = {
    kind: 'review',
    title: 'DfE review',
    note: null,
    earliest: '2023-11-01',
    latest: '2023-11-30',
    printed: 'November 2023',
  };
  const input = createNoticeEventInput.parse({ noticeId, reason: 'Agreed.', ...event });
  const made = recordedOn(plan, createNoticeEvent(plan, input, asMember('member-office')), at, 'member-office');
  expect(made.events).toMatchObject([{ id: 'new-1', ...event, mark: 'own', withdrawnOn: null }]);
  const change = editNoticeEventInput.parse({ ...made.events[0], ...edit('new-1'), title: 'First review' });
  expect(editNoticeEvent(made, change, office)).toMatchObject([{ expectedVersion: 1, row: { title: 'First review' } }]);
  expect(refusalOf(() => editNoticeEvent(made, { ...change, latest: '2023-10-31' }, office))).toEqual({
    code: 'invalid',
    sentence: 'The latest day must be the earliest day or after it.',
    field: 'latest',
  });
  expect(withdrawNoticeEvent(made, withdrawNoticeEventInput.parse(edit('new-1')), office)).toMatchObject([
    { row: { withdrawnOn: today } },
  ]);
});
