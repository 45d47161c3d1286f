/** When “No change” can stand for an update: only where what was said last still fits the dates. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Update } from '../update.ts';
import { formatDate, plural } from '../words.ts';

/** When something is due, and when it is expected to be done; null where there is no such day. */
type Dates = { due: IsoDate | null; forecast: IsoDate | null };

/** What may be repeated, with the day since which it holds; or the sentence that says why it can't be. */
export type Unchanged = { last: Recorded<Update>; since: IsoDate } | { why: string };

/** Gives the sentence for a rating that contradicts a due date that has passed; null where it does not. */
const contradiction = ({ rating }: Update, { due, forecast }: Dates, today: IsoDate): string | null => {
  if (due === null || due >= today) return null;
  const passed = `It was due on ${formatDate(due)}, ${plural(daysBetween(due, today), 'day')} ago`;
  if (rating === 'green') return `${passed}, so green can’t be repeated. Choose a rating and say what changed.`;
  if (rating === 'amber' && (forecast === null || forecast < today)) {
    return `${passed}, so amber needs a forecast that is still to come. Give one and say what changed.`;
  }
  return null;
};

/** Gives the sentence for a forecast that has passed, which nobody can mean still; null where there is none. */
const stale = ({ forecast }: Dates, today: IsoDate): string | null =>
  forecast === null || forecast >= today
    ? null
    : `The forecast of ${formatDate(forecast)} has passed. Give another and say what changed.`;

/**
 * Says whether the last report on a row may be repeated: not where there is none, where it was returned, where its rating
 * contradicts a due date that has passed (green; amber without a forecast to come), or where its forecast has passed.
 * @param reports the reports on the row, oldest first
 */
export const unchangedOf = (reports: readonly Recorded<Update>[], dates: Dates, today: IsoDate): Unchanged => {
  const last = reports.at(-1);
  if (!last) return { why: 'There is no update to repeat yet. Write the first one.' };
  if (last.state === 'returned') return { why: 'The programme office returned the last update. Write another.' };
  const why = contradiction(last, dates, today) ?? stale(dates, today);
  if (why !== null) return { why };
  // What only repeated an earlier report holds since that one.
  return { last, since: (reports.findLast(({ kind }) => kind === 'change') ?? last).on };
};

/** Gives the words of an update that repeats the last one. */
export const unchangedWords = (since: IsoDate): string => `No change since ${formatDate(since)}.`;
