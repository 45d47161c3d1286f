/** The slip chart of an action: on each day that something was reported, the day by which it was expected. */
import type { Action } from '../action.ts';
import { addDays } from '../calendar.ts';
import { dayNumber, daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { DatesRecorded, Expected } from '../rules/expected-dates.ts';
import { expectedOn } from '../rules/expected-dates.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, formatDayMonth, formatNumber, plural } from '../words.ts';
import type { ChartModel, ChartSeries, ChartTable } from './model.ts';
import { dayPoint, reportDays, slipAxes } from './slip-axis.ts';
import type { Course, Move } from './slip-words.ts';
import { expectedInWords, signedDays, slipSummary, slipTitle } from './slip-words.ts';

type History = readonly DatesRecorded[];

const sorted = (days: readonly IsoDate[]): IsoDate[] => [...new Set(days)].toSorted(compareText);

const movesOf = (history: History, recorded: readonly IsoDate[]): Move[] => {
  const moves: Move[] = [];
  let before: Expected | null = null;
  for (const on of recorded) {
    const now = expectedOn(history, on);
    if (now && before && now.date !== before.date && now.state !== 'done') {
      moves.push({ on, from: before.date, to: now.date });
    }
    before = now ?? before;
  }
  return moves;
};

/** The days between which the line is straight: a date holds until the day before another is recorded, or until it passes. */
const cornersOf = (history: History, recorded: readonly IsoDate[], since: IsoDate, today: IsoDate): IsoDate[] =>
  sorted([
    ...recorded.flatMap((on, index) => {
      const next = recorded[index + 1];
      const end = next === undefined ? today : addDays(next, -1);
      const expected = expectedOn(history, on);
      return [on, end, ...(expected && expected.date > on && expected.date < end ? [expected.date] : [])];
    }),
    ...reportDays(since, today),
  ]);

const day = (on: IsoDate | null) => ({ value: on, words: on === null ? 'None' : formatDate(on) });

const expectedCell = ({ on, state }: Expected) => {
  if (state === 'passed') return { value: on, words: 'Its date had passed' };
  return { value: on, words: state === 'done' ? `Delivered ${formatDate(on)}` : formatDate(on) };
};

const tableOf = (history: History, days: readonly IsoDate[], { first, today }: Course): ChartTable => ({
  caption: 'When the action was expected on each report day',
  columns: [
    { head: 'Report day', numeric: false },
    { head: 'Due date then', numeric: false },
    { head: 'Forecast then', numeric: false },
    { head: 'Expected', numeric: false },
    { head: 'Days later than first', numeric: true },
  ],
  rows: days.map((on) => {
    const report = { value: on, words: on === today ? `${formatDate(on)}, today` : formatDate(on) };
    const expected = expectedOn(history, on);
    if (!expected)
      return [report, day(null), day(null), { value: null, words: 'Withdrawn' }, { value: null, words: '–' }];
    const later = daysBetween(first.date, expected.on);
    return [
      report,
      day(expected.due),
      day(expected.forecast),
      expectedCell(expected),
      { value: later, words: later === 0 ? '–' : `${later < 0 ? '−' : '+'}${formatNumber(Math.abs(later), 0)}` },
    ];
  }),
});

/** The lines: the original date, what was expected, and each move by its days. Where the two part today, a bracket has their words. */
const seriesOf = (
  history: History,
  corners: readonly IsoDate[],
  course: Course,
  originalDue: IsoDate,
): ChartSeries[] => {
  const { since, now, moves, today } = course;
  const parted = now !== null && now.state !== 'done' && now.on !== originalDue;
  const shared = { kind: 'line', symbol: 'none' } as const;
  return [
    {
      ...shared,
      key: 'original',
      name: 'Original due date',
      role: 'plan',
      dashed: true,
      points: [dayPoint(since, originalDue), dayPoint(today, originalDue)],
      endLabel: parted || now?.on === originalDue ? [] : [`Original ${formatDayMonth(originalDue)}`],
    },
    {
      ...shared,
      key: 'expected',
      name: 'Expected',
      role: 'actual',
      dashed: false,
      points: corners.map((on) => dayPoint(on, expectedOn(history, on)?.on ?? null)),
      endLabel:
        parted || now === null ? [] : [expectedInWords(now), ...(now.on === originalDue ? ['the original date'] : [])],
    },
    {
      key: 'moves',
      name: 'Moved',
      kind: 'points',
      role: 'actual',
      dashed: false,
      symbol: 'disc',
      points: moves.map(({ on, from, to }) => ({
        ...dayPoint(on, expectedOn(history, on)?.on ?? to),
        label: signedDays(daysBetween(from, to)),
      })),
      endLabel: [],
    },
  ];
};

const bracketOf = ({ now, today }: Course, originalDue: IsoDate): ChartModel['bracket'] => {
  if (now === null || now.state === 'done' || now.on === originalDue) return null;
  const late = now.on > originalDue;
  const [original, expected] = [`Original ${formatDayMonth(originalDue)}`, expectedInWords(now)];
  return {
    on: today,
    low: dayNumber(late ? originalDue : now.on),
    high: dayNumber(late ? now.on : originalDue),
    label: plural(Math.abs(daysBetween(originalDue, now.on)), 'day'),
    lowLabel: late ? original : expected,
    highLabel: late ? expected : original,
  };
};

/**
 * Gives the slip chart of an action on a day; null while nothing was recorded of it.
 * @param history what was recorded of the action, oldest first
 * @param required the days on which the requirements that it serves fall due
 */
export const slipChart = (
  plan: Plan,
  { code, originalDue }: Pick<Action, 'code' | 'originalDue'>,
  history: History,
  required: readonly IsoDate[],
  today: IsoDate,
): ChartModel | null => {
  const recorded = sorted(history.map(({ on }) => on).filter((on) => on <= today));
  const [since] = recorded;
  const first = since === undefined ? null : expectedOn(history, since);
  if (since === undefined || first === null) return null;
  const now = expectedOn(history, today);
  const course: Course = { since, first, moves: movesOf(history, recorded), now, today };
  // Once it is delivered the line has met the day itself, and ends there.
  const corners = cornersOf(history, recorded, since, now?.state === 'done' ? now.on : today).filter(
    (on) => now?.state !== 'done' || on <= now.on,
  );
  const days = corners.flatMap((on) => expectedOn(history, on)?.on ?? []);
  const { guide, ...axes } = slipAxes(plan, [since, today, originalDue, ...days]);
  const inside = sorted(required).filter((on) => on >= axes.from && on <= axes.to);
  const near = inside.find((on) => on >= today) ?? inside.at(-1);
  return {
    key: `slip-${code}`,
    title: slipTitle(course),
    subtitle: 'When it was expected (upwards) on each report day (to the right). Level is steady, rising slips.',
    summary: slipSummary(course),
    ...axes,
    series: [guide, ...seriesOf(history, corners, course, originalDue)],
    today,
    targets: [],
    floor: near === undefined ? null : { value: dayNumber(near), label: `Required ${formatDayMonth(near)}` },
    bracket: bracketOf(course, originalDue),
    table: tableOf(history, sorted([...recorded, ...reportDays(since, today)]), course),
  };
};
