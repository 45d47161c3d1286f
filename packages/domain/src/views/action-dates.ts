/** What is asked of an action's due date, and what was decided before. */
import type { Action } from '../action.ts';
import type { SlipLadder } from '../charts/slip-ladder.ts';
import { slipLadderOf } from '../charts/slip-ladder.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { completedOn } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import type { MoveMarks } from '../rules/move-effect.ts';
import { requirementDatesOf, requirementStateOf } from '../rules/requirement.ts';
import type { Stage } from '../scales.ts';
import type { DateChangeLine } from './date-changes.ts';
import { dateChangeLineOf } from './date-changes.ts';

export type ActionDates = {
  ladder: SlipLadder;
  /** The open request, and which one it is for this action. */
  open: (DateChangeLine & { nth: number }) | null;
  /** What was decided or withdrawn, newest first. */
  past: DateChangeLine[];
  /** The days that another date may pass. */
  marks: MoveMarks;
};

const openStages: readonly Stage[] = ['notStarted', 'inProgress'];

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

/** What another due date may pass: checkpoints, requirements served that are not met, open actions that wait for this one. */
const marksOf = (plan: Plan, action: Action, today: IsoDate): MoveMarks => ({
  checkpoints: checkpointsOf(plan.notice).map(({ on, months }) => ({ on, name: `${months}-month checkpoint` })),
  requirements: plan.requirements
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && action.requirementIds.includes(id))
    .flatMap((requirement) => {
      const { due, metOn } = requirementStateOf(plan, requirement, today);
      return due === null || metOn !== null ? [] : [{ on: due.latest, code: requirement.code }];
    }),
  waiting: plan.actions
    .filter(({ dependsOnIds, stage }) => dependsOnIds.includes(action.id) && openStages.includes(stage))
    .map(({ currentDue, code }) => ({ on: currentDue, code })),
});

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
      ...dateChangeLineOf(plan, open, who, today),
      nth: changes.filter(({ state }) => state !== 'withdrawn').indexOf(open) + 1,
    },
    past: changes
      .filter((change) => change !== open)
      .toReversed()
      .map((change) => dateChangeLineOf(plan, change, who, today)),
    marks: marksOf(plan, action, today),
  };
};
