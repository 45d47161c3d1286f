/** When “No change” can stand for an update: only where what was said last still fits the dates. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Update } from '../update.ts';
import { formatDate, plural } from '../words.ts';
import { daysBetween } from '../day-number.ts';

/** What may be repeated of an action or a requirement; `due` is null for what has no due date. */
type Repeatable = { due: IsoDate | null; forecast: IsoDate | null };

/**
 * Gives the sentence that refuses “No change”, or null where the last report may be repeated: not where there is none, where it
 * was returned, or where its rating contradicts a due date that has passed (green; amber without a forecast to come).
 * @param last the last report on the row
 */
export const whyNotUnchanged = (
  last: Recorded<Update> | null,
  { due, forecast }: Repeatable,
  today: IsoDate,
): string | null => {
  if (last === null) return 'There is no update to repeat yet. Write the first one.';
  if (last.state === 'returned') return 'The programme office returned the last update. Write another.';
  if (due === null || due >= today) return null;
  const passed = `It was due on ${formatDate(due)}, ${plural(daysBetween(due, today), 'day')} ago`;
  if (last.rating === 'green') {
    return `${passed}, so green can’t be repeated. Choose a rating and say what changed.`;
  }
  if (last.rating === 'amber' && (forecast === null || forecast < today)) {
    return `${passed}, so amber needs a forecast that is still to come. Give one and say what changed.`;
  }
  return null;
};

/** Gives the day since which nothing has changed: that of the last report that said something new. */
export const unchangedSince = (reports: readonly Recorded<Update>[]): IsoDate | null =>
  (reports.findLast(({ kind }) => kind === 'change') ?? reports.at(-1))?.on ?? null;

/** Gives the words of an update that repeats the last one. */
export const unchangedWords = (since: IsoDate): string => `No change since ${formatDate(since)}.`;
