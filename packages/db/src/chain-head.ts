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
