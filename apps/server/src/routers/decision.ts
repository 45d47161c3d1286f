import {
  assureItem,
  assureItemInput,
  challengeItem,
  challengeItemInput,
  decideItem,
  decideItemInput,
  followUpSubject,
  markFollowUp,
  markFollowUpInput,
  noteItem,
  noteItemInput,
} from '@noticeboard/domain/changes/decision';
import {
  closeMeeting,
  closeMeetingInput,
  openMeeting,
  openMeetingInput,
  reopenMeeting,
  reopenMeetingInput,
  writeMinutes,
  writeMinutesInput,
} from '@noticeboard/domain/changes/hold-meeting';
import { undoDecision, undoDecisionInput, undoSubject } from '@noticeboard/domain/changes/undo-decision';
import { id } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { followUpsOf } from '@noticeboard/domain/views/follow-ups';
import { holdOf } from '@noticeboard/domain/views/hold';
import { meetingNowOf } from '@noticeboard/domain/views/meeting-now';
import { minutesOf } from '@noticeboard/domain/views/minutes';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

/** What a meeting does while it is held. */
export const decisionRouter = router({
  hold: view('plan.read', z.object({ id }), ({ plan, today, who }, { id: meetingId }) =>
    holdOf(plan, meetingId, today, who),
  ),
  minutes: view('plan.read', z.object({ id }), ({ plan, today }, { id: meetingId }) =>
    minutesOf(plan, meetingId, today),
  ),
  /** The meeting that is being held, or the next. */
  now: view('plan.read', z.object({}), ({ plan, today }) => meetingNowOf(plan, today)),
  /** What is to be done after one meeting; without one, what is not done of all. */
  followUps: view('plan.read', z.object({ meetingId: id.nullable().default(null) }), ({ plan, today }, { meetingId }) =>
    followUpsOf(plan, today, meetingId),
  ),
  open: change('meeting.minute', openMeetingInput, () => nobodys, openMeeting),
  writeMinutes: change('meeting.minute', writeMinutesInput, () => nobodys, writeMinutes),
  close: change('meeting.minute', closeMeetingInput, () => nobodys, closeMeeting),
  reopen: change('meeting.decide', reopenMeetingInput, () => nobodys, reopenMeeting),
  note: change('meeting.minute', noteItemInput, () => nobodys, noteItem),
  decide: change('meeting.decide', decideItemInput, () => nobodys, decideItem),
  assure: change('meeting.decide', assureItemInput, () => nobodys, assureItem),
  challenge: change('challenge.ask', challengeItemInput, () => nobodys, challengeItem),
  undo: change('meeting.undo', undoDecisionInput, (plan, { id: undone }) => undoSubject(plan, undone), undoDecision),
  markFollowUp: change(
    'followUp.mark',
    markFollowUpInput,
    (plan, { id: followed }) => followUpSubject(plan, followed),
    markFollowUp,
  ),
});
