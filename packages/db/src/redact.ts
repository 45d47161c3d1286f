import { DomainError } from '@noticeboard/domain/domain-error';
import type { Database } from './database.ts';
import { canonicalText, selectEntries, type Entry } from './entry.ts';
import { append, write, type Written } from './ledger.ts';
import { run } from './statement.ts';

/**
 * Erases the row, the reason and the salt of one entry for good, and records that it was done. The chain still verifies, for
 * it runs over the salted hash. What stands now can't be erased so: it is corrected first, and then the older entry redacted.
 * @param what the chain and position of the entry; who redacts it, and why, in words that do not repeat what is erased
 * @throws DomainError where the entry is not there, is redacted already, or holds the row as it stands now
 */
export async function redact(
  db: Database,
  { chain, seq, actor, reason }: { chain: string; seq: number; actor: string; reason: string },
): Promise<Written<null>> {
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
    const { rows } = await run(
      writer,
      `select 1 from ledger_entry where chain = ? and entity = ? and entity_id = ? and version > ? limit 1`,
      [chain, entry.entity, entry.entityId, entry.version],
    );
    if (rows.length === 0)
      throw new DomainError(
        'invalid',
        `Entry ${seq} holds the row as it stands now. Correct the row first, then redact this entry.`,
      );
    await run(
      writer,
      'update ledger_entry set row_text = null, salt = null, reason = null where chain = ? and seq = ?',
      [chain, seq],
    );
    await append(writer, chain, {
      kind: 'redaction',
      entity: 'redaction',
      entityId: `${seq}`,
      version: 1,
      rowText: canonicalText({ redacts: seq }),
      reason: writer.reason,
    });
    return null;
  });
  // The write-ahead log still holds the pages as they were before.
  if (db.dialect === 'sqlite') await run(db, 'pragma wal_checkpoint(truncate)', []);
  return written;
}
