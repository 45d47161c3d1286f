import type { Database } from '@noticeboard/db/database';
import { readNoticeIds } from '@noticeboard/db/plan';
import type { IsoDate } from '@noticeboard/domain/fields';
import { formatDate } from '@noticeboard/domain/words';
import { demonstrationDay } from '../config.ts';

/** Says that the demonstration stands on a day before Kent's notice, where it does: whoever signs in finds nothing of it. */
export const beforeTheNotice = async (db: Database, day: IsoDate): Promise<string | null> =>
  (await readNoticeIds(db)).includes('kent-2023')
    ? null
    : `Kent’s notice was issued on ${formatDate('2023-03-30')}, so on ${formatDate(day)} there is nothing of it to see. Choose a later day, such as ${demonstrationDay}.`;
