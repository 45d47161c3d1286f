import type { Database } from '@noticeboard/db/database';
import { removeUnused } from '@noticeboard/db/files';
import type { Logger } from 'pino';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Removes, now and each hour, what was sent a day ago and never became evidence.
 * @param deps `now`: milliseconds of real time, whatever day the plan is pinned to
 * @returns what ends it, once a removal that is under way is done
 */
export const sweepUploads = ({
  db,
  log,
  now = Date.now,
}: {
  db: Database;
  log: Logger;
  now?: () => number;
}): (() => Promise<void>) => {
  const sweep = async (): Promise<void> => {
    try {
      const files = await removeUnused(db, new Date(now() - day).toISOString());
      if (files > 0) log.info({ files }, 'Removed files that nobody took');
    } catch (error) {
      log.error({ err: error }, 'Files that nobody took could not be removed');
    }
  };
  let underWay = sweep();
  const timer = setInterval(() => {
    underWay = underWay.then(sweep);
  }, hour);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
};
