import { addDays, endOfLondonDay } from '@noticeboard/domain/calendar';
import type { Instant, IsoDate } from '@noticeboard/domain/fields';
import type { Connection } from './database.ts';
import type { LedgerEntity, LedgerRow } from './entity-table.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';

/**
 * Which entries are asked for; days are London's, both included. `rows` gives those of several rows, by entity. `beforeSeq`
 * gives the next page: the `seq` of the last entry shown; `afterSeq` and
 * `throughSeq` what was recorded after a position, and up to and with one.
 */
export type HistoryFilter = {
  entity?: LedgerEntity | undefined;
  entityId?: string | undefined;
  rows?: Partial<Readonly<Record<LedgerEntity, readonly string[]>>> | undefined;
  actor?: string | undefined;
  since?: IsoDate | undefined;
  until?: IsoDate | undefined;
  beforeSeq?: number | undefined;
  afterSeq?: number | undefined;
  throughSeq?: number | undefined;
  limit: number;
};

/**
 * One entry of the ledger with the row before and after it. `redacted` is an entry whose row was erased; `redaction` is the
 * act of erasing, and names the row that the erased entry was about.
 */
export type HistoryEntry = {
  seq: number;
  at: Instant;
  actor: string;
  kind: 'created' | 'changed' | 'redacted' | 'redaction';
  entity: LedgerEntity;
  entityId: string;
  version: number;
  reason: string | null;
  changeId: string;
  /** The hash of the chain up to and with this entry. */
  hash: string;
  before: LedgerRow | null;
  after: LedgerRow | null;
};

type Found = Omit<HistoryEntry, 'before' | 'after' | 'kind'> & {
  kind: 'created' | 'changed' | 'redaction';
  rowText: string | null;
  schemaVersion: number;
  textBefore: string | null;
  schemaVersionBefore: number | null;
};

const selectHistory = `select entry.seq, entry.at, entry.actor, entry.kind, entry.reason, entry.change_id as "changeId", entry.hash,
    coalesce(erased.entity, entry.entity) as "entity", coalesce(erased.entity_id, entry.entity_id) as "entityId",
    coalesce(erased.version, entry.version) as "version", entry.row_text as "rowText",
    entry.schema_version as "schemaVersion", earlier.row_text as "textBefore",
    earlier.schema_version as "schemaVersionBefore"
  from ledger_entry entry
  left join ledger_entry earlier on earlier.chain = entry.chain and earlier.entity = entry.entity
    and earlier.entity_id = entry.entity_id and earlier.version = entry.version - 1
  left join ledger_entry erased on erased.chain = entry.chain
    and erased.seq = case when entry.kind = 'redaction' then cast(entry.entity_id as integer) end`;

function entryOf(found: Found): HistoryEntry {
  const { rowText, schemaVersion, textBefore, schemaVersionBefore, kind, ...entry } = found;
  if (kind === 'redaction') return { ...entry, kind, before: null, after: null };
  return {
    ...entry,
    kind: rowText === null ? 'redacted' : kind,
    before: textBefore === null ? null : rowOf(entry.entity, textBefore, schemaVersionBefore ?? 1),
    after: rowText === null ? null : rowOf(entry.entity, rowText, schemaVersion),
  };
}

/** A part of the condition, with what it is asked for. */
type Condition = [text: string, ...values: (string | number)[]];

const when = (text: string, value: string | number | undefined): Condition[] =>
  value === undefined ? [] : [[text, value]];

const oneOf = (rows: NonNullable<HistoryFilter['rows']>): Condition => {
  const asked = Object.entries(rows).filter(([, ids]) => ids.length > 0);
  const texts = asked.map(([, ids]) => `entry.entity = ? and entry.entity_id in (${ids.map(() => '?').join(', ')})`);
  return [
    texts.length === 0 ? '1 = 0' : `(${texts.join(' or ')})`,
    ...asked.flatMap(([entity, ids]) => [entity, ...ids]),
  ];
};

/**
 * Reads the entries of a chain, newest first.
 * @param chain the id of a notice, or `installation`
 */
export async function readHistory(
  connection: Connection,
  chain: string,
  filter: HistoryFilter,
): Promise<HistoryEntry[]> {
  const conditions: Condition[] = [
    ['entry.chain = ?', chain],
    ...when('entry.entity = ?', filter.entity),
    ...when('entry.entity_id = ?', filter.entityId),
    ...(filter.rows === undefined ? [] : [oneOf(filter.rows)]),
    ...when('entry.actor = ?', filter.actor),
    ...when('entry.at >= ?', filter.since && endOfLondonDay(addDays(filter.since, -1))),
    ...when('entry.at < ?', filter.until && endOfLondonDay(filter.until)),
    ...when('entry.seq < ?', filter.beforeSeq),
    ...when('entry.seq > ?', filter.afterSeq),
    ...when('entry.seq <= ?', filter.throughSeq),
  ];
  const { rows } = await run<Found>(
    connection,
    `${selectHistory} where ${conditions.map(([text]) => text).join(' and ')} order by entry.seq desc limit ?`,
    [...conditions.flatMap(([, ...values]) => values), filter.limit],
  );
  return rows.map(entryOf);
}
