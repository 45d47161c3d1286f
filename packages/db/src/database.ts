import type { Clock } from '@noticeboard/domain/clock';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { publicError } from './errors.ts';
import { migrate, type DialectName } from './migrate.ts';
import { refuseUnsafePostgres } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';

/** Where queries go: the database itself, or a transaction on it. */
export type Connection = { kysely: Kysely<Tables>; dialect: DialectName };

/** An open database, on tables of this release, with the clock by which changes are recorded. */
export type Database = Connection & { clock: Clock; close: () => Promise<void> };

/** A SQLite file, or the address of a PostgreSQL (`postgres://…`). */
export type DatabaseTarget = { file: string } | { url: string };

function connect(target: DatabaseTarget): Connection {
  if ('file' in target)
    return { dialect: 'sqlite', kysely: new Kysely({ dialect: sqliteDialect(openSqlite(target.file)) }) };
  const pool = new Pool({ connectionString: target.url, max: 10, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is replaced by the pool; the next query that needs one says so if it can't be.
  pool.on('error', () => undefined);
  return { dialect: 'postgres', kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }) };
}

/**
 * Opens a database, refuses settings that could lose an acknowledged change, and brings its tables up to this release.
 * Several processes may do so at once.
 * @throws OperatorError with a sentence where the file is corrupt, can't be written, or the server can't be reached
 */
export async function openDatabase(target: DatabaseTarget, { clock }: { clock: Clock }): Promise<Database> {
  try {
    const connection = connect(target);
    try {
      if (connection.dialect === 'postgres') await refuseUnsafePostgres(connection.kysely);
      await migrate(connection.kysely, connection.dialect, clock.now());
    } catch (error) {
      await connection.kysely.destroy();
      throw error;
    }
    return { ...connection, clock, close: () => connection.kysely.destroy() };
  } catch (error) {
    throw publicError(error);
  }
}
