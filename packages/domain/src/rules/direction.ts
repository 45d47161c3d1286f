import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Direction, Status } from '../scales.ts';
import { bases, directions, polarities, statusOf } from '../scales.ts';
import { formatMonth, formatPeriod, formatReading, listInWords } from '../words.ts';
import { readingsOf, targetInForce } from './impact.ts';
import { onePerPeriod, type PeriodReading } from './one-a-period.ts';
import { restartsBetween, yearStart } from './year-to-date.ts';

/** A direction of travel with the two readings that were compared, where two were. */
export type DirectionStatus = Status<Direction> & { from: Recorded<Reading> | null; to: Recorded<Reading> | null };

/** Says whether two readings are of one basis that is known, so that the way from one to the other means something. */
export const mayCompare = (measure: Measure, a: Reading, b: Reading): boolean =>
  a.basis === b.basis && (a.basis === measure.basis || (a.basis !== 'notStated' && a.basis !== 'other'));

const isBound = (qualifier: Reading['qualifier']): boolean => qualifier === 'over' || qualifier === 'under';

/** Gives 1 where `to` is surely higher, -1 where surely lower, 0 where equal, and null where a bound leaves it open. */
const change = (from: number, to: number, a: Reading['qualifier'], b: Reading['qualifier']): number | null => {
  if (!isBound(a) && !isBound(b)) return Math.sign(to - from);
  if (a !== 'over' && b !== 'under' && to >= from) return 1;
  if (a !== 'under' && b !== 'over' && to <= from) return -1;
  return null;
};

/** Says which values the sources give for one period. */
export const conflictInWords = (measure: Measure, { reading, rivals }: PeriodReading): string =>
  `Sources conflict: ${listInWords([...rivals, reading].map((each) => formatReading(each, measure)))} for ${formatPeriod(reading)}.`;

/**
 * Gives the direction of travel of a measure on a day from its last two readings that have a value, of one basis and never
 * across the restart of a year-to-date measure (domain.md, "Direction of travel").
 */
export const directionOf = (plan: Plan, measure: Measure, today: IsoDate): DirectionStatus => {
  // Of several readings for one period one stands: two sources are not two points in time.
  const valued = (ownBasis: boolean): PeriodReading[] =>
    onePerPeriod(
      readingsOf(plan, measure, { ownBasis }).filter(
        ({ value, symbol, periodEnd }) => value !== null && symbol === null && periodEnd <= today,
      ),
    );
  const own = valued(true);
  const compared = (own.length > 1 ? own : valued(false)).slice(-2);
  const to = compared.at(-1)?.reading ?? null;
  const from = compared.at(-2)?.reading ?? null;
  const answer = (key: Direction, reason: string): DirectionStatus => ({
    ...statusOf(directions, key, reason),
    from,
    to,
  });
  const write = (reading: Reading): string => formatReading(reading, measure);

  if (!to) return answer('noReading', 'No reading with a value is recorded.');
  if (!from) return answer('oneReading', `${write(to)} for ${formatPeriod(to)} is the only reading.`);
  if (!mayCompare(measure, from, to)) {
    const of = (reading: Reading): string => `${write(reading)} (${bases[reading.basis].label.toLowerCase()})`;
    return answer('basesDiffer', `${of(from)} and ${of(to)} cannot be compared.`);
  }
  const conflict = compared.find(({ contested }) => contested);
  if (conflict) return answer('notDecided', conflictInWords(measure, conflict));
  // One figure that two sources date differently stands twice, and says nothing of what happened between.
  if (from.disputed !== null && to.disputed !== null)
    return answer(
      'notDecided',
      `Sources conflict: ${write(from)} for ${formatPeriod(from)} and ${write(to)} for ${formatPeriod(to)} are both disputed.`,
    );
  const moved = `From ${write(from)} for ${formatPeriod(from)} to ${write(to)} for ${formatPeriod(to)}.`;
  if (restartsBetween(measure, from, to)) {
    return answer(
      'acrossReset',
      `${moved} The count restarted in ${formatMonth(yearStart(measure, to))}, so the two cannot be compared.`,
    );
  }
  const [before, after] = [from.value ?? 0, to.value ?? 0];
  const good = `${moved} ${polarities[measure.polarity].label}.`;
  let better = change(before, after, from.qualifier, to.qualifier);
  if (measure.polarity === 'L' && better !== null) better = -better;
  if (measure.polarity === 'T') {
    const target = targetInForce(plan, measure, today)?.target.value;
    if (target === undefined) return answer('notDecided', `${moved} No target is set to be near to.`);
    const exact = !isBound(from.qualifier) && !isBound(to.qualifier);
    const nearer = Math.abs(before - target) - Math.abs(after - target);
    const slack = 8 * Number.EPSILON * Math.max(Math.abs(before), Math.abs(after), Math.abs(target));
    better = exact ? (Math.abs(nearer) <= slack ? 0 : Math.sign(nearer)) : null;
  }
  if (better === null) return answer('notDecided', `${moved} A bound does not decide which is better.`);
  if (better === 0) return answer('same', good);
  return answer(better > 0 ? 'better' : 'worse', good);
};
