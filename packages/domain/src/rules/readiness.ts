import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Status, Tone } from '../scales.ts';
import { formatDate } from '../words.ts';
import { checkpointResultOf } from './checkpoint-result.ts';
import type { Checkpoint } from './checkpoints.ts';
import { judgeWithRivals, latestReading, targetsOf } from './impact.ts';
import { trajectoryValueAt } from './trajectory.ts';

/** What a measure has for a checkpoint, best first: the colour that its reading would get there, or why it has none. */
export const readinesses = {
  met: { label: 'Met', tone: 'green' },
  near: { label: 'Floor met', tone: 'amber' },
  missed: { label: 'Missed', tone: 'red' },
  notDecided: { label: 'Not decided', tone: 'none' },
  older: { label: 'Older reading only', tone: 'none' },
  none: { label: 'No reading at all', tone: 'none' },
} as const satisfies Record<string, { label: string; tone: Tone }>;
export type Readiness = keyof typeof readinesses;

/** Gives the measures that stand and have a target for a checkpoint: those it asks about. */
export const measuresAt = (plan: Plan, checkpoint: Checkpoint): Recorded<Measure>[] =>
  plan.measures.filter(
    (measure) => measure.withdrawnOn === null && targetsOf(plan, measure).some(({ on }) => on === checkpoint.on),
  );

/**
 * Gives what a measure would have at a checkpoint if that were today: it is ready where a reading counts there, whatever its
 * colour (domain.md, "Value at a checkpoint"). A reading of a period before the last checkpoint, or of another basis, does not.
 */
export const readinessOf = (plan: Plan, measure: Measure, checkpoint: Checkpoint, today: IsoDate): Readiness => {
  const result = checkpointResultOf(plan, measure, checkpoint, today > checkpoint.on ? today : checkpoint.on);
  if (result.key === 'met' || result.key === 'near' || result.key === 'missed' || result.key === 'notDecided')
    return result.key;
  if (result.reading && result.key === 'noTarget') return 'notDecided';
  return latestReading(plan, measure, checkpoint.on) ? 'older' : 'none';
};

/**
 * Says whether a measure keeps up with its trajectory on the way to a checkpoint: the reading that would count there is at
 * least what was expected at the end of its period. Not where no reading counts, or before the trajectory starts.
 */
export const isOnTrajectory = (plan: Plan, measure: Measure, checkpoint: Checkpoint, today: IsoDate): boolean => {
  const { reading } = checkpointResultOf(plan, measure, checkpoint, today > checkpoint.on ? today : checkpoint.on);
  const expected = reading && trajectoryValueAt(plan, measure, reading.periodEnd);
  return (
    reading !== null && expected !== null && judgeWithRivals(plan, measure, expected, reading).verdict === 'targetMet'
  );
};

/** How much of what a checkpoint needs is there. */
const standings = {
  ready: { label: 'Ready', tone: 'green' },
  part: { label: 'Part', tone: 'amber' },
  behind: { label: 'Behind', tone: 'red' },
} as const satisfies Record<string, { label: string; tone: Tone }>;
export type Standing = keyof typeof standings;

/** Gives the standing of a count for a checkpoint: all there, at least half, or fewer. Nothing asked is nothing missing. */
export const standingOf = (have: number, of: number, by: IsoDate): Status<Standing> => {
  const key = have >= of ? 'ready' : have * 2 >= of ? 'part' : 'behind';
  const reason = {
    ready: 'All that is needed is there.',
    part: `At least half of what is needed by ${formatDate(by)} is there.`,
    behind: `Less than half of what is needed by ${formatDate(by)} is there.`,
  }[key];
  return { key, ...standings[key], reason };
};
