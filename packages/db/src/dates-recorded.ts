import type { Action } from '@noticeboard/domain/action';
import { londonDay } from '@noticeboard/domain/calendar';
import type { Instant } from '@noticeboard/domain/fields';
import type { DatesRecorded } from '@noticeboard/domain/rules/expected-dates';
import { createBounded } from './bounded.ts';
import { readHead, type ChainHead } from './chain-head.ts';
import type { Connection, Database } from './database.ts';
import { run } from './statement.ts';
import { rowOf } from './upcasters.ts';

type Found = { seq: number; entityId: string; at: Instant; rowText: string; schemaVersion: number };

type AtPosition = { seq: number; recorded: DatesRecorded };

/** How the dates and the stage of actions stood after each change of them, by action, oldest first. */
type Histories = Map<string, AtPosition[]>;

const selectDates = `select entry.seq, entry.entity_id as "entityId", entry.at, entry.row_text as "rowText",
    entry.schema_version as "schemaVersion"
  from ledger_entry entry
  where entry.chain = ? and entry.entity = 'action' and entry.kind <> 'redaction' and entry.row_text is not null`;

const sameDates = (a: DatesRecorded, b: DatesRecorded): boolean =>
  a.originalDue === b.originalDue && a.currentDue === b.currentDue && a.forecast === b.forecast && a.stage === b.stage;

/** Gives histories with what was found since put to their ends; what touched neither a date nor the stage is left out. */
const withFound = (before: Histories, rows: readonly Found[]): Histories => {
  const histories = new Map(before);
  for (const { seq, entityId, at, rowText, schemaVersion } of rows) {
    const { originalDue, currentDue, forecast, stage } = rowOf('action', rowText, schemaVersion) as unknown as Action;
    const recorded = { actionId: entityId, on: londonDay(at), originalDue, currentDue, forecast, stage };
    const history = histories.get(entityId) ?? [];
    const last = history.at(-1);
    if (!last || !sameDates(last.recorded, recorded)) histories.set(entityId, [...history, { seq, recorded }]);
  }
  return histories;
};

/**
 * Reads how the dates and the stage of one action stood after each change of it, oldest first. What was redacted is left out.
 * @param throughSeq the last entry of the ledger that is read
 */
export async function readDatesOfAction(
  connection: Connection,
  noticeId: string,
  throughSeq: number,
  actionId: string,
): Promise<DatesRecorded[]> {
  const { rows } = await run<Found>(
    connection,
    `${selectDates} and entry.seq <= ? and entry.entity_id = ? order by entry.seq`,
    [noticeId, throughSeq, actionId],
  );
  return (withFound(new Map(), rows).get(actionId) ?? []).map(({ recorded }) => recorded);
}

/** Keeps how the dates of all actions of a notice went: always as its ledger stands when they are asked for. */
export type DatesKeeper = {
  /** Gives the history of each action up to and with an entry of the ledger, oldest first; of those that were recorded by then. */
  read: (noticeId: string, throughSeq: number) => Promise<DatesRecorded[][]>;
};

type Kept = { head: ChainHead; histories: Histories };

/**
 * Keeps the histories used last in memory: a checkpoint asks for every version of every action. Each request reads the head of the
 * chain, and the entries since; after a redaction all of them.
 * @param most of how many notices they are kept at most
 */
export function createDatesKeeper(db: Database, { most }: { most: number }): DatesKeeper {
  const kept = createBounded<Kept>(most);

  const stillHolds = async (noticeId: string, { head: then }: Kept, now: ChainHead): Promise<boolean> => {
    if (then.hash === now.hash) return true;
    if (then.redactedSeq !== now.redactedSeq) return false;
    const { rows } = await run<{ hash: string }>(db, 'select hash from ledger_entry where chain = ? and seq = ?', [
      noticeId,
      then.seq,
    ]);
    return rows[0]?.hash === then.hash;
  };

  const upTo = async (noticeId: string): Promise<Histories> => {
    const head = await readHead(db, noticeId);
    if (!head) return new Map();
    const found = kept.get(noticeId);
    const before = found && (await stillHolds(noticeId, found, head)) ? found : null;
    if (before?.head.hash === head.hash) return before.histories;
    const { rows } = await run<Found>(db, `${selectDates} and entry.seq > ? and entry.seq <= ? order by entry.seq`, [
      noticeId,
      before?.head.seq ?? 0,
      head.seq,
    ]);
    const histories = withFound(before?.histories ?? new Map(), rows);
    kept.set(noticeId, { head, histories });
    return histories;
  };

  return {
    read: async (noticeId, throughSeq) =>
      [...(await upTo(noticeId)).values()]
        .map((history) => history.flatMap(({ seq, recorded }) => (seq <= throughSeq ? [recorded] : [])))
        .filter((history) => history.length > 0),
  };
}
