import type { Instant } from '@noticeboard/domain/fields';
import type { Head } from '@noticeboard/domain/plan';
import type { Connection } from './database.ts';
import { run } from './statement.ts';

/** Where a chain stands, and the position of its last redaction; 0 where there is none. */
export type ChainHead = Head & { redactedSeq: number };

/** When an entry and the one after it were recorded; `next` is null where it is the last. */
export type Position = { at: Instant; next: Instant | null };

/** Reads when an entry of a chain and the one after it were recorded; null where there is none. */
export const readPosition = async (connection: Connection, noticeId: string, seq: number): Promise<Position | null> => {
  const { rows } = await run<{ seq: number; at: Instant }>(
    connection,
    'select seq, at from ledger_entry where chain = ? and seq in (?, ?) order by seq',
    [noticeId, seq, seq + 1],
  );
  const [entry, following] = rows;
  return entry?.seq === seq ? { at: entry.at, next: following?.at ?? null } : null;
};

/** Reads where the chain of a notice stands; null where there is none. */
export const readHead = async (connection: Connection, noticeId: string): Promise<ChainHead | null> => {
  const { rows } = await run<ChainHead>(
    connection,
    'select seq, hash, redacted_seq as "redactedSeq" from ledger_chain where chain = ?',
    [noticeId],
  );
  return rows[0] ?? null;
};

/** Reads where the chains of several notices stand: their last sequence by id, without those that are not there. */
export const readLastSeqs = async (
  connection: Connection,
  noticeIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await run<{ chain: string; seq: number }>(
    connection,
    `select chain, seq from ledger_chain where chain in (${noticeIds.map(() => '?').join(', ')})`,
    noticeIds,
  );
  return new Map(rows.map(({ chain, seq }) => [chain, seq]));
};
