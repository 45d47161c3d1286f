/** The strip of time of a notice: its checkpoints, deadlines and events from issue to the last checkpoint, with today. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { isOfLife } from '../rules/course.ts';
import type { Deadline } from '../rules/deadlines.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { compareText } from '../rules/grouped.ts';
import type { Mark, Tone } from '../scales.ts';
import { formatDate, formatMonth } from '../words.ts';
import {
  answerTo,
  checkpointMark,
  deadlineMark,
  eventMarks,
  isOpen,
  issueMark,
  stepMarks,
  todayMark,
} from './strip-marks.ts';

export type StripMark = {
  key: string;
  kind: 'issue' | 'checkpoint' | 'deadline' | 'step' | 'event' | 'today';
  name: string;
  on: IsoDate;
  /** The day in words, looser where the source is. */
  date: string;
  detail: string;
  /** How far along the strip, from 0 to 1. */
  share: number;
  tone: Tone;
  mark: Mark;
  disputed: string | null;
};

/** A stretch of days by which something was, or is, late. */
type StripSpan = { key: string; from: number; to: number };

export type TimeStrip = {
  from: IsoDate;
  to: IsoDate;
  /** Where today stands, from 0 to 1. */
  today: number;
  months: { key: string; label: string; from: number; to: number }[];
  /** In the order of their days. */
  marks: StripMark[];
  late: StripSpan[];
  /** From when the checkpoints count, in words. */
  counted: string;
  summary: string;
};

/** One bracket a deadline: from its day to when it was answered, or to today while it waits. */
const lateSpans = (deadlines: readonly Deadline[], today: IsoDate, shareOf: (day: IsoDate) => number): StripSpan[] => {
  const ends = new Map<IsoDate, IsoDate>();
  for (const deadline of deadlines) {
    const dueOn = deadline.due.latest;
    const end = answerTo(deadline)?.earliest ?? (isOpen(deadline) ? today : dueOn);
    // Of the requirements that share a day the latest answer counts.
    if (end > (ends.get(dueOn) ?? dueOn)) ends.set(dueOn, end);
  }
  return [...ends].map(([dueOn, end]) => ({ key: dueOn, from: shareOf(dueOn), to: shareOf(end) }));
};

/** How many months after its last checkpoint the strip of a notice goes on for what became of it, at most: there must be room. */
const mostMonthsAfter = 12;

/** Gives the day on which the strip ends: the last checkpoint, or what became of the notice in the year after it. */
const endOf = ({ events }: Plan, last: IsoDate): IsoDate =>
  events
    .filter(
      ({ kind, withdrawnOn, latest }) =>
        isOfLife(kind) && withdrawnOn === null && latest <= addMonths(last, mostMonthsAfter),
    )
    .reduce((end, { latest }) => (latest > end ? latest : end), last);

/**
 * Gives the strip of time of a notice as it stands on a day. What lies before the issue is left out, and after the last
 * checkpoint all but what became of the notice in the year after it; a later day stands at the end.
 */
export const timeStripOf = (plan: Plan, today: IsoDate): TimeStrip => {
  const { notice } = plan;
  const checkpoints = checkpointsOf(notice);
  const from = notice.issuedOn;
  const last = checkpoints.reduce((latest, { on }) => (on > latest ? on : latest), addDays(from, 1));
  const to = endOf(plan, last);
  const length = daysBetween(from, to);
  const shareOf = (day: IsoDate): number => Math.min(1, Math.max(0, daysBetween(from, day) / length));
  const within = ({ on }: { on: IsoDate }): boolean => on >= from && on <= to;

  const deadlines = deadlinesOf(plan, today);
  const next = deadlines.find((deadline) => isOpen(deadline) && deadline.due.latest >= today)?.due.latest ?? null;
  const byDue = Map.groupBy(deadlines, ({ due }) => due.latest);
  const dueOn = (on: IsoDate) => ({ deadlines: byDue.get(on) ?? [], next });
  const onCheckpoint = new Set(checkpoints.map(({ on }) => on));

  const days = [
    ...checkpoints.map((checkpoint) => checkpointMark(checkpoint, dueOn(checkpoint.on), today)),
    ...[...byDue.keys()].filter((on) => !onCheckpoint.has(on)).map((on) => deadlineMark(plan, on, dueOn(on), today)),
  ].filter(within);
  const told = [...stepMarks(plan, deadlines), ...eventMarks(plan, today)].filter(within);
  const marks = [issueMark(plan, last, today), ...days, ...told, todayMark(last, today)];
  return {
    from,
    to,
    today: shareOf(today),
    months: monthsOf(from, to, shareOf),
    marks: marks.map((mark) => ({ ...mark, share: shareOf(mark.on) })).toSorted((a, b) => compareText(a.on, b.on)),
    late: lateSpans(
      deadlines.filter(({ due }) => within({ on: due.latest })),
      today,
      shareOf,
    ),
    counted: `Checkpoints are counted from ${formatDate(notice.checkpointBase)}`,
    summary: [
      `The notice was issued on ${formatDate(from)}; the last checkpoint is ${formatDate(last)}.`,
      ...days.filter(({ on }) => byDue.has(on)).map(({ name, date, detail }) => `${name}: ${date}, ${detail}.`),
    ].join(' '),
  };
};

const monthsOf = (from: IsoDate, to: IsoDate, shareOf: (day: IsoDate) => number): TimeStrip['months'] => {
  const months: TimeStrip['months'] = [];
  for (let start = `${from.slice(0, 8)}01`; start <= to; start = addMonths(start, 1)) {
    const next = addDays(endOfMonth(start), 1);
    const label = formatMonth(start).slice(0, 3);
    months.push({
      key: start.slice(0, 7),
      label: start.slice(5, 7) === '01' ? `${label} ${Number(start.slice(0, 4))}` : label,
      from: shareOf(start),
      to: shareOf(next),
    });
  }
  return months;
};
