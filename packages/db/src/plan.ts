import { endOfLondonDay } from '@noticeboard/domain/calendar';
import type { IsoDate, Kept, Recorded } from '@noticeboard/domain/fields';
import { applyRow, emptyRows, planOf, type PlanRows, type RecordedRow } from '@noticeboard/domain/fold';
import { entities, type Entity, type Erased, type Head, type Plan } from '@noticeboard/domain/plan';
import { createBounded } from './bounded.ts';
import { readHead, type ChainHead } from './chain-head.ts';
import type { Connection, Database } from './database.ts';
import { genesis } from './entry.ts';
import {
  readFirstEntries,
  readLastEntries,
  rowEntryColumns,
  type FirstEntry,
  type RowEntry,
  type StoredRowEntry,
} from './last-entries.ts';
import { readRows } from './rows.ts';
import { inSnapshot } from './snapshot.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';

const planEntities = Object.keys(entities) as Entity[];

/** A position of the ledger: the end of a day in London, or an entry. */
export type Moment = IsoDate | { seq: number };

const putFound = (rows: PlanRows, entity: Entity, found: readonly Kept<{ id: string }>[]) => {
  const kept = rows[entity] as Map<string, Recorded<{ id: string }>>;
  for (const row of found) kept.set(row.id, { ...row, addedAt: row.recordedAt });
};

/** Says of each row when its first version was recorded, which neither its table nor its last entry holds. */
const putAdded = (rows: PlanRows, firsts: readonly FirstEntry[]) => {
  for (const { entity, entityId, at } of firsts) {
    const row = entity === 'account' ? undefined : rows[entity].get(entityId);
    if (row) row.addedAt = at;
  }
};

type State = { rows: PlanRows; head: ChainHead; plan: Plan };

async function readState(connection: Connection, noticeId: string): Promise<State | null> {
  const [head, ...found] = await Promise.all([
    readHead(connection, noticeId),
    ...planEntities.map((entity) => readRows(connection, entity, noticeId)),
  ]);
  if (!head) return null;
  const rows = emptyRows();
  planEntities.forEach((entity, index) => putFound(rows, entity, found[index] ?? []));
  putAdded(rows, await readFirstEntries(connection, noticeId, head.seq));
  const plan = planOf(rows, { seq: head.seq, hash: head.hash });
  return plan && { rows, head, plan };
}

/**
 * Reads the plan of a notice as it stands, from its tables, at one moment.
 * @returns null where there is no such notice
 */
export async function readPlan(connection: Connection, noticeId: string): Promise<Plan | null> {
  const state = await inSnapshot(connection, (snapshot) => readState(snapshot, noticeId));
  return state?.plan ?? null;
}

/** Gives the ids of every notice, in order. */
export async function readNoticeIds(connection: Connection): Promise<string[]> {
  const { rows } = await run<{ id: string }>(connection, 'select id from notice order by id', []);
  return rows.map(({ id }) => id);
}

/** Gives the last entry recorded by the end of a day in London, or the entry of a position; null where there is none. */
async function headAt(connection: Connection, noticeId: string, moment: Moment): Promise<Head | null> {
  const { rows } = await (typeof moment === 'string'
    ? run<Head>(
        connection,
        'select seq, hash from ledger_entry where chain = ? and at < ? order by at desc, seq desc limit 1',
        [noticeId, endOfLondonDay(moment)],
      )
    : run<Head>(connection, 'select seq, hash from ledger_entry where chain = ? and seq = ?', [noticeId, moment.seq]));
  return rows[0] ?? null;
}

const fold = (rows: PlanRows, { entity, rowText, schemaVersion, at, actor }: Omit<RowEntry, 'instead'>) =>
  applyRow(rows, { entity, row: rowOf(entity, rowText, schemaVersion), at, by: actor } as RecordedRow);

async function planAt(connection: Connection, noticeId: string, head: Head): Promise<Plan | null> {
  const rows = emptyRows();
  const erased: Erased[] = [];
  for (const entry of await readLastEntries(connection, noticeId, head.seq)) {
    fold(rows, entry);
    const { entity, entityId, instead } = entry;
    if (instead !== null && entity !== 'account') erased.push({ entity, id: entityId, instead });
  }
  putAdded(rows, await readFirstEntries(connection, noticeId, head.seq));
  return planOf(rows, head, erased);
}

/**
 * Reads the plan of a notice as it stood at the end of a day in London, or after the entry `seq`: the fold of its ledger.
 * In place of a redacted row stands the version before it, or after it where there is none before; `erased` names each.
 * @returns null where the notice was not recorded by then
 */
export async function readPlanAsAt(connection: Connection, noticeId: string, moment: Moment): Promise<Plan | null> {
  return inSnapshot(connection, async (snapshot) => {
    const head = await headAt(snapshot, noticeId, moment);
    return head && planAt(snapshot, noticeId, head);
  });
}

/** Plans kept in memory: always as the ledger stands when they are asked for. */
export type PlanKeeper = {
  /** Gives the plan of a notice as it stands, the same object until its ledger grows; null where there is no such notice. */
  current: (noticeId: string) => Promise<Plan | null>;
  /** Gives the plan of a notice as at the end of a day in London, or after an entry; null where it was not recorded by then. */
  asAt: (noticeId: string, moment: Moment) => Promise<Plan | null>;
};

/** Gives the state after the entries since it was read; null where the ledger is not the one it was read from. */
async function caughtUp(connection: Connection, noticeId: string, state: State): Promise<State | null> {
  return inSnapshot(connection, async (snapshot) => {
    const head = await readHead(snapshot, noticeId);
    const { rows: entries } = await run<StoredRowEntry & Head & { kind: string }>(
      snapshot,
      `select ${rowEntryColumns}, entry.seq, entry.hash, entry.kind from ledger_entry entry
       where entry.chain = ? and entry.seq >= ? order by entry.seq`,
      [noticeId, state.head.seq],
    );
    const [known, ...since] = entries;
    if (!head || known?.hash !== state.head.hash) return null;
    const rows = { ...state.rows };
    for (const entity of new Set(since.map((entry) => entry.entity)))
      if (entity in rows) Object.assign(rows, { [entity]: new Map<string, unknown>(rows[entity as Entity]) });
    for (const entry of since)
      // A redacted entry has a later one with the row; a redaction has no row.
      if (entry.kind !== 'redaction' && entry.rowText !== null) fold(rows, { ...entry, rowText: entry.rowText });
    const plan = planOf(rows, { seq: head.seq, hash: head.hash });
    return plan && { rows, head, plan };
  });
}

/**
 * Keeps the plans used last in memory. Each request reads the head of the chain, and folds the entries since.
 * @param most how many current plans are kept at most, and how many past ones
 */
export function createPlanKeeper(db: Database, { most }: { most: number }): PlanKeeper {
  const states = createBounded<State>(most);
  const past = createBounded<Plan>(most);
  const underWay = new Map<string, Promise<State | null>>();

  const load = async (noticeId: string): Promise<State | null> => {
    const kept = states.get(noticeId);
    const state =
      (kept && (await caughtUp(db, noticeId, kept))) ??
      (await inSnapshot(db, (snapshot) => readState(snapshot, noticeId)));
    if (state) states.set(noticeId, state);
    else states.delete(noticeId);
    return state;
  };

  const upTo = async (noticeId: string): Promise<State | null> => {
    const head = await readHead(db, noticeId);
    const kept = states.get(noticeId);
    if (kept && head?.hash === kept.head.hash) return kept;
    if (!head || head.hash === genesis) return null;
    const waiting = underWay.get(`${noticeId} ${head.hash}`);
    if (waiting) return waiting;
    const loading = load(noticeId).finally(() => underWay.delete(`${noticeId} ${head.hash}`));
    underWay.set(`${noticeId} ${head.hash}`, loading);
    return loading;
  };

  return {
    current: async (noticeId) => (await upTo(noticeId))?.plan ?? null,
    asAt: async (noticeId, moment) => {
      const [now, head] = [await readHead(db, noticeId), await headAt(db, noticeId, moment)];
      if (!now || !head) return null;
      if (head.hash === now.hash) return (await upTo(noticeId))?.plan ?? null;
      // A redaction changes what a past day shows, so it is part of the key.
      const key = `${noticeId} ${head.hash} ${now.redactedSeq}`;
      const kept = past.get(key);
      if (kept) return kept;
      const plan = await inSnapshot(db, (snapshot) => planAt(snapshot, noticeId, head));
      if (plan) past.set(key, plan);
      return plan;
    },
  };
}
