import type { Account } from '@noticeboard/domain/account';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Who } from '@noticeboard/domain/permissions';
import type { Plan } from '@noticeboard/domain/plan';
import { isInForce } from '@noticeboard/domain/rules/in-force';

/** An account as its session shows it. */
export type SignedIn = Pick<Account, 'id' | 'office'>;

/**
 * Gives who an account is on a notice today; null for a stranger to it. Roles are those in force on the day. An
 * installation's administrator is administrator of every notice, with or without a member row.
 * @param plan the current plan, whatever day is being looked at: roles are never those of the past
 */
export const whoIs = (plan: Plan, account: SignedIn, today: IsoDate): Who | null => {
  const member = plan.members.find((row) => row.accountId === account.id && isInForce(row, today));
  const administers = account.office === 'administrator';
  if (member === undefined)
    return administers ? { memberId: `account:${account.id}`, organisation: '', roles: ['administrator'] } : null;
  return {
    memberId: member.id,
    organisation: member.organisation,
    roles: administers ? [...new Set([...member.roles, 'administrator' as const])] : member.roles,
  };
};
