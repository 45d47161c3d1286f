import { aFrozen } from '@noticeboard/domain/testing/rows';
import { describe, expect, test } from 'vitest';
import type { Database } from './database.ts';
import { fileHashOf, keepFile, readFile, removeUnused } from './files.ts';
import { record, write } from './ledger.ts';
import { readPlan } from './plan.ts';
import { redact } from './redact.ts';
import { databases, openTestDatabase } from './testing/databases.ts';
import { recordSample, sampleAction } from './testing/sample.ts';
import { parseHead, verify } from './verify.ts';

const about = { chain: 'n', actor: 'member-lead', reason: null };
const redaction = { chain: 'n', actor: '@command-line', reason: 'It named a child.' };

/** Freezes a page at the head of the ledger, and gives its hash and position. */
const freezePage = async (db: Database, page: string, number = 2) => {
  const { result } = await write(db, about, async (writer) => {
    const head = writer.positions.get('n');
    const bytes = Buffer.from(page);
    const fileHash = await keepFile(writer, bytes, writer.now);
    const {
      addedAt: _first,
      recordedAt: _at,
      recordedBy: _by,
      version: _version,
      ...row
    } = aFrozen({
      noticeId: 'n',
      id: `frozen-${number}`,
      byId: 'member-lead',
      number,
      seq: head?.seq ?? 0,
      hash: head?.hash ?? '',
      fileHash,
      bytes: bytes.length,
    });
    const { seq } = await record(writer, { entity: 'frozen', row, expectedVersion: 0 });
    return { fileHash, seq, head: `${row.seq}:${row.hash.slice(0, 16)}` };
  });
  return result;
};

/** Gives the action of the sample another title, and says where that was recorded. */
const retitle = async (db: Database, title: string, expectedVersion: number, different = {}) => {
  const row = sampleAction('n', { title, ...different });
  const { result } = await write(db, about, (writer) => record(writer, { entity: 'action', row, expectedVersion }));
  return result.seq;
};

const frozenIn = async (db: Database, id = 'frozen-2') =>
  (await readPlan(db, 'n'))?.frozen.find((row) => row.id === id);

describe.each(databases)('pages of frozen documents on $name', ({ create }) => {
  test('are files that the ledger names: kept from the sweep, checked, and no part of the quota', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const { fileHash, seq } = await freezePage(db, '<p>A page</p>');
    expect(await removeUnused(db, '2099-01-01T00:00:00.000Z')).toBe(0);
    expect(await verify(db)).toMatchObject({ ok: true });
    await db.kysely
      .updateTable('file')
      .set({ bytes: Buffer.from('<p>A pagE</p>') })
      .execute();
    expect(await verify(db)).toMatchObject({ seq, sentence: `The file that entry ${seq} of n names was changed.` });
    await db.kysely.deleteFrom('file').where('hash', '=', fileHash).execute();
    expect(await verify(db)).toMatchObject({ seq, sentence: `Entry ${seq} of n names a file that is not there.` });
  });

  test('go with what they hold of an erased entry, and what was printed on them still verifies', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const named = await retitle(db, 'Find a place for Anna Ó’Brien & her sister', 1);
    const holding = await freezePage(db, '<td>Find a place for <b>Anna</b> Ó’Brien &amp; her sister</td>', 2);
    const after = await freezePage(db, '<td>Find a place for two children</td>', 3);
    await retitle(db, 'Find a place for two children', 2);
    const { result, head } = await redact(db, { ...redaction, seq: named });
    expect(result).toMatchObject({ file: null, pages: [{ id: 'frozen-2', fileHash: holding.fileHash }] });
    expect(await readFile(db, holding.fileHash)).toBeNull();
    expect(await readFile(db, after.fileHash)).not.toBeNull();
    expect(await frozenIn(db)).toMatchObject({ version: 2, fileHash: null, bytes: null, number: 2 });
    expect(await verify(db, { head: parseHead(holding.head) })).toMatchObject({ ok: true });
    const told = await db.kysely.selectFrom('ledger_entry').select('row_text').where('seq', '=', head.seq).execute();
    expect(told).toEqual([{ row_text: `{"pages":["frozen-2"],"redacts":${named}}` }]);
  });

  test('stay where they hold only what still stands, and go where a number was changed, which no page can show apart', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const first = await retitle(db, 'Appoint caseworkers', 1, { holdPeriods: 4 });
    await freezePage(db, '<td>Appoint caseworkers, whom Anna Ó’Brien wants</td>');
    const second = await retitle(db, 'Appoint caseworkers', 2, { holdPeriods: 4, organisation: 'Anna' });
    await retitle(db, 'Appoint caseworkers', 3, { holdPeriods: 4 });
    expect((await redact(db, { ...redaction, seq: second })).result.pages).toEqual([]);
    await retitle(db, 'Appoint caseworkers', 4, { holdPeriods: 5 });
    expect((await redact(db, { ...redaction, seq: first })).result.pages).toHaveLength(1);
    expect(await verify(db)).toMatchObject({ ok: true });
  });

  test('go with the entry of the document itself, which stands without them', async () => {
    await using opened = await openTestDatabase(create);
    const { db } = opened;
    await write(db, about, recordSample);
    const page = '<p>A page</p>';
    const { seq } = await freezePage(db, page);
    expect((await redact(db, { ...redaction, seq })).result).toEqual({ file: 'erased', pages: [] });
    expect(await readFile(db, fileHashOf(Buffer.from(page)))).toBeNull();
    expect(await frozenIn(db)).toMatchObject({ version: 2, fileHash: null });
    expect(await verify(db)).toMatchObject({ ok: true });
  });
});
