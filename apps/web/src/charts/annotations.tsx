import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { ChartModel, ChartPoint, ChartSeries } from '@noticeboard/domain/charts/model';
import { dayNumber } from '@noticeboard/domain/day-number';
import { formatShortDate } from '@noticeboard/domain/words';
import { colours } from './colours.ts';
import { lineHeight, placeHeads, placeLabels, type Dot, type Head, type Wanted } from './place-labels.ts';
import { runsOf } from './runs.ts';

/** How high a row of words above the plot is: on a phone they are one line, the dates being in the table. */
export const headRow = (narrow: boolean): number => (narrow ? 18 : 34);

/** The verticals of a chart with the words above them, in the order of their days. */
export const headsOf = ({ checkpoints, today }: ChartModel, x: (day: number) => number, narrow: boolean): Head[] =>
  [
    ...checkpoints.map(({ on, label, date }) => ({ key: on, on, lines: [label, date] })),
    ...(today === null ? [] : [{ key: 'today', on: today, lines: ['Today', formatShortDate(today)] }]),
  ]
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ key, on, lines }) => ({
      key,
      x: x(dayNumber(on)),
      lines: narrow ? lines.slice(0, 1) : lines,
    }));

type Valued = ChartPoint & { value: number };
const valued = (points: readonly ChartPoint[]): Valued[] =>
  points.filter((point): point is Valued => point.value !== null);

/** Each of a few readings is named; of many only the last, at the end of its line. */
const mostNamed = 5;

type Scales = { x: (day: number) => number; y: (value: number) => number };

const symbolReach = 7;

/** Long words are broken once, so that they do not reach across half the plot. */
const longest = 26;
const broken = (line: string): string[] => {
  const at = line.lastIndexOf(' ', longest);
  return line.length <= longest || at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)];
};

const wantedOf = (model: ChartModel, { x, y }: Scales, narrow: boolean): (Wanted & { fill: string })[] => {
  const { series, targets, bracket } = model;
  // The words of a point that marks a line stand above it: the line comes and goes at its sides.
  const isOnLine = (point: { on: string; value: number }) =>
    series.some(
      ({ kind, points }) => kind === 'line' && points.some(({ on, value }) => on === point.on && value === point.value),
    );
  const ends = series.flatMap(({ key, role, points, endLabel }) => {
    const last = valued(points).at(-1);
    if (!last || endLabel.length === 0) return [];
    return [
      {
        key: `end-${key}`,
        x: x(dayNumber(last.on)),
        y: y(last.value),
        lines: endLabel,
        reach: 3,
        first: narrow ? ('left' as const) : ('right' as const),
        fill: colours[role].words,
      },
    ];
  });
  const named = series
    .filter(({ kind }) => kind !== 'line')
    .flatMap(({ key, kind, role, points, endLabel }) => {
      const all = valued(points);
      if (all.length > mostNamed) return [];
      return all
        .filter((point) => point.label !== '' && (endLabel.length === 0 || point !== all.at(-1)))
        .map(({ on, from, value, label }) => ({
          key: `${key}-${on}`,
          x: x(dayNumber(kind === 'bar' && from !== null ? from : on)),
          y: y(value),
          // A phone has room for one line; how a point is drawn says what the second would.
          lines: narrow ? label.split('\n').slice(0, 1).flatMap(broken) : label.split('\n').flatMap(broken),
          reach: symbolReach,
          first:
            kind === 'bar' ? ('upRight' as const) : isOnLine({ on, value }) ? ('above' as const) : ('right' as const),
          fill: colours[role].words,
        }));
    });
  const aims = targets.map(({ on, value, label }) => ({
    key: `target-${on}`,
    x: x(dayNumber(on)),
    y: y(value),
    lines: label.split('\n'),
    reach: symbolReach,
    first: 'right' as const,
    fill: colours.plan.words,
  }));
  const between = bracket === null ? [] : bracketLabels(bracket, series, { x, y });
  // The newest chooses first: it is what the chart is about.
  return [...between, ...ends, ...named.toSorted((a, b) => b.x - a.x), ...aims];
};

/** A bar as the line that it is. */
const barLine = (series: ChartSeries) =>
  series.points.map((point) => ({ ...series, points: [{ ...point, on: point.from ?? point.on }, point] }));

type Point = { x: number; y: number };

const dotsBetween = (from: Point, to: Point): Dot[] => {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
  return Array.from({ length: steps }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
    reach: 3,
  }));
};

/** The lines and bars as dots along them, which words keep clear of. */
const dotsOf = ({ series }: ChartModel, { x, y }: Scales): Dot[] =>
  series
    .flatMap((each) => (each.kind === 'bar' ? barLine(each) : each.kind === 'line' ? [each] : []))
    .flatMap(runsOf)
    .flatMap(({ points }) =>
      points.slice(1).flatMap((point, index) => {
        const before = points[index];
        if (!before) return [];
        return dotsBetween(
          { x: x(dayNumber(before.on)), y: y(before.value) },
          { x: x(dayNumber(point.on)), y: y(point.value) },
        );
      }),
    );

const bracketLabels = (
  bracket: NonNullable<ChartModel['bracket']>,
  series: readonly ChartSeries[],
  { x, y }: Scales,
): (Wanted & { fill: string })[] => {
  const at = x(dayNumber(bracket.on));
  const fillAt = (value: number) => {
    const role = series.find(({ points }) =>
      points.some((point) => point.on === bracket.on && point.value === value),
    )?.role;
    return role === undefined ? '#0b0c0c' : colours[role].words;
  };
  return [
    {
      key: 'bracket',
      x: at + 6,
      y: (y(bracket.low) + y(bracket.high)) / 2,
      lines: [bracket.label],
      reach: 3,
      first: 'right',
      fill: '#0b0c0c',
    },
    {
      key: 'low',
      x: at,
      y: y(bracket.low) + 6,
      lines: [bracket.lowLabel],
      reach: 5,
      first: 'right',
      fill: fillAt(bracket.low),
    },
    {
      key: 'high',
      x: at,
      y: y(bracket.high) - 4,
      lines: [bracket.highLabel],
      reach: 5,
      first: 'left',
      fill: fillAt(bracket.high),
    },
  ];
};

const Words = ({
  x,
  y,
  anchor,
  lines,
  fill,
}: {
  x: number;
  y: number;
  anchor: 'start' | 'end' | 'middle';
  lines: readonly string[];
  fill: string;
}) => (
  <text className="nb-chart__halo" x={x} y={y} textAnchor={anchor} fill={fill} fontSize="13">
    {lines.map((line, index) => (
      <tspan key={line} x={x} dy={index === 0 ? 0 : lineHeight} fontWeight={index === 0 ? 700 : 400}>
        {line}
      </tspan>
    ))}
  </text>
);

const Symbol = ({
  series: { symbol, role },
  x,
  y,
}: {
  series: Pick<ChartSeries, 'symbol' | 'role'>;
  x: number;
  y: number;
}) => {
  const { line } = colours[role];
  if (symbol === 'none') return null;
  if (symbol === 'triangle') return <path d={`M${x} ${y - 8}l7.5 13h-15Z`} fill={line} stroke="#ffffff" />;
  if (symbol === 'square') return <rect x={x - 6} y={y - 6} width="12" height="12" fill={line} stroke="#ffffff" />;
  if (symbol === 'diamond') return <path d={`M${x} ${y - 7}l7 7-7 7-7-7Z`} fill={line} stroke="#ffffff" />;
  return (
    <circle
      cx={x}
      cy={y}
      r="5"
      fill={symbol === 'ring' ? '#ffffff' : line}
      stroke={symbol === 'ring' ? line : '#ffffff'}
      strokeWidth={symbol === 'ring' ? 3 : 1}
    />
  );
};

/** Values that belong to a stretch of time: a bar over it, with an end at each side. */
const Spans = ({ series, x, y }: { series: ChartSeries } & Scales) =>
  valued(series.points).map(({ on, from, value }) => {
    const [start, end, at] = [x(dayNumber(from ?? on)), x(dayNumber(on)), y(value)];
    return (
      <path
        key={on}
        d={`M${start} ${at - 5}v10m0-5H${end}m0-5v10`}
        fill="none"
        stroke={colours[series.role].line}
        strokeWidth="3.5"
      />
    );
  });

/** Everything of a chart that is not a line: verticals, floor, targets, points, and all words. */
export const Annotations = ({ model, narrow }: { model: ChartModel; narrow: boolean }) => {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const x = (day: number) => xScale(day) ?? plot.x;
  const y = (value: number) => yScale(value) ?? plot.y;
  const [left, right, top, bottom] = [plot.x, plot.x + plot.width, plot.y, plot.y + plot.height];
  const { floor, bracket } = model;
  const floorDots = floor === null ? [] : dotsBetween({ x: left, y: y(floor.value) }, { x: right, y: y(floor.value) });
  const heads = placeHeads(headsOf(model, x, narrow), { left: 0, right: right + (narrow ? 16 : 120) });
  const wanted = wantedOf(model, { x, y }, narrow);
  const fills = new Map(wanted.map(({ key, fill }) => [key, fill]));
  const labels = placeLabels(
    wanted,
    { left, right: right + (narrow ? 12 : 160), top: top - 8, bottom: bottom - 2 },
    [...dotsOf(model, { x, y }), ...floorDots],
    heads.map((head) => head.x),
  );
  return (
    <g>
      {heads.map(({ key, x: at, row, lines, anchor }) => (
        <g key={key}>
          <path
            d={`M${at} ${top - 8 - row * headRow(narrow)}V${bottom}`}
            stroke={key === 'today' ? '#0b0c0c' : '#5b646b'}
            strokeWidth={key === 'today' ? 2 : 1.5}
            {...(key === 'today' ? {} : { strokeDasharray: '2 3' })}
          />
          <Words
            x={anchor === 'start' ? at + 4 : at - 4}
            y={top - (narrow ? 12 : 26) - row * headRow(narrow)}
            anchor={anchor}
            lines={lines}
            fill="#0b0c0c"
          />
        </g>
      ))}
      {floor === null ? null : (
        <>
          <path d={`M${left} ${y(floor.value)}H${right}`} stroke="#5b646b" strokeWidth="1.5" />
          <text
            className="nb-chart__halo"
            x={narrow ? left + 4 : right + 6}
            y={y(floor.value) + (narrow ? -5 : 4)}
            fill="#4a5157"
            fontSize="13"
          >
            {floor.label}
          </text>
        </>
      )}
      {bracket === null ? null : (
        <path
          d={`M${x(dayNumber(bracket.on)) + 2} ${y(bracket.high)}h6V${y(bracket.low)}h-6`}
          fill="none"
          stroke="#0b0c0c"
          strokeWidth="1.5"
        />
      )}
      {model.series.map((series) =>
        series.kind === 'bar' ? <Spans key={series.key} series={series} x={x} y={y} /> : null,
      )}
      {model.series.map((series) =>
        series.kind === 'points'
          ? valued(series.points).map(({ on, value }) => (
              <Symbol key={`${series.key}-${on}`} series={series} x={x(dayNumber(on))} y={y(value)} />
            ))
          : null,
      )}
      {model.targets.map(({ on, value }) => (
        <Symbol key={on} series={{ symbol: 'diamond', role: 'plan' }} x={x(dayNumber(on))} y={y(value)} />
      ))}
      {labels.map(({ key, leader, ...label }) => (
        <g key={key}>
          {leader === null ? null : (
            <path
              d={`M${leader.from.x} ${leader.from.y}L${leader.to.x} ${leader.to.y}`}
              stroke={fills.get(key) ?? '#0b0c0c'}
              strokeWidth="1"
            />
          )}
          <Words {...label} fill={fills.get(key) ?? '#0b0c0c'} />
        </g>
      ))}
    </g>
  );
};
