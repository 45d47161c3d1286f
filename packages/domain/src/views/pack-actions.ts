/** The annex of actions in a pack: every one, by area and number. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { deliveries, stages, type Delivery, type Mark, type Status } from '../scales.ts';
import { formatShortDate } from '../words.ts';
import { actionListOf } from './action-list.ts';

/** One action of the annex, its dates in words. */
export type PackAction = {
  id: string;
  code: string;
  title: string;
  lead: string | null;
  organisation: string;
  stage: string;
  delivery: Status<Delivery>;
  original: string;
  current: string;
  /** Null where the due date never moved. */
  moved: string | null;
  forecast: string | null;
  lastUpdate: string | null;
  mark: Mark;
};

export type PackActionGroup = { id: string; title: string; actions: PackAction[] };

const short = (day: IsoDate | null): string | null => (day === null ? null : formatShortDate(day));

/** Gives the actions by their primary area. `plan` holds only what was known on the day. */
export const packActionsOf = (plan: Plan, today: IsoDate): PackActionGroup[] => {
  const titles = new Map(plan.members.map(({ id, title }) => [id, title]));
  const { lines, areas } = actionListOf(plan, today);
  const grouped = Map.groupBy(lines, ({ areaId }) => areaId);
  return areas.flatMap(({ id, number, title }): PackActionGroup[] => {
    const found = grouped.get(id) ?? [];
    if (found.length === 0) return [];
    return [
      {
        id,
        title: `Area ${number}, ${title}`,
        actions: found.map((line) => ({
          id: line.id,
          code: line.code,
          title: line.title,
          lead: titles.get(line.leadId ?? '') ?? null,
          organisation: line.organisation,
          stage: stages[line.stage].label,
          delivery: { key: line.delivery, ...deliveries[line.delivery], reason: line.reason },
          original: formatShortDate(line.originalDue),
          current: formatShortDate(line.currentDue),
          moved: line.moves === 0 ? null : `moved ${line.moves === 1 ? 'once' : `${line.moves} times`}`,
          forecast: short(line.forecast),
          lastUpdate: short(line.lastUpdate),
          mark: line.mark,
        })),
      },
    ];
  });
};
