import { londonDay } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading, Target } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { CheckpointResult, Status } from '../scales.ts';
import { checkpointResults, statusOf, symbols } from '../scales.ts';
import { daysLeftOrOver, formatAim, formatDate, formatPeriod, formatReading } from '../words.ts';
import type { Checkpoint } from './checkpoints.ts';
import { previousDay } from './checkpoints.ts';
import { judgeWithRivals, latestReading, readingsOf, targetsOf } from './impact.ts';

/**
 * What a measure has at a checkpoint. `reading` is its value there, or while pending the latest one; `olderReading` stands
 * beside "no data"; `target` is the one for that checkpoint, and `late` says that it was set or changed when the day had come.
 */
export type CheckpointStatus = Status<CheckpointResult> & {
  reading: Recorded<Reading> | null;
  olderReading: Recorded<Reading> | null;
  target: Recorded<Target> | null;
  late: string | null;
};

const resultOf = {
  targetMet: 'met',
  floorMet: 'near',
  floorMissed: 'missed',
  targetMissed: 'missed',
  notDecided: 'notDecided',
} as const;

/** Says when a target was last recorded, and who agreed when, if that was not before its day; null where it was. */
const lateInWords = ({ version, recordedAt, approvedOn }: Recorded<Target>, on: IsoDate): string | null => {
  const day = londonDay(recordedAt);
  if (day < on) return null;
  const approved = approvedOn === null ? '' : `, approved on ${formatDate(approvedOn)}`;
  return `${version === 1 ? 'set' : 'changed'} on ${formatDate(day)}, ${day === on ? 'the day itself' : 'after the day'}${approved}`;
};

/**
 * Gives the result of a measure at a checkpoint as seen on a day (domain.md, "Value at a checkpoint"): its last reading of its
 * own basis whose period ends after the previous checkpoint and on or before this one. Before the day it is pending.
 */
export const checkpointResultOf = (
  plan: Plan,
  measure: Measure,
  checkpoint: Checkpoint,
  today: IsoDate,
): CheckpointStatus => {
  const target = targetsOf(plan, measure).find(({ on }) => on === checkpoint.on)?.target ?? null;
  const late = target && today >= checkpoint.on ? lateInWords(target, checkpoint.on) : null;
  const answer = (
    key: CheckpointResult,
    reason: string,
    readings: Partial<Pick<CheckpointStatus, 'reading' | 'olderReading'>>,
  ) => ({
    ...statusOf(checkpointResults, key, late === null ? reason : `${reason} The target was ${late}.`),
    reading: null,
    olderReading: null,
    target,
    late,
    ...readings,
  });
  const aim = target ? ` The target is ${formatAim(target.value, measure)}.` : ' No target is set.';
  if (today < checkpoint.on) {
    const reading = latestReading(plan, measure, today);
    const now = reading
      ? ` The latest reading is ${formatReading(reading, measure)} for ${formatPeriod(reading)}.`
      : ' There is no reading yet.';
    return answer('pending', `${formatDate(checkpoint.on)} is ${daysLeftOrOver(today, checkpoint.on)}.${aim}${now}`, {
      reading,
    });
  }

  const previous = previousDay(plan.notice, checkpoint.on);
  const reading = readingsOf(plan, measure, { ownBasis: true }).findLast(
    ({ periodEnd }) => periodEnd > previous && periodEnd <= checkpoint.on,
  );
  if (!reading) {
    const olderReading = latestReading(plan, measure, checkpoint.on);
    const older = olderReading
      ? ` The latest before it is ${formatReading(olderReading, measure)} for ${formatPeriod(olderReading)}.`
      : '';
    return answer(
      'noData',
      `No reading ends between ${formatDate(previous)} and ${formatDate(checkpoint.on)}.${older}${aim}`,
      { olderReading },
    );
  }
  if (reading.symbol === 'x' || reading.symbol === 'z') {
    return answer('noData', `${symbols[reading.symbol].label} for ${formatPeriod(reading)}.${aim}`, { reading });
  }
  if (!target)
    return answer('noTarget', `${formatReading(reading, measure)} for ${formatPeriod(reading)}. No target is set.`, {
      reading,
    });
  const { verdict, reason } = judgeWithRivals(plan, measure, target.value, reading);
  return answer(resultOf[verdict], reason, { reading });
};
