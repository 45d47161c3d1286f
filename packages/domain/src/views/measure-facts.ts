/** The facts beside the chart of a measure: its rule, what was expected by now, what it needs, and when it is read next. */
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { ImpactStatus } from '../rules/impact.ts';
import { isContested, readingsOf, targetsOf } from '../rules/impact.ts';
import { nextReadingOf } from '../rules/next-reading.ts';
import { bestThreeMonths, isBeyond, restartAhead, runRatesOf, type RunRate } from '../rules/run-rate.ts';
import { trajectoryValueAt } from '../rules/trajectory.ts';
import type { Unit } from '../scales.ts';
import { bases } from '../scales.ts';
import {
  daysLeftOrOver,
  formatAim,
  formatDate,
  formatDistance,
  formatMonth,
  formatPeriod,
  formatValue,
} from '../words.ts';
import { distanceInWords, nameOfTarget } from './measure-words.ts';

/**
 * What a measure needs to reach each target that is to come, beside the best it ever did; or why that can't be said. `newCause`
 * is set where no three months ever brought as much.
 */
export type Needed = {
  rates: { words: string; detail: string; newCause: string | null }[];
  best: string | null;
  instead: string | null;
};

/** Says by which rule a measure gets its colour. */
export const ruleInWords = (measure: Measure): string => {
  const floor = measure.floor === null ? null : formatAim(measure.floor, measure);
  const target = 'The target in force is that of the first checkpoint on or after the day; after the last, the last.';
  if (measure.polarity === 'T') {
    const tolerance = formatValue(measure.tolerance ?? 0, measure.unit, measure.decimals);
    return `Green: within ${tolerance} of the target. ${floor === null ? 'Otherwise red.' : `Amber: within ${floor}. Otherwise red.`} ${target}`;
  }
  const reach = measure.polarity === 'H' ? 'at or above' : 'at or below';
  const rest =
    floor === null
      ? 'Otherwise red: there is no floor.'
      : `Amber: ${reach} the floor of ${floor}, target not met. Otherwise red.`;
  return `Green: ${reach} the target. ${rest} ${target} Only readings of its own basis count: ${bases[measure.basis].label.toLowerCase()}.`;
};

const notStarted = (plan: Plan, measure: Measure): string => {
  const [first] = targetsOf(plan, measure);
  if (!first) return 'No target is set.';
  const starts = `It starts with the ${nameOfTarget(first.target, first.on)}, ${formatAim(first.target.value, measure)}`;
  if (measure.baseline === null) return `${starts}: there is no baseline.`;
  return `${starts}: the baseline of ${formatAim(measure.baseline, measure)} has another basis or no date.`;
};

/** Gives what the trajectory expects on a day, and how far that is from the last reading; or why it has not started. */
export const trajectoryToday = (
  plan: Plan,
  measure: Measure,
  { reading, contested }: ImpactStatus,
  today: IsoDate,
): { value: string; words: string } => {
  const expected = trajectoryValueAt(plan, measure, today);
  if (expected === null) return { value: 'Not started', words: notStarted(plan, measure) };
  const exact =
    reading &&
    !contested &&
    reading.symbol === null &&
    (reading.qualifier === 'exact' || reading.qualifier === 'about');
  const last = exact ? reading.value : null;
  const distance = last === null ? null : distanceInWords(expected, last, measure);
  return {
    value: formatValue(expected, measure.unit, measure.decimals),
    words: last === null ? '' : distance === null ? 'As the last reading.' : `${distance} the last reading.`,
  };
};

type Rate = Pick<RunRate, 'perMonth' | 'rises'>;

/** Writes a change a month: "Up 27.7 points a month", "180 fewer a month". Whole cases are rounded up: part of one is not enough. */
const rateInWords = ({ perMonth, rises }: Rate, unit: Unit, decimals: number): string => {
  if (unit === 'count') {
    const size = decimals === 0 ? Math.ceil(perMonth) : perMonth;
    return `${formatValue(size, 'count', decimals)} ${rises ? 'more' : 'fewer'} a month`;
  }
  const words = formatDistance(perMonth, unit, decimals);
  return `${rises ? 'Up' : 'Down'} ${words} a month`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** A rate that differs from the best only further on is as good as it. */
const mostDecimals = 3;

/** Gives with how many decimals the rates are written: so many that one beyond the best never reads like the best. */
const rateDecimals = (rates: readonly RunRate[], best: number | null, { unit, decimals }: Measure): number => {
  const least = unit === 'count' ? 0 : Math.max(1, decimals);
  const beyond = rates.filter((rate) => isBeyond(rate, best));
  const written = (perMonth: number, places: number) => rateInWords({ perMonth, rises: true }, unit, places);
  let places = least;
  const alike = () => beyond.some(({ perMonth }) => written(perMonth, places) === written(best ?? 0, places));
  while (places < mostDecimals && alike()) places += 1;
  return places;
};

const bestInWords = (best: number | null, measure: Measure, readings: number, decimals: number): string => {
  if (measure.polarity === 'T') return 'Best three months: not reckoned where near the target is good.';
  if (best === null) {
    return `Best three months: not known, ${readings === 1 ? 'one reading of this basis' : 'no two readings three months apart'}.`;
  }
  if (best === 0) return 'Best three months: none brought it nearer.';
  return `Best three months: ${lower(rateInWords({ perMonth: best, rises: measure.polarity === 'H' }, measure.unit, decimals))}.`;
};

const restartInWords = (restart: IsoDate): string => `the count restarts in ${formatMonth(restart)}`;

/** Says why no run-rate is reckoned. */
const whyNoRate = (plan: Plan, measure: Measure, today: IsoDate): string => {
  if (!targetsOf(plan, measure).some(({ on }) => on >= today)) return 'No target is to come.';
  const last = readingsOf(plan, measure, { ownBasis: true }).findLast(({ periodEnd }) => periodEnd <= today);
  if (!last) return 'Not known: there is no reading of its own basis.';
  if (isContested(plan, measure, last)) return `Not known: sources conflict about ${formatPeriod(last)}.`;
  const exact = last.symbol === null && (last.qualifier === 'exact' || last.qualifier === 'about');
  const restart = restartAhead(plan, measure, today);
  return exact && restart !== null
    ? `Not reckoned: ${restartInWords(restart)}, before the next target.`
    : 'Not known: the last reading gives no exact value.';
};

/** Gives the required run-rate to the next two targets, in words. */
export const neededOf = (plan: Plan, measure: Measure, today: IsoDate): Needed => {
  const own = plan.readings.filter(
    ({ measureId, basis, withdrawnOn }) => measureId === measure.id && basis === measure.basis && withdrawnOn === null,
  );
  const [next, ...later] = runRatesOf(plan, measure, today);
  if (!next) {
    return { rates: [], best: null, instead: whyNoRate(plan, measure, today) };
  }
  const best = bestThreeMonths(plan, measure, today);
  const shown = [next, ...later.slice(0, 1)];
  const decimals = rateDecimals(shown, best, measure);
  const rates = shown.map((rate) => {
    const { target, on } = rate.target;
    const aim = formatAim(target.value, measure);
    const there = rate.perMonth === 0;
    return {
      words: there ? 'Nothing more' : rateInWords(rate, measure.unit, decimals),
      detail: `${there ? 'to keep' : 'to reach'} ${aim} by ${formatDate(on)}`,
      newCause: isBeyond(rate, best) ? 'Needs a new cause: no three months ever brought as much.' : null,
    };
  });
  const restart = restartAhead(plan, measure, today);
  const beyond = restart === null ? '' : ` ${capital(restartInWords(restart))}, so no later target is reckoned.`;
  return { rates, best: `${bestInWords(best, measure, own.length, decimals)}${beyond}`, instead: null };
};

/** Says for which period the next reading is expected, and whether that has passed. */
export const nextReadingInWords = (plan: Plan, measure: Measure, today: IsoDate): string => {
  const next = nextReadingOf(plan, measure, today);
  if (!next) return 'The first: none of its own basis is recorded yet';
  const { periodEnd, passed } = next;
  const name = measure.basis === 'month' ? formatMonth(periodEnd) : `the period to ${formatDate(periodEnd)}`;
  if (passed) return `For ${name}, which ended ${daysLeftOrOver(today, periodEnd)} and is not recorded`;

  return `For ${name}, which ends ${daysLeftOrOver(today, periodEnd)}`;
};
