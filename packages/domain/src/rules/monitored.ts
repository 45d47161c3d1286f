/** What is still monitored under a notice: what is of an area that was released is not held against it any more. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf, type Checkpoint } from './checkpoints.ts';

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Gives the areas that are monitored on a day: neither withdrawn nor released by then. */
export const monitoredAreas = (plan: Plan, today: IsoDate): Plan['areas'] =>
  plan.areas.filter(
    ({ withdrawnOn, releasedOn }) => withdrawnOn === null && (releasedOn === null || releasedOn > today),
  );

/** Gives the areas that were released from monitoring by a day, by number. */
export const releasedAreas = (plan: Plan, today: IsoDate): Plan['areas'] =>
  plan.areas
    .filter(({ withdrawnOn, releasedOn }) => withdrawnOn === null && releasedOn !== null && releasedOn <= today)
    .toSorted((a, b) => a.number - b.number);

/** Gives the measures that stand in an area that is monitored on a day, by code. */
export const monitoredMeasures = (plan: Plan, today: IsoDate): Plan['measures'] => {
  const monitored = new Set(monitoredAreas(plan, today).map(({ id }) => id));
  return plan.measures
    .filter(({ withdrawnOn, areaId }) => withdrawnOn === null && monitored.has(areaId))
    .toSorted((a, b) => byCode.compare(a.code, b.code));
};

/** Gives the last checkpoint that has come by a day; null before the first. */
export const lastCheckpoint = (plan: Plan, today: IsoDate): Checkpoint | null =>
  checkpointsOf(plan.notice).findLast(({ on }) => on <= today) ?? null;
