/** A meeting is planned, moved, described, and cancelled; once it was closed its record stands. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { meeting } from '../meeting.ts';
import type { Change, Plan } from '../plan.ts';
import { outcomeOf } from '../rules/dfe-review.ts';
import { isInForce } from '../rules/in-force.ts';
import { papersDueFor } from '../rules/papers.ts';
import { sitsOnBoard } from '../rules/quorum.ts';
import { keysOf, meetingKinds, packSections, type MeetingKind } from '../scales.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { editedRow, ownSource, rowAsRead } from './inputs.ts';
import { checkAhead, checkMember, findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

const { kind, title, on, startsAt, place, papersDueOn, sections, keyPoints } = meeting.shape;

/** How many people may be invited to one meeting. */
export const mostInvited = 60;
const invited = z.array(id).max(mostInvited, `Invite ${mostInvited} members or fewer.`);

export const planMeetingInput = z.object({
  noticeId: id,
  kind,
  title,
  on,
  startsAt: startsAt.default(null),
  place: place.default(null),
  /** Null for the day that the notice's rule gives. */
  papersDueOn: papersDueOn.nullable().default(null),
  /** Null for whoever usually comes to such a meeting. */
  memberIds: invited.nullable().default(null),
  ...ownSource,
});
export const moveMeetingInput = z.object({
  ...editedRow,
  on,
  startsAt,
  papersDueOn: papersDueOn.nullable().default(null),
});
export const editMeetingInput = z.object({ ...rowAsRead, title, place, sections, keyPoints });
export const cancelMeetingInput = z.object(editedRow);

type Meeting = Plan['meetings'][number];

/**
 * Gives a meeting that is still to be held, or is being held.
 * @throws DomainError notFound where there is none, conflict where it was closed or cancelled
 */
export const findLiveMeeting = (plan: Plan, meetingId: string): Meeting => {
  const found = findRow(plan.meetings, meetingId, 'meeting');
  if (found.state === 'cancelled') {
    throw new DomainError('conflict', 'This meeting was cancelled. Plan another one.');
  }
  if (found.state === 'closed') {
    const day = formatDate(found.closedOn ?? found.on);
    throw new DomainError('conflict', `This meeting was closed on ${day}. What was recorded of it stands as it is.`);
  }
  return found;
};

/**
 * Gives a meeting that has not begun. Throws as `findLiveMeeting` does, and `conflict` where it is being held, or where DfE
 * published what it judged at it: no council moves or cancels that.
 */
const findPlanned = (plan: Plan, meetingId: string): Meeting => {
  const found = findLiveMeeting(plan, meetingId);
  if (found.state === 'open')
    throw new DomainError('conflict', 'This meeting is being held. Close it first; its day can’t be changed any more.');
  const outcome = outcomeOf(plan, found);
  if (outcome)
    throw new DomainError(
      'conflict',
      `DfE published on ${formatDate(outcome.publishedOn)} what it judged at this review, so it stands as it was. Plan another one.`,
    );
  return found;
};

/**
 * Gives who usually comes to a meeting: the board with its chair and the parent carer forum, to a DfE review the monitors and
 * the programme office too, of those whose roles are in force on the day.
 */
const usuallyInvited = (plan: Plan, meetingKind: MeetingKind, day: IsoDate): Plan['members'] =>
  plan.members.filter(
    (member) =>
      isInForce(member, day) &&
      (sitsOnBoard(member) ||
        (meetingKind === 'dfeReview' && member.roles.some((role) => role === 'monitor' || role === 'programmeOffice'))),
  );

const checkFree = (plan: Plan, meetingKind: MeetingKind, day: IsoDate, ownId: string | null): void => {
  const other = plan.meetings.find(
    (each) => each.id !== ownId && each.kind === meetingKind && each.on === day && each.state !== 'cancelled',
  );
  if (other) {
    const { label } = meetingKinds[meetingKind];
    refuse(`There is already a meeting “${label}” on ${formatDate(day)}. Choose another day, or edit that one.`, 'on');
  }
};

/** Gives the day on which papers are due: the one that was named, or by the rule of the notice, never one that has passed. */
const papersDay = (
  plan: Plan,
  { kind: meetingKind, on: day, papersDueOn: named }: { kind: MeetingKind; on: IsoDate; papersDueOn: IsoDate | null },
  today: IsoDate,
): IsoDate => {
  if (named === null) {
    const byRule = papersDueFor(plan.notice, meetingKind, day);
    return byRule < today ? today : byRule;
  }
  if (named > day)
    refuse(`Papers must be due by ${formatDate(day)}, the day of the meeting, or before it.`, 'papersDueOn');
  checkAhead(today, named, 'papersDueOn', 'The day on which papers are due');
  return named;
};

/** Makes the rows that invite members to a meeting. */
export const invitations = (
  plan: Plan,
  { id: meetingId, on: day }: Pick<Meeting, 'id' | 'on'>,
  memberIds: readonly string[],
  { createId }: By,
): Change[] => {
  if (new Set(memberIds).size < memberIds.length) refuse('Invite each member once.', 'memberIds');
  return memberIds.map((memberId) => {
    checkMember(plan, day, memberId, null, 'memberIds', 'member');
    return added('attendance', { noticeId: plan.notice.id, id: createId(), meetingId, memberId, state: 'invited' });
  });
};

/** Plans a meeting from today on, with all sections in its pack, and invites to it. */
export const planMeeting = onStandingNotice((plan, input: z.output<typeof planMeetingInput>, by) => {
  const { noticeId: _notice, memberIds, papersDueOn: named, ...given } = input;
  checkAhead(by.today, input.on, 'on', 'The day of the meeting');
  checkFree(plan, input.kind, input.on, null);
  const meetingId = by.createId();
  const guests = memberIds ?? usuallyInvited(plan, input.kind, input.on).map((member) => member.id);
  return [
    added('meeting', {
      noticeId: plan.notice.id,
      id: meetingId,
      ...given,
      papersDueOn: papersDay(plan, { ...given, papersDueOn: named }, by.today),
      state: 'planned',
      closedOn: null,
      closedById: null,
      sections: keysOf(packSections),
      keyPoints: [],
      minutes: null,
    }),
    ...invitations(plan, { id: meetingId, on: input.on }, guests, by),
  ];
});

/**
 * Moves a meeting that has not begun to another day or time. Where no day for papers is named they follow by the notice's rule.
 * What was frozen for it stays as it was frozen.
 */
export const moveMeeting = onStandingNotice((plan, input: z.output<typeof moveMeetingInput>, { today }) => {
  const before = findPlanned(plan, input.id);
  checkAhead(today, input.on, 'on', 'The day of the meeting');
  checkFree(plan, before.kind, input.on, before.id);
  const kept = input.on === before.on && input.papersDueOn === before.papersDueOn;
  const papers = kept
    ? before.papersDueOn
    : papersDay(plan, { kind: before.kind, on: input.on, papersDueOn: input.papersDueOn }, today);
  if (input.on === before.on && papers === before.papersDueOn && input.startsAt === before.startsAt)
    refuse('Nothing is different. Change the day, the time or the day of the papers, then save.', 'on');
  const fields = { on: input.on, startsAt: input.startsAt, papersDueOn: papers };
  return [edited('meeting', before, fields, input.expectedVersion)];
});

/** Says what a meeting is called, where it is, and what its pack holds and says first, until it is closed. */
export const editMeeting = onStandingNotice((plan, input: z.output<typeof editMeetingInput>) => {
  const before = findLiveMeeting(plan, input.id);
  if (new Set(input.sections).size < input.sections.length) refuse('Choose each section once.', 'sections');
  const fields = {
    title: input.title,
    place: input.place,
    // In the order in which they stand on paper.
    sections: keysOf(packSections).filter((section) => input.sections.includes(section)),
    keyPoints: input.keyPoints,
  };
  return [edited('meeting', before, fields, input.expectedVersion)];
});

/** Cancels a meeting that has not begun: it stays to be read, and calendars say that it does not take place. */
export const cancelMeeting = onStandingNotice((plan, input: z.output<typeof cancelMeetingInput>) => [
  edited('meeting', findPlanned(plan, input.id), { state: 'cancelled' }, input.expectedVersion),
]);
