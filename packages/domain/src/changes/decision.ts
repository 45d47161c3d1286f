/** What a meeting does with an item of its agenda: it decides, challenges, assures or notes, each with its minute, in one change. */
import { z } from 'zod';
import { challenge } from '../challenge.ts';
import { dateChange } from '../date-change.ts';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { decision } from '../meeting.ts';
import type { Subject, Who } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { aboutOfItem, recordedOf } from '../rules/minuted.ts';
import { quorumOf } from '../rules/quorum.ts';
import { outcomes, type Outcome } from '../scales.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { askChallenge, askChallengeInput } from './challenge.ts';
import { decideDateChange, decideDateChangeInput } from './date-change.ts';
import { because, rowAsRead } from './inputs.ts';
import { checkAhead, checkMember, findRow, findStanding, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';
import { assure } from './stage.ts';

const recorded = {
  noticeId: id,
  /** The item of the agenda. */
  itemId: id,
  /** What stood recorded of the item last, as the person saw it; null where nothing did. */
  seenId: id.nullable().default(null),
  /** What somebody is to do, who and by when: all of it, or nothing. */
  followUp: decision.shape.followUp.default(null),
  followUpToId: decision.shape.followUpToId.default(null),
  followUpDueOn: decision.shape.followUpDueOn.default(null),
};

export const noteItemInput = z.object({ ...recorded, minute: decision.shape.minute });
export const decideItemInput = z.object({
  ...recorded,
  minute: decision.shape.minute,
  /** What is decided of the date change that the item is about; null where it is about none. */
  state: decideDateChangeInput.shape.state.nullable().default(null),
  date: dateChange.shape.to.nullable().default(null),
  reason: because.nullable().default(null),
});
export const assureItemInput = z.object({
  ...recorded,
  minute: decision.shape.minute,
  /** What convinced the board. */
  reason: because,
});
export const challengeItemInput = z.object({
  ...recorded,
  minute: decision.shape.minute.nullable().default(null),
  question: challenge.shape.question,
  /** Who asked; null for the person who records it. Only the chair records what somebody else asked. */
  askedById: id.nullable().default(null),
  toId: askChallengeInput.shape.toId,
  dueOn: askChallengeInput.shape.dueOn,
});
export const markFollowUpInput = z.object({ ...rowAsRead, done: z.boolean() });

type Recorded = z.output<z.ZodObject<typeof recorded>>;
type Item = Plan['agendaItems'][number];
type Meeting = Plan['meetings'][number];
type Decision = Plan['decisions'][number];

const titleOf = (plan: Plan, memberId: string | null): string =>
  plan.members.find((member) => member.id === memberId)?.title ?? 'Somebody else';

/** Gives why nothing can be recorded in a meeting as it stands; null where it is being held. */
export const whyNotHeld = (plan: Plan, { state, closedOn, closedById }: Meeting): string | null => {
  if (state === 'open') return null;
  if (state === 'planned') return 'This meeting has not been opened yet. The programme office or the chair opens it.';
  if (state === 'cancelled') return 'This meeting was cancelled. Nothing is recorded in it.';
  const on = closedOn === null ? '' : ` on ${formatDate(closedOn)}`;
  return `${titleOf(plan, closedById)} closed this meeting${on}, so nothing more is recorded in it. Put it on the agenda of the next meeting, or ask the chair to reopen this one.`;
};

/** Gives why a meeting may neither decide nor assure; null where it may. */
export const whyNotDecides = (plan: Plan, meetingId: string): string | null => {
  const { applies, met, sentence } = quorumOf(plan, meetingId);
  if (!applies) return sentence;
  return met ? null : `${sentence} Without a quorum the meeting can note and challenge, but not decide or assure.`;
};

const deciding: readonly Outcome[] = ['decided', 'assured'];

/** Refuses, with `conflict`, to record on top of what the person did not see, and to decide what is decided. */
const checkSeen = (plan: Plan, item: Item, seenId: string | null, outcome: Outcome): void => {
  const records = recordedOf(plan, item.id);
  const last = records.at(-1);
  if (last && last.id !== seenId) {
    throw new DomainError(
      'conflict',
      `${titleOf(plan, last.byId)} recorded this item meanwhile: ${outcomes[last.outcome].label.toLowerCase()}. “${last.minute}” Look at it before you record more.`,
    );
  }
  if (!last && seenId !== null)
    throw new DomainError('conflict', 'What was recorded of this item was undone meanwhile. Look at the item again.');
  const decided = deciding.includes(outcome) ? records.find((each) => deciding.includes(each.outcome)) : undefined;
  if (decided) {
    throw new DomainError(
      'conflict',
      `${titleOf(plan, decided.byId)} has ${outcomes[decided.outcome].label.toLowerCase()} this item already: “${decided.minute}” Undo that first, or add a note.`,
    );
  }
};

/** Gives an item that a meeting being held may record on. Throws `notFound`, or `conflict` with what became of either. */
const findHeld = (plan: Plan, { itemId, seenId }: Recorded, outcome: Outcome): { item: Item; meeting: Meeting } => {
  const item = findStanding(plan.agendaItems, itemId, 'item of an agenda');
  const meeting = findRow(plan.meetings, item.meetingId, 'meeting');
  const obstacle = whyNotHeld(plan, meeting) ?? (deciding.includes(outcome) ? whyNotDecides(plan, meeting.id) : null);
  if (obstacle !== null) throw new DomainError('conflict', obstacle);
  checkSeen(plan, item, seenId, outcome);
  return { item, meeting };
};

const followUpOf = (plan: Plan, { followUp, followUpToId, followUpDueOn }: Recorded, today: IsoDate) => {
  if (followUp === null && followUpToId === null && followUpDueOn === null)
    return { followUp: null, followUpToId: null, followUpDueOn: null };
  if (followUp === null) return refuse('Say what is to be done, or leave the rest of it empty.', 'followUp');
  if (followUpToId === null) return refuse('Choose who is to do it.', 'followUpToId');
  if (followUpDueOn === null) return refuse('Enter the day by which it is to be done.', 'followUpDueOn');
  checkMember(plan, today, followUpToId, null, 'followUpToId', 'person');
  checkAhead(today, followUpDueOn, 'followUpDueOn', 'The day');
  return { followUp, followUpToId, followUpDueOn };
};

type Made = Partial<Pick<Decision, 'dateChangeId' | 'challengeId' | 'stageChangeId'>>;

/** The row that says what a meeting did with an item, and with it what came of it. */
const recording = (
  plan: Plan,
  item: Item,
  outcome: Outcome,
  input: Recorded & { minute: string },
  { who, today, createId }: By,
  made: Made = {},
): Change =>
  added('decision', {
    noticeId: plan.notice.id,
    id: createId(),
    meetingId: item.meetingId,
    agendaItemId: item.id,
    outcome,
    minute: input.minute,
    dateChangeId: null,
    challengeId: null,
    stageChangeId: null,
    ...made,
    ...followUpOf(plan, input, today),
    followUpDoneOn: null,
    byId: who.memberId,
    on: today,
    mark: 'own',
    withdrawnOn: null,
  });

/** A row that is changed with what the meeting decides is always the newest: the plan can't move meanwhile. */
const asItStands = (plan: Plan, { id: rowId, version }: { id: string; version: number }) => ({
  noticeId: plan.notice.id,
  id: rowId,
  expectedVersion: version,
});

/** Notes an item: a minute of what was said, and a follow-up where there is one. */
export const noteItem = onStandingNotice((plan, input: z.output<typeof noteItemInput>, by) => {
  const { item } = findHeld(plan, input, 'noted');
  return [recording(plan, item, 'noted', input, by)];
});

/**
 * Decides an item. A date change that it is about is decided by the rules of date changes, in the same change; of anything else
 * the minute says what was decided.
 */
export const decideItem = onStandingNotice((plan, input: z.output<typeof decideItemInput>, by) => {
  const { item, meeting } = findHeld(plan, input, 'decided');
  const { state, date, reason, minute } = input;
  if (item.dateChangeId === null) {
    if (state !== null) refuse('This item is about no date change. Say in the minute what was decided.', 'minute');
    return [recording(plan, item, 'decided', input, by)];
  }
  if (state === null) return refuse('Choose whether to approve the change.', 'state');
  const request = findRow(plan.dateChanges, item.dateChangeId, 'date change');
  const decided = decideDateChange(
    plan,
    { ...asItStands(plan, request), state, date, reason: reason ?? minute, meeting: meeting.title },
    by,
  );
  return [recording(plan, item, 'decided', input, by, { dateChangeId: request.id }), ...decided];
});

/** Assures the action that an item is about, with what convinced the board, where its gate allows. */
export const assureItem = onStandingNotice((plan, input: z.output<typeof assureItemInput>, by) => {
  const { item } = findHeld(plan, input, 'assured');
  const { actionId } = aboutOfItem(plan, item);
  if (actionId === null) return refuse('This item is about no action, and only an action can be assured. Note it.');
  const action = findRow(plan.actions, actionId, 'action');
  const assured = assure(plan, { ...asItStands(plan, action), reason: input.reason }, by);
  const step = assured.find(({ entity }) => entity === 'stageChange');
  return [recording(plan, item, 'assured', input, by, { stageChangeId: step?.row.id ?? null }), ...assured];
});

const askerOf = (plan: Plan, askedById: string | null, { who, today }: By): Who => {
  if (askedById === null || askedById === who.memberId) return who;
  if (!who.roles.includes('chair')) refuse('Only the chair records what somebody else asked.', 'askedById');
  checkMember(plan, today, askedById, null, 'askedById', 'person who asks');
  const { organisation, roles } = findRow(plan.members, askedById, 'member');
  return { memberId: askedById, organisation, roles };
};

/** Asks a question about what an item is about, of its owner unless somebody is named, for an answer within two weeks. */
export const challengeItem = onStandingNotice((plan, input: z.output<typeof challengeItemInput>, by) => {
  const { item } = findHeld(plan, input, 'challenged');
  const about = aboutOfItem(plan, item);
  if (Object.values(about).every((each) => each === null)) {
    return refuse(
      'This item is about nothing in the plan, so nobody owns the answer. Note it, and name who is to follow it up.',
    );
  }
  const asker = askerOf(plan, input.askedById, by);
  const { question, toId, dueOn } = input;
  const asked = askChallenge(
    plan,
    { noticeId: plan.notice.id, ...about, meetingId: item.meetingId, question, toId, dueOn },
    { ...by, who: asker },
  );
  const made = asked.find((each) => each.entity === 'challenge');
  const minute =
    input.minute ??
    `${titleOf(plan, asker.memberId)} asked ${titleOf(plan, made?.row.toId ?? null)} to answer by ${formatDate(made?.row.dueOn ?? by.today)}.`;
  return [
    recording(plan, item, 'challenged', { ...input, minute }, by, { challengeId: made?.row.id ?? null }),
    ...asked,
  ];
});

/** Gives whose a follow-up is to call done: the person's who is to do it. Throws `notFound`. */
export const followUpSubject = (plan: Plan, decisionId: string): Subject => ({
  memberIds: [findRow(plan.decisions, decisionId, 'decision').followUpToId],
  organisation: null,
});

/** Says that a follow-up is done, or that it is not after all. */
export const markFollowUp = onStandingNotice((plan, input: z.output<typeof markFollowUpInput>, { today }) => {
  const before = findStanding(plan.decisions, input.id, 'decision');
  if (before.followUp === null) refuse('Nothing is to be done after this decision.');
  if (input.done === (before.followUpDoneOn !== null)) {
    throw new DomainError(
      'conflict',
      input.done
        ? 'This is done already. Reload the page to see it.'
        : 'This is not done yet. Reload the page to see it.',
    );
  }
  return [edited('decision', before, { followUpDoneOn: input.done ? today : null }, input.expectedVersion)];
});
