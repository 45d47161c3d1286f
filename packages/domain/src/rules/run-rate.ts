import { addMonths } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { DatedTarget } from './impact.ts';
import { isContested, readingsOf, targetsOf } from './impact.ts';
import { onePerPeriod } from './one-a-period.ts';
import { yearStart } from './year-to-date.ts';

/** The days of an average month. */
const month = 365.25 / 12;

/** What a measure needs to reach a target: how much it must change a month, in its unit; 0 where it is there. */
export type RunRate = { target: DatedTarget; perMonth: number; rises: boolean };

/** Gives the least change that takes a value to a target: negative for a fall, 0 where the target is met. */
const changeTo = ({ polarity, tolerance }: Measure, target: number, value: number): number => {
  const gap = target - value;
  if (polarity === 'H') return Math.max(0, gap);
  if (polarity === 'L') return Math.min(0, gap);
  return Math.sign(gap) * Math.max(0, Math.abs(gap) - (tolerance ?? 0));
};

const isFigure = ({ value, symbol, qualifier }: Reading): boolean =>
  value !== null && symbol === null && (qualifier === 'exact' || qualifier === 'about');

/**
 * Gives the readings that a rate may be reckoned with: of the measure's own basis, one a period, of which no sources conflict,
 * with a value that is no bound.
 */
const figuresOf = (plan: Plan, measure: Measure, today: IsoDate): Recorded<Reading>[] =>
  onePerPeriod(readingsOf(plan, measure, { ownBasis: true }).filter(({ periodEnd }) => periodEnd <= today))
    .filter(({ reading, contested }) => isFigure(reading) && !contested)
    .map(({ reading }) => reading);

const lastOf = (plan: Plan, measure: Measure, today: IsoDate): Recorded<Reading> | undefined =>
  readingsOf(plan, measure, { ownBasis: true }).findLast(({ periodEnd }) => periodEnd <= today);

/** Gives the first day of the next year of a count that restarts, after its last reading; null where it does not restart. */
const restartAfter = (measure: Measure, last: Reading): IsoDate | null =>
  measure.basis === 'yearToDate' && measure.resetMonth !== null ? addMonths(yearStart(measure, last), 12) : null;

/** Gives the day on which a count restarts before a target that is to come, so that no rate leads there; null where none does. */
export const restartAhead = (plan: Plan, measure: Measure, today: IsoDate): IsoDate | null => {
  const last = lastOf(plan, measure, today);
  const restart = last ? restartAfter(measure, last) : null;
  return restart !== null && targetsOf(plan, measure).some(({ on }) => on >= today && on >= restart) ? restart : null;
};

/**
 * Gives the points a month from the last reading to each target that is still to come (domain.md, "Required run-rate"); none
 * where the last reading is a bound, a symbol or of another basis, or where sources conflict about it. A target beyond the
 * restart of a count is left out.
 */
export const runRatesOf = (plan: Plan, measure: Measure, today: IsoDate): RunRate[] => {
  const last = lastOf(plan, measure, today);
  if (!last || last.value === null || !isFigure(last) || isContested(plan, measure, last)) return [];
  const { value, periodEnd } = last;
  const restart = restartAfter(measure, last);
  return targetsOf(plan, measure)
    .filter(({ on }) => on >= today && on > periodEnd && (restart === null || on < restart))
    .map((target) => {
      const change = changeTo(measure, target.target.value, value);
      return { target, perMonth: (Math.abs(change) / daysBetween(periodEnd, target.on)) * month, rises: change > 0 };
    });
};

/** Within these days two readings stand three months apart, whatever the lengths of the months. */
const threeMonths = { least: 85, most: 97 };

/**
 * Gives the best change a month that any three months have brought, for the better; 0 where none did, null where no two
 * readings that can be compared stand three months apart. A year to date is not compared across its restart.
 */
export const bestThreeMonths = (plan: Plan, measure: Measure, today: IsoDate): number | null => {
  if (measure.polarity === 'T') return null;
  const figures = figuresOf(plan, measure, today);
  const rates = figures.flatMap((to, index) =>
    figures.slice(0, index).flatMap((from) => {
      const days = daysBetween(from.periodEnd, to.periodEnd);
      const apart = days >= threeMonths.least && days <= threeMonths.most;
      if (!apart || (measure.basis === 'yearToDate' && from.periodStart !== to.periodStart)) return [];
      const change = (to.value ?? 0) - (from.value ?? 0);
      return [((measure.polarity === 'H' ? change : -change) / days) * month];
    }),
  );
  return rates.length === 0 ? null : Math.max(0, ...rates);
};

/**
 * Says whether a required rate lies beyond the best that any three months brought, so that it takes a cause that was not there
 * before. Not where the best is not known.
 */
export const isBeyond = ({ perMonth }: RunRate, best: number | null): boolean =>
  best !== null && perMonth > best * (1 + 1e-9);
