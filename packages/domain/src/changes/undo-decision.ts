/** Takes back what a meeting recorded of an item, as steps of its own, until the meeting is closed. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { stageChangesOf } from '../rules/delivery.ts';
import { askedRow, nameOf } from '../rules/owned.ts';
import { stages } from '../scales.ts';
import { formatDate } from '../words.ts';
import { step } from './action.ts';
import type { By } from './by.ts';
import { whyNotHeld } from './decision.ts';
import { rowAsRead } from './inputs.ts';
import { findRow, findStanding } from './references.ts';
import { edited, onStandingNotice } from './rows.ts';

export const undoDecisionInput = z.object(rowAsRead);

type Decision = Plan['decisions'][number];

const changedSince = (sentence: string): never => {
  throw new DomainError('conflict', `${sentence} It can’t be undone any more; add a note instead.`);
};

/** Gives whose a record of a meeting is to take back: the person's who made it. Throws `notFound`. */
export const undoSubject = (plan: Plan, decisionId: string): Subject => ({
  memberIds: [findRow(plan.decisions, decisionId, 'decision').byId],
  organisation: null,
});

/** The date change back to asked, and where it had moved the due date of its action, that back too. */
const datesBack = (plan: Plan, decision: Decision): Change[] => {
  const request = findRow(plan.dateChanges, decision.dateChangeId ?? '', 'date change');
  const action = findRow(plan.actions, request.actionId, 'action');
  const name = `Action ${action.code}`;
  if (request.state === 'asked' || request.decidedById !== decision.byId || request.decidedOn !== decision.on)
    return changedSince(`What was decided of the date of action ${action.code} was changed since.`);
  const later = plan.dateChanges.find(
    (other) => other.actionId === action.id && other.addedAt > request.addedAt && other.state !== 'withdrawn',
  );
  if (later) return changedSince(`Somebody asked since to move ${name.toLowerCase()} to ${formatDate(later.to)}.`);
  if (action.stage !== 'notStarted' && action.stage !== 'inProgress')
    return changedSince(`${name} is ${stages[action.stage].label.toLowerCase()} since, so its date no longer moves.`);
  const moved = request.decidedDate;
  if (moved !== null && action.currentDue !== moved)
    return changedSince(`The due date of ${name.toLowerCase()} was changed since.`);
  return [
    edited(
      'dateChange',
      request,
      {
        state: 'asked',
        decidedById: null,
        decidedOn: null,
        decidedAs: null,
        decidedDate: null,
        decisionReason: null,
        meeting: null,
      },
      request.version,
    ),
    ...(moved === null ? [] : [edited('action', action, { currentDue: request.from }, action.version)]),
  ];
};

const questionBack = (plan: Plan, decision: Decision): Change[] => {
  const question = findRow(plan.challenges, decision.challengeId ?? '', 'question');
  if (question.state === 'withdrawn') return [];
  if (question.state !== 'asked') {
    const about = askedRow(plan, question);
    return changedSince(`The question${about ? ` about ${nameOf(about).toLowerCase()}` : ''} was answered since.`);
  }
  return [edited('challenge', question, { state: 'withdrawn' }, question.version)];
};

/** The action back to the stage that it had, by a step that says so. */
const stageBack = (plan: Plan, decision: Decision, by: By): Change[] => {
  const assured = findRow(plan.stageChanges, decision.stageChangeId ?? '', 'stage change');
  const action = findRow(plan.actions, assured.actionId, 'action');
  if (action.stage !== 'assured' || stageChangesOf(plan, action).at(-1)?.id !== assured.id || assured.from === null)
    return changedSince(`The stage of action ${action.code} was changed since.`);
  return [
    edited('action', action, { stage: assured.from }, action.version),
    step(plan, by, action.id, 'assured', assured.from, 'Undone before the meeting was closed.'),
  ];
};

const undone = (plan: Plan, decision: Decision, by: By): Change[] => {
  const obstacle = whyNotHeld(plan, findRow(plan.meetings, decision.meetingId, 'meeting'));
  if (obstacle !== null) throw new DomainError('conflict', obstacle);
  if (decision.dateChangeId !== null) return datesBack(plan, decision);
  if (decision.challengeId !== null) return questionBack(plan, decision);
  return decision.stageChangeId === null ? [] : stageBack(plan, decision, by);
};

/** Gives the sentence that keeps a record of a meeting from being undone; null where it may be. */
export const whyNotUndo = (plan: Plan, decision: Decision, by: By): string | null => {
  try {
    undone(plan, decision, by);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
};

/**
 * Undoes what a meeting recorded of an item, and exactly what it changed: a date change is asked again and the due date of its
 * action is what it was, a question is withdrawn, an action has the stage that it had. Refused, with `conflict`, once the meeting
 * is closed, and where any of these was changed since.
 */
export const undoDecision = onStandingNotice((plan, input: z.output<typeof undoDecisionInput>, by) => {
  const before = findStanding(plan.decisions, input.id, 'decision');
  return [edited('decision', before, { withdrawnOn: by.today }, input.expectedVersion), ...undone(plan, before, by)];
});
