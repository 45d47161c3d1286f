import type { Area } from '../area.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { actionsOf } from '../rules/roll-up.ts';
import { completionChart } from './completion.ts';
import type { ChartModel } from './model.ts';

/** Gives the chart of planned against actual completion of one area's own actions on a day; null while it has none. */
export const areaCompletionChart = (plan: Plan, area: Area, today: IsoDate): ChartModel | null => {
  const chart = completionChart({ ...plan, actions: [...actionsOf(plan, area)] }, today);
  if (!chart) return null;
  return {
    ...chart,
    key: `completion-area-${area.number}`,
    subtitle: `Area ${area.number}: actions complete at month end against original due dates`,
    table: { ...chart.table, caption: `Actions of area ${area.number} due and complete by the end of each month` },
  };
};
