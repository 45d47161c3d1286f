/** Charts in small: the same marks as in a large one, with hardly a word. */
import type { ChartSeries, SmallChart } from '../charts/model.ts';
import { dayNumber } from '../day-number.ts';
import { colours, grey, grid, ink, secondary } from './colours.ts';
import { breakKey, dayScale, valueScale } from './frame.ts';
import { valued } from './labels.ts';
import { widthOf } from './place-labels.ts';
import { runsOf } from './runs.ts';
import { px, shape, type Shape } from './shape.ts';
import { symbolAt } from './symbols.ts';

type Place = { left: number; right: number; top: number; bottom: number };
type Scales = Place & { x: (day: number) => number; y: (value: number) => number };

const scalesOf = (model: SmallChart, place: Place): Scales => ({
  ...place,
  x: dayScale(model, place.left, place.right),
  y: valueScale(model.y, place.top, place.bottom),
});

/** Lines in small are thinner, in the same order of weight. */
const width = (role: ChartSeries['role']): number => (role === 'actual' ? 2 : role === 'guide' ? 1 : 1.5);

const lines = (series: ChartSeries, { x, y }: Scales): Shape[] =>
  runsOf(series).map(({ key, points }) =>
    shape('path', key, {
      className: 'nb-chart__line',
      d: points
        .map(({ on, value }, index) => `${index === 0 ? 'M' : 'L'}${px(x(dayNumber(on)))},${px(y(value))}`)
        .join(''),
      fill: 'none',
      stroke: colours[series.role].line,
      strokeWidth: width(series.role),
      strokeLinejoin: 'round',
      ...(series.dashed ? { strokeDasharray: '4 3' } : {}),
    }),
  );

const spans = ({ key, role, points }: ChartSeries, { x, y }: Scales): Shape[] =>
  valued(points).map(({ on, from, value }) => {
    const [start, end, at] = [px(x(dayNumber(from ?? on))), px(x(dayNumber(on))), px(y(value))];
    return shape('path', `${key}-${on}-${value}`, {
      d: `M${start} ${px(at - 3)}v6m0-3H${end}m0-3v6`,
      fill: 'none',
      stroke: colours[role].line,
      strokeWidth: 2,
    });
  });

/** The points that stand alone, and of a line those that no line would show: its last, and any between two gaps. */
const dots = (series: ChartSeries, { x, y }: Scales, size: number): Shape[] => {
  const alone = new Set(
    runsOf(series).flatMap(({ points }) => (points.length === 1 ? points.map(({ on }) => on) : [])),
  );
  const all = valued(series.points);
  const shown = series.kind === 'points' ? all : all.filter((point) => point === all.at(-1) || alone.has(point.on));
  return shown.flatMap(({ on, value }) =>
    symbolAt(series, `${series.key}-${on}-${value}`, [x(dayNumber(on)), y(value)], size),
  );
};

/** Draws the series, floor, targets, checkpoints and today between the edges. */
const marksOf = (model: SmallChart, scales: Scales, size: number): Shape[] => {
  const { x, y, left, right, top, bottom } = scales;
  const { floor, today, series } = model;
  const upright = (key: string, day: number, attrs: Shape['attrs']): Shape =>
    shape('path', key, { d: `M${px(x(day))} ${top}V${bottom}`, ...attrs });
  return [
    ...model.checkpoints.map(({ on }) =>
      upright(`checkpoint-${on}`, dayNumber(on), { stroke: grey, strokeDasharray: '1 3' }),
    ),
    ...(model.breaks ?? []).map(({ on }) =>
      upright(`${breakKey}${on}`, dayNumber(on), { stroke: grey, strokeDasharray: '5 3' }),
    ),
    ...(today === null ? [] : [upright('today', dayNumber(today), { stroke: ink })]),
    ...(floor === null
      ? []
      : [shape('path', 'floor', { d: `M${left} ${px(y(floor.value))}H${right}`, stroke: grey, strokeWidth: 1.5 })]),
    ...series.flatMap((each) =>
      each.kind === 'line' ? lines(each, scales) : each.kind === 'bar' ? spans(each, scales) : [],
    ),
    ...model.targets.flatMap(({ on, value }) =>
      symbolAt({ symbol: 'diamond', role: 'plan' }, `target-${on}`, [x(dayNumber(on)), y(value)], size),
    ),
    ...series.flatMap((each) => (each.kind === 'bar' ? [] : dots(each, scales, size))),
  ];
};

const svg = (key: string, className: string, summary: string, size: Size, children: readonly Shape[]): Shape =>
  shape(
    'svg',
    key,
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: `nb-drawing ${className}`,
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: size.width,
      height: size.height,
      role: 'img',
      'aria-label': summary,
    },
    children,
  );

type Size = { width: number; height: number };
const multiple = { width: 272, height: 104 } as const;
const footHeight = 18;

const words = (key: string, x: number, y: number, textAnchor: string, text: string): Shape =>
  shape(
    'text',
    key,
    { x: px(x), y: px(y), textAnchor, fill: secondary, fontSize: 11, fontFamily: 'Arial, sans-serif' },
    [text],
  );

/** Draws a small multiple: least and most value at the left, first and last month along the foot. */
export const drawSmall = (model: SmallChart): Shape => {
  const { ticks } = model.y;
  const ends = ticks.length < 2 ? ticks : [ticks[0], ticks.at(-1)].flatMap((tick) => tick ?? []);
  const left = 12 + Math.round(widthOf(ends.map(({ label }) => label)));
  const place = { left, right: multiple.width - 6, top: 8, bottom: multiple.height - footHeight };
  const scales = scalesOf(model, place);
  const [first, last] = [model.days[0], model.days.at(-1)];
  return svg(model.key, 'nb-multiple', model.summary, multiple, [
    ...ends.flatMap(({ value, label }, index) => [
      shape('path', `grid-${index}`, {
        d: `M${left} ${px(scales.y(value))}H${place.right}`,
        stroke: index === 0 ? grey : grid,
      }),
      words(`value-${index}`, left - 5, scales.y(value) + 4, 'end', label),
    ]),
    ...(first ? [words('first', left, multiple.height - 4, 'start', first.label)] : []),
    ...(last && last !== first ? [words('last', place.right, multiple.height - 4, 'end', last.label)] : []),
    ...marksOf(model, scales, 4),
  ]);
};

const spark = { width: 120, height: 32 } as const;

/** Draws a sparkline: the marks alone, for a cell of a table beside its figures. */
export const drawSparkline = (model: SmallChart): Shape =>
  svg(
    model.key,
    'nb-sparkline',
    model.summary,
    spark,
    marksOf(model, scalesOf(model, { left: 4, right: spark.width - 5, top: 4, bottom: spark.height - 4 }), 3),
  );
