import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { fileHashOf, keepUpload, readFile, removeUnused, takeUpload } from './files.ts';
import { record, write } from './ledger.ts';
import { readPlan, readPlanAsAt } from './plan.ts';
import { redact } from './redact.ts';
import { databases, openTestDatabase, sqlite } from './testing/databases.ts';
import { containing } from './testing/matchers.ts';
import { recordSample, sampleFile } from './testing/sample.ts';
import { verify } from './verify.ts';

const about = { chain: 'n', actor: 'member-lead', reason: null };
const bytes = Buffer.from('Audit of August\n');
const upload = (different: Partial<Parameters<typeof keepUpload>[1]> = {}) => ({
  noticeId: 'n',
  memberId: 'member-lead',
  name: 'audit.txt',
  mediaType: 'text/plain',
  bytes,
  at: '2023-01-02T09:00:00.000Z',
  ...different,
});

/** Takes an upload and records evidence that names it. */
const recordEvidence = (db: Database, uploadId: string, id: string) =>
  write(db, about, async (writer) => {
    const file = await takeUpload(writer, { noticeId: 'n', memberId: 'member-lead', uploadId });
    const { seq } = await record(writer, {
      entity: 'evidence',
      row: sampleFile('n', id, file),
      expectedVersion: 0,
    });
    return { ...file, seq };
  });

/** Keeps a file and records evidence that names it. */
const addEvidence = async (db: Database, content: Buffer, id: string) => {
  const { uploadId } = await keepUpload(db, upload({ bytes: content }));
  return (await recordEvidence(db, uploadId, id)).result;
};

const countOf = async ({ kysely }: Database, table: 'file' | 'upload'): Promise<number> =>
  (await kysely.selectFrom(table).select('hash').execute()).length;

describe.each(databases)('files on $name', ({ create }) => {
  test('are kept once for each content, taken once by whoever sent them, and read as they were sent', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const first = await keepUpload(db, upload());
    const second = await keepUpload(db, upload({ name: 'audit-again.csv', mediaType: 'text/csv' }));
    expect(first).toMatchObject({ name: 'audit.txt', mediaType: 'text/plain', bytes: bytes.length });
    expect([await countOf(db, 'file'), await countOf(db, 'upload')]).toEqual([1, 2]);
    const { result } = await recordEvidence(db, second.uploadId, 'evidence-2');
    expect(result).toMatchObject({
      hash: fileHashOf(bytes),
      name: 'audit-again.csv',
      mediaType: 'text/csv',
      bytes: bytes.length,
    });
    expect(Buffer.from((await readFile(db, result.hash)) ?? [])).toEqual(bytes);
    expect(await readFile(db, fileHashOf(Buffer.from('another')))).toBeNull();
    await expect(recordEvidence(db, second.uploadId, 'evidence-3')).rejects.toMatchObject({
      code: 'invalid',
      message: 'Choose the file again.',
    });
  });

  test('are for nobody else to take, and stay to be taken where the change fails', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    await write(db, { ...about, chain: 'm' }, recordSample);
    const { uploadId } = await keepUpload(db, upload());
    for (const theirs of [
      { noticeId: 'n', memberId: 'member-deputy', uploadId },
      { noticeId: 'm', memberId: 'member-lead', uploadId },
      { noticeId: 'n', memberId: 'member-lead', uploadId: 'no-such-upload' },
    ])
      await expect(write(db, about, (writer) => takeUpload(writer, theirs))).rejects.toThrow('Choose the file again.');
    const failed = write(db, about, async (writer) => {
      await takeUpload(writer, { noticeId: 'n', memberId: 'member-lead', uploadId });
      throw new Error('halfway');
    });
    await expect(failed).rejects.toThrow('halfway');
    await expect(recordEvidence(db, uploadId, 'evidence-2')).resolves.toMatchObject({ result: { name: 'audit.txt' } });
  });

  test('stay within what the notice may hold, each content counted once', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const { kysely } = db;
    await kysely.updateTable('notice').set({ evidence_megabytes: 1 }).execute();
    const large = Buffer.alloc(700_000, 'a');
    await addEvidence(db, large, 'evidence-2');
    await keepUpload(db, upload({ bytes: large, name: 'the-same.txt' }));
    await expect(keepUpload(db, upload({ bytes: Buffer.alloc(400_000, 'b') }))).rejects.toMatchObject({
      code: 'invalid',
      message:
        'This notice may hold 1.0 MB of evidence. It holds 700 KB, and this file has 400 KB. Send a smaller file or a link, or ask the programme office to let the notice hold more.',
    });
    expect([await countOf(db, 'file'), await countOf(db, 'upload')]).toEqual([1, 1]);
    await keepUpload(db, upload({ bytes: Buffer.alloc(300_000, 'c') }));
    await expect(keepUpload(db, upload({ noticeId: 'unknown' }))).rejects.toMatchObject({ code: 'notFound' });
  });

  test('of two who send at once, no more is kept than the notice may hold', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    await db.kysely.updateTable('notice').set({ evidence_megabytes: 1 }).execute();
    const sent = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((letter) => keepUpload(db, upload({ bytes: Buffer.alloc(400_000, letter) }))),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await countOf(db, 'file')).toBe(2);
  });

  test('that were never taken go after their time, and what the ledger names stays', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const taken = await addEvidence(db, bytes, 'evidence-2');
    await keepUpload(db, upload({ bytes: Buffer.from('never taken') }));
    const late = await keepUpload(db, upload({ bytes: Buffer.from('just sent'), at: '2023-01-04T09:00:00.000Z' }));
    // Only an earlier entry of the ledger names this one; the row as it stands has a link.
    const replaced = await addEvidence(db, Buffer.from('replaced by a link'), 'evidence-3');
    const link = { fileHash: null, fileName: null, mediaType: null, bytes: null, url: 'https://example.org/audit' };
    await write(db, about, (writer) =>
      record(writer, {
        entity: 'evidence',
        row: { ...sampleFile('n', 'evidence-3', replaced), ...link },
        expectedVersion: 1,
      }),
    );
    expect(await removeUnused(db, '2023-01-02T09:00:00.000Z')).toBe(0);
    expect(await removeUnused(db, '2023-01-03T09:00:00.000Z')).toBe(1);
    expect(await readFile(db, fileHashOf(Buffer.from('never taken')))).toBeNull();
    for (const kept of [taken.hash, late.hash, replaced.hash]) expect(await readFile(db, kept)).not.toBeNull();
    expect(await removeUnused(db, '2023-01-05T09:00:00.000Z')).toBe(1);
    expect(await countOf(db, 'upload')).toBe(0);
  });

  test('are checked against the ledger: one that was changed or is missing is found, with the entry that names it', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    const { kysely } = db;
    await write(db, about, recordSample);
    const { hash, seq } = await addEvidence(db, bytes, 'evidence-2');
    await keepUpload(db, upload({ bytes: Buffer.from('not yet taken') }));
    expect(await verify(db)).toMatchObject({ ok: true });
    const changed = { ok: false, chain: 'n', seq, sentence: `The file that entry ${seq} of n names was changed.` };
    const altered = Buffer.from(bytes);
    altered[3] = 0x21;
    for (const set of [{ bytes: altered }, { size: bytes.length + 1 }, { bytes: bytes.subarray(1) }]) {
      await kysely.updateTable('file').set(set).where('hash', '=', hash).execute();
      expect(await verify(db)).toMatchObject(changed);
      await kysely.updateTable('file').set({ bytes, size: bytes.length }).where('hash', '=', hash).execute();
    }
    await kysely.deleteFrom('file').where('hash', '=', hash).execute();
    expect(await verify(db)).toMatchObject({
      ...changed,
      sentence: `Entry ${seq} of n names a file that is not there.`,
    });
    await kysely.updateTable('file').set({ bytes: altered }).execute();
    expect(await verify(db)).toMatchObject({ ok: false, seq: null, sentence: containing('which nothing names') });
  });

  test('go with the entry that named them when it is redacted, and the ledger says so and still verifies', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const { hash, seq } = await addEvidence(db, bytes, 'evidence-2');
    await keepUpload(db, upload());
    const { result, head } = await redact(db, { chain: 'n', seq, actor: '@command-line', reason: 'It named a child.' });
    expect(result).toEqual({ file: 'erased', pages: [] });
    expect([await readFile(db, hash), await countOf(db, 'upload')]).toEqual([null, 0]);
    expect(await verify(db)).toMatchObject({ ok: true });
    const told = await db.kysely.selectFrom('ledger_entry').select('row_text').where('seq', '=', head.seq).execute();
    expect(told).toEqual([{ row_text: `{"file":"erased","redacts":${seq}}` }]);
    const evidence = (await readPlan(db, 'n'))?.evidence.find(({ id }) => id === 'evidence-2');
    expect(evidence).toMatchObject({
      version: 2,
      fileHash: null,
      fileName: null,
      url: null,
      withdrawnOn: '2023-01-02',
    });
    expect(await readPlanAsAt(db, 'n', { seq })).toMatchObject({
      evidence: [{ id: 'evidence-1' }, { id: 'evidence-2', fileHash: null }, { id: 'letter-1' }],
    });
  });

  test('stay while another entry names them, which is told', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const first = await addEvidence(db, bytes, 'evidence-2');
    const second = await addEvidence(db, bytes, 'evidence-3');
    const redaction = { chain: 'n', actor: '@command-line', reason: 'It named a child.' };
    const kept = await redact(db, { ...redaction, seq: first.seq });
    expect(kept.result.file).toEqual({ chain: 'n', seq: second.seq });
    expect(await readFile(db, first.hash)).not.toBeNull();
    expect(await verify(db)).toMatchObject({ ok: true });
    expect((await redact(db, { ...redaction, seq: second.seq })).result.file).toBe('erased');
    expect(await readFile(db, first.hash)).toBeNull();
    expect(await verify(db)).toMatchObject({ ok: true });
  });

  test('of evidence that was withdrawn go once both entries that name them are redacted', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const file = await addEvidence(db, bytes, 'evidence-2');
    const { result: withdrawal } = await write(db, about, (writer) =>
      record(writer, {
        entity: 'evidence',
        row: { ...sampleFile('n', 'evidence-2', file), withdrawnOn: '2023-01-02' },
        expectedVersion: 1,
      }),
    );
    const redaction = { chain: 'n', actor: '@command-line', reason: 'It named a child.' };
    expect((await redact(db, { ...redaction, seq: file.seq })).result.file).toEqual({
      chain: 'n',
      seq: withdrawal.seq,
    });
    expect((await redact(db, { ...redaction, seq: withdrawal.seq })).result.file).toBe('erased');
    expect(await countOf(db, 'file')).toBe(0);
    expect(await verify(db)).toMatchObject({ ok: true });
    // What names no file is redacted as ever.
    await expect(redact(db, { ...redaction, seq: 1 })).rejects.toThrow(/Correct the row first/);
  });
});

test('what was in an erased file stands nowhere in the file of SQLite, nor in its log', async () => {
  await using opened = await openTestDatabase(sqlite.create);
  const { db, target } = opened;
  await write(db, about, recordSample);
  const { seq } = await addEvidence(db, Buffer.from('A child is named here. '.repeat(2_000)), 'evidence-2');
  const file = 'file' in target ? target.file : '';
  const found = () => [file, `${file}-wal`].filter((each) => readFileSync(each).includes('A child is named'));
  expect(found()).not.toEqual([]);
  await redact(db, { chain: 'n', seq, actor: '@command-line', reason: 'It named somebody.' });
  expect(found()).toEqual([]);
});
