/** How the date of an action has slipped from one report to the next. */
import { findRow } from '../changes/references.ts';
import type { ChartModel } from '../charts/model.ts';
import { slipChart } from '../charts/slip.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { DatesRecorded } from '../rules/expected-dates.ts';
import { requirementDatesOf } from '../rules/requirement.ts';

/**
 * Gives the slip chart of an action on a day; null while nothing was recorded of it. Throws `notFound`.
 * @param history what was recorded of its dates, oldest first
 */
export const actionSlipOf = (
  plan: Plan,
  actionId: string,
  history: readonly DatesRecorded[],
  today: IsoDate,
): ChartModel | null => {
  const action = findRow(plan.actions, actionId, 'action');
  const required = plan.requirements
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && action.requirementIds.includes(id))
    .flatMap((requirement) => requirementDatesOf(plan, requirement, 'due').map(({ latest }) => latest));
  return slipChart(plan, action, history, required, today);
};
