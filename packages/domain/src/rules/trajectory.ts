import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { targetsOf } from './impact.ts';

/** A point of the expected line: a day and the value expected on it, in the measure's unit. */
export type TrajectoryPoint = { on: IsoDate; value: number };

const turningPoints = (plan: Plan, measure: Measure): TrajectoryPoint[] => {
  const targets = targetsOf(plan, measure).map(({ target, on }) => ({ on, value: target.value }));
  const first = targets[0];
  const { baseline, baselineOn, baselineBasis, basis } = measure;
  // A baseline of another or unstated basis starts no line.
  const starts =
    first &&
    baseline !== null &&
    baselineOn !== null &&
    baselineBasis === basis &&
    basis !== 'notStated' &&
    baselineOn < first.on;
  return starts ? [{ on: baselineOn, value: baseline }, ...targets] : targets;
};

/**
 * Gives the points to join for the trajectory of a measure: from its baseline (of its own basis only) through each target,
 * straight, or with a corner at each step (domain.md, "Impact, computed").
 */
export const trajectoryOf = (plan: Plan, measure: Measure): TrajectoryPoint[] => {
  const points = turningPoints(plan, measure);
  if (measure.trajectory === 'straight') return points;
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? [{ on: point.on, value: before.value }, point] : [point];
  });
};

/** Gives the value expected on a day; null before the trajectory starts. After the last target it stays there. */
export const trajectoryValueAt = (plan: Plan, measure: Measure, day: IsoDate): number | null => {
  const points = turningPoints(plan, measure);
  const index = points.findLastIndex(({ on }) => on <= day);
  const [from, to] = [points[index], points[index + 1]];
  if (!from) return null;
  if (!to || measure.trajectory === 'stepped' || from.on === day) return from.value;
  const share = daysBetween(from.on, day) / daysBetween(from.on, to.on);
  return from.value * (1 - share) + to.value * share;
};
