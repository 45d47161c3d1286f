/** How a measure is put into sentences: its message, how far it stands from a target, what it needs. */
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading, Target } from '../measure.ts';
import type { ImpactStatus } from '../rules/impact.ts';
import { formatAim, formatDate, formatDistance, formatPeriod, formatReading, formatValue } from '../words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names a target by its checkpoint or its day: "6-month target", "target for 31 July 2024". */
export const nameOfTarget = ({ months }: Pick<Target, 'months'>, on: IsoDate): string =>
  months === null ? `target for ${formatDate(on)}` : `${months}-month target`;

/** Writes when a reading was: "in August 2023", "on 18 September 2023", "for November 2022 to April 2023". */
export const whenOf = (reading: Pick<Reading, 'periodStart' | 'periodEnd' | 'printedPeriod'>): string => {
  const period = formatPeriod(reading);
  if (/^(?:\p{L}+ )?\d{4}$/u.test(period)) return `in ${period}`;
  return /^\d{1,2} \p{L}+ \d{4}$/u.test(period) ? `on ${period}` : `for ${period}`;
};

/** Says how far a value stands from another: "27.7 points below", "as far as"; null where they read the same. */
export const distanceInWords = (
  value: number,
  other: number,
  { unit, decimals }: Pick<Measure, 'unit' | 'decimals'>,
): string | null => {
  const distance = formatDistance(Math.abs(value - other), unit, decimals);
  if (formatValue(value, unit, decimals) === formatValue(other, unit, decimals)) return null;
  return `${distance} ${value < other ? 'below' : 'above'}`;
};

const againstTarget = (measure: Measure, impact: ImpactStatus): string => {
  const { reading, target, targetOn } = impact;
  if (impact.contested) return '; sources conflict';
  if (!reading || !target || targetOn === null) return '; no target is set';
  const name = nameOfTarget(target, targetOn);
  const aim = formatAim(target.value, measure);
  if (reading.value === null || reading.symbol !== null) return `; the ${name} is ${aim}`;
  if (reading.qualifier === 'over' || reading.qualifier === 'under') return `; the ${name} is ${aim}`;
  const distance = distanceInWords(reading.value, target.value, measure);
  return distance === null ? `, on the ${name}` : `, ${distance} the ${name}`;
};

/** Gives the message of a measure on a day, made from its data: the title of its page and chart. */
export const messageOf = (measure: Measure, impact: ImpactStatus): string => {
  const { reading, otherBasis, target, targetOn } = impact;
  if (reading) return `${capital(formatReading(reading, measure))} ${whenOf(reading)}${againstTarget(measure, impact)}`;
  if (otherBasis) {
    return `${capital(formatReading(otherBasis, measure))} ${whenOf(otherBasis)}, on another basis than its targets`;
  }
  return target && targetOn !== null
    ? `No reading yet; the ${nameOfTarget(target, targetOn)} is ${formatAim(target.value, measure)}`
    : 'No reading yet, and no target';
};
