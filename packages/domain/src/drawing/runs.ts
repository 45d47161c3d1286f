import type { ChartPoint, ChartSeries } from '../charts/model.ts';

/** Says whether the points of a series are joined: a band is a line within its range. */
export const isLine = (kind: ChartSeries['kind']): boolean => kind === 'line' || kind === 'band';

/** A stretch of a line without a gap: it is drawn on its own, so that a gap in the data stays one. */
export type Run = { key: string; series: ChartSeries; points: (ChartPoint & { value: number })[] };

/** Cuts a line at every value that is missing. */
export const runsOf = (series: ChartSeries): Run[] => {
  const runs: Run['points'][] = [[]];
  for (const point of series.points) {
    if (point.value === null) runs.push([]);
    else runs.at(-1)?.push({ ...point, value: point.value });
  }
  return runs
    .filter(({ length }) => length > 0)
    .map((points, index) => ({ key: `${series.key}-${index}`, series, points }));
};
