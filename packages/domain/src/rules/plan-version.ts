/** The versions of the plan, and which of them the original date of an action comes from. */
import type { Action } from '../action.ts';
import { londonDay } from '../calendar.ts';
import type { Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from './grouped.ts';

type Version = Plan['planVersions'][number];

/** Gives the versions of the plan that stand, in the order of their positions. */
export const versionsOf = ({ planVersions }: Pick<Plan, 'planVersions'>): Version[] =>
  planVersions
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));

/** Says whether an action was in a version: recorded before it was, and by the end of its day. */
const isIn = (action: Recorded<Action>, version: Version): boolean =>
  action.addedAt < version.addedAt && londonDay(action.addedAt) <= version.day;

/**
 * Gives the agreed version that the original date of an action comes from: the first that was recorded of those the action was
 * in, for one that is recorded later leaves the date, also where it is of an earlier day. Null where it was in none, because
 * none is recorded or the action came later.
 */
export const agreedVersionOf = (plan: Plan, action: Recorded<Action>): Version | null =>
  versionsOf(plan)
    .toSorted((a, b) => compareText(a.addedAt, b.addedAt))
    .find((version) => version.kind === 'agreed' && isIn(action, version)) ?? null;
