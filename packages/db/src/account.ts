import type { Account } from '@noticeboard/domain/account';
import type { Kept } from '@noticeboard/domain/fields';
import type { Member } from '@noticeboard/domain/member';
import type { Connection } from './database.ts';
import { entityTables } from './entity-table.ts';
import { readRow, readRows } from './rows.ts';
import { installation } from './entry.ts';
import { run } from './statement.ts';

/** Gives an account of the installation; null where there is none with this id. */
export const readAccount = (connection: Connection, id: string): Promise<Kept<Account> | null> =>
  readRow(connection, 'account', { noticeId: installation, id });

/** Gives every account of the installation, in no order. */
export const readAccounts = (connection: Connection): Promise<Kept<Account>[]> =>
  readRows(connection, 'account', installation);

/** Gives the members that an account is, over all notices, in no order. */
export async function readMembersOf(connection: Connection, accountId: string): Promise<Kept<Member>[]> {
  const { rows } = await run<Kept<Member> & { roles: unknown }>(
    connection,
    `${entityTables.member.select} where account_id = ?`,
    [accountId],
  );
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles as unknown as string) as Member['roles'] }));
}
