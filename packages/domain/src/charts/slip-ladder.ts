/** How the due date of an action has moved: the original date, each approved move, what is asked for and what is forecast. */
import type { Action } from '../action.ts';
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import type { DateChange } from '../date-change.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, formatDayMonth, formatMonth, plural } from '../words.ts';
import type { ChartTable } from './model.ts';

/** One rung: a date alone, or a move from one date to another. Shares are of the width of the drawing, from 0 to 1. */
export type Rung = {
  key: string;
  kind: 'original' | 'move' | 'asked' | 'forecast' | 'done';
  /** What it is: "+30 days, approved 30 August". */
  label: string;
  /** Where it leads: "Current 30 September". */
  end: string;
  from: number;
  to: number;
};

/** A day that stands as a line through all rungs. */
type LadderDay = { key: 'today' | 'required'; label: string; share: number };

export type SlipLadder = {
  title: string;
  summary: string;
  rungs: Rung[];
  days: LadderDay[];
  months: { key: string; label: string; share: number }[];
  table: ChartTable;
};

type Given = {
  action: Pick<Action, 'originalDue' | 'currentDue' | 'forecast'>;
  /** The approved changes, oldest first. */
  moves: readonly Pick<DateChange, 'id' | 'from' | 'decidedDate' | 'decidedOn'>[];
  /** The open request, if there is one. */
  asked: Pick<DateChange, 'to'> | null;
  completedOn: IsoDate | null;
  /** The days on which the requirements that it serves fall due, with their names. */
  required: readonly { on: IsoDate; label: string }[];
  today: IsoDate;
};

const sign = (days: number): string => (days < 0 ? '−' : '+');
const by = (from: IsoDate, to: IsoDate): string => {
  const days = daysBetween(from, to);
  return `${sign(days)}${plural(Math.abs(days), 'day')}`;
};

const against = (day: IsoDate, original: IsoDate): string => {
  const days = daysBetween(original, day);
  if (days === 0) return 'on the original date';
  return `${plural(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} the original date`;
};

const titleOf = ({ action, completedOn }: Given): string => {
  const { originalDue, currentDue, forecast } = action;
  if (completedOn !== null) return `Complete ${formatDate(completedOn)}, ${against(completedOn, originalDue)}`;
  if (forecast !== null && forecast !== currentDue) {
    return `Forecast ${formatDate(forecast)}, ${against(forecast, originalDue)}`;
  }
  if (currentDue === originalDue) return `Due ${formatDate(originalDue)}, the original date`;
  return `Due ${formatDate(currentDue)}, ${against(currentDue, originalDue)}`;
};

type Step = Omit<Rung, 'from' | 'to'> & { start: IsoDate; on: IsoDate };

const stepsOf = ({ action, moves, asked, completedOn }: Given): Step[] => {
  const { originalDue, currentDue, forecast } = action;
  const moved = moves.flatMap(({ id, from, decidedDate, decidedOn }) =>
    decidedDate === null ? [] : [{ id, from, to: decidedDate, on: decidedOn }],
  );
  const still = moved.length === 0;
  const steps: Step[] = [
    {
      key: 'original',
      kind: 'original',
      label: still ? 'Original and current' : 'Original',
      end: formatDayMonth(originalDue),
      start: originalDue,
      on: originalDue,
    },
    ...moved.map(({ id, from, to, on }, index): Step => ({
      key: id,
      kind: 'move',
      label: `${by(from, to)}${on === null ? ', approved' : `, approved ${formatDayMonth(on)}`}`,
      end: `${index === moved.length - 1 ? 'Current ' : ''}${formatDayMonth(to)}`,
      start: from,
      on: to,
    })),
  ];
  if (completedOn !== null) {
    const done = { key: 'done', kind: 'done', label: 'Complete', end: formatDayMonth(completedOn) } as const;
    return [...steps, { ...done, start: completedOn, on: completedOn }];
  }
  if (asked) {
    const both = forecast === asked.to;
    steps.push({
      key: 'asked',
      kind: 'asked',
      label: `${by(currentDue, asked.to)}${still ? '' : ' more'}, not approved`,
      end: `${both ? 'Asked and forecast' : 'Asked'} ${formatDayMonth(asked.to)}`,
      start: currentDue,
      on: asked.to,
    });
  }
  if (forecast !== null && forecast !== currentDue && forecast !== asked?.to) {
    steps.push({
      key: 'forecast',
      kind: 'forecast',
      label: `${by(currentDue, forecast)} by the forecast`,
      end: `Forecast ${formatDayMonth(forecast)}`,
      start: currentDue,
      on: forecast,
    });
  }
  return steps;
};

const mostMonthLabels = 8;
// Dates are written with four digits for the year.
const lastDay = '9999-12-31';

const monthNumber = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Names the months of the foot: all of them where there is room, else every second, third and so on. */
const monthsOf = (from: IsoDate, to: IsoDate, shareOf: (day: IsoDate) => number): SlipLadder['months'] => {
  const count = monthNumber(to) - monthNumber(from) + 1;
  const every = Math.ceil(count / mostMonthLabels);
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => {
    const start = addMonths(from, index * every);
    const name = formatMonth(start).slice(0, 3);
    const year = start.slice(5, 7) === '01' || every >= 12 ? ` ${Number(start.slice(0, 4))}` : '';
    return { key: start, label: `${name}${year}`, share: shareOf(start) };
  });
};

const tableOf = (steps: readonly Step[]): ChartTable => ({
  caption: 'How the due date has moved',
  columns: [
    { head: 'Step', numeric: false },
    { head: 'From', numeric: false },
    { head: 'To', numeric: false },
    { head: 'Days', numeric: true },
  ],
  rows: steps.map(({ label, start, on }) => {
    const days = daysBetween(start, on);
    return [
      { value: label, words: label },
      { value: start, words: formatDate(start) },
      { value: on, words: formatDate(on) },
      { value: days, words: days === 0 ? '–' : `${sign(days)}${Math.abs(days)}` },
    ];
  }),
});

/** Gives the ladder of an action's dates on a day: every share lies between 0 and 1. */
export const slipLadderOf = (given: Given): SlipLadder => {
  const { action, moves, required, today } = given;
  const steps = stepsOf(given);
  const own = steps.flatMap(({ start, on }) => [start, on]).toSorted(compareText);
  const [firstOwn = today, lastOwn = today] = [own[0], own.at(-1)];
  const first = firstOwn < today ? firstOwn : today;
  const last = lastOwn > today ? lastOwn : today;
  const from = `${first.slice(0, 8)}01`;
  // Half as much again at the right leaves room for the words of the last rung.
  const room = Math.round(daysBetween(from, last) / 2);
  const to = daysBetween(last, lastDay) <= room ? lastDay : endOfMonth(addDays(last, room));
  const length = Math.max(1, daysBetween(from, to));
  const shareOf = (day: IsoDate): number => daysBetween(from, day) / length;
  const near =
    required.find(({ on }) => on >= today && on <= to) ?? required.findLast(({ on }) => on >= from && on < today);
  const current =
    action.currentDue === action.originalDue
      ? ''
      : ` It is now due ${formatDate(action.currentDue)}, after ${plural(moves.length, 'approved move')}.`;
  const expected = action.forecast === null ? '' : ` The forecast is ${formatDate(action.forecast)}.`;
  return {
    title: titleOf(given),
    summary: `The original due date is ${formatDate(action.originalDue)}.${current}${given.completedOn === null ? expected : ` It was complete on ${formatDate(given.completedOn)}.`}`,
    rungs: steps.map(({ start, on, ...rung }) => ({ ...rung, from: shareOf(start), to: shareOf(on) })),
    days: [
      { key: 'today', label: 'Today', share: shareOf(today) },
      ...(near ? [{ key: 'required' as const, label: near.label, share: shareOf(near.on) }] : []),
    ],
    months: monthsOf(from, to, shareOf),
    table: tableOf(steps),
  };
};
