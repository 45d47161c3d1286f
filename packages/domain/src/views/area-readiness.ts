/** How ready each area is for the next checkpoint: counts out of how many, never a colour of their own. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { isOnTrajectory, measuresAt, readinessOf } from '../rules/readiness.ts';

/** How many of how many. */
export type Share = { count: number; of: number };

/**
 * One area on the way to a checkpoint: of the measures that have a target there, how many meet it by their latest reading that
 * counts, keep up with their trajectory, and have no reading that counts; and of the actions that were due by then by their
 * original dates, how many are evidenced.
 */
export type AreaReadiness = {
  id: string;
  number: number;
  title: string;
  met: Share;
  onTrajectory: Share;
  noData: Share;
  evidenced: Share;
};

/** Gives the readiness of every area that stands, by number. An action counts for the area that it serves first. */
export const areaReadinessOf = (plan: Plan, checkpoint: Checkpoint, today: IsoDate): AreaReadiness[] => {
  const asked = measuresAt(plan, checkpoint).map((measure) => ({
    areaId: measure.areaId,
    readiness: readinessOf(plan, measure, checkpoint, today),
    onTrajectory: isOnTrajectory(plan, measure, checkpoint, today),
  }));
  const due = plan.actions
    .filter(({ originalDue }) => originalDue <= checkpoint.on)
    .map((action) => ({ areaId: action.areaIds[0], delivery: deliveryOf(plan, action, today).key }))
    .filter(({ delivery }) => delivery !== 'withdrawn');
  return plan.areas
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, title }) => {
      const own = asked.filter(({ areaId }) => areaId === id);
      const ownDue = due.filter(({ areaId }) => areaId === id);
      const share = (keep: (each: (typeof own)[number]) => boolean): Share => ({
        count: own.filter(keep).length,
        of: own.length,
      });
      return {
        id,
        number,
        title,
        met: share(({ readiness }) => readiness === 'met'),
        onTrajectory: share((each) => each.onTrajectory),
        noData: share(({ readiness }) => readiness === 'older' || readiness === 'none'),
        evidenced: {
          count: ownDue.filter(({ delivery }) => delivery === 'complete').length,
          of: ownDue.length,
        },
      };
    });
};
