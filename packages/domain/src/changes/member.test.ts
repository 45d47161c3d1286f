import { expect, test } from 'vitest';
import { asMember, refusalOf } from '../testing/asking.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { membersOf } from '../views/members.ts';
import { addMember, addMemberInput } from './member.ts';

const plan = smallPlan();
const add = (title: string, more: object = {}) =>
  addMember(
    plan,
    addMemberInput.parse({ noticeId, title, organisation: 'Testshire Council', reason: 'Leads it.', ...more }),
    asMember('member-office'),
  );

test('a lead without an account is an officer from today, whatever roles are asked for', () => {
  expect(add('Head of casework', { roles: ['administrator'], accountId: 'account-1' })).toMatchObject([
    { entity: 'member', row: { accountId: null, roles: ['officer'], startsOn: today, endsOn: null } },
  ]);
});

test('nobody is added twice', () => {
  const known = plan.members[0];
  expect(refusalOf(() => add(known?.title.toUpperCase() ?? ''))).toMatchObject({ code: 'invalid', field: 'title' });
});

test('a notice that was withdrawn takes nobody more', () => {
  const withdrawn = { ...plan, notice: { ...plan.notice, withdrawnOn: today } };
  const input = addMemberInput.parse({ noticeId, title: 'Lead', organisation: 'Council', reason: 'Leads it.' });
  expect(refusalOf(() => addMember(withdrawn, input, asMember('member-office'))).code).toBe('conflict');
});

test('the list says of each whether they can sign in', () => {
  const [first, ...others] = plan.members;
  if (!first) throw new Error('The small plan has no members.');
  const known = { ...plan, members: [{ ...first, accountId: 'account-1' }, ...others] };
  const rows = membersOf(known, today, new Map([['account-1', 'invited']]));
  expect(rows.find(({ id }) => id === first.id)?.account).toBe('invited');
  expect(new Set(rows.filter(({ id }) => id !== first.id).map(({ account }) => account))).toEqual(new Set(['none']));
});
