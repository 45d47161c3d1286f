import type { Instant } from '@noticeboard/domain/fields';
import type { Connection } from './database.ts';
import type { LedgerEntity } from './entity-table.ts';
import { run } from './statement.ts';

/** What the fold needs of an entry. */
export type RowEntry = {
  entity: LedgerEntity;
  entityId: string;
  at: Instant;
  actor: string;
  rowText: string;
  schemaVersion: number;
};

/** The same as it is kept, where the text of a redacted entry is null. */
export type StoredRowEntry = Omit<RowEntry, 'rowText'> & { rowText: string | null };

export const rowEntryColumns = `entry.entity, entry.entity_id as "entityId", entry.at, entry.actor,
  entry.row_text as "rowText", entry.schema_version as "schemaVersion"`;

const lastEntries = `select ${rowEntryColumns} from ledger_entry entry join (
    select max(seq) as seq from ledger_entry where chain = ? and seq <= ? and kind <> 'redaction'
    group by entity, entity_id
  ) latest on latest.seq = entry.seq where entry.chain = ?`;

const nextEntries = `select ${rowEntryColumns} from ledger_entry entry join (
    select min(later.seq) as seq from ledger_entry later
    where later.chain = ? and later.seq > ? and later.row_text is not null and later.kind <> 'redaction'
      and exists (
        select 1 from ledger_entry erased where erased.chain = later.chain and erased.entity = later.entity
          and erased.entity_id = later.entity_id and erased.seq <= ? and erased.row_text is null
      )
    group by later.entity, later.entity_id
  ) following on following.seq = entry.seq where entry.chain = ?`;

const keyOf = ({ entity, entityId }: StoredRowEntry) => `${entity} ${entityId}`;

/**
 * Reads the last entry of each row up to a position of a chain. Where it was redacted, it has the text of the row's next
 * version that was not, under its own instant and actor.
 */
export async function readLastEntries(connection: Connection, chain: string, seq: number): Promise<RowEntry[]> {
  const { rows: last } = await run<StoredRowEntry>(connection, lastEntries, [chain, seq, chain]);
  const following = new Map<string, StoredRowEntry>();
  if (last.some(({ rowText }) => rowText === null)) {
    const { rows } = await run<StoredRowEntry>(connection, nextEntries, [chain, seq, seq, chain]);
    for (const entry of rows) following.set(keyOf(entry), entry);
  }
  return last.flatMap((entry) => {
    const { rowText, schemaVersion } = entry.rowText === null ? (following.get(keyOf(entry)) ?? entry) : entry;
    return rowText === null ? [] : [{ ...entry, rowText, schemaVersion }];
  });
}

/** When the first version of a row was recorded. */
export type FirstEntry = Pick<RowEntry, 'entity' | 'entityId' | 'at'>;

/** Reads when the first version of each row was recorded, up to a position of a chain. */
export async function readFirstEntries(connection: Connection, chain: string, seq: number): Promise<FirstEntry[]> {
  const { rows } = await run<FirstEntry>(
    connection,
    `select entity, entity_id as "entityId", at from ledger_entry where chain = ? and seq <= ? and kind = 'created'`,
    [chain, seq],
  );
  return rows;
}
