import { z } from 'zod';
import { action } from '../action.ts';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import { may, nobodys, type Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { actingFor } from '../rules/owners.ts';
import { keysOf, stages } from '../scales.ts';
import { because, editedRow, newRow, ownSource, rowAsRead, withdrawInput } from './inputs.ts';
import type { By } from './by.ts';
import {
  checkAfterIssue,
  checkAhead,
  checkChosen,
  checkCode,
  checkMember,
  checkNamed,
  findAction,
  findRow,
  refuse,
  standingOf,
} from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

// What is left out is set when an action is made, and then only by a date change, a forecast or a step between stages.
const content = action.omit({
  noticeId: true,
  id: true,
  version: true,
  originalDue: true,
  currentDue: true,
  forecast: true,
  stage: true,
});

export const createActionInput = content.extend({
  ...ownSource,
  ...newRow,
  due: action.shape.originalDue,
  holdPeriods: action.shape.holdPeriods.default(3),
});
export const editActionInput = content.extend(editedRow);
export const withdrawActionInput = withdrawInput;
export const setStageInput = z.object({
  ...rowAsRead,
  to: z.enum(keysOf(stages), 'Choose a stage.'),
  /** Required where the action goes back. */
  reason: because.nullable().default(null),
});
export const setForecastInput = z.object({
  ...rowAsRead,
  forecast: action.shape.forecast,
  reason: because.nullable().default(null),
});

type Action = Plan['actions'][number];

/** Gives whose an action is: its lead's and deputy's, and of whoever covers for them on the day. Throws `notFound`. */
export const actionSubject = (plan: Plan, actionId: string, today: IsoDate): Subject => {
  const { leadId, deputyId, organisation } = findRow(plan.actions, actionId, 'action');
  return { memberIds: actingFor(plan, [leadId, deputyId], today), organisation };
};

/** Gives the codes of the actions on a way from some actions, over what each waits for, to a given one; null without a way. */
const wayTo = (actions: ReadonlyMap<string, Action>, from: readonly string[], toId: string): string[] | null => {
  const ways = from.map((start): string[] => [start]);
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (last === toId) return way.map((each) => actions.get(each)?.code ?? each);
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of actions.get(last)?.dependsOnIds ?? []) ways.push([...way, next]);
  }
  return null;
};

const checkDependencies = (plan: Plan, chosen: readonly string[], before: Action | null): void => {
  const known = new Map(plan.actions.map(({ id: actionId, stage }) => [actionId, stage !== 'withdrawn']));
  checkChosen(known, chosen, before?.dependsOnIds ?? [], 'dependsOnIds', 'action');
  if (!before) return;
  if (chosen.includes(before.id)) refuse('An action can’t wait for itself. Take it out.', 'dependsOnIds');
  const way = wayTo(new Map(plan.actions.map((each) => [each.id, each])), chosen, before.id);
  if (way) {
    refuse(
      `That goes round in a circle: ${[before.code, ...way].join(' waits for ')}. Take one of them out.`,
      'dependsOnIds',
    );
  }
};

const check = (plan: Plan, input: z.output<typeof content>, before: Action | null, today: IsoDate): void => {
  checkCode(
    plan.actions.filter(({ stage }) => stage !== 'withdrawn'),
    before?.id ?? null,
    input.code,
    'an action',
  );
  checkChosen(standingOf(plan.areas), input.areaIds, before?.areaIds ?? [], 'areaIds', 'area');
  checkChosen(
    standingOf(plan.requirements),
    input.requirementIds,
    before?.requirementIds ?? [],
    'requirementIds',
    'requirement',
  );
  checkChosen(standingOf(plan.measures), input.measureIds, before?.measureIds ?? [], 'measureIds', 'measure');
  checkDependencies(plan, input.dependsOnIds, before);
  checkNamed(plan, today, input.leadId, before?.leadId ?? null, 'update.write', 'leadId', 'lead');
  checkNamed(plan, today, input.deputyId, before?.deputyId ?? null, 'update.write', 'deputyId', 'deputy');
  checkMember(plan, today, input.accountableId, before?.accountableId ?? null, 'accountableId', 'accountable officer');
  if (input.deputyId !== null && input.deputyId === input.leadId) {
    refuse('The lead can’t be their own deputy. Choose somebody else.', 'deputyId');
  }
};

/** A step of an action from one stage to another, to record. */
export const step = (
  { notice }: Plan,
  { today, createId }: By,
  actionId: string,
  from: Action['stage'] | null,
  to: Action['stage'],
  reason: string | null,
): Change => added('stageChange', { noticeId: notice.id, id: createId(), actionId, from, to, on: today, reason });

/** What was asked of the dates of an action, withdrawn: for one whose date no longer moves. */
export const withdrawnRequests = ({ dateChanges }: Plan, actionId: string): Change[] =>
  dateChanges
    .filter((request) => request.actionId === actionId && request.state === 'asked')
    .map((request) => edited('dateChange', request, { state: 'withdrawn' }, request.version));

/** Adds an action, not started, with its first step. The due date given is its original one from then on. */
export const createAction = onStandingNotice((plan, input: z.output<typeof createActionInput>, by) => {
  check(plan, input, null, by.today);
  checkAfterIssue(plan, input.due, 'due', 'Due date');
  const actionId = by.createId();
  return [
    added('action', {
      ...contentOf(content, input),
      noticeId: plan.notice.id,
      id: actionId,
      originalDue: input.due,
      currentDue: input.due,
      forecast: null,
      stage: 'notStarted',
    }),
    step(plan, by, actionId, null, 'notStarted', null),
  ];
});

/** Edits an action: never its due dates, its forecast or its stage. */
export const editAction = onStandingNotice((plan, input: z.output<typeof editActionInput>, { today }) => {
  const before = findAction(plan, input.id);
  check(plan, input, before, today);
  return [edited('action', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws an action by a decision of the board, and with it what was asked of its dates. */
export const withdrawAction = onStandingNotice((plan, input: z.output<typeof withdrawActionInput>, by) => {
  const before = findAction(plan, input.id);
  return [
    edited('action', before, { stage: 'withdrawn' }, input.expectedVersion),
    step(plan, by, before.id, before.stage, 'withdrawn', input.reason),
    ...withdrawnRequests(plan, before.id),
  ];
});

const whoSays = {
  evidenced: 'Evidenced is the programme office’s to say, once the evidence is there. Choose delivered.',
  embedded: 'Embedded is the programme office’s to say, once the measures have held. Choose delivered.',
  assured: 'Assured is the board’s to say. Choose delivered.',
} as const;

/**
 * Moves an action between not started, in progress and delivered; back only with a reason. Delivered withdraws what was asked
 * of its dates. What comes after delivered has gates of its own (changes/stage.ts), and only the programme office takes an action back from it (domain.md, "Stages of an
 * action").
 */
export const setStage = onStandingNotice((plan, input: z.output<typeof setStageInput>, by) => {
  const before = findAction(plan, input.id);
  const { to, reason } = input;
  const order = keysOf(stages);
  if (to === 'withdrawn') refuse('Only the board can withdraw an action. Ask the programme office to record it.', 'to');
  if (to === 'evidenced' || to === 'embedded' || to === 'assured') refuse(whoSays[to], 'to');
  if (to === before.stage) refuse(`The action is ${stages[to].label.toLowerCase()} already.`, 'to');
  if (order.indexOf(before.stage) > order.indexOf('delivered') && !may(by.who, 'stage.reopen', nobodys)) {
    throw new DomainError(
      'forbidden',
      `The action is ${stages[before.stage].label.toLowerCase()}. Only the programme office can reopen it.`,
    );
  }
  if (order.indexOf(to) < order.indexOf(before.stage) && reason === null) {
    refuse('Say why the action goes back.', 'reason');
  }
  return [
    edited('action', before, { stage: to }, input.expectedVersion),
    step(plan, by, before.id, before.stage, to, reason),
    ...(to === 'delivered' ? withdrawnRequests(plan, before.id) : []),
  ];
});

/** Sets the lead's own view of when an action will be done, or takes it back. */
export const setForecast = onStandingNotice((plan, input: z.output<typeof setForecastInput>, { today }) => {
  const before = findAction(plan, input.id);
  if (input.forecast === before.forecast) refuse('That is the forecast already. Enter another date.', 'forecast');
  if (input.forecast !== null) checkAhead(today, input.forecast, 'forecast', 'The forecast');
  return [edited('action', before, { forecast: input.forecast }, input.expectedVersion)];
});
