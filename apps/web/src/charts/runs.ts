import type { ChartPoint, ChartSeries } from '@noticeboard/domain/charts/model';
import { dayNumber } from '@noticeboard/domain/day-number';

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

/** One row a day, with the value of each run that has one then: what Recharts draws lines from. */
export const rowsOf = (runs: readonly Run[]): Record<string, number>[] => {
  const rows = new Map<number, Record<string, number>>();
  for (const { key, points } of runs) {
    for (const { on, value } of points) {
      const day = dayNumber(on);
      rows.set(day, { ...rows.get(day), day, [key]: value });
    }
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
};
