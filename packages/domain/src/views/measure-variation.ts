/** What the readings of a measure say beyond noise, in words, for its page. */
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Cause, SpecialCause } from '../rules/spc.ts';
import { assuranceOf, type VariationStatus } from '../rules/variation.ts';
import type { Assurance, Status, Variation } from '../scales.ts';
import { formatValue, plural } from '../words.ts';

export type VariationView = {
  variation: Status<Variation>;
  assurance: Status<Assurance>;
  /** On which side the latest reading stands out; null where it does not. */
  side: SpecialCause['side'] | null;
  /** The lines in words, and how they were made; null where there are none. */
  lines: { mean: string; lower: string; upper: string; made: string } | null;
};

const causes: Readonly<Record<Cause, string>> = {
  outside: 'Outside the limits',
  trend: 'In a run of rises or falls',
  twoOfThree: 'One of two of three beyond two thirds',
  shift: 'In a run on one side of the mean',
};

/** Says which rule a reading fired, in the table. */
export const causeInWords = ({ cause, side }: SpecialCause): string =>
  `Special cause, ${side}: ${causes[cause].charAt(0).toLowerCase()}${causes[cause].slice(1)}`;

/** A line of the chart has one decimal more than a whole reading, or it would seem to lie on it. */
export const writeLine = (measure: Measure, value: number): string =>
  formatValue(value, measure.unit, Math.max(1, measure.decimals));

const madeInWords = ({ limits, trial, series }: VariationStatus): string => {
  const screened = limits?.screened ?? 0;
  const ranges =
    screened === 0
      ? ''
      : ` ${plural(screened, 'moving range')} too wide to be noise ${screened === 1 ? 'was' : 'were'} left out.`;
  return `From ${plural(series.length, 'reading')}${trial ? ', on trial until there are thirteen' : ''}: the mean, and 2.66 times the mean moving range to each side.${ranges}`;
};

/** Gives what the page of a measure says of its noise on a day. */
export const variationView = (plan: Plan, measure: Measure, today: IsoDate, status: VariationStatus): VariationView => {
  const { key, label, tone, reason, limits, series } = status;
  return {
    variation: { key, label, tone, reason },
    assurance: assuranceOf(plan, measure, today, status),
    side: series.at(-1)?.special?.side ?? null,
    lines: limits && {
      mean: writeLine(measure, limits.mean),
      lower: writeLine(measure, limits.lower),
      upper: writeLine(measure, limits.upper),
      made: madeInWords(status),
    },
  };
};
