import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading, Target } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Impact, Status } from '../scales.ts';
import { bases, impacts, statusOf, symbols, units } from '../scales.ts';
import { formatAim, formatPeriod, formatReading } from '../words.ts';
import { targetDay } from './checkpoints.ts';
import { byTime, compareText, groupedBy } from './grouped.ts';
import { onePerPeriod } from './one-a-period.ts';

const targetsByMeasure = groupedBy<Recorded<Target>>((target) => target.measureId);

/** A target and the day for which it is set. */
export type DatedTarget = { target: Recorded<Target>; on: IsoDate };

/** Gives the targets of a measure that stand, by their day; of two for one day the one recorded last. */
export const targetsOf = (plan: Plan, measure: Measure): DatedTarget[] => {
  const dated = targetsByMeasure(plan.targets, measure.id)
    // One without a checkpoint or a date is for no day.
    .filter(({ withdrawnOn, months, on }) => withdrawnOn === null && (months !== null || on !== null))
    .map((target) => ({ target, on: targetDay(plan.notice, target) }))
    .toSorted((a, b) => compareText(a.on, b.on) || byTime<Recorded<Target>>(() => a.on)(a.target, b.target));
  return dated.filter(({ on }, index) => dated[index + 1]?.on !== on);
};

/** Gives the target in force on a day: the first for that day or a later one; after the last, the last; null where there is none. */
export const targetInForce = (plan: Plan, measure: Measure, day: IsoDate): DatedTarget | null => {
  const targets = targetsOf(plan, measure);
  return targets.find(({ on }) => on >= day) ?? targets.at(-1) ?? null;
};

// A final figure comes after the provisional one for its period.
const inTime = byTime<Recorded<Reading>>(
  ({ periodEnd, periodStart, state }) => `${periodEnd} ${periodStart} ${state === 'final' ? 1 : 0}`,
);

const readingsByMeasure = groupedBy<Recorded<Reading>>(
  ({ withdrawnOn, setAside, measureId }) => (withdrawnOn === null && setAside === null ? measureId : null),
  inTime,
);
const setAsideByMeasure = groupedBy<Recorded<Reading>>(
  ({ withdrawnOn, setAside, measureId }) => (withdrawnOn === null && setAside !== null ? measureId : null),
  inTime,
);

/** Gives the readings of a measure that are kept but not used, because another source's is: nothing counts them. */
export const setAsideOf = (plan: Plan, measure: Measure): readonly Recorded<Reading>[] =>
  setAsideByMeasure(plan.readings, measure.id);

/**
 * Gives the readings of a measure that stand and are used, in the order of their periods; with `ownBasis`, those of the
 * measure's own basis only. The one place that leaves out what was withdrawn or set aside.
 */
export const readingsOf = (
  plan: Plan,
  measure: Measure,
  { ownBasis }: { ownBasis: boolean },
): readonly Recorded<Reading>[] => {
  const readings = readingsByMeasure(plan.readings, measure.id);
  return ownBasis ? readings.filter(({ basis }) => basis === measure.basis) : readings;
};

/**
 * Gives the reading to show for a measure on a day: the latest of its own basis, or where there is none, of any basis; null
 * where there is no reading at all.
 */
export const latestReading = (plan: Plan, measure: Measure, today: IsoDate): Recorded<Reading> | null =>
  readingsOf(plan, measure, { ownBasis: true }).findLast(({ periodEnd }) => periodEnd <= today) ??
  readingsOf(plan, measure, { ownBasis: false }).findLast(({ periodEnd }) => periodEnd <= today) ??
  null;

/** What can be said of a reading against a target. */
export type Verdict = 'targetMet' | 'floorMet' | 'floorMissed' | 'targetMissed' | 'notDecided';

type Yardstick = Pick<Measure, 'polarity' | 'tolerance' | 'floor' | 'unit' | 'decimals'>;
type Figure = Pick<Reading, 'value' | 'qualifier' | 'symbol'>;

/** What a reading may be, with high as good: from `low` to `high`, which is not reached where `open`. */
type Span = { low: number; high: number; open: boolean };

const spanOf = (measure: Yardstick, target: number, value: number, qualifier: Reading['qualifier']): Span => {
  const { min, max } = units[measure.unit];
  const least = Math.min(value, min ?? -Infinity);
  const most = Math.max(value, max ?? Infinity);
  const away = (other: number): number => Math.abs(other - target);
  if (measure.polarity === 'T') {
    // A computer's 1.1 - 1 is a little more than 0.1.
    const nearest = -Math.max(0, away(value) - 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(target)));
    if (qualifier === 'over') {
      return value >= target
        ? { low: -away(most), high: nearest, open: true }
        : { low: -Math.max(away(value), away(most)), high: 0, open: false };
    }
    if (qualifier === 'under') {
      return value <= target
        ? { low: -away(least), high: nearest, open: true }
        : { low: -Math.max(away(value), away(least)), high: 0, open: false };
    }
    return { low: nearest, high: nearest, open: false };
  }
  const low = measure.polarity === 'L';
  if (qualifier === 'over')
    return low ? { low: -most, high: -value, open: true } : { low: value, high: most, open: false };
  if (qualifier === 'under')
    return low ? { low: -value, high: -least, open: false } : { low: least, high: value, open: true };
  return low ? { low: -value, high: -value, open: false } : { low: value, high: value, open: false };
};

/**
 * Judges a reading against a target (domain.md, "Impact, computed"). A bound ("over 520") gets a verdict only where all that it
 * may be gets the same one; a symbol never counts as zero and gets none.
 */
export const judge = (measure: Yardstick, target: number, figure: Figure): Verdict => {
  if (figure.value === null || figure.symbol !== null) return 'notDecided';
  const sign = measure.polarity === 'H' ? 1 : -1;
  const needed = measure.polarity === 'T' ? -(measure.tolerance ?? 0) : sign * target;
  const floor = measure.floor === null ? null : sign * measure.floor;
  const verdict = (reaches: (line: number) => boolean): Verdict => {
    if (reaches(needed)) return 'targetMet';
    if (floor === null) return 'targetMissed';
    return reaches(floor) ? 'floorMet' : 'floorMissed';
  };
  const span = spanOf(measure, target, figure.value, figure.qualifier);
  const worst = verdict((line) => span.low >= line);
  const best = verdict((line) => (span.open ? span.high > line : span.high >= line));
  return worst === best ? worst : 'notDecided';
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says in words why a reading got its verdict against a target. */
const verdictReason = (measure: Yardstick, target: number, figure: Figure, verdict: Verdict): string => {
  const write = (value: number): string => formatAim(value, measure);
  const reading = capital(formatReading(figure, measure));
  const floor = measure.floor ?? 0;
  if (verdict === 'notDecided') {
    if (figure.symbol !== null) return `${reading}: a symbol stands in place of the value.`;
    return `${reading} is a bound. It does not decide whether the target of ${write(target)} is met.`;
  }
  if (measure.polarity === 'T') {
    const tolerance = write(measure.tolerance ?? 0);
    return {
      targetMet: `${reading} is within ${tolerance} of the target of ${write(target)}.`,
      floorMet: `${reading} is more than ${tolerance} from the target of ${write(target)}, but within the floor of ${write(floor)}.`,
      floorMissed: `${reading} is more than the floor of ${write(floor)} from the target of ${write(target)}.`,
      targetMissed: `${reading} is more than ${tolerance} from the target of ${write(target)}. There is no floor.`,
    }[verdict];
  }
  const wrong = measure.polarity === 'H' ? 'below' : 'above';
  return {
    targetMet: `${reading} meets the target of ${write(target)}.`,
    floorMet: `${reading} meets the floor of ${write(floor)} and is ${wrong} the target of ${write(target)}.`,
    floorMissed: `${reading} is ${wrong} the floor of ${write(floor)} and the target of ${write(target)}.`,
    targetMissed: `${reading} is ${wrong} the target of ${write(target)}. There is no floor.`,
  }[verdict];
};

/** Says whether other sources in use give another value for the period of a reading of a measure's own basis. */
export const isContested = (plan: Plan, measure: Measure, { periodEnd }: Reading): boolean =>
  onePerPeriod(readingsOf(plan, measure, { ownBasis: true }).filter((each) => each.periodEnd === periodEnd)).some(
    ({ contested }) => contested,
  );

/**
 * Judges a reading of a measure's own basis together with those that other sources give for the same period, and says why:
 * where they do not lead to the same verdict, none is given (domain.md: "Where sources conflict, keep both").
 */
export const judgeWithRivals = (
  plan: Plan,
  measure: Measure,
  target: number,
  reading: Reading,
): { verdict: Verdict; reason: string } => {
  const rivals = readingsOf(plan, measure, { ownBasis: true }).filter(
    ({ periodStart, periodEnd, state }) =>
      periodStart === reading.periodStart && periodEnd === reading.periodEnd && state === reading.state,
  );
  const verdict = judge(measure, target, reading);
  if (rivals.some((rival) => judge(measure, target, rival) !== verdict)) {
    const values = rivals.map((rival) => formatReading(rival, measure)).join(' and ');
    return { verdict: 'notDecided', reason: `Sources conflict: ${values} for ${formatPeriod(reading)}.` };
  }
  const disputed = reading.disputed === null ? '' : ' The reading is disputed.';
  return { verdict, reason: `${verdictReason(measure, target, reading, verdict)}${disputed}` };
};

/**
 * A status of impact with the reading it rests on and the target in force; `otherBasis` is the latest reading where none is of
 * the measure's own basis, and `contested` says that other sources give another value for the period of the reading.
 */
export type ImpactStatus = Status<Impact> & {
  reading: Recorded<Reading> | null;
  contested: boolean;
  otherBasis: Recorded<Reading> | null;
  target: Recorded<Target> | null;
  targetOn: IsoDate | null;
};

/**
 * Gives the computed impact of a measure on a day: its latest reading of its own basis against the target in force. Where
 * sources give several readings for that one period, it is decided only if all of them lead to the same status.
 */
export const impactOf = (plan: Plan, measure: Measure, today: IsoDate): ImpactStatus => {
  const inForce = targetInForce(plan, measure, today);
  const latest = latestReading(plan, measure, today);
  const own = latest?.basis === measure.basis ? latest : null;
  const answer = (key: Impact, reason: string): ImpactStatus => ({
    ...statusOf(impacts, key, reason),
    reading: own,
    contested: own !== null && isContested(plan, measure, own),
    otherBasis: own ? null : latest,
    target: inForce?.target ?? null,
    targetOn: inForce?.on ?? null,
  });
  if (!latest) return answer('noReading', 'No reading is recorded.');
  const basis = bases[measure.basis].label.toLowerCase();
  if (!own) {
    return answer(
      'noReading',
      `No reading of this measure's own basis (${basis}) is recorded. The latest, ${formatReading(latest, measure)} for ${formatPeriod(latest)}, has another (${bases[latest.basis].label.toLowerCase()}).`,
    );
  }
  if (own.symbol === 'x' || own.symbol === 'z') {
    return answer('noReading', `${symbols[own.symbol].label} for ${formatPeriod(own)}.`);
  }
  if (!inForce)
    return answer('noTarget', `${capital(formatReading(own, measure))} for ${formatPeriod(own)}. No target is set.`);

  const { verdict, reason } = judgeWithRivals(plan, measure, inForce.target.value, own);
  return answer(verdict, reason);
};

/**
 * Gives how far a reading stands on the wrong side of the floor (of the target, where there is no floor or it is met), as a
 * share of it: 0 where it does not. Only for ordering the worst first; never negative, never NaN.
 */
export const shortfallOf = (measure: Measure, impact: ImpactStatus): number => {
  const value = impact.reading?.value ?? null;
  const target = impact.target?.value ?? null;
  if (value === null || target === null) return 0;
  const line = impact.key === 'floorMissed' ? (measure.floor ?? target) : target;
  const gap =
    measure.polarity === 'T'
      ? Math.abs(value - target) - (impact.key === 'floorMissed' ? (measure.floor ?? 0) : (measure.tolerance ?? 0))
      : (line - value) * (measure.polarity === 'H' ? 1 : -1);
  return Math.min(Number.MAX_VALUE, Math.max(0, gap)) / Math.max(1, Math.abs(line));
};
