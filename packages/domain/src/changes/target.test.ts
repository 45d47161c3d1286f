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
const setAll = (targets: object[], on = plan) =>
  setTargets(
    on,
    setTargetsInput.parse({ noticeId, measureId: 'measure-1.1', targets, reason: 'Agreed.' }),
    asMember('member-office', on),
  );
const set = recordedOn(plan, setAll([at(3, '40%'), at(6, '50%')]), '2023-09-25T09:00:00.000Z', 'member-office');

test('several targets are set, changed and withdrawn in one change', () => {
  expect(set.targets).toMatchObject([
    { months: 3, value: 40 },
    { months: 6, value: 50 },
  ]);
  const changes = setAll([at(3, '45', 1), at(6, '', 1), at(null, '55', 0, '2023-11-30')], set);
  expect(changes).toMatchObject([
    { expectedVersion: 1, row: { months: 3, value: 45 } },
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

const approved = (approval: object) =>
  setTargets(
    plan,
    setTargetsInput.parse({
      noticeId,
      measureId: 'measure-1.1',
      targets: [at(3, '40%')],
      reason: 'Agreed.',
      ...approval,
    }),
    asMember('member-office', plan),
  );

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
])('an approval of %j is refused beside its field', (approval, field, sentence) => {
  const refusal = refusalOf(() => approved(approval));
  expect(refusal.field).toBe(field);
  expect(refusal.sentence).toContain(sentence);
});
