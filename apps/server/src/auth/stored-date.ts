import type { Database } from '@noticeboard/db/database';

/** Gives an instant as the tables of better-auth hold it: ISO text on SQLite, which binds no dates, else a date. */
export const storedDate = ({ dialect }: Pick<Database, 'dialect'>, milliseconds: number): string | Date => {
  const date = new Date(milliseconds);
  return dialect === 'sqlite' ? date.toISOString() : date;
};
