/** What the slip chart of an action says: its message, its sentence and the words of its points. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Expected } from '../rules/expected-dates.ts';
import { formatDate, formatDayMonth, formatNumber, listInWords, plural } from '../words.ts';

/** A day on which another date was recorded than the one expected before. */
export type Move = { on: IsoDate; from: IsoDate; to: IsoDate };

/** How an action's date went: when it was first expected, how that moved, and how it stands; null where it was withdrawn. */
export type Course = { since: IsoDate; first: Expected; moves: readonly Move[]; now: Expected | null; today: IsoDate };

const timesInWords = (count: number): string => ['', 'once', 'twice'][count] ?? `${formatNumber(count, 0)} times`;

/** Writes a number of days with its sign: "+30 days". */
export const signedDays = (days: number): string => `${days < 0 ? '−' : '+'}${plural(Math.abs(days), 'day')}`;

const againstFirst = (days: number): string =>
  days === 0
    ? 'as first expected'
    : `${plural(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'} than first expected`;

/** Gives the message of the chart. */
export const slipTitle = ({ since, first, moves, now, today }: Course): string => {
  if (now === null) return 'Withdrawn from the plan';
  const days = daysBetween(first.date, now.on);
  if (now.state === 'done') return `Delivered ${formatDate(now.on)}, ${againstFirst(days)}`;
  if (now.state === 'passed') {
    return `Expected ${formatDate(now.date)}: that passed ${plural(daysBetween(now.date, today), 'day')} ago without a new date`;
  }
  if (moves.length === 0) return `Expected ${formatDate(now.on)}, steady since ${formatDate(since)}`;
  return `Expected ${formatDate(now.on)}: moved ${timesInWords(moves.length)}, ${againstFirst(days)}`;
};

const ending = (now: Expected | null, today: IsoDate): string => {
  if (now === null) return ' It was withdrawn from the plan.';
  if (now.state === 'done') return ` It was delivered on ${formatDate(now.on)}.`;
  return now.state === 'ahead'
    ? ''
    : ` By ${formatDate(today)} that day had passed without a new one: it can be done today at the earliest.`;
};

/** Gives the chart in words. */
export const slipSummary = ({ since, first, moves, now, today }: Course): string => {
  const told = moves.map(({ on, to }) => `to ${formatDate(to)} on ${formatDate(on)}`);
  const moved =
    told.length === 0 ? 'No other date was recorded.' : `It moved ${timesInWords(told.length)}: ${listInWords(told)}.`;
  return `On ${formatDate(since)} the action was expected by ${formatDate(first.date)}. ${moved}${ending(now, today)}`;
};

/** Gives the words at the point of an expected day. */
export const expectedInWords = ({ state, on }: Expected): string => {
  if (state === 'passed') return 'Today at the earliest';
  return `${state === 'done' ? 'Delivered' : 'Expected'} ${formatDayMonth(on)}`;
};
