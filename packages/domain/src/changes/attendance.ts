/** Who is invited to a meeting, who sends apologies, and who is there. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import { attendance } from '../meeting.ts';
import type { Subject } from '../permissions.ts';
import { nobodys } from '../permissions.ts';
import { formatDate } from '../words.ts';
import { findLiveMeeting, invitations, mostInvited } from './meeting.ts';
import { memberIn } from './member.ts';
import { checkMember, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

export const setAttendanceInput = z.object({
  noticeId: id,
  meetingId: id,
  rows: z
    .array(
      z.object({
        memberId: id,
        state: attendance.shape.state,
        /** 0 for somebody who was not invited yet. */
        expectedVersion: z.int('Reload the page and try again.').min(0, 'Reload the page and try again.'),
      }),
    )
    .min(1, 'Choose at least one member.')
    .max(mostInvited, `Choose ${mostInvited} members or fewer.`),
});

/** Gives whose an attendance is: each person's own. Throws `notFound`. */
export const attendanceSubjects = (
  plan: Parameters<typeof memberIn>[0],
  { rows }: z.output<typeof setAttendanceInput>,
): Subject[] =>
  rows.length === 0
    ? [nobodys]
    : rows.map(({ memberId }) => ({ memberIds: [memberIn(plan, memberId).id], organisation: null }));

/**
 * Marks members as invited, present or with apologies; who was not invited yet is. Whoever has a seat says so for themselves
 * before the meeting; that they are there is for the programme office and the chair to mark, from its day on.
 */
export const setAttendance = onStandingNotice((plan, input: z.output<typeof setAttendanceInput>, by) => {
  const meeting = findLiveMeeting(plan, input.meetingId);
  const keepsIt = by.who.roles.some((role) => role === 'programmeOffice' || role === 'chair');
  if (new Set(input.rows.map(({ memberId }) => memberId)).size < input.rows.length)
    refuse('Name each member once.', 'rows');
  return input.rows.flatMap(({ memberId, state, expectedVersion }) => {
    const { title } = memberIn(plan, memberId);
    if (state === 'present' && meeting.state !== 'open' && by.today < meeting.on)
      refuse(`Nobody is present before the meeting is held, on ${formatDate(meeting.on)}. Mark ${title} then.`, 'rows');
    if (state === 'present' && !keepsIt)
      throw new DomainError('forbidden', 'The programme office or the chair marks who is there. Tell them.');
    if (state === 'present') checkMember(plan, meeting.on, memberId, null, 'rows', 'member');
    const before = plan.attendances.find((row) => row.meetingId === meeting.id && row.memberId === memberId);
    if (before) return [edited('attendance', before, { state }, expectedVersion)];
    if (expectedVersion > 0)
      throw new DomainError('conflict', `${title} is not invited to this meeting. Reload the page and try again.`);
    if (state === 'invited') return invitations(plan, meeting, [memberId], by);
    checkMember(plan, meeting.on, memberId, null, 'rows', 'member');
    return [
      added('attendance', { noticeId: plan.notice.id, id: by.createId(), meetingId: meeting.id, memberId, state }),
    ];
  });
});
