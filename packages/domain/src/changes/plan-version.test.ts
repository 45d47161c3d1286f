import { describe, expect, test } from 'vitest';
import type { Plan } from '../plan.ts';
import { agreedVersionOf } from '../rules/plan-version.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { anAction, aPlanVersion, ownSource } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  checkPlanVersion,
  datesFixedBy,
  recordPlanVersion,
  recordPlanVersionInput,
  withdrawPlanVersion,
} from './plan-version.ts';

const by = asMember('member-office');
const input = {
  noticeId,
  kind: 'agreed',
  title: 'The plan, agreed',
  on: '2023-07-31',
  evidenceId: null,
  note: null,
  standsOn: null,
  freeze: false,
  reason: 'Plan agreed',
  ...ownSource,
} as const;
const head = { seq: 20, hash: 'a'.repeat(64) };
const [first, second] = smallPlan().actions;
if (!first || !second) throw new Error('The small plan has two actions.');
// Due on 31 October when it was added; moved before the plan was agreed.
const plan = smallPlan({ actions: [{ ...first, currentDue: '2023-11-30' }, second], head });
const record = (before: Plan, version: Plan = before, over: object = {}): Plan =>
  recordedOn(
    before,
    recordPlanVersion(before, { ...input, ...over }, { version, day: today, frozenId: null }, by),
    '2023-09-25T09:00:00.000Z',
    'member-office',
  );

describe('an agreed version', () => {
  test('is a position of the ledger, and sets the original date of each action to the one that it had there', () => {
    const after = record(plan);
    expect(after.planVersions[0]).toMatchObject({ ...head, kind: 'agreed', day: today, byId: 'member-office' });
    expect(after.actions.map(({ originalDue, currentDue }) => [originalDue, currentDue])).toEqual([
      ['2023-11-30', '2023-11-30'],
      ['2023-10-31', '2023-10-31'],
    ]);
    expect(datesFixedBy(plan, plan)).toHaveLength(2);
    expect(after.actions.map((action) => agreedVersionOf(after, action)?.id)).toEqual(['new-1', 'new-1']);
  });

  test('never moves what an earlier agreed version set, and sets that of an action which came later', () => {
    const agreed = record(plan);
    const later = anAction({ ...second, id: 'action-9', code: '9.01', addedAt: '2023-09-26T09:00:00.000Z' });
    const moved: Plan = {
      ...agreed,
      actions: [...agreed.actions.map((action) => ({ ...action, currentDue: '2024-01-31' })), later],
    };
    expect(datesFixedBy(moved, moved).map(({ action }) => action.id)).toEqual(['action-9']);
    expect(agreedVersionOf(moved, later)).toBeNull();
  });

  test('sets no date that another one set before, also where it is recorded later of an earlier position', () => {
    const agreed = record(plan);
    const earlier = aPlanVersion({ noticeId, id: 'earlier', seq: 9, day: today, addedAt: '2023-09-26T09:00:00.000Z' });
    const both = { ...agreed, planVersions: [...agreed.planVersions, earlier] };
    const set = agreed.planVersions[0]?.id;
    expect(both.actions.map((action) => agreedVersionOf(both, action)?.id)).toEqual([set, set]);
  });

  test('takes the dates of its own position, not of today', () => {
    const version = {
      ...plan,
      actions: [{ ...first, currentDue: '2023-10-01' }],
      head: { seq: 9, hash: 'b'.repeat(64) },
    };
    const after = record(plan, version);
    expect(after.planVersions[0]).toMatchObject({ seq: 9 });
    expect(after.actions[0]).toMatchObject({ originalDue: '2023-10-01', currentDue: '2023-11-30' });
  });
});

test('a version of another kind leaves the original dates alone', () => {
  expect(record(plan, plan, { kind: 'submitted' }).actions[0]?.originalDue).toBe('2023-10-31');
});

test('a version is refused on a day to come, twice of one kind and day, and with evidence that is not there', () => {
  const ask = (over: object, of: Plan = plan) => refusalOf(() => checkPlanVersion(of, { ...input, ...over }, today));
  expect(ask({ on: '2024-01-01' })).toMatchObject({ field: 'on' });
  expect(ask({ standsOn: '2024-01-01' })).toMatchObject({ field: 'standsOn' });
  expect(ask({ evidenceId: 'none' }).code).toBe('notFound');
  expect(ask({}, { ...plan, planVersions: [aPlanVersion({})] })).toEqual({
    code: 'conflict',
    sentence:
      '“Accelerated Progress Plan, agreed” is recorded as agreed on 31 July 2023 already. Withdraw it first, or correct the day of “The plan, agreed”.',
    field: 'on',
  });
  expect(recordPlanVersionInput.safeParse({ ...input, kind: 'lost' }).success).toBe(false);
});

test('a version that was withdrawn sets no date any more, and what it set stays', () => {
  const agreed = record(plan);
  const changes = withdrawPlanVersion(agreed, edit(agreed.planVersions[0]?.id ?? ''), by);
  const without = recordedOn(agreed, changes, '2023-09-25T10:00:00.000Z', 'member-office');
  expect(without.actions[0]?.originalDue).toBe('2023-11-30');
  expect(without.actions.map((action) => agreedVersionOf(without, action))).toEqual([null, null]);
  expect(datesFixedBy(without, without)).toHaveLength(2);
});
