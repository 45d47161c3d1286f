/** The lines and marks that tell a change of a measure from noise, as series of its chart. */
import type { Measure } from '../measure.ts';
import type { JudgedReading, VariationStatus } from '../rules/variation.ts';
import { units } from '../scales.ts';
import { formatValue } from '../words.ts';
import type { ChartSeries } from './model.ts';

/** A limit may pass what the unit allows in calculation, never in drawing. */
export const drawn = (measure: Measure, value: number): number => {
  const { min, max } = units[measure.unit];
  return Math.min(max ?? value, Math.max(min ?? value, value));
};

const guide = (
  measure: Measure,
  series: readonly JudgedReading[],
  { key, name, value, dashed }: { key: string; name: string; value: number; dashed: boolean },
): ChartSeries => {
  const words = formatValue(value, measure.unit, Math.max(1, measure.decimals));
  return {
    key,
    name,
    kind: 'line',
    role: 'guide',
    dashed,
    symbol: 'none',
    points: [series[0], series.at(-1)].flatMap((end) =>
      end ? [{ on: end.reading.periodEnd, from: null, value: drawn(measure, value), label: words }] : [],
    ),
    endLabel: [`${name} ${words}`],
  };
};

/** Whether a special cause on a side is for the better; null where the target is to be near. */
const isBetter = ({ polarity }: Measure, side: 'high' | 'low'): boolean | null =>
  polarity === 'T' ? null : (side === 'high') === (polarity === 'H');

const marks = (
  measure: Measure,
  series: readonly JudgedReading[],
  {
    key,
    name,
    role,
    symbol,
    better,
  }: Pick<ChartSeries, 'key' | 'name' | 'role' | 'symbol'> & { better: boolean | null },
): ChartSeries[] => {
  const found = series.filter(({ special }) => special !== null && isBetter(measure, special.side) === better);
  if (found.length === 0) return [];
  return [
    {
      key,
      name,
      kind: 'points',
      role,
      dashed: false,
      symbol,
      // The line of the readings names them already.
      points: found.map(({ reading, value }) => ({ on: reading.periodEnd, from: null, value, label: '' })),
      endLabel: [],
    },
  ];
};

/** Gives the mean and the limits as guides, and every reading that is no noise marked by its shape; nothing without limits. */
export const variationSeries = (measure: Measure, { limits, series }: VariationStatus): ChartSeries[] => {
  if (limits === null) return [];
  return [
    guide(measure, series, { key: 'upper', name: 'Upper limit', value: limits.upper, dashed: true }),
    guide(measure, series, { key: 'mean', name: 'Mean', value: limits.mean, dashed: false }),
    guide(measure, series, { key: 'lower', name: 'Lower limit', value: limits.lower, dashed: true }),
    ...marks(measure, series, {
      key: 'better',
      name: 'Special cause, better',
      role: 'other',
      symbol: 'triangle',
      better: true,
    }),
    ...marks(measure, series, {
      key: 'worse',
      name: 'Special cause, worse',
      role: 'fourth',
      symbol: 'square',
      better: false,
    }),
    ...marks(measure, series, {
      key: 'changed',
      name: 'Special cause',
      role: 'fourth',
      symbol: 'square',
      better: null,
    }),
  ];
};
