/** Where the members of notices are written to, and by which way each of them can answer. */
import { readAddresses, type Address } from '@noticeboard/db/contact';
import type { Connection } from '@noticeboard/db/database';
import type { Way } from '@noticeboard/db/mail';
import type { Notice } from '@noticeboard/domain/notice';

/** Gives where the members of a notice are written to, by member id; whoever has no address is not in it. */
export const addressesOf = async (connection: Connection, noticeId: string): Promise<Map<string, Address>> =>
  new Map((await readAddresses(connection, noticeId)).map((address) => [address.memberId, address]));

/** Gives how a person can answer: signed in where they can sign in, else by link where the notice allows it. */
export const wayOf = ({ account }: Pick<Address, 'account'>, { linkDays }: Pick<Notice, 'linkDays'>): Way => {
  if (account === 'active') return 'pages';
  return linkDays > 0 ? 'link' : 'office';
};
