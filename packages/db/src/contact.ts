import type { Account } from '@noticeboard/domain/account';
import type { Connection } from './database.ts';
import { run } from './statement.ts';

/** Where a member of a notice is written to. `account` is the state of their account; null for one who has none. */
export type Address = { noticeId: string; memberId: string; email: string; account: Account['state'] | null };

const selectAddresses = `select contact.notice_id as "noticeId", contact.member_id as "memberId", contact.email, null as "account"
  from contact join member on member.notice_id = contact.notice_id and member.id = contact.member_id
  where member.account_id is null
  union all
  select member.notice_id, member.id, auth_user.email, account.state
  from member join auth_user on auth_user.id = member.account_id join account on account.id = member.account_id`;

/**
 * Gives where the members of every notice are written to: the address of their account, else the one that was given for them.
 * Whoever has neither is not among them.
 * @param noticeId leaves out the other notices
 */
export async function readAddresses(connection: Connection, noticeId?: string): Promise<Address[]> {
  const { rows } =
    noticeId === undefined
      ? await run<Address>(connection, selectAddresses, [])
      : await run<Address>(connection, `select * from (${selectAddresses}) found where "noticeId" = ?`, [noticeId]);
  return rows;
}

/** Gives the e-mail addresses that were given for members without an account, by member id. */
export async function readContacts({ kysely }: Connection, noticeId: string): Promise<Map<string, string>> {
  const rows = await kysely
    .selectFrom('contact')
    .select(['member_id', 'email'])
    .where('notice_id', '=', noticeId)
    .execute();
  return new Map(rows.map(({ member_id, email }) => [member_id, email]));
}

/**
 * Sets the e-mail address of a member who has no account.
 * @param email in lower case; null erases it for good, since it stands outside the ledger
 */
export async function setContact(
  { kysely }: Connection,
  { noticeId, memberId, email }: { noticeId: string; memberId: string; email: string | null },
): Promise<void> {
  await kysely.deleteFrom('contact').where('notice_id', '=', noticeId).where('member_id', '=', memberId).execute();
  if (email !== null)
    await kysely.insertInto('contact').values({ notice_id: noticeId, member_id: memberId, email }).execute();
}
