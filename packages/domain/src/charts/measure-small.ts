/** A measure in small: the readings, targets and floor of its chart without their words. */
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { targetsOf } from '../rules/impact.ts';
import { formatMonth } from '../words.ts';
import { readingSeries, restartBreaks } from './measure-series.ts';
import { axisOf, trajectorySeries } from './measure.ts';
import type { ChartSeries, SmallChart } from './model.ts';

/** More readings of a basis than this say nothing in small: the newest are drawn. */
const mostPeriods = 36;

const noLabel = (): string => '';
const unnamed = (series: ChartSeries): ChartSeries => ({
  ...series,
  points: series.points.map((point) => ({ ...point, label: '' })),
  endLabel: [],
});

const shortMonth = (day: IsoDate): string => formatMonth(day).replace(/^(\p{L}{3})\p{L}*/u, '$1');

/**
 * Gives a measure in small on a day; null where it has no reading with a value.
 * @param summary one sentence for those who do not see the drawing
 */
export const smallMeasureChart = (plan: Plan, measure: Measure, today: IsoDate, summary: string): SmallChart | null => {
  const readings = readingSeries(plan, measure, { label: noLabel, most: mostPeriods }).map(unnamed);
  if (readings.length === 0) return null;
  const targets = targetsOf(plan, measure);
  const series = [...readings, ...trajectorySeries(plan, measure, []).map(unnamed)];
  const days = [
    ...series.flatMap(({ points }) => points.map(({ on, from }) => from ?? on)),
    ...series.flatMap(({ points }) => points.map(({ on }) => on)),
    ...targets.map(({ on }) => on),
    today,
  ].toSorted(compareText);
  const from: IsoDate = `${(days[0] ?? today).slice(0, 8)}01`;
  const to = days.at(-1) ?? today;
  const floor = measure.polarity === 'T' ? null : measure.floor;
  const values = [
    ...series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...targets.map(({ target }) => target.value),
    ...(floor === null ? [] : [floor]),
  ];
  return {
    key: measure.id,
    summary,
    from,
    to,
    y: axisOf(measure, values),
    days: [from, to].map((on) => ({ on, label: shortMonth(on) })),
    series,
    checkpoints: checkpointsOf(plan.notice)
      .filter(({ on }) => on >= from && on <= to)
      .map(({ on }) => ({ on, label: '', date: '' })),
    breaks: restartBreaks(plan, measure)
      .filter(({ on }) => on >= from)
      .map(({ on }) => ({ on, label: '', date: '' })),
    today,
    targets: targets.map(({ target, on }) => ({ on, value: target.value, label: '' })),
    floor: floor === null ? null : { value: floor, label: '' },
  };
};
