import { expect, test } from 'vitest';
import { asMember, refusalOf } from '../testing/asking.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { setTargets, setTargetsInput } from './target.ts';

const plan = smallPlan();
const at = (months: number | null, value: string, expectedVersion = 0, on: string | null = null) => ({
  months,
  on,
  value,
  expectedVersion,
});
const setAll = (targets: object[], on = plan, approval: object = {}) =>
  setTargets(
    on,
    setTargetsInput.parse({ noticeId, measureId: 'measure-1.1', targets, reason: 'Agreed.', ...approval }),
    asMember('member-office', on),
  );
const set = recordedOn(plan, setAll([at(3, '40%'), at(6, '50%')]), '2023-09-25T09:00:00.000Z', 'member-office');

test('several targets are set, changed and withdrawn in one change', () => {
  expect(set.targets).toMatchObject([
    { months: 3, value: 40 },
    { months: 6, value: 50 },
  ]);
  const changes = setAll([at(12, '45'), at(6, '', 1), at(null, '55', 0, '2023-11-30')], set);
  expect(changes).toMatchObject([
    { expectedVersion: 0, row: { months: 12, value: 45 } },
    { expectedVersion: 1, row: { months: 6, withdrawnOn: today } },
    { expectedVersion: 0, row: { on: '2023-11-30', value: 55 } },
  ]);
});

test('a refusal says which of them it is about, and none is set', () => {
  expect(refusalOf(() => setAll([at(3, '40'), at(6, '140')]))).toEqual({
    code: 'invalid',
    sentence: 'A percentage must be between 0% and 100%.',
    field: 'targets.1.value',
  });
  expect(refusalOf(() => setAll([at(12, '')])).field).toBe('targets.0.value');
  expect(refusalOf(() => setAll([at(null, '1', 0, '2023-11-30'), at(null, '2', 0, '2023-11-30')]))).toMatchObject({
    sentence: 'There are two targets for that date. Take one out.',
    field: 'targets.1.on',
  });
  expect(refusalOf(() => setAll([at(9, '40')])).field).toBe('targets.0.months');
});

const approved = (approval: object) => setAll([at(3, '40%')], plan, approval);

test('who approved them and when is kept with each', () => {
  expect(approved({ approvedById: 'member-chair', approvedOn: '2023-09-20' })).toMatchObject([
    { row: { months: 3, approvedById: 'member-chair', approvedOn: '2023-09-20' } },
  ]);
});

test.each([
  [{ approvedById: 'member-chair' }, 'approvedOn', 'Enter the day on which it was approved.'],
  [{ approvedOn: '2023-09-20' }, 'approvedById', 'Choose who approved it, or leave its day empty.'],
  [{ approvedById: 'member-lead', approvedOn: '2023-09-20' }, 'approvedById', 'Only the chair or a board member'],
  [{ approvedById: 'nobody', approvedOn: '2023-09-20' }, 'approvedById', 'is not a member of this notice'],
  [{ approvedById: 'member-chair', approvedOn: '2023-09-26' }, 'approvedOn', 'must be today or earlier'],
  [{ approvedById: 'member-chair', approvedOn: '2023-03-30' }, 'approvedOn', 'when the notice was issued'],
])('an approval of %j is refused beside its field', (approval, field, sentence) => {
  const refusal = refusalOf(() => approved(approval));
  expect(refusal.field).toBe(field);
  expect(refusal.sentence).toContain(sentence);
});

const byChair = { approvedById: 'member-chair', approvedOn: '2023-09-20' };

const withChair = (over: object) => ({
  ...plan,
  members: plan.members.map((each) => (each.id === 'member-chair' ? { ...each, ...over } : each)),
});

test('an approval lies within the time that the approver has the role', () => {
  const at3 = [at(3, '40%')];
  expect(refusalOf(() => setAll(at3, withChair({ startsOn: '2023-09-21' }), byChair))).toMatchObject({
    sentence: 'Independent chair has no role here before 21 September 2023. Choose another approver, or a later day.',
    field: 'approvedOn',
  });
  expect(refusalOf(() => setAll(at3, withChair({ endsOn: '2023-09-19' }), byChair)).field).toBe('approvedOn');
  expect(setAll(at3, withChair({ startsOn: '2023-09-20', endsOn: '2023-09-20' }), byChair)).toHaveLength(1);
});

test.each([
  ['changed', '30'],
  ['withdrawn', ''],
])('a target whose day has come is %s with an approval only', (_, value) => {
  const targets = [at(6, '45', 1), at(3, value, 1)];
  expect(refusalOf(() => setAll(targets, set))).toEqual({
    code: 'invalid',
    sentence:
      '30 June 2023 has come, so this target is changed only with an approval. Choose who approved it, and enter the day.',
    field: 'approvedById',
  });
  expect(setAll(targets, set, byChair)).toMatchObject([{}, { row: byChair }]);
});

test('withdrawing it first is no way round that', () => {
  const [withdrawn] = setAll([at(3, '', 1)], set, byChair);
  if (!withdrawn) throw new Error('Nothing was withdrawn.');
  const gone = recordedOn(set, [withdrawn], '2023-09-25T10:00:00.000Z', 'member-office');
  expect(refusalOf(() => setAll([at(3, '30')], gone)).field).toBe('approvedById');
  expect(setAll([at(3, '30')], gone, byChair)).toHaveLength(1);
});

test('a value that stays keeps who approved it', () => {
  const approvedOnce = recordedOn(plan, approved(byChair), '2023-09-25T09:00:00.000Z', 'member-office');
  expect(setAll([at(3, '40%', 1)], approvedOnce)).toMatchObject([{ row: byChair }]);
});
