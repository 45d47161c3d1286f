/**
 * The caseworkers of a team against those that its cases need, month by month. No zod or Temporal: the browser draws a what-if
 * with it as the sliders move.
 */
import { endOfMonth } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Bound } from '../rules/amount.ts';
import type { CapacityHistory } from '../rules/capacity.ts';
import {
  asItStands,
  gapBound,
  projected,
  type CapacityBase,
  type CapacityDay,
  type WhatIf,
} from '../rules/capacity-projection.ts';
import { formatDate, formatNumber, formatPlain, listInWords } from '../words.ts';
import type { ChartModel, ChartPoint, ChartSeries } from './model.ts';
import { roundTicks } from './model.ts';

/** Where a projection starts, and what stands around it. */
export type CapacityOutlook = {
  key: string;
  base: CapacityBase;
  history: CapacityHistory[];
  /** The day by which the notice wants a team of sufficient capacity. */
  deadline: IsoDate;
  /** The ratio that is set, in cases for each full-time equivalent. */
  ratio: number;
  /** Full-time equivalents who have accepted a post and had not begun when the readings were taken. */
  ahead: number;
  checkpoints: ChartModel['checkpoints'];
  days: ChartModel['days'];
  from: IsoDate;
  to: IsoDate;
  today: IsoDate;
};

const write = (value: number): string => formatPlain(value, 1);
const isOne = (value: number): boolean => write(Math.abs(value)) === '1';

/** Says how many full-time equivalents are short, as far as the bound decides: "12.4 full-time equivalents short". */
export const gapInWords = (gap: number, bound: Bound): string => {
  const size = write(Math.abs(gap));
  const many = `${size} full-time equivalent${isOne(gap) ? '' : 's'}`;
  if (bound === 'unknown') return 'not decided, as one figure is a least and another a most';
  if (size === '0') return bound === 'exact' ? 'just enough caseworkers' : 'not decided';
  if (gap > 0) {
    if (bound === 'atMost') return `at most ${many} short, so not decided`;
    return `${bound === 'atLeast' ? 'at least ' : ''}${many} short`;
  }
  if (bound === 'atLeast') return `at most ${many} more than needed, so not decided`;
  return `${bound === 'atMost' ? 'at least ' : ''}${many} more than needed`;
};

/** Says the same in few words, for a headline: "12.4 short", "At least 3 over". */
export const gapInShort = (gap: number, bound: Bound): string => {
  const undecided = bound === 'unknown' || (gap > 0 ? bound === 'atMost' : bound === 'atLeast');
  if (write(Math.abs(gap)) === '0') return bound === 'exact' ? 'Just enough' : 'Not decided';
  if (undecided) return 'Not decided';
  return `${bound === 'exact' ? '' : 'At least '}${write(Math.abs(gap))} ${gap > 0 ? 'short' : 'over'}`;
};

/** Says what is supposed that is not so; null where nothing is. */
export const whatIfInWords = (whatIf: WhatIf, ratio: number): string | null => {
  const { starters, leavers, cases, trained } = whatIf;
  const parts = [
    ...(whatIf.ratio === ratio ? [] : [`each caseworker carried ${write(whatIf.ratio)} cases`]),
    ...(starters === 0 ? [] : [`${write(starters)} more started each month`]),
    ...(leavers === 0 ? [] : [`${write(leavers)} left each month`]),
    ...(cases === 0
      ? []
      : [`open cases ${cases > 0 ? 'rose' : 'fell'} by ${formatNumber(Math.abs(cases), 0)} each month`]),
    ...(trained === null ? [] : [`${formatNumber(trained * 100, 0)}% of those in post were trained`]),
  ];
  return parts.length === 0 ? null : `What if ${listInWords(parts)}?`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const point = (on: IsoDate, value: number | null): ChartPoint => ({
  on,
  from: null,
  value,
  label: value === null ? '' : write(value),
});

type Line = Pick<ChartSeries, 'key' | 'name' | 'role' | 'dashed' | 'symbol' | 'points' | 'endLabel'>;
const line = (fields: Line): ChartSeries => ({ ...fields, kind: 'line' });

const bracketOf = (last: CapacityDay): ChartModel['bracket'] => {
  if (write(last.gap) === '0') return null;
  const short = last.gap > 0;
  const [inPost, needed] = [`${write(last.inPost)} in post`, `${write(last.needed)} needed`];
  return {
    on: last.on,
    low: Math.min(last.inPost, last.needed),
    high: Math.max(last.inPost, last.needed),
    label: `${write(Math.abs(last.gap))} ${short ? 'short' : 'over'}`,
    lowLabel: short ? inPost : needed,
    highLabel: short ? needed : inPost,
  };
};

const rowOf = (day: CapacityDay, how: string): ChartModel['table']['rows'][number] => [
  { value: day.on, words: formatDate(day.on) },
  { value: how, words: how },
  { value: Math.round(day.cases), words: formatNumber(day.cases, 0) },
  ...[day.needed, day.inPost, day.trained, day.gap, day.trainedGap].map((value) => ({
    value: Number(value.toFixed(1)) + 0,
    words: formatNumber(value, 1),
  })),
];

const tableOf = (before: readonly CapacityDay[], ahead: readonly CapacityDay[]): ChartModel['table'] => {
  return {
    caption: 'Caseworkers needed and in post, in full-time equivalents',
    columns: [
      { head: 'On', numeric: false },
      { head: 'From', numeric: false },
      { head: 'Open cases', numeric: true },
      { head: 'Needed', numeric: true },
      { head: 'In post', numeric: true },
      { head: 'Of these trained', numeric: true },
      { head: 'Short', numeric: true },
      { head: 'Short of trained', numeric: true },
    ],
    rows: [
      ...before.map((day) => rowOf(day, 'Readings')),
      ...ahead.map((day, index) => rowOf(day, index === 0 ? 'Last readings' : 'Reckoned')),
    ],
  };
};

/** Gives the days of the past of which both open cases and those in post are read, with what was needed. */
const readDays = ({ history, base }: CapacityOutlook, ratio: number): CapacityDay[] =>
  history.flatMap(({ on, cases, inPost, trained }) => {
    if (cases === null || inPost === null || trained === null || on >= (base.days[0] ?? '')) return [];
    const needed = cases / ratio;
    return [{ on, cases, needed, inPost, trained, gap: needed - inPost, trainedGap: needed - trained }];
  });

/**
 * Gives the chart of a team's capacity: what was read, and ahead of it what follows from those who have accepted a post and from
 * what is supposed.
 */
export const capacityChart = (outlook: CapacityOutlook, whatIf: WhatIf = asItStands(outlook.ratio)): ChartModel => {
  const { base, history, deadline, from, to, ratio } = outlook;
  const days = projected(base, whatIf);
  const before = readDays(outlook, whatIf.ratio);
  const [first, last] = [days[0] as CapacityDay, days.at(-1) as CapacityDay];
  const past = history.filter(({ on }) => on < first.on);
  const bound = gapBound(base);
  const atDeadline = [...before, ...days].find(({ on }) => on >= deadline && on <= endOfMonth(deadline));
  const opening = atDeadline ?? first;
  const bracket = bracketOf(last);
  const series = [
    line({
      key: 'needed',
      name: 'Needed',
      role: 'plan',
      dashed: true,
      symbol: 'none',
      points: [
        ...past.map(({ on, cases }) => point(on, cases === null ? null : cases / whatIf.ratio)),
        ...days.map(({ on, needed }) => point(on, needed)),
      ],
      endLabel: bracket === null ? [`${write(last.needed)} needed`] : [],
    }),
    line({
      key: 'trained',
      name: 'In post and trained',
      role: 'other',
      dashed: true,
      symbol: 'none',
      points: [
        ...past.map(({ on, trained }) => point(on, trained)),
        ...days.map(({ on, trained }) => point(on, trained)),
      ],
      endLabel: [`${write(last.trained)} trained`],
    }),
    line({
      key: 'read',
      name: 'In post, as read',
      role: 'actual',
      dashed: false,
      symbol: 'disc',
      points: [...past.map(({ on, inPost }) => point(on, inPost)), point(first.on, first.inPost)],
      endLabel: [],
    }),
    line({
      key: 'ahead',
      name: 'In post, reckoned',
      role: 'actual',
      dashed: true,
      symbol: 'none',
      points: days.map(({ on, inPost }) => point(on, inPost)),
      endLabel: bracket === null ? [`${write(last.inPost)} in post`] : [],
    }),
  ];
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const ticks = roundTicks(0, Math.max(1, ...values), 5, false);
  const supposed = whatIfInWords(whatIf, ratio);
  const least = base.posts === 'atLeast' ? 'at least ' : base.posts === 'atMost' ? 'at most ' : '';
  return {
    key: outlook.key,
    title: capital(
      opening === last
        ? `${gapInWords(last.gap, bound)} on ${formatDate(last.on)}`
        : `${gapInWords(opening.gap, bound)} on ${formatDate(opening.on)}, ${gapInWords(last.gap, bound)} on ${formatDate(last.on)}`,
    ),
    subtitle: `Full-time equivalent caseworkers in post, and needed at ${write(whatIf.ratio)} cases each${supposed === null ? '' : `. ${supposed} Nothing of this is kept`}`,
    summary: `${supposed === null ? '' : `${supposed} `}For ${formatNumber(first.cases, 0)} open cases at ${write(whatIf.ratio)} each, ${write(first.needed)} full-time equivalents were needed on ${formatDate(first.on)} and ${least}${write(first.inPost)} were in post, ${write(first.trained)} of them trained. ${outlook.ahead === 0 ? 'Nobody has accepted a post and is still to start' : `With the ${write(outlook.ahead)} who have accepted a post`}: on ${formatDate(last.on)}, ${gapInWords(last.gap, bound)}. Counting only the trained, ${gapInWords(last.trainedGap, bound)}.`,
    from,
    to,
    y: {
      min: 0,
      max: ticks.at(-1) ?? 1,
      ticks: ticks.map((value) => ({ value, label: formatPlain(value, 2) })),
    },
    days: outlook.days,
    series,
    checkpoints: outlook.checkpoints,
    today: outlook.today,
    targets: [],
    floor: null,
    bracket,
    table: tableOf(before, days),
  };
};
