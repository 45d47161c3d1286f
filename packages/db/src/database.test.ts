import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { publicError } from './errors.ts';
import { record, write } from './ledger.ts';
import { readPlan } from './plan.ts';
import { isInUse, refuseUnsafeSqlite } from './sqlite.ts';
import { createFolder, createTestClock, databases, openTestDatabase, postgres, sqlite } from './testing/databases.ts';
import { containing } from './testing/matchers.ts';
import { startPostgres } from './testing/postgres.ts';
import { recordSample, sampleAction } from './testing/sample.ts';
import { verify } from './verify.ts';

const clock = createTestClock();
const about = { chain: 'n', actor: '@demonstration', reason: null };

describe.each(databases)('opening $name', ({ create }) => {
  test('several at once make the tables once, and a second start keeps what is there', async () => {
    const { target, remove } = await create();
    const open = () => openDatabase(target, { clock });
    const [first, ...others] = await Promise.all([open(), open(), open()]);
    await write(first, about, recordSample);
    await Promise.all([first, ...others].map((db) => db.close()));
    const again = await openDatabase(target, { clock });
    expect(await readPlan(again, 'n')).not.toBeNull();
    await again.close();
    await remove();
  });

  test('a database of a newer release is refused and left as it is', async () => {
    await using opened = await openTestDatabase(create);
    await opened.db.kysely.insertInto('migration').values({ name: '9999-later', applied_at: clock.now() }).execute();
    await expect(openDatabase(opened.target, { clock })).rejects.toThrow(/newer release/);
  });

  test('a failure within a write keeps nothing of it, and the next write goes through', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    const failed = write(db, about, async (writer) => {
      await recordSample(writer);
      throw new Error('halfway');
    });
    await expect(failed).rejects.toThrow('halfway');
    expect(await readPlan(db, 'n')).toBeNull();
    await write(db, about, recordSample);
    expect(await verify(db)).toMatchObject({ ok: true });
  });
});

describe('PostgreSQL', () => {
  test.each(['off', 'local', 'remote_write'])('synchronous_commit %s is refused', async (setting) => {
    await using opened = await openTestDatabase(postgres.create);
    const { db, target } = opened;
    const { pathname } = new URL('url' in target ? target.url : '');
    await sql`alter database ${sql.id(pathname.slice(1))} set synchronous_commit = ${sql.lit(setting)}`.execute(
      db.kysely,
    );
    await expect(openDatabase(target, { clock })).rejects.toThrow(/synchronous_commit .* could be lost/);
  });

  test('fsync off is refused', async () => {
    const { url, stop } = await startPostgres(['fsync=off']);
    await expect(openDatabase({ url }, { clock })).rejects.toThrow(/fsync off, so a change could be lost/);
    await stop();
  });

  test('a server that can’t be reached is named in a sentence', async () => {
    const target = { url: 'postgres://noticeboard@127.0.0.1:1/none' };
    await expect(openDatabase(target, { clock })).rejects.toMatchObject({
      name: 'OperatorError',
      message: containing('can’t be reached'),
    });
  });
});

describe('SQLite', () => {
  test('keeps its files for their owner alone', async () => {
    const { folder, remove } = await createFolder();
    const file = path.join(folder, 'data', 'noticeboard.sqlite');
    const db = await openDatabase({ file }, { clock });
    await write(db, about, recordSample);
    const modes = ['', '-wal', '-shm'].map(async (ending) => (await stat(file + ending)).mode & 0o777);
    expect(await Promise.all(modes)).toEqual([0o600, 0o600, 0o600]);
    await db.close();
    await remove();
  });

  test.each([
    ['synchronous = normal', /synchronous/],
    ['synchronous = off', /synchronous/],
    ['journal_mode = delete', /write-ahead log/],
    ['foreign_keys = off', /foreign_keys/],
  ])('%s is refused', async (pragma, sentence) => {
    const { folder, remove } = await createFolder();
    const database = new BetterSqlite(path.join(folder, 'a.db'));
    for (const safe of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on']) database.pragma(safe);
    expect(() => refuseUnsafeSqlite(database)).not.toThrow();
    database.pragma(pragma);
    expect(() => refuseUnsafeSqlite(database)).toThrow(sentence);
    database.close();
    await remove();
  });

  test('a database in memory is refused, since it keeps nothing', async () => {
    await expect(openDatabase({ file: ':memory:' }, { clock })).rejects.toMatchObject({ name: 'OperatorError' });
  });

  test('a file that is no database is refused in a sentence, and left as it is', async () => {
    const { folder, remove } = await createFolder();
    const file = path.join(folder, 'noticeboard.db');
    await writeFile(file, 'Not a database. '.repeat(500));
    await expect(openDatabase({ file }, { clock })).rejects.toMatchObject({
      name: 'OperatorError',
      message: containing('damaged'),
    });
    await remove();
  });

  test('a database whose pages were overwritten is refused in a sentence', async () => {
    await using opened = await openTestDatabase(sqlite.create);
    const { folder, remove } = await createFolder();
    const file = path.join(folder, 'noticeboard.db');
    await write(opened.db, about, recordSample);
    await sql`vacuum into ${file}`.execute(opened.db.kysely);
    const copy = await openDatabase({ file }, { clock });
    await copy.close();
    const content = await readFile(file);
    content.fill(0xff, 4096);
    await writeFile(file, content);
    await expect(openDatabase({ file }, { clock })).rejects.toMatchObject({
      name: 'OperatorError',
      message: containing('damaged'),
    });
    await remove();
  });

  test('a folder that can’t be written is named in a sentence', async () => {
    const { folder, remove } = await createFolder();
    await writeFile(path.join(folder, 'file'), '');
    // The first holds for every user; the second is a folder where not even root may make a file.
    for (const file of [path.join(folder, 'file', 'noticeboard.db'), '/sys/noticeboard/noticeboard.db'])
      await expect(openDatabase({ file }, { clock })).rejects.toMatchObject({
        name: 'OperatorError',
        message: containing('can’t be opened for writing'),
      });
    await remove();
  });

  test('tells whether a file is open elsewhere, before it is removed', async () => {
    const { target, remove } = await sqlite.create();
    const file = 'file' in target ? target.file : '';
    expect(isInUse(file)).toBe(false);
    const db = await openDatabase(target, { clock });
    expect(isInUse(file)).toBe(true);
    await db.close();
    expect(isInUse(file)).toBe(false);
    await writeFile(file, 'Not a database. '.repeat(500));
    expect(isInUse(file)).toBe(false);
    await remove();
  });

  test('a transaction that SQLite itself rolled back is refused with its own error', async () => {
    await using opened = await openTestDatabase(sqlite.create);
    const { kysely } = opened.db;
    const refused = kysely.transaction().execute(async (trx) => {
      await sql`insert or rollback into migration (name, applied_at) select name, applied_at from migration`.execute(
        trx,
      );
    });
    await expect(refused).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
    expect(await verify(opened.db)).toMatchObject({ ok: true });
  });

  test('a full disk refuses the change in a sentence, keeps nothing of it, and harms nothing', async () => {
    await using opened = await openTestDatabase(sqlite.create);
    const { db } = opened;
    await write(db, about, recordSample);
    const before = await readPlan(db, 'n');
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db.kysely);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db.kysely);
    const large = write(db, about, async (writer) => {
      for (let version = 1; version <= 50; version += 1)
        await record(writer, {
          entity: 'action',
          row: sampleAction('n', { successCriteria: 'Enough. '.repeat(500) }),
          expectedVersion: version,
        });
    });
    await expect(large).rejects.toMatchObject({
      name: 'OperatorError',
      message: containing('disk is full'),
    });
    expect(await readPlan(db, 'n')).toEqual(before);
    await sql`pragma max_page_count = 1000000`.execute(db.kysely);
    await write(db, about, (writer) =>
      record(writer, { entity: 'action', row: sampleAction('n'), expectedVersion: 1 }),
    );
    expect(await verify(db)).toMatchObject({ ok: true });
  });
});

test('what only PostgreSQL can’t keep is refused in a sentence, as what was entered', async () => {
  await using opened = await openTestDatabase(postgres.create);
  const { kysely } = opened.db;
  for (const query of [
    sql`select 1 from ledger_chain where seq = ${9_007_199_254_740_991}`,
    sql`select 1 from ledger_chain where chain = ${'\u0000'}`,
  ])
    expect(await query.execute(kysely).catch(publicError)).toMatchObject({ name: 'DomainError', code: 'invalid' });
});
