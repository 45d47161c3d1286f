/** What is asked of an action's due date, and what was decided before. */
import type { Action } from '../action.ts';
import { whyNotDecide } from '../changes/date-change.ts';
import type { SlipLadder } from '../charts/slip-ladder.ts';
import { slipLadderOf } from '../charts/slip-ladder.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { completedOn } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { requirementDatesOf } from '../rules/requirement.ts';
import type { DateChangeState, Mark, Status } from '../scales.ts';
import { dateChangeStates, statusOf } from '../scales.ts';

/** One request to move the due date. */
export type DateChangeLine = {
  id: string;
  version: number;
  from: IsoDate;
  to: IsoDate;
  /** Later where positive. */
  days: number;
  reason: string;
  effect: string | null;
  askedBy: string;
  askedById: string | null;
  askedOn: IsoDate;
  state: Status<DateChangeState>;
  decidedBy: string | null;
  decidedOn: IsoDate | null;
  decidedDate: IsoDate | null;
  decisionReason: string | null;
  meeting: string | null;
  mark: Mark;
};

export type ActionDates = {
  ladder: SlipLadder;
  /** The open request: which one it is for this action, and why the reader may not decide it (null where they may). */
  open: (DateChangeLine & { nth: number; whyNotDecide: string | null }) | null;
  /** What was decided or withdrawn, newest first. */
  past: DateChangeLine[];
};

type DateChange = Plan['dateChanges'][number];

const lineOf = (plan: Plan, change: DateChange): DateChangeLine => {
  const title = (id: string | null): string =>
    id === null ? 'Not known' : (plan.members.find((member) => member.id === id)?.title ?? 'A former member');
  return {
    id: change.id,
    version: change.version,
    from: change.from,
    to: change.to,
    days: daysBetween(change.from, change.to),
    reason: change.reason,
    effect: change.effect,
    askedBy: title(change.askedById),
    askedById: change.askedById,
    askedOn: change.askedOn,
    state: statusOf(dateChangeStates, change.state, ''),
    decidedBy: change.decidedOn === null ? null : title(change.decidedById),
    decidedOn: change.decidedOn,
    decidedDate: change.decidedDate,
    decisionReason: change.decisionReason,
    meeting: change.meeting,
    mark: change.mark,
  };
};

const requiredOf = (plan: Plan, action: Action): { on: IsoDate; label: string }[] =>
  plan.requirements
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && action.requirementIds.includes(id))
    .flatMap((requirement) =>
      requirementDatesOf(plan, requirement, 'due').map(({ latest }) => ({
        on: latest,
        label: `Requirement ${requirement.code} due`,
      })),
    )
    .toSorted((a, b) => compareText(a.on, b.on) || compareText(a.label, b.label));

/** Gives the dates of an action as they stand on a day, and what the person may decide. */
export const actionDatesOf = (plan: Plan, action: Recorded<Action>, today: IsoDate, who: Who): ActionDates => {
  const changes = plan.dateChanges
    .filter(({ actionId, askedOn }) => actionId === action.id && askedOn <= today)
    .toSorted(
      (a, b) => compareText(a.askedOn, b.askedOn) || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id),
    );
  const moves = changes
    .filter(({ state }) => state === 'approved' || state === 'approvedOther')
    .toSorted((a, b) => compareText(a.decidedOn ?? '', b.decidedOn ?? ''));
  const open = changes.find(({ state }) => state === 'asked') ?? null;
  const completed = completedOn(plan, action);
  return {
    ladder: slipLadderOf({
      action,
      moves,
      asked: open,
      completedOn: completed !== null && completed <= today ? completed : null,
      required: requiredOf(plan, action),
      today,
    }),
    open: open && {
      ...lineOf(plan, open),
      nth: changes.filter(({ state }) => state !== 'withdrawn').indexOf(open) + 1,
      whyNotDecide: whyNotDecide(plan, open, who),
    },
    past: changes
      .filter((change) => change !== open)
      .toReversed()
      .map((change) => lineOf(plan, change)),
  };
};
