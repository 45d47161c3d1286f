import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { restore } from './backup.ts';
import { openDatabase, type Connection, type DatabaseTarget } from './database.ts';
import { entityTables, type LedgerEntity } from './entity-table.ts';
import { record, write } from './ledger.ts';
import { takeMail } from './mail.ts';
import { types } from './migrate.ts';
import { statements as first } from './migrations/0001-plan-ledger-and-accounts.ts';
import { statements as second } from './migrations/0002-reporting-and-evidence.ts';
import { statements as third } from './migrations/0003-families-and-commentary.ts';
import { statements as fourth } from './migrations/0004-mail-not-needed.ts';
import { readPlan, readPlanAsAt } from './plan.ts';
import type { Tables } from './schema.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';
import { run } from './statement.ts';
import { createTestClock, databases, openTestDatabase } from './testing/databases.ts';
import { sampleChanges } from './testing/sample.ts';
import { verify } from './verify.ts';

/** Each release that left its ledger, and the migrations that it had. */
const releases = [
  {
    release: '0.1',
    closesFrom: '2023-01-01',
    families: 0,
    migrations: [{ name: '0001-plan-ledger-and-accounts', statements: first }],
  },
  {
    release: '0.2',
    closesFrom: '2023-03-30',
    families: 0,
    migrations: [
      { name: '0001-plan-ledger-and-accounts', statements: first },
      { name: '0002-reporting-and-evidence', statements: second },
    ],
  },
  {
    release: '0.3',
    closesFrom: '2023-03-30',
    families: 1,
    migrations: [
      { name: '0001-plan-ledger-and-accounts', statements: first },
      { name: '0002-reporting-and-evidence', statements: second },
      { name: '0003-families-and-commentary', statements: third },
      { name: '0004-mail-not-needed', statements: fourth },
    ],
  },
];
type Release = (typeof releases)[number];

const fixtureOf = ({ release }: Release): string =>
  path.join(import.meta.dirname, `../fixtures/release-${release}.backup`);
const clock = createTestClock();

type Row = Record<string, unknown>;
type Entry = { kind: string; entity: LedgerEntity; entity_id: string; at: string; actor: string; row_text: string };

/** What a release left in its backup, a list of rows for each table. */
const left = (of: Release): Map<string, Row[]> => {
  const tables = new Map<string, Row[]>();
  for (const text of gunzipSync(readFileSync(fixtureOf(of)))
    .toString()
    .trim()
    .split('\n')) {
    const { table, row } = JSON.parse(text) as { table?: string; row: Row };
    if (table !== undefined) tables.set(table, [...(tables.get(table) ?? []), row]);
  }
  return tables;
};

const connectTo = (target: DatabaseTarget): Connection =>
  'file' in target
    ? { dialect: 'sqlite', kysely: new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(target.file)) }) }
    : {
        dialect: 'postgres',
        kysely: new Kysely<Tables>({
          dialect: new PostgresDialect({ pool: new Pool({ connectionString: target.url }) }),
        }),
      };

const insert = (connection: Connection, table: string, row: Row) =>
  run(
    connection,
    `insert into "${table}" (${Object.keys(row)
      .map((column) => `"${column}"`)
      .join(', ')}) values (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  );

const snake = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Writes a row into the tables of its release, which have the columns that the row has and no more. */
async function insertOld(connection: Connection, { entity, at, actor, row_text: text }: Entry): Promise<void> {
  const { name, links } = entityTables[entity];
  const row = JSON.parse(text) as Row;
  const linked = new Set(links.map(({ field }) => field));
  const columns = Object.entries(row)
    .filter(([field]) => !linked.has(field))
    .map(([field, value]): [string, unknown] => [snake(field), Array.isArray(value) ? JSON.stringify(value) : value]);
  await insert(connection, name, { ...Object.fromEntries(columns), recorded_at: at, recorded_by: actor });
  for (const { field, table, owner, linked: other } of links)
    for (const [position, id] of (row[field] as string[]).entries())
      await insert(connection, table, { notice_id: row['noticeId'], [owner]: row['id'], position, [other]: id });
}

/** Makes a database as a release left it: its tables and no others, its ledger, its rows. */
async function asReleased(of: Release, target: DatabaseTarget): Promise<void> {
  const { kysely, dialect } = connectTo(target);
  await kysely.transaction().execute(async (trx) => {
    const connection = { kysely: trx, dialect };
    await run(connection, 'create table migration (name text not null primary key, applied_at text not null)', []);
    for (const { name, statements } of of.migrations) {
      for (const statement of statements(types[dialect])) await trx.executeQuery(CompiledQuery.raw(statement));
      await insert(connection, 'migration', { name, applied_at: clock.now() });
    }
    const tables = left(of);
    for (const [table, rows] of tables) for (const row of rows) await insert(connection, table, row);
    const latest = new Map<string, Entry>();
    for (const row of tables.get('ledger_entry') ?? []) {
      const entry = row as Entry;
      if (entry.kind !== 'redaction') latest.set(`${entry.entity} ${entry.entity_id}`, entry);
    }
    for (const entry of latest.values()) await insertOld(connection, entry);
  });
  await kysely.destroy();
}

const cases = databases.flatMap(({ name, create }) =>
  releases.map((of) => ({ name, create, of, release: of.release })),
);

describe.each(cases)('a database of release $release on $name', ({ create, of }) => {
  test('is brought up to this release as it is opened: it verifies, holds what a restore of its backup holds, and goes on', async () => {
    await using restored = await openTestDatabase(create);
    await restore(fixtureOf(of), restored.target, { clock });
    const { target, remove } = await create();
    await asReleased(of, target);
    const db = await openDatabase(target, { clock });
    expect(await verify(db)).toMatchObject({ ok: true });
    const plan = await readPlan(db, 'exampleshire');
    expect(plan).toMatchObject({
      notice: { reportEvery: 'monthly', reportsCloseFrom: of.closesFrom, casesPerWorker: null, quorumPresent: 3 },
      readings: [{ setAside: null }],
      targets: [{ approvedById: null }],
      meetings: [],
    });
    expect(plan?.families).toHaveLength(of.families);
    expect(plan?.challenges.every(({ areaId, forum }) => areaId === null && forum === 'board')).toBe(true);
    expect(plan).toEqual(await readPlan(restored.db, 'exampleshire'));
    expect(plan).toEqual(await readPlanAsAt(db, 'exampleshire', { seq: plan?.head.seq ?? 0 }));

    const added = sampleChanges('exampleshire').find(({ entity }) => entity === 'risk');
    await write(db, { chain: 'exampleshire', actor: '@command-line', reason: null }, async (writer) => {
      if (added) await record(writer, added);
    });
    expect(await verify(db)).toMatchObject({ ok: true });
    expect((await readPlan(db, 'exampleshire'))?.risks).toMatchObject([
      { id: 'risk-1', areaIds: ['area-2', 'area-1'] },
    ]);
    await db.close();
    await remove();
  });
});

describe.each(databases)('the outbox of release 0.2 on $name', ({ create }) => {
  test('keeps the mail that waits, and what it says', async () => {
    const { target, remove } = await create();
    const [, of] = releases;
    if (!of) throw new Error('There is no release 0.2.');
    await asReleased(of, target);
    const old = connectTo(target);
    const waiting = { id: 'mail-1', recipient: 'a@x.test', day: '2023-04-03', subject: '1 update is late' };
    const times = { next_try_at: clock.now(), problem: null, made_at: clock.now(), done_at: null };
    await old.kysely.transaction().execute(async (kysely) => {
      const connection = { ...old, kysely };
      await insert(connection, 'mail', { ...waiting, state: 'queued', tries: 0, ...times });
      await insert(connection, 'mail_part', {
        mail_id: 'mail-1',
        notice_id: 'exampleshire',
        member_id: 'member-lead',
        position: 0,
        body: 'What is late.',
        way: 'office',
      });
    });
    await old.kysely.destroy();
    const db = await openDatabase(target, { clock });
    expect(await takeMail(db, Date.now())).toMatchObject({ ...waiting, tries: 1, parts: [{ body: 'What is late.' }] });
    await db.close();
    await remove();
  });
});
