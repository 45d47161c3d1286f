/** Which documents were frozen for a meeting. */
import type { Frozen } from '../frozen.ts';
import type { Plan } from '../plan.ts';

/** Gives the documents of a kind that were frozen for a meeting, or for none, in the order of their numbers. */
export const frozenOf = (plan: Plan, { kind, meetingId }: Pick<Frozen, 'kind' | 'meetingId'>): Plan['frozen'] =>
  plan.frozen.filter((row) => row.kind === kind && row.meetingId === meetingId).toSorted((a, b) => a.number - b.number);
