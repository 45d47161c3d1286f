/** A measure against its trajectory, targets and floor: the readings of each basis apart. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { comparableBenchmarks } from '../rules/benchmarks.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { targetsOf } from '../rules/impact.ts';
import type { Projection } from '../rules/projection.ts';
import { trajectoryOf } from '../rules/trajectory.ts';
import type { VariationStatus } from '../rules/variation.ts';
import { units } from '../scales.ts';
import { formatAim, formatMonth, formatNumber, formatPeriod, formatShortDate, formatValue, plural } from '../words.ts';
import { readingSeries, restartBreaks } from './measure-series.ts';
import type { ChartModel, ChartSeries, ChartTable } from './model.ts';
import { roundTicks } from './model.ts';
import { projectionSeries } from './projection-series.ts';
import { rebaseBreaks, variationSeries } from './variation-series.ts';

/** Gives the line from the baseline through the targets, with words at its end; none where it would be a single point. */
export const trajectorySeries = (plan: Plan, measure: Measure, lastTarget: string[]): ChartSeries[] => {
  const points = trajectoryOf(plan, measure);
  if (points.length < 2) return [];
  return [
    {
      key: 'trajectory',
      name: 'Trajectory',
      kind: 'line',
      role: 'plan',
      dashed: true,
      symbol: 'none',
      points: points.map(({ on, value }) => ({
        on,
        from: null,
        value,
        label: formatValue(value, measure.unit, measure.decimals),
      })),
      endLabel: lastTarget,
    },
  ];
};

/** Other places over time: a thin line where one may be drawn, and the last value named at its end. */
const benchmarkSeries = (plan: Plan, measure: Measure): ChartSeries[] => {
  const write = (value: number): string => formatValue(value, measure.unit, measure.decimals);
  return [...comparableBenchmarks(plan, measure)].map(([place, benchmarks]) => {
    const isLine = benchmarks.length > 1;
    const last = benchmarks.at(-1);
    return {
      key: `benchmark-${place}`,
      name: place,
      kind: isLine ? 'line' : 'points',
      role: 'other',
      dashed: false,
      symbol: isLine ? 'none' : 'ring',
      points: benchmarks.map((benchmark) => ({
        on: benchmark.periodEnd,
        from: null,
        value: benchmark.value,
        label: isLine
          ? `${write(benchmark.value)}, ${formatPeriod(benchmark)}`
          : `${write(benchmark.value)}, ${place}\n${formatPeriod(benchmark)}`,
      })),
      endLabel: isLine && last ? [`${place} ${write(last.value)}`] : [],
    };
  });
};

/** The months that are named along the foot: the closer together, the shorter the time shown. */
const footDays = (from: IsoDate, to: IsoDate): { on: IsoDate; label: string }[] => {
  const years = daysBetween(from, to) / 365;
  const months = years <= 1.6 ? ['01', '04', '07', '10'] : years <= 5 ? ['04', '10'] : ['04'];
  const found: { on: IsoDate; label: string }[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const each of months) {
      const on = `${String(year).padStart(4, '0')}-${each}-01`;
      if (on >= from && on <= to) found.push({ on, label: formatMonth(on).replace(/^(\p{L}{3})\p{L}*/u, '$1') });
    }
  }
  // A year is written once, where it begins.
  return found.map(({ on, label }, index) => ({
    on,
    label: index > 0 && found[index - 1]?.on.slice(0, 4) === on.slice(0, 4) ? label.slice(0, 3) : label,
  }));
};

/** Gives the scale of a measure over values: from 0, or below where one is, to a round number above them. */
export const axisOf = (measure: Measure, values: readonly number[]): ChartModel['y'] => {
  const percent = measure.unit === 'percent';
  const least = Math.min(0, ...values);
  const most = percent && Math.max(...values) > 50 ? 100 : Math.max(...values, least);
  const ticks = roundTicks(least, most === least ? least + 1 : most, 5, units[measure.unit].integer).filter(
    (tick) => !percent || tick <= 100,
  );
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const decimals = Math.min(4, Math.max(0, -Math.floor(Math.log10(step))));
  return {
    min: ticks[0] ?? 0,
    max: ticks.at(-1) ?? 1,
    ticks: ticks.map((value, index) => ({
      value,
      label: `${formatNumber(value, decimals)}${percent && index === ticks.length - 1 ? '%' : ''}`,
    })),
  };
};

/**
 * Gives the chart of a measure on a day; null where it has neither a reading with a value nor a target.
 * @param words the message, the line under it and the sentence, which the page shows too
 * @param table what a reader gets in place of the drawing
 * @param variation its limits, and what is no noise
 * @param projection where it is heading, with the range
 */
export const measureChart = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
  words: Pick<ChartModel, 'title' | 'subtitle' | 'summary'>,
  table: ChartTable,
  variation: VariationStatus,
  projection: Projection,
): ChartModel | null => {
  const readings = readingSeries(plan, measure);
  const targets = targetsOf(plan, measure);
  if (readings.length === 0 && targets.length === 0) return null;
  const write = (value: number): string => formatAim(value, measure);
  const last = targets.at(-1);
  const aim = last
    ? [
        `Target ${write(last.target.value)}`,
        last.target.months === null ? '' : `at ${plural(last.target.months, 'month')}`,
      ]
    : [];
  const trajectory = trajectorySeries(plan, measure, aim);
  const series = [
    ...variationSeries(measure, variation),
    ...projectionSeries(measure, projection),
    ...readings,
    ...benchmarkSeries(plan, measure),
    ...trajectory,
  ];
  const checkpoints = checkpointsOf(plan.notice);
  const days = [
    ...series.flatMap(({ points }) => points.map(({ on, from }) => from ?? on)),
    ...series.flatMap(({ points }) => points.map(({ on }) => on)),
    ...targets.map(({ on }) => on),
    ...checkpoints.map(({ on }) => on),
    today,
  ].toSorted(compareText);
  const first = days[0] ?? today;
  const from = `${first.slice(0, 8)}01`;
  const to = days.at(-1) ?? today;
  const floor = measure.polarity === 'T' ? null : measure.floor;
  const values = [
    ...series.flatMap(({ points }) =>
      points.flatMap(({ value, reach }) => [value ?? [], reach?.low ?? [], reach?.high ?? []].flat()),
    ),
    ...targets.map(({ target }) => target.value),
    ...(floor === null ? [] : [floor]),
  ];
  return {
    key: measure.id,
    ...words,
    from,
    to,
    y: axisOf(measure, values),
    days: footDays(from, to),
    series,
    checkpoints: checkpoints.map(({ on, label }) => ({ on, label, date: formatShortDate(on) })),
    breaks: [...restartBreaks(plan, measure), ...rebaseBreaks(variation)].toSorted((a, b) => compareText(a.on, b.on)),
    today,
    targets: targets.map(({ target, on }, index) => ({
      on,
      value: target.value,
      // The last is named at the end of the trajectory, where there is one.
      label: index < targets.length - 1 ? write(target.value) : trajectory.length > 0 ? '' : aim.join('\n'),
    })),
    floor: floor === null ? null : { value: floor, label: `Floor ${write(floor)}` },
    bracket: null,
    table,
  };
};
