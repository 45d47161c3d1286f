/** Where the members of notices are written to, and by which way each of them can answer. */
import { readAddresses, readContacts, setContact, type Address } from '@noticeboard/db/contact';
import type { Connection } from '@noticeboard/db/database';
import type { Way } from '@noticeboard/db/mail';
import { revokeUpdateLinks } from '@noticeboard/db/update-link';
import type { Notice } from '@noticeboard/domain/notice';

/** Gives where the members of a notice are written to, by member id; whoever has no address is not in it. */
export const addressesOf = async (connection: Connection, noticeId: string): Promise<Map<string, Address>> =>
  new Map((await readAddresses(connection, noticeId)).map((address) => [address.memberId, address]));

/** Gives how a person can answer: signed in where they can sign in, else by link where the notice allows it. */
export const wayOf = ({ account }: Pick<Address, 'account'>, { linkDays }: Pick<Notice, 'linkDays'>): Way => {
  if (account === 'active') return 'pages';
  return linkDays > 0 ? 'link' : 'office';
};

/**
 * Changes the address that was given for a member; null erases it. What was sent to another address before must not go on opening
 * what is due from them. To be called inside a transaction.
 * @param writtenTo where they are written to from now on, where that is the address of an account
 */
export const changeContact = async (
  connection: Connection,
  { noticeId, memberId }: Pick<Address, 'noticeId' | 'memberId'>,
  email: string | null,
  writtenTo: string | null = email,
): Promise<void> => {
  const before = (await readContacts(connection, noticeId)).get(memberId) ?? null;
  await setContact(connection, { noticeId, memberId, email });
  if (before !== writtenTo) await revokeUpdateLinks(connection, { noticeId, memberId, now: new Date().toISOString() });
};
