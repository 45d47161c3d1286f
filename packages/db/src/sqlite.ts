import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { isThere, makeFolder } from './folder.ts';
import { OperatorError } from './operator-error.ts';

/** Statements kept prepared; the ledger and the readers use about a hundred. */
const mostStatements = 300;

/** How long a writer waits for its turn, in milliseconds. */
const patience = 10_000;

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';

/** Runs queries on prepared statements, which are kept: preparing one costs more than running it. */
function createConnection(database: BetterSqlite.Database): DatabaseConnection {
  const kept = new Map<string, BetterSqlite.Statement>();
  const prepare = (text: string) => {
    const found = kept.get(text);
    if (found) return found;
    const statement = database.prepare(text);
    if (kept.size >= mostStatements) kept.clear();
    kept.set(text, statement);
    return statement;
  };
  const execute = <Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> => {
    const statement = prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
  return {
    // SQLite itself would wait for the write lock without letting this process do anything else.
    executeQuery: async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      const deadline = performance.now() + patience;
      for (;;) {
        try {
          return execute<Row>(query);
        } catch (error) {
          if (!isBusy(error) || database.inTransaction || performance.now() > deadline) throw error;
        }
        await pause(2);
      }
    },
    streamQuery: async function* <Row>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
      for (const row of database.prepare(sql).iterate(...parameters)) yield { rows: [row as Row] };
    },
  };
}

/**
 * Begins a transaction that writes by taking the write lock at once: one that began by reading could fail half way, when
 * another process wrote in between. A transaction that only reads takes no lock.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #connection: DatabaseConnection;
  readonly #database: BetterSqlite.Database;

  constructor(database: BetterSqlite.Database) {
    super({ database });
    this.#connection = createConnection(database);
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  // SQLite itself rolls back on a full disk; a second rollback would fail, and hide why the first was needed.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

/** Gives the Kysely dialect over an open SQLite connection. */
export const sqliteDialect = (database: BetterSqlite.Database): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new ImmediateSqliteDriver(database),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

/**
 * Reads the settings of a connection back and refuses those under which an acknowledged change could be lost.
 * @throws OperatorError
 */
export function refuseUnsafeSqlite(database: BetterSqlite.Database): void {
  const read = (pragma: string) => database.pragma(pragma, { simple: true });
  if (read('journal_mode') !== 'wal')
    throw new OperatorError(
      'SQLite could not use its write-ahead log on this disk, so a change could be lost. Keep the data folder on a local disk.',
    );
  if (Number(read('synchronous')) < 2)
    throw new OperatorError(
      'SQLite is set not to wait for the disk (synchronous below FULL), so a change could be lost. Set it to FULL.',
    );
  if (read('foreign_keys') !== 1)
    throw new OperatorError('SQLite is set not to check references between rows (foreign_keys off). Switch them on.');
}

/**
 * Makes the file where it is missing: it holds hashes of passwords and e-mail addresses, so only its owner may read it, and
 * its log files take its mode. A file that is there is left alone: closing it would let go of SQLite's own locks on it.
 */
function createPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

/**
 * Opens a SQLite file durably, making it and its folder where they are missing.
 * @throws OperatorError where the settings are not safe; errors of the disk as SQLite and Node give them
 */
export function openSqlite(file: string): BetterSqlite.Database {
  if (file !== ':memory:') {
    makeFolder(path.dirname(path.resolve(file)));
    createPrivate(file);
  }
  const database = new BetterSqlite(file, { timeout: patience });
  try {
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = full');
    database.pragma('fullfsync = on');
    database.pragma('checkpoint_fullfsync = on');
    database.pragma('foreign_keys = on');
    // What a redaction or a correction takes out must not stay readable in the free space of the file.
    database.pragma('secure_delete = on');
    // In kibibytes: what the plans and the head of the ledger of a busy installation need.
    database.pragma('cache_size = -65536');
    refuseUnsafeSqlite(database);
    database.pragma('busy_timeout = 20');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Says whether another connection, of this process or another, has a SQLite file open; false for what is no database. */
export function isInUse(file: string): boolean {
  try {
    const database = new BetterSqlite(file, { timeout: 0, fileMustExist: true });
    try {
      // Only a connection that is alone may read what it keeps for itself; nothing is written.
      database.pragma('locking_mode = exclusive');
      database.prepare('select count(*) from sqlite_schema').get();
      return false;
    } finally {
      database.close();
    }
  } catch (error) {
    return isBusy(error);
  }
}
