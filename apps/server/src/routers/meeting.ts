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
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { meetingView } from '@noticeboard/domain/views/meeting';
import { meetingsOf } from '@noticeboard/domain/views/meetings';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

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
});
