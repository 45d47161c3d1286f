import { z } from 'zod';
import { daysBetween } from '../calendar.ts';
import { dateChange } from '../date-change.ts';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate, words } from '../fields.ts';
import { may, nobodys, type Subject, type Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { byTime } from '../rules/grouped.ts';
import { othersMay, wayOn } from '../rules/way-on.ts';
import { dateChangeStates } from '../scales.ts';
import { formatDate, plural } from '../words.ts';
import { actionSubject } from './action.ts';
import { because, rowAsRead } from './inputs.ts';
import { checkAfterIssue, checkAhead, findAction, findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const askDateChangeInput = z.object({
  noticeId: id,
  actionId: id,
  to: dateChange.shape.to,
  reason: because,
  effect: words('The effect on checkpoints and requirements'),
});
export const decideDateChangeInput = z.object({
  ...rowAsRead,
  state: z.enum(['approved', 'approvedOther', 'refused'], 'Choose whether to approve the change.'),
  /** The date approved instead of the one asked for; null otherwise. */
  date: dateChange.shape.to.nullable().default(null),
  /** Required unless the date asked for is approved. */
  reason: because.nullable().default(null),
  meeting: dateChange.shape.meeting.default(null),
});
export const withdrawDateChangeInput = z.object({ ...rowAsRead, reason: because.nullable().default(null) });

type Request = Plan['dateChanges'][number];

/** Gives whose a request is when it is withdrawn: the person's who asked. Throws `notFound`. */
export const dateChangeSubject = (plan: Plan, dateChangeId: string): Subject => ({
  memberIds: [findRow(plan.dateChanges, dateChangeId, 'date change').askedById],
  organisation: null,
});

/**
 * Gives the last due date that the chair approved, or the original one: the programme office's limit is counted from it. What
 * was decided before the part of the decider was kept counts as the chair's unless it is of a member who is not the chair now.
 */
const chairsDate = (plan: Plan, request: Request): IsoDate => {
  const chairs = new Set(plan.members.filter(({ roles }) => roles.includes('chair')).map((member) => member.id));
  const isChairs = ({ decidedAs, decidedById }: Request): boolean =>
    decidedAs === null ? decidedById === null || chairs.has(decidedById) : decidedAs === 'chair';
  const approved = plan.dateChanges
    .filter((change) => change.actionId === request.actionId && change.decidedDate !== null && isChairs(change))
    .toSorted(byTime((change) => change.decidedOn ?? ''));
  return approved.at(-1)?.decidedDate ?? findRow(plan.actions, request.actionId, 'action').originalDue;
};

/** Gives whether a request is of the person's own, and how: they asked, or act on the action, and did when it was asked. */
const ownOf = (
  plan: Plan,
  { actionId, askedById, askedOn }: Request,
  who: Who,
  today: IsoDate,
): 'asked' | 'acts' | null => {
  if (askedById === who.memberId) return 'asked';
  const acts = [askedOn, today].every((day) => actionSubject(plan, actionId, day).memberIds.includes(who.memberId));
  return acts ? 'acts' : null;
};

/** Gives the sentence that keeps a person without any part in a request from deciding it; null where they may. */
const whyNotRole = (plan: Plan, request: Request, who: Who, date: IsoDate): string | null => {
  if (!may(who, 'date.decide', nobodys)) return 'Only the chair can move a due date.';
  if (who.roles.includes('chair')) return null;
  return whyNotOffice(plan, request, date);
};

/**
 * Gives the sentence that keeps a person from deciding a request, or null where they may. Nobody decides their own, where cover
 * counts for what was asked since it began, and where nobody else may the sentence says what helps; the chair
 * decides any; the programme office only while both the date asked for and the one approved lie within the notice's limit of
 * the last date that the chair set, so that small moves do not add up (domain.md, "Who moves a date").
 * @param date the date to be approved; the one asked for unless another is chosen
 */
export const whyNotDecide = (
  plan: Plan,
  request: Request,
  who: Who,
  today: IsoDate,
  date: IsoDate = request.to,
): string | null => {
  const own = ownOf(plan, request, who, today);
  if (own === null) return whyNotRole(plan, request, who, date);
  const others = othersMay(
    plan,
    who,
    today,
    (other) => ownOf(plan, request, other, today) === null && whyNotRole(plan, request, other, date) === null,
  );
  if (own === 'asked') {
    return others
      ? 'You asked for this change. Somebody else must decide it.'
      : 'You asked for this change. Nobody else in this notice may decide it: withdraw it and let somebody else ask, or add a member who may.';
  }
  const subject = actionSubject(plan, request.actionId, today);
  return `You act on this action yourself. ${others ? 'Somebody else must decide its date.' : wayOn(plan, subject, who, today)}`;
};

/** Gives the sentence that keeps any programme office from deciding a request, or null where the notice lets it. */
const whyNotOffice = (plan: Plan, request: Request, date: IsoDate): string | null => {
  const limit = plan.notice.dateMoveLimitDays;
  if (limit === 0) return 'Only the chair can move a due date of this notice.';
  const from = chairsDate(plan, request);
  if (Math.max(...[request.to, date].map((day) => Math.abs(daysBetween(from, day)))) <= limit) return null;
  return `Only the chair can move this date by more than ${plural(limit, 'day')} from ${formatDate(from)}.`;
};

/** Says who may decide a request: "The chair", or the programme office too where the move is a small one. */
export const whoDecides = (plan: Plan, request: Request): string =>
  whyNotOffice(plan, request, request.to) === null ? 'The chair or the programme office' : 'The chair';

/** Says whether the lead has said that an action is done: its date no longer moves. */
const isDone = ({ stage }: Plan['actions'][number]): boolean => stage !== 'notStarted' && stage !== 'inProgress';

/** Asks to move the current due date of an action. */
export const askDateChange = onStandingNotice(
  (plan, input: z.output<typeof askDateChangeInput>, { who, today, createId }) => {
    const action = findAction(plan, input.actionId);
    const { to } = input;
    if (isDone(action)) {
      throw new DomainError('conflict', 'The action is delivered. Reopen it before you ask for another date.');
    }
    const open = plan.dateChanges.find(({ actionId, state }) => actionId === action.id && state === 'asked');
    if (open) {
      throw new DomainError(
        'conflict',
        `There is already a request to move this date to ${formatDate(open.to)}. Wait for the decision, or withdraw it.`,
      );
    }
    checkAfterIssue(plan, to, 'to', 'The new date');
    checkAhead(today, to, 'to', 'The new date');
    if (to === action.currentDue) refuse(`The action is due on ${formatDate(to)} already. Enter another date.`, 'to');
    return [
      added('dateChange', {
        noticeId: plan.notice.id,
        id: createId(),
        actionId: action.id,
        from: action.currentDue,
        to,
        reason: input.reason,
        effect: input.effect,
        askedById: who.memberId,
        askedOn: today,
        state: 'asked',
        decidedById: null,
        decidedOn: null,
        decidedAs: null,
        decidedDate: null,
        decisionReason: null,
        meeting: null,
        mark: 'own',
      }),
    ];
  },
);

/** Gives a request that is open; throws `notFound`, or `conflict` with what became of it. */
const findOpen = (plan: Plan, dateChangeId: string): Request => {
  const request = findRow(plan.dateChanges, dateChangeId, 'date change');
  const { state, decidedOn, decidedById } = request;
  if (state === 'asked') return request;
  if (decidedOn === null) {
    throw new DomainError('conflict', 'This request was withdrawn meanwhile. There is nothing left to decide.');
  }
  const decider = plan.members.find((member) => member.id === decidedById)?.title ?? 'Somebody else';
  throw new DomainError(
    'conflict',
    `This request is decided already: ${dateChangeStates[state].label.toLowerCase()}, ${decider}, ${formatDate(decidedOn)}. Reload the page to see it.`,
  );
};

type Decision = z.output<typeof decideDateChangeInput>;

const approvedDate = (plan: Plan, request: Request, { state, date }: Decision, today: IsoDate): IsoDate | null => {
  if (state === 'approvedOther') {
    if (date === null) return refuse('Enter the date that you approve.', 'date');
    if (date === request.to) refuse('That is the date asked for. Approve it as it is.', 'date');
    if (date === request.from) refuse('That is the date as it stands. Refuse the change instead.', 'date');
    checkAfterIssue(plan, date, 'date', 'The new date');
    checkAhead(today, date, 'date', 'The new date');
    return date;
  }
  if (date !== null) refuse('Leave the date empty unless you approve another one.', 'date');
  if (state === 'refused') return null;
  if (request.to < today)
    refuse(`${formatDate(request.to)} has passed since it was asked for. Approve another date, or refuse.`, 'state');
  return request.to;
};

/** Decides a request; an approval moves the current due date of the action in the same change. */
export const decideDateChange = onStandingNotice((plan, input: Decision, { who, today }) => {
  const request = findOpen(plan, input.id);
  const action = findAction(plan, request.actionId);
  const decidedDate = approvedDate(plan, request, input, today);
  const obstacle = whyNotDecide(plan, request, who, today, decidedDate ?? request.to);
  if (obstacle) throw new DomainError('forbidden', obstacle);
  if (decidedDate !== null && isDone(action)) {
    throw new DomainError(
      'conflict',
      'The action is delivered, so its date no longer moves. Refuse the change, or reopen the action first.',
    );
  }
  if (input.state !== 'approved' && input.reason === null) refuse('Give the reason for the decision.', 'reason');
  const decided = edited(
    'dateChange',
    request,
    {
      state: input.state,
      decidedById: who.memberId,
      decidedOn: today,
      decidedAs: who.roles.includes('chair') ? 'chair' : 'programmeOffice',
      decidedDate,
      decisionReason: input.reason,
      meeting: input.meeting,
    },
    input.expectedVersion,
  );
  if (decidedDate === null) return [decided];
  return [decided, edited('action', action, { currentDue: decidedDate }, action.version)];
});

/** Takes a request back; only whoever asked can. */
export const withdrawDateChange = onStandingNotice((plan, input: z.output<typeof withdrawDateChangeInput>, { who }) => {
  const request = findOpen(plan, input.id);
  if (request.askedById !== who.memberId) {
    throw new DomainError('forbidden', 'Only the person who asked can withdraw this request.');
  }
  return [edited('dateChange', request, { state: 'withdrawn' }, input.expectedVersion)];
});
