/**
 * Watches the ledgers of the notices that somebody looks at. It asks the database, so that what another process recorded is
 * seen as soon as what this one did.
 */
import { readLastSeqs } from '@noticeboard/db/chain-head';
import type { Database } from '@noticeboard/db/database';
import type { Logger } from 'pino';

/** Whoever watches a ledger: told its last sequence, which may be one that it knows, and that the server stops. */
type Watcher = { grown: (seq: number) => void; stopped: () => void };

export type LedgerWatch = {
  /** Watches the ledger of a notice until what it gives is called. */
  watch: (noticeId: string, watcher: Watcher) => () => void;
  /** Ends the watch of everybody. */
  stop: () => Promise<void>;
};

/**
 * Makes the watch: one query for all that is watched, and none while nobody watches.
 * @param every how often it asks, in milliseconds
 */
export const createLedgerWatch = ({
  db,
  log,
  every = 500,
}: {
  db: Database;
  log: Logger;
  every?: number;
}): LedgerWatch => {
  const watchers = new Map<string, Set<Watcher>>();
  const seen = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let asking: Promise<void> | null = null;

  const ask = async (): Promise<void> => {
    try {
      for (const [noticeId, seq] of await readLastSeqs(db, [...watchers.keys()])) {
        const before = seen.get(noticeId);
        seen.set(noticeId, seq);
        if (before === undefined || seq > before) for (const { grown } of watchers.get(noticeId) ?? []) grown(seq);
      }
    } catch (error) {
      // Whoever watches goes on with what they see; the next answer tells them all that they missed.
      log.error({ err: error }, 'The ledgers could not be watched');
    }
    asking = null;
    askLater();
  };
  /** Asks once, however many watch: the last may leave and the next may come while a question is under way. */
  const askLater = (): void => {
    if (watchers.size === 0 || timer !== null || asking !== null) return;
    timer = setTimeout(() => {
      timer = null;
      asking = ask();
    }, every);
  };

  return {
    watch: (noticeId, watcher) => {
      const others = watchers.get(noticeId) ?? new Set();
      watchers.set(noticeId, others.add(watcher));
      // What was seen while the watcher was on its way is not asked for again.
      const known = seen.get(noticeId);
      if (known !== undefined) watcher.grown(known);
      askLater();
      return () => {
        others.delete(watcher);
        if (others.size > 0) return;
        watchers.delete(noticeId);
        seen.delete(noticeId);
        if (watchers.size > 0 || timer === null) return;
        clearTimeout(timer);
        timer = null;
      };
    },
    stop: async () => {
      for (const { stopped } of [...watchers.values()].flatMap((each) => [...each])) stopped();
      await asking;
    },
  };
};
