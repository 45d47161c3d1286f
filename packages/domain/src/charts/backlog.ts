/** What remains of a backlog with its clearance ahead, and what comes in and goes out. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { amountOf } from '../rules/amount.ts';
import type { BacklogStatus } from '../rules/backlog.ts';
import type { Figure } from '../rules/family-figure.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { readingsOf } from '../rules/impact.ts';
import { formatMonth, formatNumber, formatPeriod, formatReading, formatShortDate, formatDate } from '../words.ts';
import { axisDays } from './axis-days.ts';
import { hasLine } from './measure-series.ts';
import type { ChartModel, ChartPoint, ChartSeries } from './model.ts';
import { roundTicks } from './model.ts';

type Words = Pick<ChartModel, 'title' | 'subtitle' | 'summary'>;

/** A clearance that is further off is not drawn to its end: the readings would shrink to nothing. */
const farthestDrawn = 36;

const axis = (values: readonly number[]): ChartModel['y'] => {
  const ticks = roundTicks(0, Math.max(1, ...values), 5, true);
  return {
    min: 0,
    max: ticks.at(-1) ?? 1,
    ticks: ticks.map((value) => ({ value, label: formatNumber(value, 0) })),
  };
};

const point = (on: IsoDate, value: number | null): ChartPoint => ({
  on,
  from: null,
  value,
  label: value === null ? '' : formatNumber(value, 0),
});

type Line = Pick<ChartSeries, 'key' | 'name' | 'role' | 'dashed' | 'symbol' | 'points' | 'endLabel'>;
const line = (fields: Line): ChartSeries => ({ ...fields, kind: 'line' });

/** What was long before the notice is on the measure's own page; here it would press what is ahead to nothing. */
const since = ({ notice }: Plan): IsoDate => addMonths(notice.checkpointBase, -6);

/** Gives the readings of a part as points: a symbol, or a month without a reading, as a gap. */
const readPoints = (plan: Plan, { measure }: Figure, today: IsoDate): ChartPoint[] => {
  if (measure === null) return [];
  const readings = readingsOf(plan, measure, { ownBasis: true }).filter(
    ({ periodEnd }) => periodEnd >= since(plan) && periodEnd <= today,
  );
  return readings.flatMap((reading, index) => {
    const before = readings[index - 1]?.periodEnd;
    const read = {
      ...point(reading.periodEnd, amountOf(reading)?.value ?? null),
      label: `${formatReading(reading, measure)}, ${formatPeriod(reading)}`,
    };
    // A week's grace: a reading taken a few days late leaves no gap.
    const missing =
      before !== undefined && reading.periodEnd > addDays(endOfMonth(addMonths(before, measure.everyMonths)), 7);
    return missing ? [point(addDays(reading.periodEnd, -1), null), read] : [read];
  });
};

/** A line of what was read, or points alone where no two readings stand next to each other. */
const asRead = (
  key: string,
  name: string,
  role: ChartSeries['role'],
  points: ChartPoint[],
  endLabel: string[],
): ChartSeries => {
  const joined = hasLine(points);
  return {
    key,
    name,
    kind: joined ? 'line' : 'points',
    role,
    dashed: false,
    symbol: 'disc',
    points: joined ? points : points.filter(({ label }) => label !== ''),
    endLabel: joined ? endLabel : [],
  };
};

const valueAt = (points: readonly ChartPoint[], on: IsoDate): number | null =>
  points.find((each) => each.on === on)?.value ?? null;

const partOf = ({ figures }: BacklogStatus, part: Figure['part']): Figure | undefined =>
  figures.find((figure) => figure.part === part);

/** Gives a line from what remains down to nothing on a day, cut off where the chart ends. */
const downTo = (from: IsoDate, remaining: number, cleared: IsoDate, end: IsoDate): ChartPoint[] => {
  const days = daysBetween(from, cleared);
  if (cleared <= end) return [point(from, remaining), point(cleared, 0)];
  return [point(from, remaining), point(end, remaining * (1 - daysBetween(from, end) / days))];
};

const aheadOf = ({ clearance, remaining }: BacklogStatus, from: IsoDate): { series: ChartSeries[]; to: IsoDate } => {
  if (clearance.key !== 'expected' || remaining === null) return { series: [], to: from };
  const limit = addMonths(from, farthestDrawn);
  const { on, earliest, latest } = clearance;
  const wanted = latest ?? on;
  const to = wanted < limit ? wanted : limit;
  const guide = (key: string, name: string, cleared: IsoDate): ChartSeries =>
    line({
      key,
      name,
      role: 'guide',
      dashed: true,
      symbol: 'none',
      points: downTo(from, remaining.value, cleared, to),
      endLabel: [],
    });
  return {
    to,
    series: [
      guide('earliest', 'Cleared at the earliest', earliest),
      ...(latest === null ? [] : [guide('latest', 'Cleared at the latest', latest)]),
      line({
        key: 'ahead',
        name: 'Remaining, at this rate',
        role: 'plan',
        dashed: true,
        symbol: 'none',
        points: downTo(from, remaining.value, on, to),
        endLabel: on <= to ? ['Cleared', formatMonth(on)] : [],
      }),
    ],
  };
};

const frameOf = (plan: Plan, series: readonly ChartSeries[], today: IsoDate, least: IsoDate) => {
  const days = [...series.flatMap(({ points }) => points.map(({ on }) => on)), today, least].toSorted(compareText);
  const from = `${(days[0] ?? today).slice(0, 8)}01`;
  const to = days.at(-1) ?? today;
  return {
    from,
    to,
    days: axisDays(from, to),
    checkpoints: checkpointsOf(plan.notice)
      .filter(({ on }) => on >= from && on <= to)
      .map(({ on, label }) => ({ on, label, date: formatShortDate(on) })),
    today,
    targets: [],
    floor: null,
    bracket: null,
  };
};

const cell = (value: number | null): ChartModel['table']['rows'][number][number] => ({
  value,
  words: value === null ? '–' : formatNumber(value, 0),
});

/** Gives the chart of what remains, with the line to its clearance; null while nothing is read. */
export const backlogChart = (
  plan: Plan,
  status: BacklogStatus,
  key: string,
  words: Words,
  today: IsoDate,
): ChartModel | null => {
  const [remaining, old] = [partOf(status, 'remaining'), partOf(status, 'overTwoYears')];
  if (!remaining?.reading || !old) return null;
  const read = readPoints(plan, remaining, today);
  const oldRead = readPoints(plan, old, today);
  const { series: ahead, to } = aheadOf(status, remaining.reading.periodEnd);
  const series: ChartSeries[] = [
    ...ahead,
    asRead('remaining', 'Remaining', 'actual', read, []),
    ...(oldRead.length === 0 ? [] : [asRead('old', 'Over two years old', 'other', oldRead, ['Over two', 'years old'])]),
  ];
  const days = [...new Set([...read, ...oldRead].filter(({ label }) => label !== '').map(({ on }) => on))].toSorted(
    compareText,
  );
  return {
    key,
    ...words,
    ...frameOf(plan, series, today, to),
    y: axis(series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))),
    series,
    table: {
      caption: 'What remains, as read',
      columns: [
        { head: 'On', numeric: false },
        { head: 'Remaining', numeric: true },
        { head: 'Over two years old', numeric: true },
      ],
      rows: days.map((on) => [
        { value: on, words: formatDate(on) },
        cell(valueAt(read, on)),
        cell(valueAt(oldRead, on)),
      ]),
    },
  };
};

/** Gives the chart of what comes in and goes out; null while no month has both. */
export const flowChart = (
  plan: Plan,
  { flow: all, flowMonths }: BacklogStatus,
  key: string,
  words: Words,
  today: IsoDate,
): ChartModel | null => {
  const flow = all.filter(({ on }) => on >= since(plan));
  const [first, last] = [flow[0], flow.at(-1)];
  if (!first || !last) return null;
  const monthly = flowMonths === 1;
  const series = [
    line({
      key: 'inflow',
      name: 'Inflow',
      role: 'plan',
      dashed: true,
      symbol: 'none',
      points: flow.map(({ on, inflow }) => point(on, inflow)),
      endLabel: [`${formatNumber(last.inflow, 0)} in`, ...(monthly ? [] : ['a month'])],
    }),
    line({
      key: 'throughput',
      name: 'Throughput',
      role: 'actual',
      dashed: false,
      symbol: 'disc',
      points: flow.map(({ on, throughput }) => point(on, throughput)),
      endLabel: [`${formatNumber(last.throughput, 0)} out`, ...(monthly ? [] : ['a month'])],
    }),
  ];
  return {
    key,
    ...words,
    ...frameOf(plan, series, today, addDays(first.on, -1)),
    y: axis(series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))),
    series,
    table: {
      caption: monthly ? 'Inflow and throughput by month' : 'Inflow and throughput a month, by quarter',
      columns: [
        { head: monthly ? 'Month' : 'Quarter to', numeric: false },
        { head: 'Inflow', numeric: true },
        { head: 'Throughput', numeric: true },
        { head: 'Net clearance', numeric: true },
      ],
      rows: flow.map(({ on, inflow, throughput, net }) => [
        { value: on, words: formatMonth(on) },
        cell(Math.round(inflow)),
        cell(Math.round(throughput)),
        cell(Math.round(net)),
      ]),
    },
  };
};
