import { describe, expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createRequirement,
  createRequirementInput,
  decideRequirement,
  decideRequirementInput,
  editRequirement,
  editRequirementInput,
  requirementSubject,
  setRequirementDate,
  setRequirementDateInput,
  withdrawRequirement,
  withdrawRequirementDate,
  withdrawRequirementDateInput,
  withdrawRequirementInput,
} from './requirement.ts';

const plan = smallPlan();
const office = asMember('member-office');
const row = plan.requirements[0];

const editFirst = (fields: object) =>
  editRequirement(plan, editRequirementInput.parse({ ...row, ...edit('req-1'), ...fields }), office);

const decide = (governmentDecision: string, governmentDecidedOn: string | null) =>
  decideRequirement(
    plan,
    decideRequirementInput.parse({ ...edit('req-1'), governmentDecision, governmentDecidedOn, governmentNote: null }),
    office,
  );

const date = (fields: object) => ({
  noticeId,
  id: null,
  expectedVersion: 0,
  reason: 'Agreed.',
  requirementId: 'req-1',
  kind: 'due',
  earliest: '2023-05-12',
  latest: '2023-05-12',
  printed: null,
  note: null,
  ...fields,
});

const set = (fields: object, on = plan) =>
  setRequirementDate(on, setRequirementDateInput.parse(date(fields)), asMember('member-office'));

test('a new requirement waits for the decision of the government', () => {
  const input = createRequirementInput.parse({ ...row, noticeId, reason: 'Agreed.', code: '2' });
  expect(createRequirement(plan, input, office)).toMatchObject([
    {
      entity: 'requirement',
      expectedVersion: 0,
      row: { code: '2', governmentDecision: 'notKnown', withdrawnOn: null },
    },
  ]);
  expect(refusalOf(() => createRequirement(plan, { ...input, code: '1' }, office))).toEqual({
    code: 'invalid',
    sentence: 'There is already a requirement 1. Choose another code.',
    field: 'code',
  });
});

test('an edit checks its owner and measures and leaves the decision alone', () => {
  expect(editFirst({ declared: 'atRisk', governmentDecision: 'satisfied' })).toMatchObject([
    { row: { declared: 'atRisk', governmentDecision: 'notKnown' } },
  ]);
  expect(refusalOf(() => editFirst({ ownerId: 'nobody' })).field).toBe('ownerId');
  expect(refusalOf(() => editFirst({ ownerId: 'member-chair' }))).toMatchObject({
    field: 'ownerId',
    sentence: 'Independent chair has no role in which they could act. Choose an officer or the programme office.',
  });
  expect(refusalOf(() => editFirst({ measureIds: ['nothing'] })).field).toBe('measureIds');
});

test('a withdrawal ends it today', () => {
  expect(withdrawRequirement(plan, withdrawRequirementInput.parse(edit('req-1')), office)).toMatchObject([
    { row: { withdrawnOn: today } },
  ]);
});

test('it is its owner’s', () => {
  expect(requirementSubject(plan, 'req-1', today).memberIds).toEqual(['member-lead']);
  expect(refusalOf(() => requirementSubject(plan, 'req-9', today))).toMatchObject({ code: 'notFound' });
});

describe('the decision of the government', () => {
  test('has a day, unless it is not known', () => {
    expect(decide('deferred', '2023-05-12')).toMatchObject([
      { row: { governmentDecision: 'deferred', governmentDecidedOn: '2023-05-12' } },
    ]);
    expect(decide('notKnown', null)).toHaveLength(1);
    expect(refusalOf(() => decide('satisfied', null)).sentence).toBe('Enter the day of the decision.');
    expect(refusalOf(() => decide('notKnown', '2023-05-12')).sentence).toBe(
      'Leave the day empty while the decision is not known.',
    );
    expect(refusalOf(() => decide('satisfied', '2023-09-26')).sentence).toBe(
      'The day of the decision must be today or earlier. Today is 25 September 2023.',
    );
  });
});

describe('a date of a requirement', () => {
  test('is added beside the others of its kind, then corrected and withdrawn', () => {
    const first = recordedOn(plan, set({}), '2023-09-25T09:00:00.000Z', 'member-office');
    expect(first.requirementDates).toMatchObject([{ kind: 'due', version: 1 }]);
    expect(set({ earliest: '2023-05-13', latest: '2023-05-13' }, first)).toMatchObject([{ expectedVersion: 0 }]);
    expect(set({ id: 'new-1', expectedVersion: 1, note: 'As the article reads.' }, first)).toMatchObject([
      { expectedVersion: 1, row: { id: 'new-1', note: 'As the article reads.' } },
    ]);
    const withdrawal = withdrawRequirementDateInput.parse(edit('new-1'));
    expect(withdrawRequirementDate(first, withdrawal, office)).toMatchObject([{ row: { withdrawnOn: today } }]);
  });

  test.each([
    [
      { earliest: '2023-03-30', latest: '2023-03-30' },
      'Due date must be after 30 March 2023, when the notice was issued.',
    ],
    [{ latest: '2023-05-11' }, 'The latest day must be the earliest day or after it.'],
    [
      { kind: 'met', earliest: '2023-09-26', latest: '2023-09-26' },
      'The date “Met” must be today or earlier. Today is 25 September 2023.',
    ],
  ])('is refused with %j', (fields, sentence) => {
    expect(refusalOf(() => set(fields)).sentence).toBe(sentence);
  });

  test('belongs to a requirement that stands', () => {
    expect(refusalOf(() => set({ requirementId: 'req-9' })).code).toBe('notFound');
    expect(refusalOf(() => set({ id: 'date-9', expectedVersion: 1 })).code).toBe('notFound');
  });
});
