/** The words of a chart beside its points and lines: which there are, and what they keep clear of. */
import type { ChartModel, ChartPoint, ChartSeries } from '../charts/model.ts';
import { dayNumber } from '../day-number.ts';
import { colours, ink } from './colours.ts';
import type { Frame } from './frame.ts';
import { broken, lineHeight, placeLabels, widthOf, type Dot, type PlacedLabel, type Wanted } from './place-labels.ts';
import { isLine, runsOf } from './runs.ts';

type Valued = ChartPoint & { value: number };
/** Gives the points that have a value. */
export const valued = (points: readonly ChartPoint[]): Valued[] =>
  points.filter((point): point is Valued => point.value !== null);

type Coloured = Wanted & { fill: string };

/** Each of a few readings is named; of many only the last, at the end of its line. */
export const mostNamed = 5;
const symbolReach = 7;

const endWords = (series: readonly ChartSeries[], { x, y, narrow }: Frame): Coloured[] =>
  series.flatMap(({ key, role, points, endLabel }) => {
    const last = valued(points).at(-1);
    if (!last || endLabel.length === 0) return [];
    return [
      {
        key: `end-${key}`,
        x: x(dayNumber(last.on)),
        y: y(last.value),
        lines: endLabel.flatMap(broken),
        reach: 3,
        first: narrow ? ('left' as const) : ('right' as const),
        fill: colours[role].words,
      },
    ];
  });

const pointWords = (series: readonly ChartSeries[], { x, y, narrow }: Frame): Coloured[] => {
  // The words of a point that marks a line stand above it: the line comes and goes at its sides.
  const isOnLine = (point: Valued): boolean =>
    series.some(
      ({ kind, points }) => isLine(kind) && points.some(({ on, value }) => on === point.on && value === point.value),
    );
  return series
    .filter(({ kind }) => !isLine(kind))
    .flatMap(({ key, kind, role, points, endLabel }) => {
      const all = valued(points);
      if (all.length > mostNamed) return [];
      return all
        .filter((point) => point.label !== '' && (endLabel.length === 0 || point !== all.at(-1)))
        .map((point) => {
          const { on, from, value, label } = point;
          return {
            key: `${key}-${on}`,
            x: x(dayNumber(kind === 'bar' && from !== null ? from : on)),
            y: y(value),
            // A phone has room for one line; how a point is drawn says what the second would.
            lines: label
              .split('\n')
              .slice(0, narrow ? 1 : undefined)
              .flatMap(broken),
            reach: symbolReach,
            first: kind === 'bar' ? ('upRight' as const) : isOnLine(point) ? ('above' as const) : ('right' as const),
            fill: colours[role].words,
          };
        });
    });
};

const aimWords = (targets: ChartModel['targets'], { x, y }: Frame): Coloured[] =>
  targets.map(({ on, value, label }) => ({
    key: `target-${on}`,
    x: x(dayNumber(on)),
    y: y(value),
    lines: label.split('\n'),
    reach: symbolReach,
    first: 'right' as const,
    fill: colours.plan.words,
  }));

const bracketWords = (
  bracket: NonNullable<ChartModel['bracket']>,
  series: readonly ChartSeries[],
  { x, y }: Frame,
): Coloured[] => {
  const at = x(dayNumber(bracket.on));
  const fillAt = (value: number): string => {
    const role = series.find(({ points }) =>
      points.some((point) => point.on === bracket.on && point.value === value),
    )?.role;
    return role === undefined ? ink : colours[role].words;
  };
  const { low, high, label, lowLabel, highLabel } = bracket;
  const middle = (y(low) + y(high)) / 2;
  const beside = { key: 'bracket', x: at + 6, y: middle, lines: [label], reach: 3, first: 'right' as const, fill: ink };
  const under = { key: 'low', x: at, y: y(low) + 6, lines: [lowLabel], first: 'right' as const, fill: fillAt(low) };
  const over = { key: 'high', x: at, y: y(high) - 4, lines: [highLabel], first: 'left' as const, fill: fillAt(high) };
  return [beside, { ...under, reach: 5 }, { ...over, reach: 5 }];
};

/** A phone has no room for the words of limits beside those of every target: the table has them all. */
const roomFor = ({ series, targets }: ChartModel, { narrow }: Frame): Pick<ChartModel, 'series' | 'targets'> =>
  narrow && targets.length > 0 && series.some(({ role }) => role === 'guide')
    ? { series: series.filter(({ role }) => role !== 'guide'), targets: targets.slice(-1) }
    : { series, targets };

const wantedOf = (model: ChartModel, frame: Frame): Coloured[] => {
  const { bracket } = model;
  const { series, targets } = roomFor(model, frame);
  // The newest chooses first: it is what the chart is about.
  return [
    ...(bracket === null ? [] : bracketWords(bracket, series, frame)),
    ...endWords(series, frame),
    ...pointWords(series, frame).toSorted((a, b) => b.x - a.x),
    ...aimWords(targets, frame),
  ].filter(({ lines }) => lines.some((line) => line !== ''));
};

/** A bar as the line that it is. */
const barLine = (series: ChartSeries): ChartSeries[] =>
  series.points.map((point) => ({ ...series, points: [{ ...point, on: point.from ?? point.on }, point] }));

type Point = { x: number; y: number };

const dotsBetween = (from: Point, to: Point, reach = 3): Dot[] => {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 8));
  return Array.from({ length: steps }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
    reach,
  }));
};

/** The floor and its own words, which stand at its end; on a phone above its beginning. */
const floorDots = ({ value, label }: NonNullable<ChartModel['floor']>, { y, left, right, narrow }: Frame): Dot[] => {
  const at = y(value);
  const start = narrow ? left : right;
  const middle = narrow ? at - lineHeight / 2 : at;
  return [
    ...dotsBetween({ x: left, y: at }, { x: right, y: at }),
    ...dotsBetween({ x: start, y: middle }, { x: start + widthOf([label]), y: middle }, lineHeight / 2),
  ];
};

/** The lines, bars and the floor as dots along them, which words keep clear of. */
const dotsOf = ({ series, floor }: ChartModel, frame: Frame): Dot[] => [
  ...series
    .flatMap((each) => (each.kind === 'bar' ? barLine(each) : isLine(each.kind) ? [each] : []))
    .flatMap(runsOf)
    .flatMap(({ points }) =>
      points.slice(1).flatMap((point, index) => {
        const before = points[index];
        if (!before) return [];
        return dotsBetween(
          { x: frame.x(dayNumber(before.on)), y: frame.y(before.value) },
          { x: frame.x(dayNumber(point.on)), y: frame.y(point.value) },
        );
      }),
    ),
  ...(floor === null ? [] : floorDots(floor, frame)),
];

/** Gives all words beside points and lines with their places and colours. */
export const labelsOf = (
  model: ChartModel,
  frame: Frame,
  verticals: readonly number[],
): (PlacedLabel & { fill: string })[] => {
  const wanted = wantedOf(model, frame);
  const fills = new Map(wanted.map(({ key, fill }) => [key, fill]));
  const { left, right, top, bottom, room } = frame;
  const bounds = { left, right: right + room, top: top - 8, bottom: bottom - 2 };
  return placeLabels(wanted, bounds, dotsOf(model, frame), verticals).map((label) => ({
    ...label,
    fill: fills.get(label.key) ?? ink,
  }));
};
