/** The ranges of bands, under everything else. Both renderers draw them. */
import type { ChartModel } from '../charts/model.ts';
import { dayNumber } from '../day-number.ts';
import { colours } from './colours.ts';
import type { Frame } from './frame.ts';
import { runsOf, type Run } from './runs.ts';
import { px, shape, type Shape } from './shape.ts';

const bandOf = ({ key, series, points }: Run, { x, y }: Pick<Frame, 'x' | 'y'>): Shape => {
  const edge = (end: 'low' | 'high'): string[] =>
    points.map(({ on, value, reach }) => `${px(x(dayNumber(on)))},${px(y(reach?.[end] ?? value))}`);
  const [low, high] = [edge('low'), edge('high')];
  const { line } = colours[series.role];
  return shape('g', key, { className: 'nb-chart__band' }, [
    shape('path', 'range', { d: `M${[...high, ...low.toReversed()].join('L')}Z`, fill: line, fillOpacity: 0.1 }),
    // A fill alone is lost in print and in forced colours.
    shape('path', 'edges', {
      d: `M${high.join('L')}M${low.join('L')}`,
      fill: 'none',
      stroke: line,
      strokeWidth: 1,
      strokeDasharray: '1 3',
    }),
  ]);
};

/** Draws the range of each band, with its edges dotted. Their middles are lines like any other. */
export const bandsOf = ({ series }: Pick<ChartModel, 'series'>, frame: Pick<Frame, 'x' | 'y'>): Shape =>
  shape(
    'g',
    'bands',
    { className: 'nb-chart__bands' },
    series.filter(({ kind }) => kind === 'band').flatMap((each) => runsOf(each).map((run) => bandOf(run, frame))),
  );
