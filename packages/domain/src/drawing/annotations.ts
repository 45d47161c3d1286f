/** Everything of a chart that is not a line: verticals, floor, targets, points, and all words. Both renderers draw it. */
import type { ChartModel, ChartSeries } from '../charts/model.ts';
import { dayNumber } from '../day-number.ts';
import { colours, grey, ground, ink, secondary } from './colours.ts';
import { breakKey, headRow, headsOf, type Frame } from './frame.ts';
import { labelsOf, mostNamed, valued } from './labels.ts';
import { lineHeight, placeHeads } from './place-labels.ts';
import { px, shape, type Shape } from './shape.ts';
import { symbolAt } from './symbols.ts';

type Anchored = { x: number; y: number; anchor: 'start' | 'end' | 'middle'; lines: readonly string[]; fill: string };

/** Words keep clear of what is drawn behind them. */
const halo = {
  fontSize: 13,
  stroke: ground,
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
};

/** Writes lines of words; the first is bold. */
const words = (key: string, { x, y, anchor, lines, fill }: Anchored): Shape =>
  shape(
    'text',
    key,
    { ...halo, x: px(x), y: px(y), textAnchor: anchor, fill },
    lines.map((line, index) =>
      shape('tspan', `${index}`, { x: px(x), dy: index === 0 ? 0 : lineHeight, fontWeight: index === 0 ? 700 : 400 }, [
        line,
      ]),
    ),
  );

/** Today is solid, a day on which a series begins anew in long dashes, a checkpoint dotted. */
const strokeOf = (key: string) => {
  if (key === 'today') return { stroke: ink, strokeWidth: 2 };
  return { stroke: grey, strokeWidth: 1.5, strokeDasharray: key.startsWith(breakKey) ? '9 4' : '2 3' };
};

const verticals = (heads: ReturnType<typeof placeHeads>, { top, bottom, narrow }: Frame): Shape[] =>
  heads.map(({ key, x, row, lines, anchor }) => {
    const raised = row * headRow(narrow);
    return shape('g', `vertical-${key}`, { className: 'nb-chart__vertical' }, [
      shape('path', 'line', {
        d: `M${px(x)} ${px(top - 8 - raised)}V${px(bottom)}`,
        ...strokeOf(key),
      }),
      words('words', {
        x: anchor === 'start' ? x + 4 : x - 4,
        y: top - (narrow ? 12 : 26) - raised,
        anchor,
        lines,
        fill: ink,
      }),
    ]);
  });

const floorLine = (floor: ChartModel['floor'], { left, right, y, narrow }: Frame): Shape[] => {
  if (floor === null) return [];
  const at = y(floor.value);
  const beside = narrow ? { x: left + 4, y: px(at - 5) } : { x: px(right + 6), y: px(at + 4) };
  return [
    shape('path', 'floor', {
      className: 'nb-chart__floor',
      d: `M${px(left)} ${px(at)}H${px(right)}`,
      stroke: grey,
      strokeWidth: 1.5,
    }),
    shape('text', 'floor-words', { ...halo, ...beside, fill: secondary }, [floor.label]),
  ];
};

const bracketLine = (bracket: ChartModel['bracket'], { x, y }: Frame): Shape[] => {
  if (bracket === null) return [];
  const d = `M${px(x(dayNumber(bracket.on)) + 2)} ${px(y(bracket.high))}h6V${px(y(bracket.low))}h-6`;
  return [shape('path', 'bracket', { className: 'nb-chart__bracket', d, fill: 'none', stroke: ink, strokeWidth: 1.5 })];
};

/** Values that belong to a stretch of time: a bar over it, with an end at each side. */
const spans = ({ key, role, points }: ChartSeries, { x, y }: Frame): Shape[] =>
  valued(points).map(({ on, from, value }) => {
    const [start, end, at] = [px(x(dayNumber(from ?? on))), px(x(dayNumber(on))), px(y(value))];
    return shape('path', `${key}-${on}-${value}`, {
      d: `M${start} ${px(at - 5)}v10m0-5H${end}m0-5v10`,
      fill: 'none',
      stroke: colours[role].line,
      strokeWidth: 3.5,
    });
  });

/** Many symbols side by side are smaller, so that the line under them is seen. */
const [large, small] = [6, 4];

const pointsOf = (series: ChartSeries, { x, y }: Frame): Shape[] => {
  const points = valued(series.points);
  const size = points.length > mostNamed ? small : large;
  return points.flatMap(({ on, value }) =>
    symbolAt(series, `${series.key}-${on}-${value}`, [x(dayNumber(on)), y(value)], size),
  );
};

const leaderOf = (label: ReturnType<typeof labelsOf>[number]): Shape[] => {
  if (label.leader === null) return [];
  const { from, to } = label.leader;
  const d = `M${px(from.x)} ${px(from.y)}L${px(to.x)} ${px(to.y)}`;
  return [shape('path', `leader-${label.key}`, { d, stroke: label.fill, strokeWidth: 1 })];
};

const group = (key: string, children: readonly Shape[]): Shape =>
  shape('g', key, { className: `nb-chart__${key}` }, children);

/** Draws a group for each kind of thing, the words above all. */
export const annotationsOf = (model: ChartModel, frame: Frame): Shape => {
  const { series, targets } = model;
  const heads = placeHeads(headsOf(model, frame.x, frame.narrow), { left: 0, right: frame.right + frame.room });
  const labels = labelsOf(
    model,
    frame,
    heads.map(({ x }) => x),
  );
  return group('annotations', [
    group('heads', verticals(heads, frame)),
    ...floorLine(model.floor, frame),
    ...bracketLine(model.bracket, frame),
    group(
      'spans',
      series.filter(({ kind }) => kind === 'bar').flatMap((each) => spans(each, frame)),
    ),
    group(
      'points',
      series.filter(({ kind }) => kind === 'points').flatMap((each) => pointsOf(each, frame)),
    ),
    group(
      'targets',
      targets.flatMap(({ on, value }) =>
        symbolAt({ symbol: 'diamond', role: 'plan' }, on, [frame.x(dayNumber(on)), frame.y(value)]),
      ),
    ),
    group(
      'words',
      labels.flatMap((label) => [...leaderOf(label), words(label.key, label)]),
    ),
  ]);
};
