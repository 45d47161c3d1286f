/** The areas of weakness in a list: what is being done and what is moving in each, who answers for it, whether it is monitored. */
import type { Area } from '../area.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import type { Delivery } from '../scales.ts';
import { formatNumber, plural } from '../words.ts';
import type { AreaLine } from './position-areas.ts';
import { areaLinesOf } from './position-areas.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';

/** One area of the list. */
export type AreaEntry = AreaLine & { sponsor: string | null; source: SourceView; statement: string };

export type AreasView = {
  today: IsoDate;
  title: string;
  areas: AreaEntry[];
  /** Of all areas, for the key of the bars. */
  delivery: Partial<Record<Delivery, number>>;
  illustrative: boolean;
};

const titleOf = (areas: readonly AreaLine[]): string => {
  if (areas.length === 0) return 'No areas of weakness yet';
  const late = areas.filter(({ delivery }) => delivery.overdue > 0).length;
  const missed = areas.filter(({ impact }) => impact.floorMissed + impact.targetMissed > 0).length;
  const released = areas.filter((area) => area.released !== null).length;
  const said = [
    ...(late > 0 ? [`${formatNumber(late, 0)} ${late === 1 ? 'has' : 'have'} overdue actions`] : []),
    ...(missed > 0 ? [`${formatNumber(missed, 0)} ${missed === 1 ? 'has' : 'have'} a measure off its target`] : []),
    ...(released > 0 ? [`${formatNumber(released, 0)} released from monitoring`] : []),
  ];
  const all = plural(areas.length, 'area of weakness', 'areas of weakness');
  return said.length === 0 ? all : `${all}: ${said.join(', ')}`;
};

/** Gives the title of the member who sponsors an area; null where nobody does. */
export const sponsorOf = (plan: Plan, { sponsorId }: Area): string | null =>
  plan.members.find(({ id }) => id === sponsorId)?.title ?? null;

/** Gives the areas that stand on a day, by number. */
export const areasOf = (entire: Plan, today: IsoDate): AreasView => {
  const plan = planOn(entire, today);
  const rows = new Map(plan.areas.map((area) => [area.id, area]));
  const areas = areaLinesOf(plan, today).flatMap((line): AreaEntry[] => {
    const area = rows.get(line.id);
    if (!area) return [];
    return [{ ...line, sponsor: sponsorOf(plan, area), source: sourceView(area, today), statement: area.statement }];
  });
  return {
    today,
    title: titleOf(areas),
    areas,
    delivery: { deliveredNotEvidenced: areas.reduce((sum, { delivery }) => sum + delivery.deliveredNotEvidenced, 0) },
    illustrative: isIllustrative(plan.actions),
  };
};
