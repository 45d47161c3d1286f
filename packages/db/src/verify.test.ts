import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Connection, type Database } from './database.ts';
import { entityTables, ledgerEntities } from './entity-table.ts';
import {
  contentHashOf,
  entryHashOf,
  entryParameters,
  genesis,
  insertEntry,
  selectEntries,
  type Entry,
} from './entry.ts';
import { record, write } from './ledger.ts';
import { redact } from './redact.ts';
import type { Tables } from './schema.ts';
import { run } from './statement.ts';
import { createFolder, databases, openTestDatabase, sqlite } from './testing/databases.ts';
import { containing } from './testing/matchers.ts';
import { pick } from './testing/pick.ts';
import { recordSample, sampleAction, sampleChanges } from './testing/sample.ts';
import { parseHead, verify, verifyIn, type Verdict } from './verify.ts';

const checkedTables = [
  ...ledgerEntities.flatMap((entity) => [
    entityTables[entity].name,
    ...entityTables[entity].links.map(({ table }) => table),
  ]),
  'ledger_chain',
  'ledger_entry',
];

const about = { chain: 'n', actor: '@demonstration', reason: 'The first plan.' };

/** The sample, a change of one row, a redaction and an account: every kind of entry and a row in every table. */
async function fill(db: Database): Promise<void> {
  await write(db, about, async (writer) => {
    await record(writer, { entity: 'account', row: { id: 'a', office: 'none', state: 'active' }, expectedVersion: 0 });
    await recordSample(writer);
  });
  const row = sampleAction('n', { stage: 'inProgress' });
  await write(db, about, (writer) => record(writer, { entity: 'action', row, expectedVersion: 1 }));
  await redact(db, { chain: 'n', seq: 4, actor: '@command-line', reason: 'It named a child.' });
}

/** Changes the least that can be changed in a value: one character, or one in a number. */
function mutated(g: GeneratorValue, value: unknown): unknown {
  if (typeof value === 'number') return value + pick(g, [-1, 1]);
  if (typeof value !== 'string' || value === '') return 'x';
  const at = g(fc.nat, { max: value.length - 1 });
  return `${value.slice(0, at)}${value[at] === '1' ? '2' : '1'}${value.slice(at + 1)}`;
}

const undone = new Error('undone');

/** Runs a change that is undone afterwards. Says `refused` where the database itself would not take it. */
async function tried(db: Database, change: (connection: Connection) => Promise<unknown>): Promise<Verdict | 'refused'> {
  let verdict: Verdict | 'refused' = 'refused';
  await db.kysely
    .transaction()
    .execute(async (kysely: Kysely<Tables>) => {
      await change({ kysely, dialect: db.dialect });
      verdict = await verifyIn({ kysely, dialect: db.dialect });
      throw undone;
    })
    .catch((error: unknown) => {
      const { code } = error as { code?: string };
      if (error !== undone && !/^(SQLITE_CONSTRAINT|SQLITE_MISMATCH|22|23)/.test(code ?? '')) throw error;
    });
  return verdict;
}

describe.each(databases)('verify on $name', ({ create }) => {
  test('finds one changed byte in any column of any row of the ledger and the tables', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await fill(db);
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...checkedTables), async (g, table) => {
        const { rows } = await run<Record<string, unknown>>(db, `select * from "${table}"`, []);
        const row = pick(g, rows);
        const column = pick(g, Object.keys(row));
        const value = mutated(g, row[column]);
        const where = Object.entries(row)
          .map(([name, old]) => (old === null ? `"${name}" is null` : `"${name}" = ?`))
          .join(' and ');
        const olds = Object.values(row).filter((old) => old !== null);
        const verdict = await tried(db, (connection) =>
          run(connection, `update "${table}" set "${column}" = ? where ${where}`, [value, ...olds]),
        );
        if (verdict === 'refused') return;
        found += 1;
        expect(verdict, `${table}.${column}: ${String(row[column])} -> ${String(value)}`).toMatchObject({ ok: false });
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(50);
    expect(await verify(db)).toMatchObject({ ok: true });
  }, 60_000);

  test('finds a row that was added or taken away behind the ledger’s back', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await fill(db);
    const takenAway = await tried(db, ({ kysely }) => kysely.deleteFrom('milestone').execute());
    expect(takenAway).toMatchObject({
      ok: false,
      chain: 'n',
      seq: sampleChanges('n').findIndex(({ entity }) => entity === 'milestone') + 1,
      sentence: containing('milestone'),
    });
    const cut = await tried(db, ({ kysely }) => kysely.deleteFrom('ledger_entry').where('seq', '=', 7).execute());
    expect(cut).toMatchObject({ ok: false, chain: 'n', seq: 7, sentence: 'Entry 7 of n is missing.' });
    const added = await tried(db, ({ kysely }) =>
      kysely
        .insertInto('account')
        .values({
          id: 'b',
          version: 1,
          office: 'administrator',
          state: 'active',
          recorded_at: '2023-01-02T09:00:00.000Z',
          recorded_by: 'a',
        })
        .execute(),
    );
    expect(added).toMatchObject({ ok: false, chain: 'installation', sentence: containing('account') });
  });

  test('an entry whose text was erased without a redaction is found', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await fill(db);
    const erased = await tried(db, ({ kysely }) =>
      kysely
        .updateTable('ledger_entry')
        .set({ row_text: null, salt: null, reason: null })
        .where('chain', '=', 'n')
        .where('seq', '=', 2)
        .execute(),
    );
    expect(erased).toMatchObject({ ok: false, seq: 2, sentence: 'Entry 2 of n was erased, and no redaction says so.' });
  });

  test('a ledger written anew is whole in itself, and found against a head printed before', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    const { head } = await write(db, about, recordSample);
    const printed = parseHead(`${head.seq}:${head.hash.slice(0, 16)}`);
    expect(await verify(db, { head: printed })).toMatchObject({ ok: true });

    const { rows } = await run<Entry>(db, `${selectEntries} where chain = ? order by seq`, ['n']);
    await db.kysely.transaction().execute(async (kysely) => {
      const connection = { kysely, dialect: db.dialect };
      await kysely.deleteFrom('ledger_entry').execute();
      let before = genesis;
      for (const entry of rows) {
        const reason = 'Another reason.';
        const contentHash = contentHashOf(entry.salt ?? '', reason, entry.rowText ?? '');
        const hash = entryHashOf(before, { ...entry, contentHash });
        await run(connection, insertEntry, entryParameters({ ...entry, reason, contentHash, hash }));
        before = hash;
      }
      await kysely.updateTable('ledger_chain').set({ hash: before }).execute();
    });
    expect(await verify(db)).toMatchObject({ ok: true });
    expect(await verify(db, { head: printed })).toMatchObject({
      ok: false,
      seq: head.seq,
      sentence: containing('written anew'),
    });
    expect(await verify(db, { head: { seq: sampleChanges('n').length + 9, hash: head.hash } })).toMatchObject({
      ok: false,
    });
  });
});

test('one changed byte in an index of the SQLite file is found', async () => {
  await using opened = await openTestDatabase(sqlite.create);
  const { folder, remove } = await createFolder();
  const file = path.join(folder, 'noticeboard.db');
  await fill(opened.db);
  await sql`vacuum into ${file}`.execute(opened.db.kysely);
  const copy = await openDatabase({ file }, { clock: opened.clock });
  const pages = await run<{ rootpage: number }>(
    copy,
    `select rootpage from sqlite_schema where name = 'ledger_entry_at'`,
    [],
  );
  await copy.close();
  const content = await readFile(file);
  const at = content.indexOf('2023', ((pages.rows[0]?.rootpage ?? 0) - 1) * 4096);
  content.write('2022', at);
  await writeFile(file, content);
  const changed = await openDatabase({ file }, { clock: opened.clock });
  const verdict = await verify(changed);
  await changed.close();
  await remove();
  expect(verdict).toMatchObject({ ok: false, sentence: containing('damaged') });
});

test.each(['', '12', '12:xyz', ':9f86d081884c', '12:9f86'])('%j is no head', (text) => {
  expect(() => parseHead(text)).toThrow(/Give the head as it is printed/);
});
