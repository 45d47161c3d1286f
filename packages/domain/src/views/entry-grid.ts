/** The grid in which readings are entered: measures by month, with what stands in each cell and what a new value is held against. */
import { addMonths, endOfMonth } from '../calendar.ts';
import { measureSubject } from '../changes/measure.ts';
import { parseValue, writeValue } from '../changes/parse-value.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import { may, type Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { largestMoveOf, type Point, type SeriesSoFar, type Standing } from '../rules/doubts.ts';
import { namesNoPeriod, periodEndingIn } from '../rules/entry-period.ts';
import { readingsOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import { bases, type Unit } from '../scales.ts';
import {
  formatDate,
  formatMonth,
  formatPeriod,
  formatReading,
  formatShortDate,
  formatValue,
  plural,
} from '../words.ts';
import { recorderOf } from './measure-readings.ts';
import { sourceView, type SourceView } from './source.ts';

/** A reading as a cell shows it; `written` is what a person would type for it. */
type CellReading = Standing & {
  id: string;
  version: number;
  written: string;
  words: string;
  by: string;
  source: SourceView;
};

export type EntryCell = {
  /** The last day of the month of its column. */
  month: IsoDate;
  periodStart: IsoDate;
  periodEnd: IsoDate;
  /** "August 2023", "31 August 2023" */
  period: string;
  reading: CellReading | null;
  beside: (Point & { words: string; period: string; source: SourceView }) | null;
  /** Why nothing can be entered here; null where it can. */
  closed: { label: string; why: string } | null;
};

export type EntryRow = {
  id: string;
  code: string;
  title: string;
  /** "Single month" */
  basis: string;
  area: { id: string; number: number; title: string } | null;
  owner: { id: string; title: string } | null;
  rules: Pick<Measure, 'unit' | 'decimals' | 'basis'>;
  series: SeriesSoFar;
  cells: (EntryCell | null)[];
};

export type EntryGrid = {
  today: IsoDate;
  months: { end: IsoDate; name: string; ended: boolean }[];
  /** A month to turn to whose grid ends where this one begins, and the one after; null where there is none. */
  earlier: IsoDate;
  later: IsoDate | null;
  rows: EntryRow[];
  /** Measures that can't be entered in this grid, with why. */
  elsewhere: { id: string; code: string; title: string; why: string }[];
};

/** How many months stand side by side. */
const columns = 6;

const byCode = new Intl.Collator('en', { numeric: true });

/** Writes a value as a person would type it: with its unit and commas, unless that would round it. */
const writtenAs = (reading: Reading, { unit, decimals }: { unit: Unit; decimals: number }): string => {
  const plain = writeValue(reading);
  if (reading.value === null) return plain;
  const value = formatValue(reading.value, unit, decimals);
  const qualifier = reading.qualifier === 'exact' ? '' : `${reading.qualifier} `;
  const full = `${qualifier}${value}${reading.symbol === null ? '' : ` ${reading.symbol}`}`;
  return parseValue(full, unit).value === reading.value ? full : plain;
};

const pointOf = ({ periodStart, periodEnd, printedPeriod, basis, value, qualifier, symbol }: Reading): Point => ({
  periodStart,
  periodEnd,
  printedPeriod,
  basis,
  value,
  qualifier,
  symbol,
});

const cellReading = (plan: Plan, measure: Measure, reading: Recorded<Reading>, today: IsoDate): CellReading => ({
  ...pointOf(reading),
  id: reading.id,
  version: reading.version,
  mark: reading.mark,
  disputed: reading.disputed,
  numerator: reading.numerator,
  denominator: reading.denominator,
  written: writtenAs(reading, measure),
  words: formatReading(reading, measure),
  by: recorderOf(plan, reading.recordedBy),
  source: sourceView(reading, today),
});

const cellOf = (
  plan: Plan,
  measure: Measure,
  month: IsoDate,
  readings: readonly Recorded<Reading>[],
  today: IsoDate,
): EntryCell | null => {
  const there = readings.filter(({ periodEnd }) => endOfMonth(periodEnd) === month);
  const last = readings.at(-1)?.periodEnd ?? null;
  const expected = periodEndingIn(measure, month, { last, base: plan.notice.checkpointBase, today });
  // What stands can be corrected, also where no period was expected to end.
  const period = expected ?? there.at(-1) ?? null;
  if (period === null) return null;
  const { periodStart, periodEnd } = period;
  const same = there.filter((reading) => reading.periodEnd === periodEnd);
  const reading = same.at(-1) ?? null;
  const beside = reading === null ? (there.at(-1) ?? null) : null;
  const twice = {
    label: plural(same.length, 'reading'),
    why: `There are ${plural(same.length, 'reading')} for it. Correct them on the page of the measure.`,
  };
  const ahead = { label: `Ends ${formatShortDate(periodEnd)}`, why: `It ends on ${formatDate(periodEnd)}.` };
  return {
    month,
    periodStart,
    periodEnd,
    period: formatPeriod(reading ?? { periodStart, periodEnd, printedPeriod: null }),
    reading: reading && cellReading(plan, measure, reading, today),
    beside: beside && {
      ...pointOf(beside),
      words: formatReading(beside, measure),
      period: formatPeriod(beside),
      source: sourceView(beside, today),
    },
    closed: periodEnd > today ? ahead : same.length > 1 ? twice : null,
  };
};

/** Gives the readings that a value in the months from `from` on may be compared with, and the most the series ever moved. */
const seriesOf = (measure: Measure, readings: readonly Recorded<Reading>[], from: IsoDate): SeriesSoFar => {
  const points = readings.map(pointOf);
  const earlier = points.filter(({ periodEnd }) => periodEnd < from);
  const valued = earlier.findLast(
    ({ basis, value, symbol, qualifier }) =>
      basis === measure.basis && value !== null && symbol === null && qualifier !== 'over' && qualifier !== 'under',
  );
  const near = new Set([valued, earlier.at(-1)]);
  return {
    points: points.filter((point) => point.periodEnd >= from || near.has(point)),
    largestMove: largestMoveOf(measure.basis, points),
  };
};

const rowOf = (plan: Plan, measure: Recorded<Measure>, months: readonly IsoDate[], today: IsoDate): EntryRow => {
  const all = readingsOf(plan, measure, { ownBasis: false });
  const own = readingsOf(plan, measure, { ownBasis: true });
  const area = plan.areas.find(({ id }) => id === measure.areaId);
  const owner = plan.members.find(({ id }) => id === measure.ownerId);
  return {
    id: measure.id,
    code: measure.code,
    title: measure.title,
    basis: bases[measure.basis].label,
    area: area ? { id: area.id, number: area.number, title: area.title } : null,
    owner: owner ? { id: owner.id, title: owner.title } : null,
    rules: { unit: measure.unit, decimals: measure.decimals, basis: measure.basis },
    series: seriesOf(measure, all, `${(months[0] ?? today).slice(0, 8)}01`),
    cells: months.map((month) => cellOf(plan, measure, month, own, today)),
  };
};

/**
 * Gives the measures whose readings a person may enter on a day, by six months that end with the one asked for. A measure has
 * a cell where a period of its own basis ends; readings of another basis are not in the grid.
 * @param to a day in the last month to show; the month of `today` where it is null or still to come
 */
export const entryGridOf = (entire: Plan, today: IsoDate, who: Who, to: IsoDate | null): EntryGrid => {
  const plan = planOn(entire, today);
  const lastMonth = endOfMonth(to === null || to > today ? today : to);
  const firstOfLast = `${lastMonth.slice(0, 8)}01`;
  const months = Array.from({ length: columns }, (_, index) => endOfMonth(addMonths(firstOfLast, index + 1 - columns)));
  const measures = plan.measures
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && may(who, 'reading.write', measureSubject(plan, id, today)))
    .toSorted((a, b) => byCode.compare(a.code, b.code));
  const rows = measures
    .filter(({ basis }) => !namesNoPeriod(basis))
    .map((measure) => rowOf(plan, measure, months, today));
  const open = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  const shown = new Set(open.map(({ id }) => id));
  const later = endOfMonth(addMonths(firstOfLast, columns));
  const end = endOfMonth(today);
  return {
    today,
    months: months.map((month) => ({ end: month, name: formatMonth(month), ended: month <= today })),
    earlier: endOfMonth(addMonths(firstOfLast, -columns)),
    later: lastMonth === end ? null : later > end ? end : later,
    rows: open,
    elsewhere: measures
      .filter(({ id }) => !shown.has(id))
      .map(({ id, code, title, basis }) => ({
        id,
        code,
        title,
        why: namesNoPeriod(basis) ? 'its basis names no period' : 'no period of it ends in these months',
      })),
  };
};
