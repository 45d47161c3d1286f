/** What the readings of a measure say beyond noise: rules/spc.ts, on the readings that may stand in one series. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Assurance, Status, Variation } from '../scales.ts';
import { assurances, statusOf, variations } from '../scales.ts';
import { formatAim, formatPeriod, formatReading, formatValue, plural } from '../words.ts';
import { readingsOf, targetInForce } from './impact.ts';
import {
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

export type VariationStatus = Status<Variation> & {
  /** The lines, in the unit of the measure; null where there are none, and then `reason` says why. */
  limits: Limits | null;
  /** Twelve readings or fewer: the limits still move with each. */
  trial: boolean;
  /** The readings in one series, oldest first; empty where none may stand in one. */
  series: JudgedReading[];
};

type Value = { reading: Recorded<Reading>; value: number };

/** The readings of the measure's own basis that are known to be a value, one a period. */
const valuesOf = (plan: Plan, measure: Measure, today: IsoDate): Value[] => {
  const valued = readingsOf(plan, measure, { ownBasis: true }).flatMap((reading): Value[] => {
    const { value, symbol, qualifier, periodEnd } = reading;
    const known = symbol === null && (qualifier === 'exact' || qualifier === 'about') && periodEnd <= today;
    return known && value !== null ? [{ reading, value }] : [];
  });
  // A final figure comes after the provisional one for its period, and takes its place.
  return valued.filter(({ reading }, index) => valued[index + 1]?.reading.periodEnd !== reading.periodEnd);
};

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

const unjudged = (reason: string): VariationStatus => ({
  ...statusOf(variations, 'notJudged', reason),
  limits: null,
  trial: false,
  series: [],
});

/**
 * Gives what the latest reading of a measure says against its noise on a day (domain.md, "Statistical process control"). A
 * series takes ten readings of the measure's own basis whose periods do not overlap; one that restarts each year has none.
 */
export const variationOf = (plan: Plan, measure: Measure, today: IsoDate): VariationStatus => {
  const values = valuesOf(plan, measure, today);
  const obstacle = whyNoSeries(measure, values);
  if (obstacle !== null) return unjudged(obstacle);
  if (values.length < leastValues) {
    return unjudged(
      `${plural(values.length, 'reading')} of its own basis: limits take ${leastValues}. Until then only the direction of travel is given.`,
    );
  }
  const numbers = values.map(({ value }) => value);
  const limits = limitsOf(numbers, { screen: true });
  if (limits === null) {
    return {
      ...statusOf(variations, 'common', 'The readings do not vary, so there are no limits.'),
      limits: null,
      trial: false,
      series: values.map((each) => ({ ...each, special: null })),
    };
  }
  const causes = specialCauses(numbers, limits);
  const series = values.map((each, index): JudgedReading => ({ ...each, special: causes[index] ?? null }));
  const last = series.at(-1);
  const special = last?.special ?? null;
  const trial = values.length <= trialValues;
  const noise = `The last of ${plural(values.length, 'reading')} lies within the limits, and no run stands out: what moved is noise.`;
  const why = last && special ? specialInWords(measure, limits, series, last, special) : noise;
  return {
    ...statusOf(
      variations,
      special ? keyOf(measure, special) : 'common',
      `${why}${trial ? ' The limits are on trial: there are few readings yet.' : ''}`,
    ),
    limits,
    trial,
    series,
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
