/** The lines and marks that tell a change of a measure from noise, as series of its chart. */
import type { Measure } from '../measure.ts';
import type { JudgedReading, Stretch, VariationStatus } from '../rules/variation.ts';
import { units } from '../scales.ts';
import { formatDate, formatShortDate, formatValue } from '../words.ts';
import type { ChartModel, ChartSeries } from './model.ts';

/** A limit or a projection may pass what the unit allows in calculation, never where it is drawn or said. */
export const drawn = (measure: Measure, value: number): number => {
  const { min, max } = units[measure.unit];
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));
};

const guide = (
  measure: Measure,
  series: readonly JudgedReading[],
  { key, name, value, dashed, ends }: { key: string; name: string; value: number; dashed: boolean; ends: boolean },
): ChartSeries => {
  const words = formatValue(drawn(measure, value), measure.unit, Math.max(1, measure.decimals));
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
    endLabel: ends ? [`${name} ${words}`] : [],
  };
};

/** The lines of one stretch. They never reach into the next, and only the last are named: the table has them all. */
const guides = (
  measure: Measure,
  { rebase, limits, series }: Stretch,
  index: number,
  isLast: boolean,
): ChartSeries[] => {
  if (limits === null) return [];
  const key = (name: string): string => (index === 0 ? name : `${name}-${index}`);
  const of = rebase === null || isLast ? '' : `, from ${formatDate(rebase.since)}`;
  return [
    { key: key('upper'), name: `Upper limit${of}`, value: limits.upper, dashed: true, ends: isLast },
    { key: key('mean'), name: `Mean${of}`, value: limits.mean, dashed: false, ends: isLast },
    { key: key('lower'), name: `Lower limit${of}`, value: limits.lower, dashed: true, ends: isLast },
  ].map((line) => guide(measure, series, line));
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

/** Gives the mean and the limits of each stretch as guides, and every reading that is no noise marked by its shape. */
export const variationSeries = (measure: Measure, { stretches, series }: VariationStatus): ChartSeries[] => [
  ...stretches.flatMap((stretch, index) => guides(measure, stretch, index, index === stretches.length - 1)),
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
  ...marks(measure, series, { key: 'changed', name: 'Special cause', role: 'fourth', symbol: 'square', better: null }),
];

/** Gives the change points that cut the series, as verticals. */
export const rebaseBreaks = ({ stretches }: VariationStatus): NonNullable<ChartModel['breaks']> =>
  stretches.flatMap(({ rebase }, index) =>
    rebase === null || index === 0
      ? []
      : [{ on: rebase.since, label: 'Limits anew', date: formatShortDate(rebase.since) }],
  );
