/** What the readings of a measure say beyond noise: rules/spc.ts, on the readings that may stand in one series. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Rebase } from '../rebase.ts';
import type { Assurance, Status, Variation } from '../scales.ts';
import { assurances, statusOf, variations } from '../scales.ts';
import { formatAim, formatDate, formatPeriod, formatReading, formatValue, listInWords, plural } from '../words.ts';
import { compareText } from './grouped.ts';
import { readingsOf, targetInForce } from './impact.ts';
import { onePerPeriod, type PeriodReading } from './one-a-period.ts';
import {
  isFlat,
  leastValues,
  limitsOf,
  specialCauses,
  trialValues,
  type Cause,
  type Limits,
  type SpecialCause,
} from './spc.ts';

/** One reading of the series, and why it is no noise; null where it is. */
export type JudgedReading = { reading: Recorded<Reading>; value: number; special: SpecialCause | null };

/** What has lines of its own: the readings between two recorded change points. No run goes on from one to the next. */
export type Stretch = {
  /** The change point that it begins with; null for the first. */
  rebase: Recorded<Rebase> | null;
  /** The lines, in the unit of the measure; null where there are none. */
  limits: Limits | null;
  /** Twelve readings or fewer: the limits still move with each. */
  trial: boolean;
  series: JudgedReading[];
};

export type VariationStatus = Status<Variation> & {
  /** The lines of the last stretch, in the unit of the measure; null where there are none, and then `reason` says why. */
  limits: Limits | null;
  /** The last stretch has twelve readings or fewer. */
  trial: boolean;
  /** The readings in one series, oldest first, over all stretches; empty where none may stand in one. */
  series: JudgedReading[];
  /** Oldest first, at least one where there is a series; cut at recorded change points only. */
  stretches: Stretch[];
  /** Whether moving ranges too wide to be noise were screened out. */
  screen: boolean;
  /** The periods that are left out because sources conflict about them. */
  contested: PeriodReading[];
};

type Value = { reading: Recorded<Reading>; value: number };

/** The readings of the measure's own basis that are known to be a value, one a period. */
const valuesOf = (periods: readonly PeriodReading[]): Value[] =>
  periods.flatMap(({ reading, contested }): Value[] => {
    const { value, symbol, qualifier } = reading;
    const known = symbol === null && (qualifier === 'exact' || qualifier === 'about') && !contested;
    return known && value !== null ? [{ reading, value }] : [];
  });

/** Gives why the values of a measure are no series that has noise; null where they are one. */
const whyNoSeries = (measure: Measure, values: readonly Value[]): string | null => {
  if (measure.basis === 'yearToDate')
    return 'The count restarts each year, so its readings are no series that noise could be told from.';
  const overlap = values.some(({ reading }, index) => {
    const before = values[index - 1]?.reading;
    return before !== undefined && measure.basis !== 'snapshot' && reading.periodStart <= before.periodEnd;
  });
  return overlap
    ? 'The periods of its readings overlap, so one reading is part of the next and noise is hidden.'
    : null;
};

const reads = (measure: Measure, { reading }: Value): string =>
  `${formatReading(reading, measure)} for ${formatPeriod(reading)}`;

/** How many readings the run has that the last is a member of. Counted from the values: one may be marked for a cause that comes first. */
const runLength = (series: readonly JudgedReading[], { cause, side }: SpecialCause, mean: number): number => {
  const sign = side === 'high' ? 1 : -1;
  const goesOn = ({ value }: JudgedReading, index: number): boolean => {
    const next = series[index + 1];
    return cause === 'trend' ? next === undefined || (next.value - value) * sign > 0 : (value - mean) * sign > 0;
  };
  return series.length - 1 - series.findLastIndex((each, index) => !goesOn(each, index));
};

const specialInWords = (
  measure: Measure,
  { mean, lower, upper }: Limits,
  series: readonly JudgedReading[],
  last: JudgedReading,
  special: SpecialCause,
): string => {
  const line = (value: number): string => formatValue(value, measure.unit, Math.max(1, measure.decimals));
  const [beyond, rise, limit] =
    special.side === 'high'
      ? ['above', 'rise', `upper limit of ${line(upper)}`]
      : ['below', 'fall', `lower limit of ${line(lower)}`];
  const words: Readonly<Record<Cause, string>> = {
    outside: `${reads(measure, last)} lies ${beyond} the ${limit}.`,
    trend: `The last ${runLength(series, special, mean)} readings ${rise} each time, to ${reads(measure, last)}.`,
    twoOfThree: `Two of the last three readings lie beyond two thirds of the way to the ${limit}.`,
    shift: `The last ${runLength(series, special, mean)} readings lie ${beyond} the mean of ${line(mean)}.`,
  };
  return words[special.cause];
};

const keyOf = (measure: Measure, special: SpecialCause): Variation => {
  if (measure.polarity === 'T') return 'changed';
  return (special.side === 'high') === (measure.polarity === 'H') ? 'improving' : 'worsening';
};

/** Gives the change points of a measure that stand, in order. */
export const rebasesOf = (plan: Plan, measure: Pick<Measure, 'id'>): Recorded<Rebase>[] =>
  plan.rebases
    .filter(({ measureId, withdrawnOn }) => measureId === measure.id && withdrawnOn === null)
    .toSorted((a, b) => compareText(a.since, b.since));

const stretchOf = (rebase: Recorded<Rebase> | null, values: readonly Value[], screen: boolean): Stretch => {
  const numbers = values.map(({ value }) => value);
  const limits = limitsOf(numbers, { screen });
  const causes = limits === null ? [] : specialCauses(numbers, limits);
  return {
    rebase,
    limits,
    trial: limits !== null && values.length <= trialValues,
    series: values.map((each, index) => ({ ...each, special: causes[index] ?? null })),
  };
};

/** Cuts a series at its change points; one before the first reading or after the last cuts nothing. */
const stretchesOf = (rebases: readonly Recorded<Rebase>[], values: readonly Value[], screen: boolean): Stretch[] => {
  const startOf = ({ reading }: Value): number => rebases.findLastIndex(({ since }) => since <= reading.periodEnd);
  return [...Map.groupBy(values, startOf)].map(([start, some]) => stretchOf(rebases[start] ?? null, some, screen));
};

const anewInWords = ({ rebase, series }: Stretch): string =>
  rebase === null
    ? `${plural(series.length, 'reading')} of its own basis`
    : `${plural(series.length, 'reading')} since the limits were reckoned anew from ${formatDate(rebase.since)}`;

const leftOut = (contested: readonly PeriodReading[]): string =>
  contested.length === 0
    ? ''
    : ` ${plural(contested.length, 'period')} ${contested.length === 1 ? 'is' : 'are'} left out because sources conflict: ${listInWords(contested.map(({ reading }) => formatPeriod(reading)))}.`;

/** Says why ten readings or more have no limits. */
export const whyNoLimits = ({ series }: Pick<Stretch, 'series'>): string =>
  isFlat(series.map(({ value }) => value))
    ? 'The readings do not vary, so there are no limits.'
    : 'The readings are too large for limits to be reckoned.';

/** Says what the last stretch shows, and how sure that is. */
const judged = (measure: Measure, stretch: Stretch): Status<Variation> => {
  const { series, limits, trial } = stretch;
  if (series.length < leastValues) {
    return statusOf(
      variations,
      'notJudged',
      `${anewInWords(stretch)}: limits take ${leastValues}. Until then only the direction of travel is given.`,
    );
  }
  const last = series.at(-1);
  if (limits === null || !last)
    return isFlat(series.map(({ value }) => value))
      ? statusOf(variations, 'common', whyNoLimits(stretch))
      : statusOf(variations, 'notJudged', whyNoLimits(stretch));
  const of = stretch.rebase === null ? plural(series.length, 'reading') : anewInWords(stretch);
  const why = last.special
    ? specialInWords(measure, limits, series, last, last.special)
    : `The last of ${of} lies within the limits, and no run stands out: what moved is noise.`;
  return statusOf(
    variations,
    last.special ? keyOf(measure, last.special) : 'common',
    `${why}${trial ? ' The limits are on trial: there are few readings yet.' : ''}`,
  );
};

/**
 * Gives what the latest reading of a measure says against its noise on a day (domain.md, "Statistical process control"). A
 * series takes ten readings of the measure's own basis whose periods do not overlap; one that restarts each year has none. At
 * each recorded change point the limits are reckoned anew, and the last stretch is what is judged.
 * @param screen whether moving ranges too wide to be noise are left out of the limits; NHS England's own tool leaves them in
 */
export const variationOf = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
  { screen }: { screen: boolean } = { screen: true },
): VariationStatus => {
  const periods = onePerPeriod(
    readingsOf(plan, measure, { ownBasis: true }).filter(({ periodEnd }) => periodEnd <= today),
  );
  const values = valuesOf(periods);
  const contested = periods.filter((each) => each.contested);
  const obstacle = whyNoSeries(measure, values);
  const stretches = obstacle === null ? stretchesOf(rebasesOf(plan, measure), values, screen) : [];
  const last = stretches.at(-1);
  const status =
    obstacle === null
      ? judged(measure, last ?? stretchOf(null, [], screen))
      : statusOf(variations, 'notJudged', obstacle);
  return {
    ...status,
    reason: `${status.reason}${leftOut(contested)}`,
    limits: last?.limits ?? null,
    trial: last?.trial ?? false,
    series: stretches.flatMap(({ series }) => series),
    stretches,
    screen,
    contested,
  };
};

/** A limit beyond what the unit allows is no more than the end of the scale. */
const span = (measure: Measure, { lower, upper }: Limits): [number, number] =>
  measure.unit === 'percent' ? [Math.max(0, lower), Math.min(100, upper)] : [lower, upper];

/**
 * Gives whether a measure can be relied on to meet the target in force while nothing about it changes: it will where all of its
 * noise lies on the right side, it will not where none does, and else it is chance.
 */
export const assuranceOf = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
  { key, limits }: VariationStatus,
): Status<Assurance> => {
  const inForce = targetInForce(plan, measure, today);
  if (limits === null || inForce === null)
    return statusOf(
      assurances,
      'notJudged',
      limits === null ? 'There are no limits to judge by.' : 'No target is set.',
    );
  const [lower, upper] = span(measure, limits);
  const target = inForce.target.value;
  const reach = measure.polarity === 'T' ? (measure.tolerance ?? 0) : 0;
  const [least, most] =
    measure.polarity === 'H'
      ? [target, Infinity]
      : measure.polarity === 'L'
        ? [-Infinity, target]
        : [target - reach, target + reach];
  const write = (value: number): string => formatValue(value, measure.unit, Math.max(1, measure.decimals));
  const noise = `Between ${write(lower)} and ${write(upper)} is noise`;
  const aim = formatAim(target, measure);
  const newCause =
    key === 'improving'
      ? 'The latest readings show a new cause at work: whether it is enough, these limits can’t say yet.'
      : 'It needs a new cause.';
  if (lower >= least && upper <= most)
    return statusOf(assurances, 'met', `${noise}, and all of that meets the target of ${aim}.`);
  if (upper < least || lower > most)
    return statusOf(assurances, 'missed', `${noise}, and none of that meets the target of ${aim}. ${newCause}`);
  return statusOf(assurances, 'chance', `${noise}, so the target of ${aim} is met or missed by chance.`);
};
