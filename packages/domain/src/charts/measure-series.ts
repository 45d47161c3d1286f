/** The readings of a measure as series: one for each basis, so that no line ever joins two bases. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { readingsOf, setAsideOf } from '../rules/impact.ts';
import { onePerPeriod, type PeriodReading } from '../rules/one-a-period.ts';
import { restartsBetween, yearStart } from '../rules/year-to-date.ts';
import type { Basis } from '../scales.ts';
import { bases, keysOf } from '../scales.ts';
import { formatMonth, formatPeriod, formatReading, formatShortDate } from '../words.ts';
import type { ChartModel, ChartPoint, ChartSeries } from './model.ts';

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

type Label = typeof labelOf;

/** Words at the end of a line: of a long period only its end, which is where the point stands. */
const endOf = (measure: Measure, reading: Reading): string =>
  reading.printedPeriod === null && isLong(reading)
    ? `${formatReading(reading, measure)} to ${formatMonth(reading.periodEnd)}`
    : labelOf(measure, reading, 'line');

const pointOf = (measure: Measure, reading: Reading, kind: ChartSeries['kind'], label: Label): ChartPoint => ({
  on: reading.periodEnd,
  from: kind === 'bar' ? reading.periodStart : null,
  value: reading.value,
  label: label(measure, reading, kind),
});

/** Gives the points of a line, with a gap where an expected reading is missing, sources conflict, or the count restarts. */
const withGaps = (periods: readonly PeriodReading[], measure: Measure, label: Label): ChartPoint[] =>
  periods.flatMap(({ reading, contested }, index) => {
    const before = periods[index - 1]?.reading;
    const point = pointOf(measure, reading, 'line', label);
    const drawn = contested ? { ...point, value: null, label: '' } : point;
    if (before === undefined) return [drawn];
    // A week's grace: a reading taken a few days late leaves no gap.
    const missing = point.on > addDays(endOfMonth(addMonths(before.periodEnd, measure.everyMonths)), 7);
    const gap = { on: addDays(point.on, -1), from: null, value: null, label: '' };
    return missing || restartsBetween(measure, before, reading) ? [gap, drawn] : [drawn];
  });

/** Gives the days on which the count of a year-to-date measure restarted between two of its readings. */
export const restartBreaks = (plan: Plan, measure: Measure): NonNullable<ChartModel['breaks']> => {
  const readings = readingsOf(plan, measure, { ownBasis: true });
  return readings.flatMap((reading, index) => {
    const before = readings[index - 1];
    if (!before || !restartsBetween(measure, before, reading)) return [];
    const on = yearStart(measure, reading);
    return [{ on, label: 'Count restarts', date: formatShortDate(on) }];
  });
};

/** The values that sources dispute, and those that are kept but not used: each a series of its own, so that no line joins them. */
const besides = (measure: Measure, periods: readonly PeriodReading[], aside: readonly Reading[]): ChartSeries[] => {
  const conflicting = periods.flatMap(({ reading, rivals, contested }) => (contested ? [...rivals, reading] : []));
  return [
    { of: conflicting, key: 'contested', name: 'Sources conflict', role: 'actual' as const },
    { of: aside, key: 'set-aside', name: 'Not used', role: 'guide' as const },
  ].flatMap(({ of, key, name, role }) =>
    of
      .filter(({ value }) => value !== null)
      .map((reading): ChartSeries => {
        const words = `${formatReading(reading, measure)}, ${formatPeriod(reading)}\n${lower(name)}`;
        const points = [{ ...pointOf(measure, reading, 'points', labelOf), label: words }];
        return {
          key: `${key}-${reading.id}`,
          name,
          kind: 'points',
          role,
          dashed: false,
          symbol: 'ring',
          points,
          endLabel: [],
        };
      }),
  );
};

/** Says whether any two points stand next to each other, so that there is a line to draw. */
export const hasLine = (points: readonly ChartPoint[]): boolean =>
  points.some(({ value }, index) => value !== null && (points[index + 1]?.value ?? null) !== null);

/** Gives the readings to draw: those with a value, symbols of the measure's own basis as gaps. */
const drawn = (plan: Plan, measure: Measure): Recorded<Reading>[] =>
  readingsOf(plan, measure, { ownBasis: false }).filter(
    ({ value, basis }) => value !== null || basis === measure.basis,
  );

/**
 * Gives one series for each basis that has a value: single months and snapshots as discs that a line joins while none is
 * missing, averages as bars over their time, readings whose basis is not stated as rings. What sources dispute and what was
 * set aside stand apart.
 * @param label what is written beside a point; where nothing is, none is made
 * @param most how many periods of a basis are drawn: the newest
 */
export const readingSeries = (
  plan: Plan,
  measure: Measure,
  { label = labelOf, most = Infinity }: { label?: Label; most?: number } = {},
): ChartSeries[] => {
  const readings = drawn(plan, measure);
  const byBasis = Map.groupBy(readings, ({ basis }) => basis);
  const periodsOf = (basis: Basis): PeriodReading[] => onePerPeriod(byBasis.get(basis) ?? []).slice(-most);
  const joined = keysOf(bases).flatMap((basis): ChartSeries[] => {
    const periods = periodsOf(basis);
    const undisputed = periods.filter(({ contested }) => !contested).map(({ reading }) => reading);
    const last = undisputed.findLast(({ value }) => value !== null);
    if (!last) return [];
    const { kind, symbol } = shapeOf(basis, undisputed);
    const series = { key: basis, name: bases[basis].label, role: 'actual', dashed: false, symbol } as const;
    const line = kind === 'line' ? withGaps(periods, measure, label) : [];
    if (hasLine(line)) {
      return [
        {
          ...series,
          kind: 'line',
          points: line,
          endLabel: [endOf(measure, last), lower(basisInWords(last))],
        },
      ];
    }
    const alone = kind === 'line' ? 'points' : kind;
    const points = undisputed.map((reading) => pointOf(measure, reading, alone, label));
    return [{ ...series, kind: alone, points, endLabel: [] }];
  });
  return [...joined, ...besides(measure, keysOf(bases).flatMap(periodsOf), setAsideOf(plan, measure))];
};
