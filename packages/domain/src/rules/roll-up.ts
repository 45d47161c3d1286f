import type { Action } from '../action.ts';
import type { Area } from '../area.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Delivery, Direction, Impact, Status, Tone } from '../scales.ts';
import { deliveries, directions, impacts, keysOf } from '../scales.ts';
import { deliveryOf } from './delivery.ts';
import { directionOf } from './direction.ts';
import { compareText, groupedBy } from './grouped.ts';
import { impactOf, shortfallOf } from './impact.ts';

/** The action or measure that makes an area as bad as it is, with its status. */
export type Worst = {
  status: Status<Delivery> | Status<Impact>;
  subject: { kind: 'action' | 'measure'; id: string; code: string; title: string };
};

/** What an area holds: counts of each status, and its worst. Nothing is averaged. */
export type RollUp = {
  delivery: Record<Delivery, number>;
  impact: Record<Impact, number>;
  direction: Record<Direction, number>;
  worst: Worst | null;
};

const actionsByArea = groupedBy<Recorded<Action>>((action) => action.areaIds[0] ?? null);
const measuresByArea = groupedBy<Recorded<Measure>>((measure) =>
  measure.withdrawnOn === null ? measure.areaId : null,
);

/** Gives the actions whose primary area this is, by id, withdrawn ones included: each action counts in one area. */
export const actionsOf = (plan: Plan, area: Area): readonly Recorded<Action>[] => actionsByArea(plan.actions, area.id);

/** Gives the measures of an area that stand, by id. */
export const measuresOf = (plan: Plan, area: Area): readonly Recorded<Measure>[] =>
  measuresByArea(plan.measures, area.id);

const count = <K extends string>(scale: Readonly<Record<K, unknown>>, found: readonly K[]): Record<K, number> => {
  const counts = Object.fromEntries(keysOf(scale).map((key) => [key, 0])) as Record<K, number>;
  for (const key of found) counts[key] += 1;
  return counts;
};

// Subtracting two infinities gives no number.
const compareNumbers = (a: number, b: number): number => (a < b ? -1 : Number(a > b));

const deliveryRank: Record<Delivery, number> = {
  overdue: 2,
  forecastLate: 2,
  dueSoon: 1,
  noUpdate: 1,
  onTrack: 0,
  deliveredNotEvidenced: 0,
  complete: 0,
  withdrawn: 0,
};

const impactRank: Record<Impact, number> = {
  floorMissed: 2,
  targetMissed: 2,
  floorMet: 1,
  noReading: 3,
  notDecided: 2,
  noTarget: 1,
  targetMet: 0,
};

const badness: Partial<Record<Tone, number>> = { red: 3, amber: 2, none: 1 };

/** How bad within one status: the longest overdue, silent or late, the soonest due. An action that was never reported on is the most silent. */
const weightOf = ({ key, days }: { key: Delivery; days: number | null }): number => {
  if (key === 'noUpdate') return days ?? Infinity;
  return key === 'dueSoon' ? -(days ?? 0) : (days ?? 0);
};

/**
 * Gives the counts and the worst of an area on a day. The worst is the reddest; between equals impact comes before delivery,
 * then what is furthest from its floor or longest overdue. Null where nothing is red, amber or without a colour.
 */
export const areaRollUp = (plan: Plan, area: Area, today: IsoDate): RollUp => {
  const delivered = actionsOf(plan, area).map((action) => ({ action, status: deliveryOf(plan, action, today) }));
  const measured = measuresOf(plan, area).map((measure) => ({ measure, status: impactOf(plan, measure, today) }));
  const candidates = [
    ...measured.map(({ measure, status }) => ({
      kind: 'measure' as const,
      row: measure,
      status,
      rank: impactRank[status.key],
      weight: shortfallOf(measure, status),
    })),
    ...delivered
      .filter(({ status }) => status.key !== 'withdrawn')
      .map(({ action, status }) => ({
        kind: 'action' as const,
        row: action,
        status,
        rank: deliveryRank[status.key],
        weight: weightOf(status),
      })),
  ];
  const [worst] = candidates
    .filter(({ status }) => badness[status.tone] !== undefined)
    .toSorted(
      (a, b) =>
        (badness[b.status.tone] ?? 0) - (badness[a.status.tone] ?? 0) ||
        // Impact sorts first: "measure" after "action".
        compareText(b.kind, a.kind) ||
        b.rank - a.rank ||
        compareNumbers(b.weight, a.weight) ||
        compareText(a.row.code, b.row.code),
    );
  return {
    delivery: count(
      deliveries,
      delivered.map(({ status }) => status.key),
    ),
    impact: count(
      impacts,
      measured.map(({ status }) => status.key),
    ),
    direction: count(
      directions,
      measured.map(({ measure }) => directionOf(plan, measure, today).key),
    ),
    worst: worst
      ? {
          status: {
            key: worst.status.key,
            label: worst.status.label,
            tone: worst.status.tone,
            reason: worst.status.reason,
          },
          subject: { kind: worst.kind, id: worst.row.id, code: worst.row.code, title: worst.row.title },
        }
      : null,
  };
};
