import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import { statements as first } from './migrations/0001-plan-ledger-and-accounts.ts';
import { statements as second } from './migrations/0002-reporting-and-evidence.ts';
import { statements as third } from './migrations/0003-families-and-commentary.ts';
import { statements as fourth } from './migrations/0004-mail-not-needed.ts';
import { statements as fifth } from './migrations/0005-meetings-and-frozen.ts';
import { OperatorError } from './operator-error.ts';
import type { Tables } from './schema.ts';

export type DialectName = 'sqlite' | 'postgres';

/** What differs between the databases when a table is made. */
export type Types = {
  text: string;
  number: string;
  boolean: string;
  instant: string;
  bytes: string;
  table: (name: string, columns: string) => string;
};

/** What differs between the databases, for the statements of a migration. */
export const types: Record<DialectName, Types> = {
  sqlite: {
    text: 'text',
    number: 'real',
    boolean: 'integer',
    instant: 'text',
    bytes: 'blob',
    table: (name, columns) => `create table "${name}" (${columns}) strict`,
  },
  postgres: {
    // Texts are compared by their bytes, as SQLite and JavaScript compare them, whatever the locale of the server.
    text: 'text collate "C"',
    number: 'double precision',
    boolean: 'boolean',
    instant: 'timestamptz',
    bytes: 'bytea',
    table: (name, columns) => `create table "${name}" (${columns})`,
  },
};

const migrations = [
  { name: '0001-plan-ledger-and-accounts', statements: first },
  { name: '0002-reporting-and-evidence', statements: second },
  { name: '0003-families-and-commentary', statements: third },
  { name: '0004-mail-not-needed', statements: fourth },
  { name: '0005-meetings-and-frozen', statements: fifth },
];

/** The newest migration of this release; a backup names it. */
export const newestMigration = migrations.at(-1)?.name ?? '';

// Any number does, as long as every release takes the same one.
const lockKey = 20_230_330;

async function migrateIn(trx: Transaction<Tables>, dialect: DialectName, now: string): Promise<void> {
  if (dialect === 'postgres') {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx);
    // Rows that are moved to a new table are checked at once: with a check that still waits, it can be neither renamed nor indexed.
    await sql`set constraints all immediate`.execute(trx);
  }
  await trx.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  const applied = new Set((await trx.selectFrom('migration').select('name').execute()).map(({ name }) => name));
  const known = new Set(migrations.map(({ name }) => name));
  if ([...applied].some((name) => !known.has(name)))
    throw new OperatorError(
      'This database was made by a newer release of Noticeboard. Install that release, or restore a backup made by this one.',
    );
  for (const { name, statements } of migrations.filter((migration) => !applied.has(migration.name))) {
    for (const statement of statements(types[dialect])) await trx.executeQuery(CompiledQuery.raw(statement));
    await trx.insertInto('migration').values({ name, applied_at: now }).execute();
  }
}

/**
 * Brings the tables up to this release, in one transaction that other processes wait for.
 * @throws OperatorError where the database was made by a newer release
 */
export async function migrate(kysely: Kysely<Tables>, dialect: DialectName, now: string): Promise<void> {
  await kysely.transaction().execute((trx) => migrateIn(trx, dialect, now));
}
