import type { Head } from '@noticeboard/domain/plan';
import type { Connection } from './database.ts';
import { run } from './statement.ts';

/** Where a chain stands, and the position of its last redaction; 0 where there is none. */
export type ChainHead = Head & { redactedSeq: number };

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
