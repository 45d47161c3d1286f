/** A chart without what lies long before the day that it is about. */
import type { IsoDate } from '../fields.ts';
import type { ChartModel, ChartPoint } from './model.ts';

const startOf = ({ on, from }: ChartPoint): IsoDate => from ?? on;

/**
 * Gives a chart from the month of a day on, where it has readings from then on; its table keeps every row. A plan is not cut: it
 * is drawn from where it begins. Gives the same chart where nothing is left out.
 */
export const sinceDay = (model: ChartModel, day: IsoDate): ChartModel => {
  const plans = model.series.filter(({ role }) => role === 'plan').flatMap(({ points }) => points.map(startOf));
  const wanted = [`${day.slice(0, 8)}01`, ...plans.map((start): IsoDate => `${start.slice(0, 8)}01`)];
  const from = wanted.reduce((first, each) => (each < first ? each : first));
  const readings = model.series.filter(({ role }) => role === 'actual').flatMap(({ points }) => points);
  if (from <= model.from || readings.every((point) => startOf(point) < from)) return model;
  return {
    ...model,
    from,
    days: model.days.filter(({ on }) => on >= from),
    series: model.series
      .map((series) => ({ ...series, points: series.points.filter((point) => startOf(point) >= from) }))
      .filter(({ points }) => points.length > 0),
    checkpoints: model.checkpoints.filter(({ on }) => on >= from),
    breaks: (model.breaks ?? []).filter(({ on }) => on >= from),
    targets: model.targets.filter(({ on }) => on >= from),
  };
};
