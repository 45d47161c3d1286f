import { describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { fileHashOf, keepUpload, readFile, removeUnused, takeUpload } from './files.ts';
import { record, write } from './ledger.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample, sampleFile } from './testing/sample.ts';

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
    await record(writer, { entity: 'evidence', row: sampleFile('n', id, file), expectedVersion: 0 });
    return file;
  });

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
    expect(result).toEqual({
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
    const { uploadId } = await keepUpload(db, upload({ bytes: large }));
    await recordEvidence(db, uploadId, 'evidence-2');
    await keepUpload(db, upload({ bytes: large, name: 'the-same.txt' }));
    await expect(keepUpload(db, upload({ bytes: Buffer.alloc(400_000, 'b') }))).rejects.toMatchObject({
      code: 'invalid',
      message:
        'This notice may hold 1 MB of evidence. It holds 0.7 MB, and this file has 0.4 MB. Send a smaller file or a link, or ask the programme office to let the notice hold more.',
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
    const taken = await keepUpload(db, upload());
    await recordEvidence(db, taken.uploadId, 'evidence-2');
    await keepUpload(db, upload({ bytes: Buffer.from('never taken') }));
    const late = await keepUpload(db, upload({ bytes: Buffer.from('just sent'), at: '2023-01-04T09:00:00.000Z' }));
    // Only an earlier entry of the ledger names this one; the row as it stands has a link.
    const replaced = await keepUpload(db, upload({ bytes: Buffer.from('replaced by a link') }));
    const { result } = await recordEvidence(db, replaced.uploadId, 'evidence-3');
    const link = { fileHash: null, fileName: null, mediaType: null, bytes: null, url: 'https://example.org/audit' };
    await write(db, about, (writer) =>
      record(writer, {
        entity: 'evidence',
        row: { ...sampleFile('n', 'evidence-3', result), ...link },
        expectedVersion: 1,
      }),
    );
    expect(await removeUnused(db, '2023-01-02T09:00:00.000Z')).toBe(0);
    expect(await removeUnused(db, '2023-01-03T09:00:00.000Z')).toBe(1);
    expect(await readFile(db, fileHashOf(Buffer.from('never taken')))).toBeNull();
    for (const kept of [taken.hash, late.hash, result.hash]) expect(await readFile(db, kept)).not.toBeNull();
    expect(await removeUnused(db, '2023-01-05T09:00:00.000Z')).toBe(1);
    expect(await countOf(db, 'upload')).toBe(0);
  });
});
