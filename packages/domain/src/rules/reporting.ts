/** The reporting period: when updates are asked for, until when, and where the report of a row stands in it. */
import { addDays, addMonths, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Notice } from '../notice.ts';
import type { ReportState, Rhythm, Status, UpdateState } from '../scales.ts';
import { reportStates, statusOf } from '../scales.ts';
import { formatDate, plural } from '../words.ts';
import { addWorkingDays, onOrBefore } from '../working-days.ts';

/** One reporting period: the days, all working days, on which it opens and closes, and the last one of grace. */
export type Period = { index: number; opensOn: IsoDate; closesOn: IsoDate; graceEndsOn: IsoDate };

type Rhythmic = Pick<Notice, 'reportEvery' | 'reportsCloseFrom' | 'reportOpenDays' | 'reportGraceDays' | 'issuedOn'>;

const stepOf = {
  monthly: { days: 30, next: (from, count) => addMonths(from, count) },
  fourWeekly: { days: 28, next: (from, count) => addDays(from, 28 * count) },
  sixWeekly: { days: 42, next: (from, count) => addDays(from, 42 * count) },
} as const satisfies Record<Rhythm, { days: number; next: (from: IsoDate, count: number) => IsoDate }>;

const countedOut = (notice: Rhythmic, index: number): Period => {
  const closesOn = onOrBefore(stepOf[notice.reportEvery].next(notice.reportsCloseFrom, index));
  return {
    index,
    opensOn: addWorkingDays(closesOn, -notice.reportOpenDays),
    closesOn,
    graceEndsOn: addWorkingDays(closesOn, notice.reportGraceDays),
  };
};

const known = new WeakMap<Rhythmic, Map<number, Period>>();

/**
 * Gives the period that is `index` periods after the one that the others are counted from. Its working days are counted once:
 * a register asks for thousands of rows.
 */
export const periodAt = (notice: Rhythmic, index: number): Period => {
  const periods = known.get(notice) ?? new Map<number, Period>();
  known.set(notice, periods);
  const period = periods.get(index) ?? countedOut(notice, index);
  periods.set(index, period);
  return period;
};

const lastOpened = (notice: Rhythmic, day: IsoDate): number => {
  const { days } = stepOf[notice.reportEvery];
  // Months are longer than 30 days, so that over years the first guess strays to either side.
  let index = Math.floor(daysBetween(notice.reportsCloseFrom, day) / days);
  while (periodAt(notice, index).opensOn <= day) index += 1;
  while (periodAt(notice, index).opensOn > day) index -= 1;
  return index;
};

/**
 * Says whether updates were ever asked for in a period: the rules stand since the day that the others are counted from, so that
 * no period before it is theirs, and nobody reports before the notice was issued.
 */
const exists = (notice: Rhythmic, { index, closesOn }: Period): boolean => index >= 0 && closesOn > notice.issuedOn;

/**
 * Gives the period that runs on a day: the last one that has opened. It runs until the next opens, so that what is reported
 * after it closed still counts, as late.
 * @returns null where none has opened yet under the rules of the notice, or none that closes after it was issued
 */
export const periodOn = (notice: Rhythmic, day: IsoDate): Period | null => {
  const period = periodAt(notice, lastOpened(notice, day));
  return exists(notice, period) ? period : null;
};

/** Gives the period before one; null where that is the first. */
export const periodBefore = (notice: Rhythmic, { index }: Period): Period | null => {
  const period = periodAt(notice, index - 1);
  return exists(notice, period) ? period : null;
};

/** Gives the period that opens next after a day. */
export const nextPeriod = (notice: Rhythmic, day: IsoDate): Period => {
  let period = periodAt(notice, Math.max(lastOpened(notice, day) + 1, 0));
  while (period.closesOn <= notice.issuedOn) period = periodAt(notice, period.index + 1);
  return period;
};

/** Gives the first `count` periods that close on a day or after it, and after the notice was issued. */
export const periodsFrom = (notice: Rhythmic, day: IsoDate, count: number): Period[] => {
  const from = day > notice.issuedOn ? day : addDays(notice.issuedOn, 1);
  let first = lastOpened(notice, from);
  while (periodAt(notice, first).closesOn >= from) first -= 1;
  first = Math.max(first + 1, 0);
  return Array.from({ length: count }, (_, step) => periodAt(notice, first + step));
};

/** What was reported on a row: the day and what became of it. */
export type Reported = { on: IsoDate; state: UpdateState };

/** A state of a report; `days` counts the days that are left until it is due, or over; null where neither. */
export type ReportStatus = Status<ReportState> & { days: number | null };

const answer = (key: ReportState, days: number | null, reason: string): ReportStatus => ({
  ...statusOf(reportStates, key, reason),
  days,
});

/**
 * Gives where the report of a row stands on a day, the first that applies: reported in the period that runs (submitted or
 * accepted); returned, until its days of grace are over; late, where the period before was missed, or the days of grace of
 * this one are over; due, while it is open; no update yet, where nothing is asked for. A report that was returned, with none
 * after it, answers no period. A row is asked for from the first period that closes after it was known.
 * @param reported what was reported on the row, in any order
 * @param since the day since which the row is known
 */
export const reportStatusOf = (
  notice: Rhythmic,
  reported: readonly Reported[],
  since: IsoDate,
  day: IsoDate,
): ReportStatus => {
  const period = periodOn(notice, day);
  if (!period) return answer('noUpdate', null, 'Updates are not asked for yet.');
  const inPeriod = lastOf(reported.filter(({ on }) => period.opensOn <= on && on <= day));
  if (inPeriod && (inPeriod.state !== 'returned' || day <= period.graceEndsOn)) return said(inPeriod, period);

  const last = lastOf(reported.filter(({ on }) => on < period.opensOn));
  const before = periodBefore(notice, period);
  const missedBefore =
    before !== null &&
    since <= before.closesOn &&
    before.graceEndsOn < day &&
    (last === null || last.on < before.opensOn || last.state === 'returned');
  if (missedBefore) return lateSince(before.closesOn, inPeriod ?? last, day);
  if (since > period.closesOn) return answer('noUpdate', null, 'It was added after updates closed.');
  if (day > period.graceEndsOn) return lateSince(period.closesOn, inPeriod, day);
  const left = daysBetween(day, period.closesOn);
  const when =
    left < 0
      ? `Closed on ${formatDate(period.closesOn)}; not late until ${formatDate(period.graceEndsOn)} is over.`
      : `Updates close on ${formatDate(period.closesOn)}.`;
  return answer('due', left, when);
};

const lastOf = (reported: readonly Reported[]): Reported | null =>
  reported.reduce<Reported | null>((latest, each) => (latest === null || each.on >= latest.on ? each : latest), null);

const said = ({ on, state }: Reported, { closesOn, graceEndsOn }: Period): ReportStatus => {
  const when = on > graceEndsOn ? `, ${plural(daysBetween(closesOn, on), 'day')} after updates closed` : '';
  if (state === 'returned') {
    return answer(
      'returned',
      null,
      `The programme office returned the update of ${formatDate(on)}${when}. Write another.`,
    );
  }
  const next =
    state === 'accepted' ? 'The programme office accepted it.' : 'The programme office has not accepted it yet.';
  return answer(state, null, `Updated on ${formatDate(on)}${when}. ${next}`);
};

/** @param last what was reported last; one that was returned is why it is late */
const lateSince = (closedOn: IsoDate, last: Reported | null, day: IsoDate): ReportStatus => {
  const days = daysBetween(closedOn, day);
  const returned =
    last?.state === 'returned'
      ? ` The programme office returned the update of ${formatDate(last.on)}. Write another.`
      : '';
  return answer('late', days, `Updates closed on ${formatDate(closedOn)}, ${plural(days, 'day')} ago.${returned}`);
};

/** Says whether something is asked of whoever the row belongs to: due, late, or returned. */
export const isAskedFor = ({ key }: Pick<ReportStatus, 'key'>): boolean =>
  key === 'due' || key === 'late' || key === 'returned';
