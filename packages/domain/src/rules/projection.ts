/**
 * Where a measure is heading while nothing about it changes, always with its range; or why its readings can't say.
 *
 * Two methods, chosen by what the readings are (rules/spc.ts). Both are textbook ones that a reader can redo by hand:
 *
 * - *Level*: a series without a special cause is predictable within its limits and by nothing closer (W. A. Shewhart,
 *   *Economic Control of Quality of Manufactured Product*, 1931; D. J. Wheeler, *Understanding Variation*, 2000). The mean
 *   stays, and the range is the limits: 2.66 times the mean moving range to each side.
 * - *Trend*: the drift method (R. J. Hyndman and G. Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition, 5.2
 *   and 5.5). The line goes on from the last reading with the mean step of the run of rises or falls that it ends; the range h
 *   readings ahead is 2.66 times the mean moving range times the square root of h (1 + h / n), where n is the steps of the
 *   run: it widens as the error of each step adds up, and as the slope itself is only an estimate.
 *
 * Neither is carried on for more readings than it rests on.
 */
import { addDays } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { formatDate, formatPeriod, formatReading, plural } from '../words.ts';
import { checkpointsOf } from './checkpoints.ts';
import { isContested, readingsOf } from './impact.ts';
import { endAfter, endsAfter } from './next-reading.ts';
import { isFlat, leastValues, limitFactor, trendSteps, type Limits } from './spc.ts';
import type { JudgedReading, VariationStatus } from './variation.ts';

/** What is projected for the end of a period still to come, in the unit of the measure and not clipped to what it allows. */
export type ProjectedPoint = { on: IsoDate; value: number; low: number; high: number };

/**
 * A projection: the reading it goes on from, a point for each reading expected, and the last day for which that says what the
 * latest reading will be; or the sentence that says why there is none.
 */
export type Projection =
  | { kind: 'level' | 'trend'; from: JudgedReading; points: ProjectedPoint[]; holdsTo: IsoDate; reason: string }
  | { kind: 'none'; reason: string };

/** More readings than these missing since the last, and it is no ground to go on from. */
const mostMissing = 2;

const none = (reason: string): Projection => ({ kind: 'none', reason });

const isFigure = ({ value, symbol, qualifier }: Reading): boolean =>
  value !== null && symbol === null && (qualifier === 'exact' || qualifier === 'about');

const cite = (reading: Reading, measure: Measure): string =>
  `${formatReading(reading, measure)} for ${formatPeriod(reading)}`;

/** Says why the last thing that was read is no figure to go on from; null where it is one. */
const whyNotFromLast = (
  plan: Plan,
  measure: Measure,
  all: readonly Recorded<Reading>[],
  today: IsoDate,
): string | null => {
  const own = all.findLast(({ basis }) => basis === measure.basis);
  const last = all.at(-1);
  if (!last) return 'There is no reading to go on from.';
  if (!own || own.periodEnd < last.periodEnd)
    return `The latest reading, ${cite(last, measure)}, has another basis than the measure, and bases are never joined.`;
  if (own.value === null || own.symbol !== null)
    return `The latest reading has a symbol in place of a figure (${cite(own, measure)}).`;
  if (isContested(plan, measure, own)) return `Sources conflict about the latest reading, for ${formatPeriod(own)}.`;
  if (!isFigure(own)) return `The latest reading, ${cite(own, measure)}, is only a bound.`;
  const missing = endsAfter(own.periodEnd, measure.everyMonths, today).length;
  return missing > mostMissing
    ? `The last reading, ${cite(own, measure)}, is too old: ${plural(missing, 'reading')} expected since are missing.`
    : null;
};

/** Says why there is no series of ten readings that may stand together; null where there is one. */
const whyNoSeries = (
  measure: Measure,
  all: readonly Recorded<Reading>[],
  { series, contested }: VariationStatus,
): string | null => {
  if (series.length >= leastValues) return null;
  const own = all.filter(({ basis }) => basis === measure.basis);
  const disputed = new Set(contested.map(({ reading }) => reading.periodEnd));
  const clear = own.filter(({ periodEnd }) => !disputed.has(periodEnd));
  const figures = new Set(clear.filter(isFigure).map(({ periodEnd }) => periodEnd)).size;
  if (figures >= leastValues) return 'The periods of its readings overlap, so each is partly the one before it again.';
  const symbols = clear.filter((reading) => !isFigure(reading)).length;
  const others = all.length - own.length;
  const more = [
    symbols > 0 ? `${plural(symbols, 'more has', 'more have')} a symbol or a bound in place of a figure` : null,
    disputed.size > 0 ? `sources conflict about ${disputed.size} more` : null,
    others > 0 ? `${plural(others, 'more has', 'more have')} another basis` : null,
  ].filter((words) => words !== null);
  return `A projection takes ${leastValues} readings of one basis. There ${figures === 1 ? 'is' : 'are'} ${figures}${more.length > 0 ? `; ${more.join(', and ')}` : ''}.`;
};

/** Says where readings are missing inside a run, so that its steps are not all of one length; null where none are. */
const whyRunHasGap = (run: readonly JudgedReading[], measure: Measure): string | null => {
  const at = run.findIndex(({ reading }, index) => {
    const before = run[index - 1]?.reading.periodEnd;
    // By the month, as a snapshot is not taken on the same day of each.
    const expected = before === undefined ? reading.periodEnd : endAfter(before, measure.everyMonths, 1);
    return expected.slice(0, 7) !== reading.periodEnd.slice(0, 7);
  });
  const [from, to] = [run[at - 1], run[at]];
  return from && to
    ? `Readings are missing inside the run, or stand closer than they are expected: ${cite(from.reading, measure)} is followed by ${cite(to.reading, measure)}. A run is carried on only where its steps are ${plural(measure.everyMonths, 'month')} long.`
    : null;
};

/** Gives the readings that the last run of rises or of falls goes through, the last reading of all included; one where there is none. */
const runOf = (stretch: readonly JudgedReading[], tolerance: number): readonly JudgedReading[] => {
  const signOf = (index: number): number => {
    const change = (stretch[index]?.value ?? 0) - (stretch[index - 1]?.value ?? 0);
    return Math.abs(change) <= tolerance ? 0 : Math.sign(change);
  };
  const sign = signOf(stretch.length - 1);
  // The step into the reading at which the run begins goes another way.
  const start = stretch.findLastIndex((_, index) => index === 0 || sign === 0 || signOf(index) !== sign);
  return stretch.slice(start);
};

const level = ({ mean, lower, upper }: Limits, ends: readonly IsoDate[]): ProjectedPoint[] =>
  ends.map((on) => ({ on, value: mean, low: lower, high: upper }));

const trend = (run: readonly JudgedReading[], { range }: Limits, ends: readonly IsoDate[]): ProjectedPoint[] => {
  const [first, last] = [run[0]?.value ?? 0, run.at(-1)?.value ?? 0];
  const steps = run.length - 1;
  const slope = (last - first) / steps;
  return ends.map((on, index) => {
    const ahead = index + 1;
    const value = last + slope * ahead;
    const reach = limitFactor * range * Math.sqrt(ahead * (1 + ahead / steps));
    return { on, value, low: value - reach, high: value + reach };
  });
};

/** Gives the last day for which anything is asked of a notice: that of its last checkpoint. */
const horizonOf = (plan: Plan): IsoDate => checkpointsOf(plan.notice).at(-1)?.on ?? plan.notice.checkpointBase;

/**
 * Gives the projection of a measure as seen on a day: a point for the end of each period that a reading is expected for, up to
 * the last checkpoint and for no more readings than it rests on. None, with the reason, where the readings can't carry
 * one: fewer than ten of one basis since the last rebase, a count that restarts, overlapping periods, a bound or a symbol at
 * the end, no variation, a gap inside the run, or a special cause that is no trend.
 * @param variation what rules/variation.ts says of the same day
 */
export const projectionOf = (plan: Plan, measure: Measure, today: IsoDate, variation: VariationStatus): Projection => {
  if (measure.basis === 'yearToDate')
    return none('The count restarts each year, so nothing can be carried on from it.');
  const all = readingsOf(plan, measure, { ownBasis: false }).filter(({ periodEnd }) => periodEnd <= today);
  const obstacle = whyNotFromLast(plan, measure, all, today) ?? whyNoSeries(measure, all, variation);
  if (obstacle !== null) return none(obstacle);

  const { rebase = null, limits = null, series: stretch = [] } = variation.stretches.at(-1) ?? {};
  if (rebase !== null && stretch.length < leastValues)
    return none(
      `Its limits are reckoned anew from ${formatDate(rebase.since)}. There ${stretch.length === 1 ? 'is' : 'are'} ${plural(stretch.length, 'reading')} since, and a projection takes ${leastValues}.`,
    );
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (limits === null || !first || !last)
    return none(
      isFlat(stretch.map(({ value }) => value))
        ? 'Its readings do not vary, so nothing shows how far from them the next may lie.'
        : 'Its figures are too large to carry on.',
    );

  const run = runOf(stretch, limits.range * 1e-9);
  const isTrend = run.length > trendSteps;
  const gap = isTrend ? whyRunHasGap(run, measure) : null;
  if (gap !== null) return none(gap);
  const odd = isTrend ? undefined : stretch.slice(-leastValues).findLast(({ special }) => special !== null);
  if (odd)
    return none(
      `Not settled: ${cite(odd.reading, measure)} is a special cause. A projection takes ${leastValues} readings without one, or a run of rises or falls that still goes on.`,
    );

  const rests = isTrend ? run : stretch;
  const ends = endsAfter(last.reading.periodEnd, measure.everyMonths, horizonOf(plan)).slice(0, rests.length - 1);
  const points = isTrend ? trend(run, limits, ends) : level(limits, ends);
  if (points.some(({ low, high }) => !Number.isFinite(low) || !Number.isFinite(high)))
    return none('Its figures are too large to carry on.');
  if (points.length === 0) return none('No further reading is expected before the last checkpoint.');
  const moves = last.value > (rests[0] ?? first).value ? 'rise' : 'fall';
  return {
    kind: isTrend ? 'trend' : 'level',
    from: last,
    points,
    holdsTo: addDays(endAfter(last.reading.periodEnd, measure.everyMonths, ends.length + 1), -1),
    reason: isTrend
      ? `The last ${run.length} readings ${moves} each time. The line goes on by the mean step of that run, and the range widens with each reading ahead: ${limitFactor} times the mean moving range times the square root of h (1 + h / ${run.length - 1}), h readings ahead.`
      : `The readings are noise around their mean, and stay so while nothing changes. The range is that of the limits: ${limitFactor} times the mean moving range to each side.`,
  };
};

/**
 * Gives what is projected for a checkpoint: the last reading expected whose period ends after the checkpoint before it and on
 * or before its day, which is the one that counts there; null where the projection does not reach it.
 * @param after the checkpoint before it, or the day the checkpoints are counted from
 */
export const projectedAt = (projection: Projection, after: IsoDate, day: IsoDate): ProjectedPoint | null => {
  if (projection.kind === 'none' || day > projection.holdsTo) return null;
  const point = projection.points.findLast(({ on }) => on <= day);
  return point && point.on > after ? point : null;
};

/** What a projected range says of a target: all of it meets it, none of it does, or it goes either way. */
export type Outlook = 'meets' | 'misses' | 'either';

/** Gives what a projected range says of a target (for polarity T, of the target with its tolerance; none counts as exactly). */
export const outlookOf = (measure: Measure, target: number, { low, high }: ProjectedPoint): Outlook => {
  const reach = measure.polarity === 'T' ? (measure.tolerance ?? 0) : 0;
  const least = measure.polarity === 'L' ? -Infinity : target - reach;
  const most = measure.polarity === 'H' ? Infinity : target + reach;
  if (low >= least && high <= most) return 'meets';
  return high < least || low > most ? 'misses' : 'either';
};
