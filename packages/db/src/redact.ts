import { londonDay } from '@noticeboard/domain/calendar';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { Evidence } from '@noticeboard/domain/evidence';
import type { Frozen } from '@noticeboard/domain/frozen';
import type { Database } from './database.ts';
import { canonicalText, selectEntries, type Entry } from './entry.ts';
import { entryNaming } from './files.ts';
import { pagesHolding, takeOutPage } from './frozen-pages.ts';
import { append, record, write, type Writer, type Written } from './ledger.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';

/**
 * What became of the file that a redacted entry named: nothing, since it named none; `erased`; or still there, because another
 * entry names it too.
 */
type FileOfRedacted = null | 'erased' | { chain: string; seq: number };

/** What went with a redacted entry: its file, and the frozen documents whose pages held its words. */
export type Redacted = { file: FileOfRedacted; pages: Frozen[] };

/** Says whether an entry holds the row as it stands now. */
async function stands(writer: Writer, { chain, entity, entityId, version }: Entry): Promise<boolean> {
  const { rows } = await run(
    writer,
    `select 1 from ledger_entry where chain = ? and entity = ? and entity_id = ? and version > ? limit 1`,
    [chain, entity, entityId, version],
  );
  return rows.length === 0;
}

type Named = { entity: 'evidence'; row: Evidence } | { entity: 'frozen'; row: Frozen };

/** Gives the row of an entry that may name a file. */
const namedIn = ({ entity, rowText, schemaVersion }: Entry): Named | null =>
  (entity === 'evidence' || entity === 'frozen') && rowText !== null
    ? ({ entity, row: rowOf(entity, rowText, schemaVersion) } as Named)
    : null;

/** Withdraws evidence without its file, so that the entry that named the file no longer holds the row as it stands. */
async function takeOutFile(writer: Writer, { version, ...row }: Evidence): Promise<void> {
  const withdrawnOn = row.withdrawnOn ?? londonDay(writer.now);
  const none = { fileHash: null, fileName: null, mediaType: null, bytes: null };
  await record(writer, { entity: 'evidence', row: { ...row, ...none, withdrawnOn }, expectedVersion: version });
}

async function eraseFile(writer: Writer, hash: string | null | undefined): Promise<FileOfRedacted> {
  if (hash === null || hash === undefined) return null;
  const naming = await entryNaming(writer, hash);
  if (naming) return naming;
  await run(writer, 'delete from upload where hash = ?', [hash]);
  await run(writer, 'delete from file where hash = ?', [hash]);
  return 'erased';
}

/** Erases the pages of frozen documents that hold what an entry said, and gives the documents. */
async function erasePages(writer: Writer, entry: Entry): Promise<Frozen[]> {
  const holding = await pagesHolding(writer, entry);
  for (const frozen of holding) {
    await takeOutPage(writer, frozen);
    await eraseFile(writer, frozen.fileHash);
  }
  return holding;
}

/**
 * Erases the row, the reason and the salt of one entry for good, and records that it was done. The chain still verifies, for
 * it runs over the salted hash. What stands now can't be erased so: it is corrected first, and then the older entry redacted.
 *
 * Where the entry is of evidence with a file, the file is erased with it, unless another entry names the same content. For
 * that, evidence that stands is withdrawn without its file first; its words stay, to be corrected by whoever keeps the plan.
 * The page of a frozen document goes with the entry of the document, and with any entry whose words stand in it: see
 * `pagesHolding`. The document stands, without its page.
 * @param what the chain and position of the entry; who redacts it, and why, in words that do not repeat what is erased
 * @returns what became of the file, and the documents that lost their page
 * @throws DomainError where the entry is not there, is redacted already, or holds the row as it stands now
 */
export async function redact(
  db: Database,
  { chain, seq, actor, reason }: { chain: string; seq: number; actor: string; reason: string },
): Promise<Written<Redacted>> {
  const written = await write(db, { chain, actor, reason }, async (writer) => {
    const found = await run<Entry>(writer, `${selectEntries} where chain = ? and seq = ?`, [chain, seq]);
    const [entry] = found.rows;
    if (!entry)
      throw new DomainError(
        'notFound',
        `The ledger of ${chain} has no entry ${seq}. Look the number up in its history.`,
      );
    if (entry.kind === 'redaction')
      throw new DomainError('invalid', `Entry ${seq} records a redaction. It holds nothing that could be erased.`);
    if (entry.rowText === null)
      throw new DomainError('invalid', `Entry ${seq} has been redacted already. There is nothing left to do.`);
    const named = namedIn(entry);
    if (await stands(writer, entry)) {
      if (!named?.row.fileHash)
        throw new DomainError(
          'invalid',
          `Entry ${seq} holds the row as it stands now. Correct the row first, then redact this entry.`,
        );
      await (named.entity === 'frozen' ? takeOutPage(writer, named.row) : takeOutFile(writer, named.row));
    }
    const pages = await erasePages(writer, entry);
    await run(
      writer,
      'update ledger_entry set row_text = null, salt = null, reason = null where chain = ? and seq = ?',
      [chain, seq],
    );
    const file = await eraseFile(writer, named?.row.fileHash);
    await append(writer, chain, {
      kind: 'redaction',
      entity: 'redaction',
      entityId: `${seq}`,
      version: 1,
      rowText: canonicalText({
        redacts: seq,
        ...(file === 'erased' && { file }),
        ...(pages.length > 0 && { pages: pages.map(({ id }) => id) }),
      }),
      reason: writer.reason,
    });
    return { file, pages };
  });
  // The write-ahead log still holds the pages as they were before.
  if (db.dialect === 'sqlite') await run(db, 'pragma wal_checkpoint(truncate)', []);
  return written;
}
