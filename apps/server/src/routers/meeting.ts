import { issueCalendarLink, readCalendarLink, revokeCalendarLink } from '@noticeboard/db/calendar-link';
import {
  addToAgenda,
  addToAgendaInput,
  agendaItemSubject,
  editItem,
  editItemInput,
  moveItem,
  moveItemInput,
  proposeItem,
  proposeItemInput,
  withdrawItem,
  withdrawItemInput,
} from '@noticeboard/domain/changes/agenda';
import { areaSubject } from '@noticeboard/domain/changes/area';
import { setAreaReport, setAreaReportInput } from '@noticeboard/domain/changes/area-report';
import { attendanceSubjects, setAttendance, setAttendanceInput } from '@noticeboard/domain/changes/attendance';
import {
  cancelMeeting,
  cancelMeetingInput,
  editMeeting,
  editMeetingInput,
  moveMeeting,
  moveMeetingInput,
  planMeeting,
  planMeetingInput,
} from '@noticeboard/domain/changes/meeting';
import { DomainError } from '@noticeboard/domain/domain-error';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { meetingView } from '@noticeboard/domain/views/meeting';
import { meetingsOf } from '@noticeboard/domain/views/meetings';
import { z } from 'zod';
import { act, change, read, router, view } from '../trpc.ts';

export const meetingRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => meetingsOf(plan, today)),
  read: view('plan.read', z.object({ id }), ({ plan, today }, input) => meetingView(plan, today, input.id)),

  plan: change('meeting.plan', planMeetingInput, () => nobodys, planMeeting),
  move: change('meeting.plan', moveMeetingInput, () => nobodys, moveMeeting),
  edit: change('meeting.plan', editMeetingInput, () => nobodys, editMeeting),
  cancel: change('meeting.plan', cancelMeetingInput, () => nobodys, cancelMeeting),

  attend: change('meeting.attend', setAttendanceInput, attendanceSubjects, setAttendance),

  addItems: change('agenda.edit', addToAgendaInput, () => nobodys, addToAgenda),
  moveItem: change('agenda.edit', moveItemInput, () => nobodys, moveItem),
  proposeItem: change('agenda.propose', proposeItemInput, () => nobodys, proposeItem),
  editItem: change('agenda.item', editItemInput, agendaItemSubject, editItem),
  withdrawItem: change('agenda.item', withdrawItemInput, agendaItemSubject, withdrawItem),

  report: change(
    'areaReport.write',
    setAreaReportInput,
    (plan, { areaId }, today) => areaSubject(plan, areaId, today),
    setAreaReport,
  ),

  /** Answers whether the person has a link to a calendar, which nobody can show them again. */
  calendar: read('meeting.follow', z.object({}), async ({ plan, who, installation: { db } }) => {
    const link = await readCalendarLink(db, { noticeId: plan.notice.id, memberId: who.memberId });
    return { made: link !== null };
  }),

  /** Makes the person's link to a calendar, and ends the one before it. */
  makeCalendar: act('meeting.follow', z.object({}), async ({ plan, who, installation: { db } }) => {
    const now = new Date().toISOString();
    const whose = { noticeId: plan.notice.id, memberId: who.memberId, now };
    const token = await db.kysely
      .transaction()
      .execute((kysely) => issueCalendarLink({ kysely, dialect: db.dialect }, whose));
    return { path: `/calendar/${token}.ics` };
  }),

  /** Ends the person's link: calendars that follow it read nothing more. */
  endCalendar: act('meeting.follow', z.object({}), async ({ plan, who, installation: { db } }) => {
    const now = new Date().toISOString();
    const ended = await revokeCalendarLink(db, { noticeId: plan.notice.id, memberId: who.memberId, now });
    if (!ended) throw new DomainError('notFound', 'You have no link to a calendar any more.');
    return {};
  }),
});
