import { addMonths } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Target } from '../measure.ts';
import type { Notice } from '../notice.ts';
import { plural } from '../words.ts';

/** A day on which the notice is measured: months from its base date, the day itself, and its name ("6 months"). */
export type Checkpoint = { months: number; on: IsoDate; label: string };

const known = new WeakMap<Notice, Checkpoint[]>();

/** Gives the checkpoints of a notice in order: its base date plus each number of calendar months, clamped to the month's end (domain.md, "Checkpoints"). */
export const checkpointsOf = (notice: Notice): readonly Checkpoint[] => {
  let checkpoints = known.get(notice);
  if (!checkpoints) {
    checkpoints = notice.checkpointMonths.map((months) => ({
      months,
      on: addMonths(notice.checkpointBase, months),
      label: plural(months, 'month'),
    }));
    known.set(notice, checkpoints);
  }
  return checkpoints;
};

/** Gives the first checkpoint on or after a day; null after the last. */
export const nextCheckpoint = (notice: Notice, today: IsoDate): Checkpoint | null =>
  checkpointsOf(notice).find(({ on }) => on >= today) ?? null;

/** Gives the day of the checkpoint before a day; before the first, the day that checkpoints are counted from. */
export const previousDay = (notice: Notice, day: IsoDate): IsoDate =>
  checkpointsOf(notice).findLast(({ on }) => on < day)?.on ?? notice.checkpointBase;

/** Gives the day for which a target is set: its own, or that of its checkpoint. */
export const targetDay = (notice: Notice, target: Pick<Target, 'months' | 'on'>): IsoDate => {
  if (target.on !== null) return target.on;
  const months = target.months ?? 0;
  return (
    checkpointsOf(notice).find((checkpoint) => checkpoint.months === months)?.on ??
    addMonths(notice.checkpointBase, months)
  );
};
