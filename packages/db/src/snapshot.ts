import type { Connection } from './database.ts';

/**
 * Runs queries that see the database as it was at one moment, whoever writes meanwhile. Within a write they see what it sees:
 * its chain is locked.
 */
export const inSnapshot = <Result>(
  { kysely, dialect }: Connection,
  read: (connection: Connection) => Promise<Result>,
): Promise<Result> =>
  kysely.isTransaction
    ? read({ kysely, dialect })
    : kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((trx) => read({ kysely: trx, dialect }));
