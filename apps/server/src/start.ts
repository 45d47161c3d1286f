/** Starts what the server and the command line share: the clock, the database, the installation. */
import { existsSync, rmSync } from 'node:fs';
import { openDatabase, type Database, type DatabaseTarget } from '@noticeboard/db/database';
import type { Clock } from '@noticeboard/domain/clock';
import type { IsoDate } from '@noticeboard/domain/fields';
import { londonDay } from '@noticeboard/domain/calendar';
import { formatDate } from '@noticeboard/domain/words';
import { createClock } from './clock.ts';
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
 * Opens the database with the clock of this process: pinned where a day was set, and in the demonstration to its own day.
 * @throws SettingError where the day lies before the last entry; OperatorError where the database can't be opened
 */
export const openInstallation = async (config: {
  mode: Config['mode'];
  today: IsoDate | null;
  database: DatabaseTarget;
}): Promise<Database> => {
  const calendar: Clock = createClock(null);
  const opened = await openDatabase(config.database, { clock: calendar });
  try {
    const pinned = dayOf(config, await lastEntryDay(opened));
    return pinned === null ? opened : { ...opened, clock: createClock(pinned) };
  } catch (error) {
    await opened.close();
    throw error;
  }
};

/**
 * Empties the database of a demonstration: a SQLite file is removed; a PostgreSQL is refused, since others may use it.
 * @throws SettingError on PostgreSQL
 */
export const removeDatabase = (database: DatabaseTarget): void => {
  if (!('file' in database))
    throw new SettingError(
      'Only a SQLite file can be reset. Make a new PostgreSQL database and set DATABASE_URL to it.',
    );
  for (const ending of ['', '-wal', '-shm']) if (existsSync(database.file + ending)) rmSync(database.file + ending);
};
