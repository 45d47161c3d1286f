/**
 * Statistical process control of single values (XmR), as NHS boards read it (domain.md, "Statistical process control"; NHS
 * England, Making Data Count): is a change more than the noise that the figure has always had?
 */

/** The lines of one stretch of values, in the unit of the values. */
export type Limits = {
  mean: number;
  /** The mean of the moving ranges that were used. */
  range: number;
  lower: number;
  upper: number;
  /** Two thirds of the way from the mean to the limits. */
  nearLower: number;
  nearUpper: number;
  /** How many moving ranges were left out as too wide to be noise. */
  screened: number;
  /** Screening would have left ranges of 0 only, which are no noise to measure by: all of them were used. */
  leftNothing: boolean;
};

/** Why a value is no noise, the first that applies. */
export type Cause = 'outside' | 'trend' | 'twoOfThree' | 'shift';
/** A value that is no noise, and on which side of the mean (of a trend: which way it goes). */
export type SpecialCause = { cause: Cause; side: 'high' | 'low' };

/** From how many values on there are limits, and up to how many they are on trial. */
export const leastValues = 10;
export const trialValues = 12;

/** 3 / 1.128 and D4 for ranges of two values, as Making Data Count rounds them. */
export const limitFactor = 2.66;
const screenFactor = 3.267;
export const trendSteps = 6;
const shiftLength = 7;

const meanOf = (values: readonly number[]): number => {
  // Halved before it is added, so that values near the largest number do not overflow.
  const scale = Math.max(1, ...values.map(Math.abs));
  return (values.reduce((sum, value) => sum + value / scale, 0) / values.length) * scale;
};

/** A computer's mean of ten 0.1 is not 0.1: values closer than this share of the largest are equal. */
const toleranceOf = (values: readonly number[]): number => Math.max(...values.map(Math.abs)) * 1e-9;

const rangesOf = (values: readonly number[]): number[] =>
  values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));

/** Says whether all values are equal, so that there is no noise to measure. */
export const isFlat = (values: readonly number[]): boolean => {
  const tolerance = toleranceOf(values);
  return rangesOf(values).every((range) => range <= tolerance);
};

/**
 * Gives the limits of a stretch of values; null where there are fewer than ten, where all are equal, or where they are too
 * large to reckon with.
 * @param screen leaves moving ranges of 3.267 times their mean or more out of the mean, once, unless that leaves ranges of 0
 * only; NHS England's own tool does not
 */
export const limitsOf = (values: readonly number[], { screen }: { screen: boolean }): Limits | null => {
  if (values.length < leastValues) return null;
  if (isFlat(values)) return null;
  const ranges = rangesOf(values);
  const all = meanOf(ranges);
  const kept = screen ? ranges.filter((range) => range < screenFactor * all) : ranges;
  // A leap among equal values: limits of no width would make nothing of what all of them say.
  const leftNothing = meanOf(kept) <= toleranceOf(values);
  const used = leftNothing ? ranges : kept;
  const range = meanOf(used);
  const mean = meanOf(values);
  const reach = limitFactor * range;
  if (!Number.isFinite(reach)) return null;
  return {
    mean,
    range,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (reach / 3) * 2,
    nearUpper: mean + (reach / 3) * 2,
    screened: ranges.length - used.length,
    leftNothing,
  };
};

type Side = -1 | 0 | 1;
const named = (side: Side): SpecialCause['side'] => (side > 0 ? 'high' : 'low');

/** Gives for each of the `length` values a window covers whether any window holds there, and its side. */
const marked = (length: number, size: number, sideOf: (start: number) => Side): Side[] => {
  const sides: Side[] = Array.from({ length }, () => 0);
  for (let start = 0; start + size <= length; start += 1) {
    const side = sideOf(start);
    if (side !== 0) for (let index = start; index < start + size; index += 1) sides[index] = side;
  }
  return sides;
};

/** Gives the side that all of a window has; 0 where they differ. */
const same = (start: number, size: number, of: (index: number) => Side): Side => {
  const first = of(start);
  for (let index = start + 1; index < start + size; index += 1) if (of(index) !== first) return 0;
  return first;
};

/**
 * Gives for each value why it is no noise, null where it is: the first of a point outside the limits; six rises or falls
 * running (seven values; a tie breaks it); two of three beyond two thirds of the way to a limit on one side, of which those
 * two are marked; seven running on one side of the mean (a value on the mean breaks it). Every member of a run is marked.
 */
export const specialCauses = (values: readonly number[], limits: Limits): (SpecialCause | null)[] => {
  const tolerance = toleranceOf([...values, limits.upper, limits.lower]);
  const beyond = (value: number, low: number, high: number): Side =>
    value > high + tolerance ? 1 : value < low - tolerance ? -1 : 0;
  const at = (index: number): number => values[index] ?? limits.mean;
  const near = values.map((value) => beyond(value, limits.nearLower, limits.nearUpper));
  const sides = values.map((value) => beyond(value, limits.mean, limits.mean));

  const step = (index: number): Side => {
    const change = at(index + 1) - at(index);
    return change > tolerance ? 1 : change < -tolerance ? -1 : 0;
  };
  const trends = marked(values.length, trendSteps + 1, (start) => same(start, trendSteps, step));
  const shifts = marked(values.length, shiftLength, (start) => same(start, shiftLength, (index) => sides[index] ?? 0));
  const pairs = ([1, -1] as const).map((side) =>
    marked(values.length, 3, (start) =>
      near.slice(start, start + 3).filter((each) => each === side).length >= 2 ? side : 0,
    ).map((found, index) => (near[index] === side ? found : 0)),
  );

  return values.map((value, index): SpecialCause | null => {
    const outside = beyond(value, limits.lower, limits.upper);
    if (outside !== 0) return { cause: 'outside', side: named(outside) };
    const trend = trends[index] ?? 0;
    if (trend !== 0) return { cause: 'trend', side: named(trend) };
    const pair = pairs[0]?.[index] || pairs[1]?.[index] || 0;
    if (pair !== 0) return { cause: 'twoOfThree', side: named(pair) };
    const shift = shifts[index] ?? 0;
    return shift === 0 ? null : { cause: 'shift', side: named(shift) };
  });
};
