/** How the actions of a checkpoint have slipped, and which checkpoints may be chosen. */
import { checkpointSlipChart } from '../charts/checkpoint-slip.ts';
import type { ChartModel } from '../charts/model.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf, nextCheckpoint } from '../rules/checkpoints.ts';
import type { DatesRecorded } from '../rules/expected-dates.ts';
import { formatDate } from '../words.ts';
import { isIllustrative } from './source.ts';

export type CheckpointSlip = {
  /** The checkpoint shown, by its months; null where the notice has none. */
  months: number | null;
  choices: { months: number; label: string }[];
  /** Null while no action was originally due by it. */
  chart: ChartModel | null;
  illustrative: boolean;
};

/**
 * Gives the slip of a checkpoint on a day.
 * @param histories what was recorded of the dates of each action, oldest first
 * @param months the checkpoint asked for; the next one, or the last, where there is none such
 */
export const checkpointSlipOf = (
  plan: Plan,
  histories: readonly (readonly DatesRecorded[])[],
  months: number | null,
  today: IsoDate,
): CheckpointSlip => {
  const checkpoints = checkpointsOf(plan.notice);
  const chosen =
    checkpoints.find((checkpoint) => checkpoint.months === months) ??
    nextCheckpoint(plan.notice, today) ??
    checkpoints.at(-1);
  return {
    months: chosen?.months ?? null,
    choices: checkpoints.map((checkpoint) => ({
      months: checkpoint.months,
      label: `${checkpoint.label}, ${formatDate(checkpoint.on)}`,
    })),
    chart: chosen ? checkpointSlipChart(plan, chosen, histories, today) : null,
    illustrative: isIllustrative(plan.actions),
  };
};
