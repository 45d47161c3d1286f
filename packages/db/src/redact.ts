import { londonDay } from '@noticeboard/domain/calendar';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { Evidence } from '@noticeboard/domain/evidence';
import type { Database } from './database.ts';
import { canonicalText, selectEntries, type Entry } from './entry.ts';
import { entryNaming } from './files.ts';
import { append, record, write, type Writer, type Written } from './ledger.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';

/**
 * What became of the file that a redacted entry of evidence named: nothing, since it named none; `erased`; or still there,
 * because another entry names it too.
 */
export type FileOfRedacted = null | 'erased' | { chain: string; seq: number };

/** Says whether an entry holds the row as it stands now. */
async function stands(writer: Writer, { chain, entity, entityId, version }: Entry): Promise<boolean> {
  const { rows } = await run(
    writer,
    `select 1 from ledger_entry where chain = ? and entity = ? and entity_id = ? and version > ? limit 1`,
    [chain, entity, entityId, version],
  );
  return rows.length === 0;
}

const evidenceIn = (entry: Entry): Evidence | null =>
  entry.entity === 'evidence' && entry.rowText !== null
    ? (rowOf('evidence', entry.rowText, entry.schemaVersion) as Evidence)
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

/**
 * Erases the row, the reason and the salt of one entry for good, and records that it was done. The chain still verifies, for
 * it runs over the salted hash. What stands now can't be erased so: it is corrected first, and then the older entry redacted.
 *
 * Where the entry is of evidence with a file, the file is erased with it, unless another entry names the same content. For
 * that, evidence that stands is withdrawn without its file first; its words stay, to be corrected by whoever keeps the plan.
 * @param what the chain and position of the entry; who redacts it, and why, in words that do not repeat what is erased
 * @returns what became of the file
 * @throws DomainError where the entry is not there, is redacted already, or holds the row as it stands now
 */
export async function redact(
  db: Database,
  { chain, seq, actor, reason }: { chain: string; seq: number; actor: string; reason: string },
): Promise<Written<FileOfRedacted>> {
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
    const evidence = evidenceIn(entry);
    if (await stands(writer, entry)) {
      if (!evidence?.fileHash)
        throw new DomainError(
          'invalid',
          `Entry ${seq} holds the row as it stands now. Correct the row first, then redact this entry.`,
        );
      await takeOutFile(writer, evidence);
    }
    await run(
      writer,
      'update ledger_entry set row_text = null, salt = null, reason = null where chain = ? and seq = ?',
      [chain, seq],
    );
    const file = await eraseFile(writer, evidence?.fileHash);
    await append(writer, chain, {
      kind: 'redaction',
      entity: 'redaction',
      entityId: `${seq}`,
      version: 1,
      rowText: canonicalText(file === 'erased' ? { redacts: seq, file } : { redacts: seq }),
      reason: writer.reason,
    });
    return file;
  });
  // The write-ahead log still holds the pages as they were before.
  if (db.dialect === 'sqlite') await run(db, 'pragma wal_checkpoint(truncate)', []);
  return written;
}
