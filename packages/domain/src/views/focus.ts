/** The focus list of the period that runs, and what the rest of the actions rolls up to. */
import type { IsoDate } from '../fields.ts';
import { mostInFocus } from '../focus.ts';
import type { Plan } from '../plan.ts';
import type { DeliveryStatus } from '../rules/delivery.ts';
import { deliveryOf, slipOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { focusListOn } from '../rules/in-focus.ts';
import { planOn } from '../rules/known.ts';
import type { Period } from '../rules/reporting.ts';
import { periodOn } from '../rules/reporting.ts';
import type { Delivery } from '../scales.ts';
import { deliveries, keysOf } from '../scales.ts';

type FocusLine = {
  id: string;
  code: string;
  title: string;
  area: number | null;
  lead: string | null;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  slipDays: number;
  moves: number;
  delivery: DeliveryStatus;
};

/** The actions of an area that are not in the list, by delivery; `number` is null for those in no area that stands. */
type RestLine = {
  key: string;
  number: number | null;
  title: string;
  delivery: Record<Delivery, number>;
  total: number;
};

export type FocusView = {
  /** How many actions a list may hold. */
  most: number;
  /** The period that runs; null before the first has opened. */
  period: Pick<Period, 'opensOn' | 'closesOn'> | null;
  /** Null while the period has no list, or one with nothing in it. */
  list: {
    setBy: string | null;
    setOn: IsoDate;
    /** In the order of their codes. */
    actions: FocusLine[];
    rest: { areas: RestLine[]; delivery: Record<Delivery, number>; total: number };
  } | null;
  /** What a form starts from: the list of the period, or that of the last period that had one. */
  editing: { version: number; actionIds: string[]; from: IsoDate | null };
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const count = (found: readonly Delivery[]): Record<Delivery, number> => {
  const counts = Object.fromEntries(keysOf(deliveries).map((key) => [key, 0])) as Record<Delivery, number>;
  for (const key of found) counts[key] += 1;
  return counts;
};

type Counted = { action: Plan['actions'][number]; delivery: DeliveryStatus };

const restOf = (plan: Plan, rest: readonly Counted[]) => {
  const numbers = new Map(plan.areas.filter(({ withdrawnOn }) => withdrawnOn === null).map((area) => [area.id, area]));
  const groups = Map.groupBy(rest, ({ action }) => numbers.get(action.areaIds[0] ?? '')?.id ?? '');
  const keys = (some: readonly Counted[]): Delivery[] => some.map(({ delivery }) => delivery.key);
  return {
    areas: [...groups]
      .map(([areaId, some]): RestLine => ({
        key: areaId,
        number: numbers.get(areaId)?.number ?? null,
        title: numbers.get(areaId)?.title ?? 'In an area that was withdrawn',
        delivery: count(keys(some)),
        total: some.length,
      }))
      .toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity)),
    delivery: count(keys(rest)),
    total: rest.length,
  };
};

/** Gives the ids of the actions that the board looks at in the period that runs on a day. */
export const inFocusOn = (plan: Plan, today: IsoDate): ReadonlySet<string> =>
  new Set(focusListOn(plan, today)?.actionIds);

/** Gives the focus list of a notice on a day. */
export const focusOf = (entire: Plan, today: IsoDate): FocusView => {
  const plan = planOn(entire, today);
  const period = periodOn(plan.notice, today);
  const row = focusListOn(plan, today);
  const before = plan.focuses
    .filter(({ periodEnd }) => period !== null && periodEnd < period.closesOn && periodEnd !== row?.periodEnd)
    .toSorted((a, b) => compareText(a.periodEnd, b.periodEnd))
    .at(-1);
  const standing = new Set(plan.actions.filter(({ stage }) => stage !== 'withdrawn').map(({ id }) => id));
  const editing = {
    version: row?.version ?? 0,
    actionIds: (row ?? before)?.actionIds.filter((id) => standing.has(id)) ?? [],
    from: row ? null : (before?.periodEnd ?? null),
  };
  const shown = period && { opensOn: period.opensOn, closesOn: period.closesOn };
  if (!row || row.actionIds.length === 0) return { most: mostInFocus, period: shown, list: null, editing };
  const areas = new Map(plan.areas.map(({ id, number }) => [id, number]));
  const counted: Counted[] = plan.actions.map((action) => ({ action, delivery: deliveryOf(plan, action, today) }));
  return {
    most: mostInFocus,
    period: shown,
    list: {
      setBy: plan.members.find(({ id }) => id === row.setById)?.title ?? null,
      setOn: row.setOn,
      actions: counted
        .filter(({ action }) => row.actionIds.includes(action.id))
        .map(({ action, delivery }): FocusLine => {
          const slip = slipOf(plan, action);
          return {
            id: action.id,
            code: action.code,
            title: action.title,
            area: areas.get(action.areaIds[0] ?? '') ?? null,
            lead: plan.members.find(({ id }) => id === action.leadId)?.title ?? null,
            originalDue: action.originalDue,
            currentDue: action.currentDue,
            forecast: action.forecast,
            slipDays: slip.days,
            moves: slip.times,
            delivery,
          };
        })
        .toSorted((a, b) => byCode.compare(a.code, b.code)),
      rest: restOf(
        plan,
        counted.filter(({ action }) => !row.actionIds.includes(action.id)),
      ),
    },
    editing,
  };
};
