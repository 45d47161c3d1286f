import { z } from 'zod';
import { milestone } from '../action.ts';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { formatDate } from '../words.ts';
import { actionSubject } from './action.ts';
import { because, editedRow, newRow, rowAsRead, withdrawInput } from './inputs.ts';
import { checkAfterIssue, checkAhead, checkHasCome, findAction, findRow, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = milestone.pick({ title: true, currentDue: true, forecast: true });

export const createMilestoneInput = z.object({
  ...newRow,
  actionId: id,
  title: milestone.shape.title,
  due: milestone.shape.originalDue,
});
export const editMilestoneInput = content.extend(editedRow);
export const withdrawMilestoneInput = withdrawInput;
/** `doneOn` is null to take the tick back. */
export const tickMilestoneInput = z.object({
  ...rowAsRead,
  doneOn: milestone.shape.doneOn,
  reason: because.nullable().default(null),
});

/** Gives whose a milestone is: those of its action. Throws `notFound`. */
export const milestoneSubject = (plan: Plan, milestoneId: string, today: IsoDate): Subject =>
  actionSubject(plan, findRow(plan.milestones, milestoneId, 'milestone').actionId, today);

const standing = (plan: Plan, milestoneId: string): Plan['milestones'][number] => {
  const found = findStanding(plan.milestones, milestoneId, 'milestone');
  findAction(plan, found.actionId);
  return found;
};

/** Checks that a step is due no later than what it is a step of: a milestone must not move an action's date unseen. */
const checkWithin = ({ code, currentDue }: Plan['actions'][number], day: IsoDate, field: string): void => {
  if (day <= currentDue) return;
  refuse(
    `Action ${code} is due on ${formatDate(currentDue)}. Enter that day or an earlier one, or ask to move the action’s date first.`,
    field,
  );
};

/** Adds a milestone to an action. The due date given is its original one from then on. */
export const createMilestone = onStandingNotice((plan, input: z.output<typeof createMilestoneInput>, { createId }) => {
  const action = findAction(plan, input.actionId);
  checkAfterIssue(plan, input.due, 'due', 'Due date');
  checkWithin(action, input.due, 'due');
  return [
    added('milestone', {
      noticeId: plan.notice.id,
      id: createId(),
      actionId: action.id,
      title: input.title,
      originalDue: input.due,
      currentDue: input.due,
      forecast: null,
      doneOn: null,
      withdrawnOn: null,
    }),
  ];
});

/** Edits a milestone: never its original due date, which stays beside the current one. */
export const editMilestone = onStandingNotice((plan, input: z.output<typeof editMilestoneInput>, { today }) => {
  const before = standing(plan, input.id);
  checkAfterIssue(plan, input.currentDue, 'currentDue', 'Due date');
  // One that is later already, since its action was brought forward, may stay.
  if (input.currentDue !== before.currentDue)
    checkWithin(findAction(plan, before.actionId), input.currentDue, 'currentDue');
  if (input.forecast !== null && input.forecast !== before.forecast) {
    checkAhead(today, input.forecast, 'forecast', 'The forecast');
  }
  return [edited('milestone', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws a milestone. */
export const withdrawMilestone = onStandingNotice((plan, input: z.output<typeof withdrawMilestoneInput>, { today }) => [
  edited('milestone', standing(plan, input.id), { withdrawnOn: today }, input.expectedVersion),
]);

/** Ticks a milestone off as done on a day, or takes the tick back. */
export const tickMilestone = onStandingNotice((plan, input: z.output<typeof tickMilestoneInput>, { today }) => {
  const before = standing(plan, input.id);
  if (input.doneOn !== null) checkHasCome(today, input.doneOn, 'doneOn', 'The day it was done');
  return [edited('milestone', before, { doneOn: input.doneOn }, input.expectedVersion)];
});
