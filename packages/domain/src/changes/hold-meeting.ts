/** Holding a meeting: it is opened, its minutes are written, it is closed with a word on every item, and reopened where that was too early. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import { meeting } from '../meeting.ts';
import type { Change, Plan } from '../plan.ts';
import { agendaOf, itemsLeft } from '../rules/minuted.ts';
import { meetingsInOrder } from '../rules/meetings.ts';
import { formatDate, plural } from '../words.ts';
import type { By } from './by.ts';
import { because, rowAsRead } from './inputs.ts';
import { checkChosen, findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const openMeetingInput = z.object(rowAsRead);
export const writeMinutesInput = z.object({ ...rowAsRead, minutes: meeting.shape.minutes });
export const closeMeetingInput = z.object({
  ...rowAsRead,
  /** The items without a record that the next meeting of the kind takes up. */
  carriedIds: z.array(id).max(999),
  /** Those that are left. Together with the carried ones they are all without a record. */
  leftIds: z.array(id).max(999),
});
export const reopenMeetingInput = z.object({ ...rowAsRead, reason: because });

type Meeting = Plan['meetings'][number];
type Item = Plan['agendaItems'][number];

const said: Readonly<Record<Meeting['state'], string>> = {
  planned: 'This meeting has not been opened yet. The programme office or the chair opens it.',
  open: 'This meeting is open already. Reload the page to see it.',
  closed: 'This meeting is closed. Only the chair can reopen it.',
  cancelled: 'This meeting was cancelled. Plan another one.',
};

/** Gives a meeting in one of some states; throws `notFound`, or `conflict` with the state that it has. */
const findIn = (plan: Plan, meetingId: string, states: readonly Meeting['state'][]): Meeting => {
  const found = findRow(plan.meetings, meetingId, 'meeting');
  if (!states.includes(found.state)) throw new DomainError('conflict', said[found.state]);
  return found;
};

/**
 * Opens a meeting, so that it can record what it decides. One that was planned for a later day is held today, so that its day is
 * the one on which it decided. Throws `conflict` where another of its kind has that day.
 */
export const openMeeting = onStandingNotice((plan, input: z.output<typeof openMeetingInput>, { today }) => {
  const before = findIn(plan, input.id, ['planned']);
  const on = before.on < today ? before.on : today;
  const other = plan.meetings.find(
    (each) => each.id !== before.id && each.kind === before.kind && each.on === on && each.state !== 'cancelled',
  );
  if (other) {
    throw new DomainError(
      'conflict',
      `${other.title} is on ${formatDate(on)} already, so this one can’t be held on that day too. Open it on its own day, ${formatDate(before.on)}.`,
    );
  }
  const papersDueOn = before.papersDueOn < on ? before.papersDueOn : on;
  return [edited('meeting', before, { state: 'open', on, papersDueOn }, input.expectedVersion)];
});

/** Writes what the minutes say besides the items, until the meeting is closed. */
export const writeMinutes = onStandingNotice((plan, input: z.output<typeof writeMinutesInput>) => {
  const before = findIn(plan, input.id, ['planned', 'open']);
  return [edited('meeting', before, { minutes: input.minutes }, input.expectedVersion)];
});

/** Gives the meeting that takes up what another of its kind did not reach; null where none is planned. */
export const carriedTo = (plan: Plan, { id: meetingId, kind, on }: Meeting): Meeting | null =>
  meetingsInOrder(plan).find(
    (each) => each.id !== meetingId && each.kind === kind && each.state === 'planned' && each.on >= on,
  ) ?? null;

const sameItem = (a: Item, b: Item): boolean =>
  a.title === b.title &&
  a.dateChangeId === b.dateChangeId &&
  a.actionId === b.actionId &&
  a.measureId === b.measureId &&
  a.requirementId === b.requirementId &&
  a.areaId === b.areaId &&
  a.challengeId === b.challengeId;

/** Puts items at the end of another meeting's agenda, but for those that it has already. */
const carrying = (plan: Plan, items: readonly Item[], to: Meeting, { createId }: By): Change[] => {
  const there = agendaOf(plan, to.id);
  const last = Math.max(0, ...there.map(({ position }) => position));
  return items
    .filter((item) => !there.some((other) => sameItem(item, other)))
    .map((item, index) => {
      const { version: _, addedAt: _added, recordedAt: _at, recordedBy: _by, ...kept } = item;
      return added('agendaItem', { ...kept, id: createId(), meetingId: to.id, position: last + 1 + index });
    });
};

const outcomeOf = (plan: Plan, item: Item, minute: string, { who, today, createId }: By): Change =>
  added('decision', {
    noticeId: plan.notice.id,
    id: createId(),
    meetingId: item.meetingId,
    agendaItemId: item.id,
    outcome: 'noted',
    minute,
    dateChangeId: null,
    challengeId: null,
    stageChangeId: null,
    followUp: null,
    followUpToId: null,
    followUpDueOn: null,
    followUpDoneOn: null,
    byId: who.memberId,
    on: today,
    mark: 'own',
    withdrawnOn: null,
  });

/**
 * Closes a meeting: what it decided stands. Every item without a record is either carried over to the next meeting of the kind or
 * left, and its minute says which. Throws `conflict` where the agenda has others without a record than the person saw.
 */
export const closeMeeting = onStandingNotice((plan, input: z.output<typeof closeMeetingInput>, by) => {
  const before = findIn(plan, input.id, ['open']);
  const open = itemsLeft(plan, before.id);
  const { carriedIds, leftIds } = input;
  checkChosen(
    new Map(agendaOf(plan, before.id).map((item) => [item.id, true])),
    [...carriedIds, ...leftIds],
    [],
    'carriedIds',
    'item',
  );
  const told = new Set([...carriedIds, ...leftIds]);
  const untold = open.filter((item) => !told.has(item.id));
  if (untold.length > 0) {
    throw new DomainError(
      'conflict',
      `${plural(untold.length, 'item')} without an outcome: ${untold.map(({ title }) => title).join('; ')}. Say of each whether the next meeting takes it up.`,
    );
  }
  const carried = open.filter((item) => carriedIds.includes(item.id));
  const to = carriedTo(plan, before);
  if (carried.length > 0 && to === null)
    refuse('No later meeting of this kind is planned to carry items over to. Plan one, or leave them.', 'carriedIds');
  const minuteOf = (item: Item): string =>
    to !== null && carriedIds.includes(item.id)
      ? `Not reached. Carried over to the meeting of ${formatDate(to.on)}.`
      : 'Not reached, and not carried over.';
  return [
    edited(
      'meeting',
      before,
      { state: 'closed', closedOn: by.today, closedById: by.who.memberId },
      input.expectedVersion,
    ),
    ...open.map((item) => outcomeOf(plan, item, minuteOf(item), by)),
    ...(to === null ? [] : carrying(plan, carried, to, by)),
  ];
});

/** Reopens a meeting that was closed too early, with the reason; not once a later one of its kind was opened. */
export const reopenMeeting = onStandingNotice((plan, input: z.output<typeof reopenMeetingInput>) => {
  const before = findRow(plan.meetings, input.id, 'meeting');
  if (before.state !== 'closed')
    throw new DomainError('conflict', before.state === 'open' ? said.open : 'This meeting was never closed.');
  const later = meetingsInOrder(plan).find(
    (each) =>
      each.id !== before.id &&
      each.kind === before.kind &&
      each.on >= before.on &&
      (each.state === 'open' || each.state === 'closed'),
  );
  if (later) {
    throw new DomainError(
      'conflict',
      `The meeting of ${formatDate(later.on)} was held since. What is to be put right belongs on its agenda, or on the next.`,
    );
  }
  return [edited('meeting', before, { state: 'open', closedOn: null, closedById: null }, input.expectedVersion)];
});
