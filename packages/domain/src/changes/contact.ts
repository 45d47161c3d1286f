/** The e-mail address of a member without an account, which stands outside the plan, and what the plan says of mail to them. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import type { Change, Plan } from '../plan.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { emailAddress, memberIn } from './member.ts';
import { edited } from './rows.ts';

/** Sets the address of a member; null erases it. */
export const setContactInput = z.object({ noticeId: id, id, email: emailAddress.nullable() });
/** Says that mail to a member came back to somebody. */
export const cameBackInput = z.object({ noticeId: id, id });
/** Says that mail to a member may be sent again. */
export const writeAgainInput = z.object({ noticeId: id, id });

const arrivesAgain = (row: Plan['members'][number]): Change[] =>
  row.mailBouncedOn === null ? [] : [edited('member', row, { mailBouncedOn: null }, row.version)];

/**
 * Checks that a member may be given an address. A new address forgets that mail to the one before came back.
 * @throws DomainError where they have an account, whose address is used
 */
export const setContact = (plan: Plan, { id: memberId }: z.output<typeof setContactInput>): Change[] => {
  const row = memberIn(plan, memberId);
  if (row.accountId !== null) {
    throw new DomainError(
      'invalid',
      `${row.title} has an account, and is written to at the address that they sign in with.`,
      'email',
    );
  }
  return arrivesAgain(row);
};

/** Forgets that mail to a member came back, so that they are written to again. */
export const writeAgain = (plan: Plan, { id: memberId }: z.output<typeof writeAgainInput>): Change[] => {
  const row = memberIn(plan, memberId);
  if (row.mailBouncedOn === null)
    throw new DomainError('conflict', `Mail to ${row.title} has not come back. They are written to already.`);
  return arrivesAgain(row);
};

/** Records the day on which mail to a member came back for good, the first time that it does. */
export const mailCameBack = (plan: Plan, memberId: string, today: IsoDate): Change[] => {
  const row = memberIn(plan, memberId);
  return row.mailBouncedOn === null ? [edited('member', row, { mailBouncedOn: today }, row.version)] : [];
};

/**
 * Records by hand that mail to a member came back, which a mail server may say days later and to somebody else.
 * @throws DomainError where it came back already
 */
export const reportCameBack = (
  plan: Plan,
  { id: memberId }: z.output<typeof cameBackInput>,
  { today }: Pick<By, 'today'>,
): Change[] => {
  const { title, mailBouncedOn } = memberIn(plan, memberId);
  if (mailBouncedOn !== null)
    throw new DomainError(
      'conflict',
      `Mail to ${title} came back on ${formatDate(mailBouncedOn)} already. They are not written to.`,
    );
  return mailCameBack(plan, memberId, today);
};
