/** How what was declared of an action four weeks before a due date compares with what had happened by it. */
import { addDays, londonDay } from '../calendar.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Action } from '../action.ts';
import type { Plan } from '../plan.ts';
import type { Fate, Rating, Stage } from '../scales.ts';
import { stageChangesOf, stageOn, updatesOf } from './delivery.ts';
import { compareText, groupedBy } from './grouped.ts';

/** How many days before a due date is looked at what was declared. */
export const lookBackDays = 28;

/** From how many cases on a share says anything. */
export const fewestCases = 10;

/** One due date that has come, with what was declared before it and what had happened by it. */
export type Fared = {
  action: Recorded<Action>;
  due: IsoDate;
  /** The day on which it is looked at what was declared. */
  seenOn: IsoDate;
  /** The last rating that stood on that day; null where none did. */
  declared: { rating: Rating; on: IsoDate; updateId: string } | null;
  fate: Fate;
  /** The day on which it was delivered or moved; null where it was neither by the due date. */
  on: IsoDate | null;
  /** Where it was moved to. */
  movedTo: IsoDate | null;
};

/** Why a due date that has come is not compared. */
export type NotCompared = 'doneBefore' | 'shortNotice' | 'withdrawn';

export type FaredDates = { compared: Fared[]; left: Record<NotCompared, Recorded<Action>[]> };

const doneStages: readonly Stage[] = ['delivered', 'evidenced', 'embedded', 'assured'];

type Move = { on: IsoDate; to: IsoDate };

const approvedMoves = groupedBy<Plan['dateChanges'][number]>(
  ({ actionId, decidedDate }) => (decidedDate === null ? null : actionId),
  (a, b) => compareText(a.decidedOn ?? '', b.decidedOn ?? '') || compareText(a.recordedAt, b.recordedAt),
);

const movesOf = (plan: Plan, action: Action): Move[] =>
  approvedMoves(plan.dateChanges, action.id).flatMap(({ decidedOn, decidedDate }) =>
    decidedOn === null || decidedDate === null ? [] : [{ on: decidedOn, to: decidedDate }],
  );

/** Gives the due date of an action that was in force at the end of a day. */
const dueOn = (action: Action, moves: readonly Move[], day: IsoDate): IsoDate =>
  moves.findLast(({ on }) => on <= day)?.to ?? action.originalDue;

const declaredBy = (plan: Plan, action: Action, day: IsoDate): Fared['declared'] => {
  const update = updatesOf(plan, action).findLast(({ rating, on }) => rating !== null && on <= day);
  return update && update.rating !== null ? { rating: update.rating, on: update.on, updateId: update.id } : null;
};

/** Gives the day on which an action was last said to be delivered by a day; null where no step says so. */
const deliveredOn = (plan: Plan, action: Action, by: IsoDate): IsoDate | null =>
  stageChangesOf(plan, action).findLast(
    ({ from, to, on }) => on <= by && doneStages.includes(to) && (from === null || !doneStages.includes(from)),
  )?.on ?? null;

const caseOf = (plan: Plan, action: Recorded<Action>, moves: readonly Move[], due: IsoDate): Fared | NotCompared => {
  const seenOn = addDays(due, -lookBackDays);
  const stage = stageOn(plan, action, due);
  if (stage === 'withdrawn') return 'withdrawn';
  if (doneStages.includes(stageOn(plan, action, seenOn))) return 'doneBefore';
  if (londonDay(action.addedAt) > seenOn || dueOn(action, moves, seenOn) !== due) return 'shortNotice';
  const move = moves.findLast(({ on }) => on > seenOn && on <= due);
  const shared = { action, due, seenOn, declared: declaredBy(plan, action, seenOn) };
  if (doneStages.includes(stage)) return { ...shared, fate: 'kept', on: deliveredOn(plan, action, due), movedTo: null };
  return move && move.to > due
    ? { ...shared, fate: 'moved', on: move.on, movedTo: move.to }
    : { ...shared, fate: 'missed', on: null, movedTo: null };
};

/**
 * Gives every due date of an action that has come by a day, each once: compared with what was declared of it 28 days before, or
 * left out with the reason.
 *
 * A due date is compared where it was in force 28 days before, so that a date moved at the last moment still counts as moved
 * and not as kept. It was kept where the action was said to be delivered by that day, moved where a later date was approved
 * in those 28 days, and missed otherwise. Left out is what was delivered before, what was added or given that date at shorter
 * notice, and what was withdrawn.
 */
export const faredDates = (plan: Plan, today: IsoDate): FaredDates => {
  const found: FaredDates = { compared: [], left: { doneBefore: [], shortNotice: [], withdrawn: [] } };
  for (const action of plan.actions) {
    const moves = movesOf(plan, action);
    const dates = new Set([action.originalDue, ...moves.map(({ to }) => to)]);
    for (const due of dates) {
      if (due >= today) continue;
      const seenOn = addDays(due, -lookBackDays);
      const held = dueOn(action, moves, due) === due;
      // A date that was moved away earlier has come to nobody.
      if (!held && dueOn(action, moves, seenOn) !== due) continue;
      const fared = caseOf(plan, action, moves, due);
      if (typeof fared === 'string') found.left[fared].push(action);
      else found.compared.push(fared);
    }
  }
  found.compared.sort((a, b) => compareText(a.due, b.due) || compareText(a.action.id, b.action.id));
  return found;
};
