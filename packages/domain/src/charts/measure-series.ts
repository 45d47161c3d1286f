/** The readings of a measure as series: one for each basis, so that no line ever joins two bases. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { readingsOf } from '../rules/impact.ts';
import type { Basis } from '../scales.ts';
import { bases, keysOf } from '../scales.ts';
import { formatPeriod, formatReading } from '../words.ts';
import type { ChartPoint, ChartSeries } from './model.ts';

type Shape = Pick<ChartSeries, 'kind' | 'symbol'>;

/** More readings of long periods than this overlap each other as bars: they become a line at the ends of their periods. */
const mostBars = 4;
/** Days beyond which a period is long enough to be drawn as a bar over its time. */
const longPeriod = 45;

const isLong = ({ periodStart, periodEnd }: Reading): boolean => daysBetween(periodStart, periodEnd) > longPeriod;

const shapeOf = (basis: Basis, readings: readonly Reading[]): Shape => {
  if (basis === 'notStated') return { kind: 'points', symbol: 'ring' };
  if (basis === 'other')
    return readings.every(isLong) ? { kind: 'bar', symbol: 'none' } : { kind: 'points', symbol: 'ring' };
  const few = readings.length <= mostBars;
  return few && readings.every(isLong) ? { kind: 'bar', symbol: 'none' } : { kind: 'line', symbol: 'disc' };
};

/** Says how a basis is named beside a point: what it is where its source says so in words. */
export const basisInWords = ({ basis, basisNote }: Pick<Reading, 'basis' | 'basisNote'>): string =>
  basis === 'other' && basisNote !== null ? basisNote : bases[basis].label;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Words beside a point; a second line says what sets it apart from the readings that a line joins. */
const labelOf = (measure: Measure, reading: Reading, kind: ChartSeries['kind']): string => {
  const figure = formatReading(reading, measure);
  // A bar shows its months: its words say only of what it is an average.
  if (kind === 'bar' && reading.basisNote !== null) return `${figure}, ${lower(reading.basisNote)}`;
  const words = `${figure}, ${formatPeriod(reading)}`;
  return kind === 'line' ? words : `${words}\n${lower(basisInWords(reading))}`;
};

const pointOf = (measure: Measure, reading: Reading, kind: ChartSeries['kind']): ChartPoint => ({
  on: reading.periodEnd,
  from: kind === 'bar' ? reading.periodStart : null,
  value: reading.value,
  label: labelOf(measure, reading, kind),
});

/** Puts a gap between two points where a reading that was expected is missing. */
const withGaps = (points: readonly ChartPoint[], measure: Measure): ChartPoint[] =>
  points.flatMap((point, index) => {
    const before = points[index - 1];
    // A week's grace: a reading taken a few days late leaves no gap.
    const missing = before && point.on > addDays(endOfMonth(addMonths(before.on, measure.everyMonths)), 7);
    const gap = { on: addDays(point.on, -1), from: null, value: null, label: '' };
    return missing ? [gap, point] : [point];
  });

/** Says whether any two points stand next to each other, so that there is a line to draw. */
const hasLine = (points: readonly ChartPoint[]): boolean =>
  points.some(({ value }, index) => value !== null && (points[index + 1]?.value ?? null) !== null);

/** Gives the readings to draw: those with a value, symbols of the measure's own basis as gaps. */
const drawn = (plan: Plan, measure: Measure): Recorded<Reading>[] =>
  readingsOf(plan, measure, { ownBasis: false }).filter(
    ({ value, basis }) => value !== null || basis === measure.basis,
  );

/**
 * Gives one series for each basis that has a value: single months and snapshots as discs that a line joins while none is
 * missing, averages as bars over their time, readings whose basis is not stated as rings.
 */
export const readingSeries = (plan: Plan, measure: Measure): ChartSeries[] => {
  const readings = drawn(plan, measure);
  return keysOf(bases).flatMap((basis): ChartSeries[] => {
    const some = readings.filter((reading) => reading.basis === basis);
    const last = some.findLast(({ value }) => value !== null);
    if (!last) return [];
    const { kind, symbol } = shapeOf(basis, some);
    const series = { key: basis, name: bases[basis].label, role: 'actual', dashed: false, symbol } as const;
    const line =
      kind === 'line'
        ? withGaps(
            some.map((reading) => pointOf(measure, reading, kind)),
            measure,
          )
        : [];
    if (hasLine(line)) {
      return [
        {
          ...series,
          kind: 'line',
          points: line,
          endLabel: [pointOf(measure, last, 'line').label, lower(basisInWords(last))],
        },
      ];
    }
    const alone = kind === 'line' ? 'points' : kind;
    return [{ ...series, kind: alone, points: some.map((reading) => pointOf(measure, reading, alone)), endLabel: [] }];
  });
};
