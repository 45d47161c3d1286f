import { expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aFamily, aFamilyMeasure } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createFamily,
  createFamilyInput,
  createFamilyMeasure,
  createFamilyMeasureInput,
  editFamily,
  editFamilyInput,
  editFamilyMeasure,
  editFamilyMeasureInput,
  withdrawFamily,
  withdrawFamilyMeasure,
} from './family.ts';

const office = asMember('member-office');
const row = { noticeId, recordedAt: '2023-04-03T09:00:00.000Z' };
const plan = smallPlan({
  families: [
    aFamily({ ...row, id: 'balance', title: 'Assessments in time' }),
    aFamily({ ...row, id: 'capacity', kind: 'capacity', title: 'Casework' }),
  ],
  familyMeasures: [
    aFamilyMeasure({ ...row, id: 'place-1', familyId: 'balance', measureId: 'measure-1.1', part: 'timeliness' }),
    aFamilyMeasure({ ...row, id: 'place-2', familyId: 'capacity', measureId: 'measure-1.2', part: 'openCases' }),
  ],
});

const place = (familyId: string, measureId: string, part: string) =>
  createFamilyMeasure(
    plan,
    createFamilyMeasureInput.parse({ noticeId, reason: 'Agreed.', familyId, measureId, part }),
    office,
  );

test('a family is added under a title of its own', () => {
  const input = createFamilyInput.parse({ noticeId, reason: 'Agreed.', kind: 'backlog', title: 'Reviews', note: null });
  expect(createFamily(plan, input, office)).toMatchObject([
    { entity: 'family', row: { kind: 'backlog', title: 'Reviews', withdrawnOn: null }, expectedVersion: 0 },
  ]);
  expect(refusalOf(() => createFamily(plan, { ...input, title: 'casework' }, office))).toEqual({
    code: 'invalid',
    sentence: 'There is already a family “casework”. Choose another title.',
    field: 'title',
  });
});

test('the kind of a family stays while a measure stands in it', () => {
  const input = editFamilyInput.parse({ ...edit('balance'), kind: 'backlog', title: 'Assessments', note: null });
  expect(refusalOf(() => editFamily(plan, input, office)).field).toBe('kind');
  expect(editFamily(plan, { ...input, kind: 'balance' }, office)).toMatchObject([{ row: { title: 'Assessments' } }]);
  const emptied = { ...plan, familyMeasures: [] };
  expect(editFamily(emptied, input, office)).toMatchObject([{ row: { kind: 'backlog' } }]);
});

test('a measure stands for a part of the family’s own kind, once', () => {
  expect(place('balance', 'measure-1.2', 'complaints')).toMatchObject([
    { entity: 'familyMeasure', row: { familyId: 'balance', measureId: 'measure-1.2', part: 'complaints' } },
  ]);
  expect(refusalOf(() => place('balance', 'measure-1.2', 'openCases')).sentence).toBe(
    '“Open cases” is no part of a family of the kind balance. Choose one from the list.',
  );
  expect(refusalOf(() => place('balance', 'measure-1.1', 'appeals')).field).toBe('measureId');
  expect(refusalOf(() => place('nowhere', 'measure-1.1', 'appeals')).code).toBe('notFound');
});

test('a part that is reckoned with has one measure, which counts', () => {
  expect(refusalOf(() => place('capacity', 'measure-1.1', 'openCases')).sentence).toBe(
    'Another measure is “Open cases” in this family. Withdraw it first.',
  );
  expect(refusalOf(() => place('capacity', 'measure-1.1', 'vacantPosts')).sentence).toBe(
    '“Vacant posts” is reckoned with, so its measure must be a count or a rate. 1.1 is in per cent.',
  );
  expect(place('capacity', 'measure-1.1', 'sickness')).toHaveLength(1);
});

test('a measure of a family may count another part, but not one of another kind', () => {
  const input = editFamilyMeasureInput.parse({ ...edit('place-2'), measureId: 'measure-1.2', part: 'caseload' });
  expect(editFamilyMeasure(plan, input, office)).toMatchObject([{ row: { part: 'caseload' }, expectedVersion: 1 }]);
  expect(refusalOf(() => editFamilyMeasure(plan, { ...input, part: 'appeals' }, office)).field).toBe('part');
});

test('a family is withdrawn with its places, and its measures stay', () => {
  const changes = withdrawFamily(plan, edit('balance'), office);
  expect(changes).toMatchObject([
    { entity: 'family', row: { id: 'balance', withdrawnOn: today } },
    { entity: 'familyMeasure', row: { id: 'place-1', withdrawnOn: today } },
  ]);
  const after = recordedOn(plan, changes, '2023-09-25T09:00:00.000Z', 'member-office');
  expect(after.measures.every(({ withdrawnOn }) => withdrawnOn === null)).toBe(true);
  expect(refusalOf(() => withdrawFamily(after, edit('balance', 2), office)).code).toBe('conflict');
  expect(withdrawFamilyMeasure(after, edit('place-2'), office)).toMatchObject([{ row: { withdrawnOn: today } }]);
});
