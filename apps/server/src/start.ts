/** Starts what the server and the command line share: the clock, the database, the installation. */
import { existsSync, rmSync } from 'node:fs';
import { openDatabase, type Database, type DatabaseTarget } from '@noticeboard/db/database';
import { isInUse } from '@noticeboard/db/sqlite';
import type { Clock } from '@noticeboard/domain/clock';
import type { IsoDate } from '@noticeboard/domain/fields';
import { londonDay } from '@noticeboard/domain/calendar';
import { formatDate } from '@noticeboard/domain/words';
import { createClock } from './clock.ts';
import { demonstrationAccounts } from './demonstration/accounts.ts';
import { demonstrationDay, SettingError, type Config } from './config.ts';

/** Gives the London day of the newest entry of any chain; null where the ledger is empty. */
const lastEntryDay = async ({ kysely }: Database): Promise<IsoDate | null> => {
  const newest = await kysely
    .selectFrom('ledger_chain')
    .select('at')
    .where('seq', '>', 0)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ? londonDay(newest.at) : null;
};

const dayOf = ({ mode, today }: Pick<Config, 'mode' | 'today'>, last: IsoDate | null): IsoDate | null => {
  if (today !== null && last !== null && today < last) {
    throw new SettingError(
      `The day is set to ${formatDate(today)}, but the last entry was recorded on ${formatDate(last)}. Set NOTICEBOARD_TODAY to that day or a later one, or leave it out.`,
    );
  }
  if (today !== null || mode === 'live') return today;
  return last !== null && last > demonstrationDay ? last : demonstrationDay;
};

/**
 * Refuses a database of the other kind: a demonstration lets anyone in with a click and would be recorded among what is real.
 * @throws SettingError
 */
const refuseOtherMode = async ({ kysely }: Database, mode: Config['mode'], last: IsoDate | null): Promise<void> => {
  if (last === null) return;
  const demonstration = await kysely
    .selectFrom('account')
    .select('id')
    .where(
      'id',
      'in',
      demonstrationAccounts.map(({ id }) => id),
    )
    .executeTakeFirst();
  if (mode === 'live' && demonstration)
    throw new SettingError(
      'This database holds the demonstration. Set NOTICEBOARD_DATA to another folder, or DATABASE_URL to another database, for a live installation.',
    );
  if (mode === 'demo' && !demonstration)
    throw new SettingError(
      'This database holds a live installation. Set NOTICEBOARD_MODE to live, or NOTICEBOARD_DATA to another folder for the demonstration.',
    );
};

/**
 * Opens the database with the clock of this process: pinned where a day was set, and in the demonstration to its own day.
 * @throws SettingError where the day lies before the last entry, or the database is of the other mode; OperatorError where the database can't be opened
 */
export const openInstallation = async (config: {
  mode: Config['mode'];
  today: IsoDate | null;
  database: DatabaseTarget;
}): Promise<Database> => {
  const calendar: Clock = createClock(null);
  const opened = await openDatabase(config.database, { clock: calendar });
  try {
    const last = await lastEntryDay(opened);
    await refuseOtherMode(opened, config.mode, last);
    const pinned = dayOf(config, last);
    return pinned === null ? opened : { ...opened, clock: createClock(pinned) };
  } catch (error) {
    await opened.close();
    throw error;
  }
};

/**
 * Refuses a SQLite database that a server has open: it stands on a day of its own.
 * @param what is to be done once it is stopped: "reset the demonstration"
 * @throws SettingError
 */
export const refuseInUse = (database: DatabaseTarget, what: string): void => {
  if ('file' in database && isInUse(database.file))
    throw new SettingError(`A server has the database open. Stop it, then ${what}.`);
};

/**
 * Empties the database of a demonstration: a SQLite file is removed; a PostgreSQL is refused, since others may use it.
 * @throws SettingError on PostgreSQL, or where a server has the file open
 */
export const removeDatabase = (database: DatabaseTarget): void => {
  if (!('file' in database))
    throw new SettingError(
      'Only a SQLite file can be reset. Make a new PostgreSQL database and set DATABASE_URL to it.',
    );
  // A server would go on answering from the removed file, and lose all that it recorded.
  refuseInUse(database, 'reset the demonstration');
  for (const ending of ['', '-wal', '-shm']) if (existsSync(database.file + ending)) rmSync(database.file + ending);
};
