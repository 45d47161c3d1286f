/** A chart as SVG of our own: what Recharts draws on screen, without a script, for paper and wherever a chart is only looked at. */
import type { ChartModel } from '../charts/model.ts';
import { dayNumber } from '../day-number.ts';
import { annotationsOf } from './annotations.ts';
import { bandsOf } from './bands.ts';
import { colours, dashes, grey, grid, ground, lineWidth, secondary } from './colours.ts';
import { dayScale, footDays, marginsOf, valueScale, type Frame } from './frame.ts';
import { isLine, runsOf, type Run } from './runs.ts';
import { px, shape, type Shape } from './shape.ts';

/** Draws the horizontal lines of the grid with the labels of the values. */
const valueAxis = (model: ChartModel, { left, right, y }: Frame): Shape[] =>
  model.y.ticks.flatMap(({ value, label }, index) => [
    shape('path', `grid-${index}`, { d: `M${px(left)} ${px(y(value))}H${px(right)}`, stroke: grid }),
    shape(
      'text',
      `value-${index}`,
      {
        className: 'nb-chart__value',
        x: px(left - 8),
        y: px(y(value) + 4.5),
        textAnchor: 'end',
        fill: secondary,
        fontSize: 13,
      },
      [label],
    ),
  ]);

const dayAxis = (model: ChartModel, { left, right, bottom, x, narrow }: Frame): Shape[] => [
  shape('path', 'foot', { d: `M${px(left)} ${px(bottom)}H${px(right)}`, stroke: grey }),
  ...footDays(model, narrow).flatMap(({ on, label }) => {
    const at = px(x(dayNumber(on)));
    return [
      shape('path', `tick-${on}`, { d: `M${at} ${px(bottom)}v6`, stroke: grey }),
      shape(
        'text',
        `day-${on}`,
        { className: 'nb-chart__day', x: at, y: px(bottom + 20), textAnchor: 'middle', fill: secondary, fontSize: 13 },
        [label],
      ),
    ];
  }),
];

/** Draws one stretch of a line, and the dots on it where the series has a symbol. */
const lineOf = ({ key, series, points }: Run, { x, y }: Frame): Shape => {
  const places = points.map(({ on, value }) => [px(x(dayNumber(on))), px(y(value))] as const);
  const { line } = colours[series.role];
  const isRing = series.symbol === 'ring';
  return shape('g', key, { className: 'nb-chart__line' }, [
    shape('path', 'line', {
      d: places.map(([atX, atY], index) => `${index === 0 ? 'M' : 'L'}${atX},${atY}`).join(''),
      fill: 'none',
      stroke: line,
      strokeWidth: lineWidth[series.role],
      ...(series.dashed ? { strokeDasharray: dashes } : {}),
    }),
    ...(series.symbol === 'none'
      ? []
      : places.map(([cx, cy], index) =>
          shape('circle', `dot-${index}`, { cx, cy, r: 3.5, fill: isRing ? ground : line, stroke: line }),
        )),
  ]);
};

/**
 * Draws a chart over time in the one grammar: no legend, words at the ends of lines, gaps kept, checkpoints dotted with name
 * and date, today a solid line, targets as diamonds, the floor a thin grey line.
 * @param size width and height in px at which its words are 13 px high; the SVG may be shown at any other
 */
export const drawChart = (
  model: ChartModel,
  { width, height }: { width: number; height: number },
  narrow = false,
): Shape => {
  const margins = marginsOf(model, width, narrow);
  const [left, right] = [margins.left, width - margins.right];
  const [top, bottom] = [margins.top, height - margins.bottom];
  const x = dayScale(model, left, right);
  const y = valueScale(model.y, top, bottom);
  const frame: Frame = { left, right, top, bottom, room: margins.right, x, y, narrow };
  return shape(
    'svg',
    model.key,
    {
      xmlns: 'http://www.w3.org/2000/svg',
      className: 'nb-drawing',
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      role: 'img',
      'aria-label': model.summary,
      fontFamily: 'Arial, sans-serif',
    },
    [
      ...valueAxis(model, frame),
      ...dayAxis(model, frame),
      bandsOf(model, frame),
      ...model.series
        .filter(({ kind }) => isLine(kind))
        .flatMap((series) => runsOf(series).map((run) => lineOf(run, frame))),
      annotationsOf(model, frame),
    ],
  );
};

/** The size of a chart on paper: 486 x 226 with words of 11 px (look.md, "Charts"), drawn larger with words of 13. */
export const paper = { width: 574, height: 267 } as const;
