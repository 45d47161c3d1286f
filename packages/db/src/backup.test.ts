import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { backup, restore } from './backup.ts';
import { readContacts, setContact } from './contact.ts';
import { openDatabase, type Database } from './database.ts';
import { fileHashOf, keepUpload, readFile as readKept, takeUpload } from './files.ts';
import { record, write } from './ledger.ts';
import { readPlan, readPlanAsAt } from './plan.ts';
import { createFolder, createTestClock, databases, openTestDatabase, sqlite } from './testing/databases.ts';
import { recordSample, sampleAction, sampleFile } from './testing/sample.ts';
import { verify } from './verify.ts';

const about = { chain: 'n', actor: '@demonstration', reason: null };

const user = (db: Database) => ({
  id: 'a',
  name: 'Lead',
  email: 'lead@example.org',
  emailVerified: db.dialect === 'sqlite' ? 1 : true,
  image: null,
  createdAt: '2023-01-02T09:00:00.000Z',
  updatedAt: '2023-01-02T09:00:00.000Z',
});

async function fill(db: Database): Promise<void> {
  await write(db, about, recordSample);
  await db.kysely.insertInto('auth_user').values(user(db)).execute();
  await setContact(db, { noticeId: 'n', memberId: 'member-lead', email: 'given@example.org' });
  const draft = { about: 'action action-1', body: '{"words":"Half a sentence"}', saved_at: '2023-01-02T09:00:00.000Z' };
  await db.kysely
    .insertInto('draft')
    .values({ ...draft, notice_id: 'n', member_id: 'member-lead' })
    .execute();
  for (const file of files) await addFile(db, file);
}

/** Every byte there is, over more than one line of base64 and of a page of the database. */
const files = ['a', 'b', 'c'].map((letter) =>
  Buffer.concat([Buffer.from(letter), Buffer.from(Array.from({ length: 20_000 }, (_, index) => index % 256))]),
);

/** Keeps a file, and evidence that names it. */
async function addFile(db: Database, bytes: Buffer): Promise<void> {
  const theirs = { noticeId: 'n', memberId: 'member-lead' };
  const sent = { name: 'data.csv', mediaType: 'text/csv', bytes, at: '2023-01-02T09:00:00.000Z' };
  const { uploadId, hash } = await keepUpload(db, { ...theirs, ...sent });
  await write(db, about, async (writer) => {
    const file = await takeUpload(writer, { ...theirs, uploadId });
    const row = sampleFile('n', `file-${hash.slice(0, 8)}`, file);
    await record(writer, { entity: 'evidence', row, expectedVersion: 0 });
  });
}

const pairs = databases.flatMap((from) => databases.map((to) => ({ from, to, name: `${from.name} to ${to.name}` })));

describe.each(pairs)('a backup from $name', ({ from, to }) => {
  test('taken while changes are recorded, restores whole and verifies', async () => {
    await using source = await openTestDatabase(from.create);
    await using sink = await openTestDatabase(to.create);
    const { folder, remove } = await createFolder();
    const file = path.join(folder, 'backup');
    await fill(source.db);
    const busy = await openDatabase(source.target, { clock: source.clock });
    const load = (async () => {
      for (let version = 1; version <= 30; version += 1)
        await write(busy, about, (writer) =>
          record(writer, {
            entity: 'action',
            row: sampleAction('n', { title: `Title ${version}` }),
            expectedVersion: version,
          }),
        );
    })();
    await backup(source.db, file);
    await load;
    await busy.close();

    await restore(file, sink.target, { clock: sink.clock });
    await remove();
    expect(await verify(sink.db)).toMatchObject({ ok: true });
    const plan = await readPlan(sink.db, 'n');
    expect(plan).not.toBeNull();
    expect(plan).toEqual(await readPlanAsAt(source.db, 'n', { seq: plan?.head.seq ?? 0 }));
    const [restored] = await sink.db.kysely.selectFrom('auth_user').selectAll().execute();
    expect(restored).toMatchObject({ id: 'a', email: 'lead@example.org', emailVerified: user(sink.db).emailVerified });
    for (const bytes of files) {
      const kept = await readKept(sink.db, fileHashOf(bytes));
      expect(Buffer.from(kept ?? []).equals(bytes)).toBe(true);
    }
    expect(await sink.db.kysely.selectFrom('draft').select('body').execute()).toEqual([
      { body: '{"words":"Half a sentence"}' },
    ]);
    expect(await readContacts(sink.db, 'n')).toEqual(new Map([['member-lead', 'given@example.org']]));
    expect(new Date(restored?.createdAt ?? 0).toISOString()).toBe('2023-01-02T09:00:00.000Z');
  });
});

describe.each(databases)('restoring on $name', ({ create }) => {
  test('refuses a database that is not empty unless told to overwrite it', async () => {
    await using opened = await openTestDatabase(create);
    const { db, target, clock } = opened;
    const { folder, remove } = await createFolder();
    const file = path.join(folder, 'backup');
    await fill(db);
    await backup(db, file);
    const change = { entity: 'action', row: sampleAction('n', { title: 'Later' }), expectedVersion: 1 } as const;
    const { head } = await write(db, about, (writer) => record(writer, change));
    await expect(restore(file, target, { clock })).rejects.toThrow(/not empty/);
    expect((await readPlan(db, 'n'))?.head).toEqual(head);
    await restore(file, target, { clock, overwrite: true });
    await remove();
    expect((await readPlan(db, 'n'))?.head.seq).toBe(head.seq - 1);
    expect(await verify(db)).toMatchObject({ ok: true });
  });

  test('refuses a file that is damaged, cut short, altered or no backup, and changes nothing', async () => {
    await using opened = await openTestDatabase(create);
    const { db, target, clock } = opened;
    const { folder, remove } = await createFolder();
    const file = path.join(folder, 'backup');
    await fill(db);
    await backup(db, file);
    const before = await readPlan(db, 'n');
    const whole = await readFile(file);
    const text = gunzipSync(whole).toString();
    const cases: [string | Buffer, RegExp][] = [
      [whole.subarray(0, whole.length - 40), /damaged or cut short/],
      [gzipSync(text.replace('Appoint caseworkers', 'Appoint Caseworkers')), /damaged or cut short/],
      [gzipSync(text.split('\n').slice(0, 5).join('\n')), /damaged or cut short/],
      [gzipSync(text.replace('"format":1', '"format":2')), /newer release/],
      [gzipSync('{"a":1}\n'), /not a backup/],
      ['no backup', /not a backup/],
      ['', /damaged or cut short|not a backup/],
    ];
    for (const [content, sentence] of cases) {
      await writeFile(file, content);
      await expect(restore(file, target, { clock, overwrite: true })).rejects.toThrow(sentence);
    }
    await remove();
    await expect(restore(file, target, { clock, overwrite: true })).rejects.toThrow(/can’t be read/);
    expect(await readPlan(db, 'n')).toEqual(before);
  });
});

test('a backup that lacks a file which its ledger names is not restored', async () => {
  await using source = await openTestDatabase(sqlite.create);
  await using sink = await openTestDatabase(sqlite.create);
  const { folder, remove } = await createFolder();
  const file = path.join(folder, 'backup');
  await fill(source.db);
  await source.db.kysely
    .deleteFrom('file')
    .where('hash', '=', fileHashOf(files[1] ?? Buffer.alloc(0)))
    .execute();
  await backup(source.db, file);
  await expect(restore(file, sink.target, { clock: sink.clock })).rejects.toThrow(/names a file that is not there/);
  await remove();
  expect(await readPlan(sink.db, 'n')).toBeNull();
});

test('what was sent and is not yet evidence, mail and links are not in a backup', async () => {
  await using source = await openTestDatabase(sqlite.create);
  const { db, target, clock } = source;
  const { folder, remove } = await createFolder();
  const file = path.join(folder, 'backup');
  await fill(db);
  const sent = { name: 'data.csv', mediaType: 'text/csv', bytes: Buffer.from('sent'), at: clock.now() };
  await keepUpload(db, { noticeId: 'n', memberId: 'member-lead', ...sent });
  await backup(db, file);
  await restore(file, target, { clock, overwrite: true });
  await remove();
  for (const table of ['upload', 'mail', 'update_link', 'calendar_link'] as const)
    expect(await db.kysely.selectFrom(table).select('id').execute()).toEqual([]);
});

test('a backup to a folder, or to one that is not there, says so and leaves nothing', async () => {
  await using opened = await openTestDatabase(sqlite.create);
  for (const file of ['/nowhere/backup', '/dev/null/backup', tmpdir()])
    await expect(backup(opened.db, file)).rejects.toThrow(`${file} can’t be written.`);
  expect(existsSync(`${tmpdir()}.partial`)).toBe(false);
});

test('the ledger of the first release still verifies and folds', async () => {
  const { folder, remove } = await createFolder();
  const target = { file: path.join(folder, 'noticeboard.db') };
  const clock = createTestClock();
  await restore(path.join(import.meta.dirname, '../fixtures/release-0.1.backup'), target, { clock });
  const db = await openDatabase(target, { clock });
  const verdict = await verify(db);
  const plan = await readPlan(db, 'exampleshire');
  const asAt = await readPlanAsAt(db, 'exampleshire', { seq: plan?.head.seq ?? 0 });
  await db.close();
  await remove();
  expect(verdict).toMatchObject({ ok: true });
  expect(plan).toEqual(asAt);
  expect(plan).toMatchObject({
    notice: { checkpointMonths: [3, 6, 12, 18] },
    actions: [{ stage: 'inProgress', areaIds: ['area-2', 'area-1'] }, {}],
  });
});
