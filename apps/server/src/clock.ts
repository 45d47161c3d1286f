import { addDays, endOfLondonDay, londonDay } from '@noticeboard/domain/calendar';
import type { Clock } from '@noticeboard/domain/clock';
import type { IsoDate } from '@noticeboard/domain/fields';

const isoOf = (milliseconds: number) => new Date(milliseconds).toISOString();
const startOf = (day: IsoDate) => Date.parse(endOfLondonDay(addDays(day, -1)));

/**
 * Makes the clock of the process. On a pinned day the time of day runs on from what it really is, and stops at the last
 * moment of that day, so that what is recorded after midnight still belongs to it.
 * @param pinned the day that the plan stands on; null to follow the calendar
 */
export const createClock = (pinned: IsoDate | null): Clock => {
  if (pinned === null) {
    const now = () => isoOf(Date.now());
    return { now, today: () => londonDay(now()) };
  }
  const started = Date.now();
  const ahead = startOf(pinned) - startOf(londonDay(isoOf(started)));
  const last = Date.parse(endOfLondonDay(pinned)) - 1;
  return { now: () => isoOf(Math.min(Date.now() + ahead, last)), today: () => pinned };
};
