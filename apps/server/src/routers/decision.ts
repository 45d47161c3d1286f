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
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

/** What a meeting does while it is held. */
export const decisionRouter = router({
  open: change('meeting.minute', openMeetingInput, () => nobodys, openMeeting),
  writeMinutes: change('meeting.minute', writeMinutesInput, () => nobodys, writeMinutes),
  close: change('meeting.minute', closeMeetingInput, () => nobodys, closeMeeting),
  reopen: change('meeting.decide', reopenMeetingInput, () => nobodys, reopenMeeting),
  note: change('meeting.minute', noteItemInput, () => nobodys, noteItem),
  decide: change('meeting.decide', decideItemInput, () => nobodys, decideItem),
  assure: change('meeting.decide', assureItemInput, () => nobodys, assureItem),
  challenge: change('challenge.ask', challengeItemInput, () => nobodys, challengeItem),
  undo: change('meeting.undo', undoDecisionInput, (plan, { id }) => undoSubject(plan, id), undoDecision),
  markFollowUp: change('followUp.mark', markFollowUpInput, (plan, { id }) => followUpSubject(plan, id), markFollowUp),
});
