/** Where a measure is heading, as a band of its chart: never a bare line. */
import type { Measure } from '../measure.ts';
import type { ProjectedPoint, Projection } from '../rules/projection.ts';
import { formatValue } from '../words.ts';
import type { ChartPoint, ChartSeries } from './model.ts';
import { drawn } from './variation-series.ts';

const write = (measure: Measure, value: number): string =>
  formatValue(drawn(measure, value), measure.unit, Math.max(1, measure.decimals));

/** Writes a projected range, clipped to what the unit allows: "12.0% to 48.0%". */
export const rangeInWords = (measure: Measure, { low, high }: Pick<ProjectedPoint, 'low' | 'high'>): string =>
  `${write(measure, low)} to ${write(measure, high)}`;

/** Writes the middle of a projected range: "30.0%". */
export const middleInWords = (measure: Measure, { value }: Pick<ProjectedPoint, 'value'>): string =>
  write(measure, value);

const pointOf = (measure: Measure, point: ProjectedPoint): ChartPoint => ({
  on: point.on,
  from: null,
  value: drawn(measure, point.value),
  label: `${middleInWords(measure, point)} (${rangeInWords(measure, point)})`,
  reach: { low: drawn(measure, point.low), high: drawn(measure, point.high) },
});

/** Gives the projection of a measure as a band from its last reading on, named with its range at the end; nothing where there is none. */
export const projectionSeries = (measure: Measure, projection: Projection): ChartSeries[] => {
  if (projection.kind === 'none') return [];
  const { kind, from, points } = projection;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const on = from.reading.periodEnd;
  // A trend goes on from the last reading; a level is the range in which that one lies already.
  const start = kind === 'trend' ? { on, value: from.value, low: from.value, high: from.value } : { ...first, on };
  return [
    {
      key: 'projection',
      name: 'Projection',
      kind: 'band',
      role: 'actual',
      dashed: true,
      symbol: 'none',
      points: [
        { ...pointOf(measure, start), label: 'goes on from here' },
        ...points.map((point) => pointOf(measure, point)),
      ],
      endLabel: [`Projection ${middleInWords(measure, last)}`, rangeInWords(measure, last)],
    },
  ];
};
