/** What the readings of a measure say beyond noise, in words, for its page. */
import { drawn } from '../charts/variation-series.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { leastValues, type Cause, type SpecialCause } from '../rules/spc.ts';
import {
  assuranceOf,
  rebasesOf,
  variationOf,
  whyNoLimits,
  type Stretch,
  type VariationStatus,
} from '../rules/variation.ts';
import type { Assurance, Mark, Status, Variation } from '../scales.ts';
import { formatDate, formatValue, plural } from '../words.ts';

/** A recorded change point, and the lines that hold from it on. */
export type RebaseLine = {
  id: string;
  version: number;
  since: IsoDate;
  reason: string;
  by: string | null;
  on: IsoDate;
  mark: Mark;
  lines: string;
};

/** What the latest reading says, in small: for lists. */
export type NoiseLine = {
  variation: Status<Variation>;
  assurance: Status<Assurance>;
  /** On which side the latest reading stands out; null where it does not. */
  side: SpecialCause['side'] | null;
  /** How many readings there are while they are too few to be judged, in words; null where they are judged. */
  few: string | null;
};

export type VariationView = NoiseLine & {
  /** The lines in words, and how they were made; null where there are none. */
  lines: { mean: string; lower: string; upper: string; made: string } | null;
  /** Whether wide moving ranges are screened out, and what that did; null where there are too few readings for limits. */
  screening: { on: boolean; words: string } | null;
  rebases: RebaseLine[];
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
  formatValue(drawn(measure, value), measure.unit, Math.max(1, measure.decimals));

const madeInWords = ({ series, rebase }: Stretch, trial: boolean): string =>
  `From ${plural(series.length, 'reading')}${rebase === null ? '' : ` since ${formatDate(rebase.since)}`}${trial ? ', on trial until there are thirteen' : ''}: the mean, and 2.66 times the mean moving range to each side.`;

/** Counts the moving ranges of stretches. */
const rangesIn = (some: readonly Stretch[]): number => some.reduce((sum, { series }) => sum + series.length - 1, 0);

const screeningOf = ({ stretches, screen }: VariationStatus): VariationView['screening'] => {
  const long = stretches.filter(({ series }) => series.length >= leastValues);
  if (long.length === 0) return null;
  if (!screen) {
    const all = plural(rangesIn(long), 'moving range');
    return { on: false, words: `Not screened: all ${all} count, as in NHS England’s own tool.` };
  }
  const whole = long.filter(({ limits }) => limits?.leftNothing);
  const rest = long.filter(({ limits }) => !limits?.leftNothing);
  const ranges = rangesIn(rest);
  const screened = rest.reduce((sum, { limits }) => sum + (limits?.screened ?? 0), 0);
  const out =
    screened === 0
      ? `none of ${plural(ranges, 'moving range')} was too wide to be noise`
      : `${plural(screened, 'moving range')} of ${ranges} ${screened > 1 ? 'were' : 'was'} too wide to be noise and left out of the limits`;
  const kept = `without the wide moving ranges only equal readings would be left, so all ${rangesIn(whole)} count`;
  return {
    on: true,
    words: [
      ...(rest.length > 0 ? [`Screened: ${out}.`] : []),
      ...(whole.length > 0 ? [`Not screened${rest.length > 0 ? ' where readings leapt' : ''}: ${kept}.`] : []),
    ].join(' '),
  };
};

const linesInWords = (measure: Measure, stretch: Stretch | undefined): string => {
  if (!stretch) return 'No reading yet.';
  const { limits, series } = stretch;
  if (limits === null) {
    return series.length < leastValues
      ? `${plural(series.length, 'reading')}: limits take ${leastValues}.`
      : whyNoLimits(stretch);
  }
  return `Mean ${writeLine(measure, limits.mean)}, limits ${writeLine(measure, limits.lower)} and ${writeLine(measure, limits.upper)}.`;
};

/** Gives what a list says of the noise of a measure on a day. */
const noiseLine = (plan: Plan, measure: Measure, today: IsoDate, status: VariationStatus): NoiseLine => {
  const { key, label, tone, reason, series, stretches } = status;
  const last = stretches.at(-1);
  const count = last?.series.length ?? 0;
  return {
    variation: { key, label, tone, reason },
    assurance: assuranceOf(plan, measure, today, status),
    side: series.at(-1)?.special?.side ?? null,
    few: key === 'notJudged' && last !== undefined && count < leastValues ? plural(count, 'reading') : null,
  };
};

/** Gives what a list says of the noise of a measure on a day, with the limits that its page starts with. */
export const noiseOf = (plan: Plan, measure: Measure, today: IsoDate): NoiseLine =>
  noiseLine(plan, measure, today, variationOf(plan, measure, today));

/** Gives what the page of a measure says of its noise on a day. */
export const variationView = (plan: Plan, measure: Measure, today: IsoDate, status: VariationStatus): VariationView => {
  const { stretches } = status;
  const last = stretches.at(-1);
  return {
    ...noiseLine(plan, measure, today, status),
    lines: last?.limits
      ? {
          mean: writeLine(measure, last.limits.mean),
          lower: writeLine(measure, last.limits.lower),
          upper: writeLine(measure, last.limits.upper),
          made: madeInWords(last, last.trial),
        }
      : null,
    screening: screeningOf(status),
    rebases: rebasesOf(plan, measure).map(({ id, version, since, reason, byId, on, mark }) => ({
      id,
      version,
      since,
      reason,
      by: plan.members.find((member) => member.id === byId)?.title ?? null,
      on,
      mark,
      lines: linesInWords(
        measure,
        stretches.find(({ rebase }) => rebase?.id === id),
      ),
    })),
  };
};
