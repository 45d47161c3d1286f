import type { Instant } from '@noticeboard/domain/fields';
import type { Erased } from '@noticeboard/domain/plan';
import type { Connection } from './database.ts';
import type { LedgerEntity } from './entity-table.ts';
import { run } from './statement.ts';

/** What the fold needs of an entry; `instead`: the text is that of another version, since what stood was redacted. */
export type RowEntry = {
  entity: LedgerEntity;
  entityId: string;
  at: Instant;
  actor: string;
  rowText: string;
  schemaVersion: number;
  instead: Erased['instead'] | null;
};

/** The same as it is kept, where the text of a redacted entry is null. */
export type StoredRowEntry = Omit<RowEntry, 'rowText' | 'instead'> & { rowText: string | null };

export const rowEntryColumns = `entry.entity, entry.entity_id as "entityId", entry.at, entry.actor,
  entry.row_text as "rowText", entry.schema_version as "schemaVersion"`;

const lastEntries = (also = '') => `select ${rowEntryColumns} from ledger_entry entry join (
    select max(seq) as seq from ledger_entry where chain = ? and seq <= ? and kind <> 'redaction' ${also}
    group by entity, entity_id
  ) latest on latest.seq = entry.seq where entry.chain = ?`;

const lastOfAll = lastEntries();
const lastWithText = lastEntries('and row_text is not null');

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

const byKey = (entries: readonly StoredRowEntry[]) => new Map(entries.map((entry) => [keyOf(entry), entry]));

/**
 * Reads the last entry of each row up to a position of a chain. Where it was redacted, the row's last version before it that
 * was not stands in its place: nothing is shown before it was known. Only where there is none does the next version, under the
 * instant and actor of the redacted one.
 */
export async function readLastEntries(connection: Connection, chain: string, seq: number): Promise<RowEntry[]> {
  const { rows: last } = await run<StoredRowEntry>(connection, lastOfAll, [chain, seq, chain]);
  const some = last.some(({ rowText }) => rowText === null);
  const earlier = some ? await run<StoredRowEntry>(connection, lastWithText, [chain, seq, chain]) : { rows: [] };
  const later = some ? await run<StoredRowEntry>(connection, nextEntries, [chain, seq, seq, chain]) : { rows: [] };
  const [before, after] = [byKey(earlier.rows), byKey(later.rows)];
  return last.flatMap((entry): RowEntry[] => {
    const [was, is] = [before.get(keyOf(entry)), after.get(keyOf(entry))];
    if (entry.rowText !== null) return [{ ...entry, rowText: entry.rowText, instead: null }];
    if (was && was.rowText !== null) return [{ ...was, rowText: was.rowText, instead: 'earlier' }];
    if (!is || is.rowText === null) return [];
    return [{ ...entry, rowText: is.rowText, schemaVersion: is.schemaVersion, instead: 'later' }];
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
