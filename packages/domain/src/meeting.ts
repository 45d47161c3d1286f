import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, text, title, withdrawable, words } from './fields.ts';
import {
  agendaKinds,
  asks,
  attendances,
  keysOf,
  marks,
  meetingKinds,
  meetingStates,
  outcomes,
  packSections,
} from './scales.ts';

/** How many key points a pack opens with at most. */
const mostKeyPoints = 5;

/** A time of day in London, "14:00". */
const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time of day from 00:00 to 23:59, such as 14:00.');

/** A meeting that the notice is followed by: when it is, when its papers are due, and what its pack holds. */
export const meeting = z.object({
  ...rowFields,
  kind: z.enum(keysOf(meetingKinds), 'Choose what kind of meeting it is.'),
  title: title('Title'),
  on: isoDate,
  /** Null while no time was set. */
  startsAt: timeOfDay.nullable(),
  place: text('Place', 200).nullable(),
  papersDueOn: isoDate,
  state: z.enum(keysOf(meetingStates)),
  closedOn: isoDate.nullable(),
  closedById: id.nullable(),
  /** The sections of its pack. */
  sections: z.array(z.enum(keysOf(packSections))).min(1, 'Choose at least one section.'),
  /** What its pack says first. */
  keyPoints: z.array(text('Key point', 300)).max(mostKeyPoints, `Give ${mostKeyPoints} key points or fewer.`),
  /** What the minutes say besides the items. */
  minutes: words('Minutes').nullable(),
  ...sourceFields,
});
export type Meeting = z.infer<typeof meeting>;

/** Whether a member was invited to a meeting, was there, or sent apologies: one row for each member and meeting. */
export const attendance = z.object({
  ...rowFields,
  meetingId: id,
  memberId: id,
  state: z.enum(keysOf(attendances)),
});
export type Attendance = z.infer<typeof attendance>;

/** One item of an agenda: what it is about, and what is asked of the meeting. At most one of the ids of rows is set. */
export const agendaItem = z.object({
  ...rowFields,
  meetingId: id,
  /** Its place on the agenda, from 1. */
  position: z.int().min(1).max(999),
  kind: z.enum(keysOf(agendaKinds)),
  ask: z.enum(keysOf(asks), 'Choose what is asked of the meeting.'),
  title: title('Title'),
  note: words('Note').nullable(),
  dateChangeId: id.nullable(),
  actionId: id.nullable(),
  measureId: id.nullable(),
  requirementId: id.nullable(),
  areaId: id.nullable(),
  challengeId: id.nullable(),
  /** Who put it on the agenda. */
  byId: id.nullable(),
  mark: z.enum(keysOf(marks)),
  ...withdrawable,
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** What a meeting did with an item: the minute, and what came of it. Withdrawn where it was undone before the meeting closed. */
export const decision = z.object({
  ...rowFields,
  meetingId: id,
  agendaItemId: id,
  outcome: z.enum(keysOf(outcomes)),
  minute: words('Minute'),
  /** The date change that it decided, the question that it asked, the step that assured an action. */
  dateChangeId: id.nullable(),
  challengeId: id.nullable(),
  stageChangeId: id.nullable(),
  /** What somebody is to do, who, and by when; all null where nobody is. */
  followUp: words('Follow-up').nullable(),
  followUpToId: id.nullable(),
  followUpDueOn: isoDate.nullable(),
  followUpDoneOn: isoDate.nullable(),
  byId: id.nullable(),
  on: isoDate,
  mark: z.enum(keysOf(marks)),
  ...withdrawable,
});
export type Decision = z.infer<typeof decision>;

/** What the programme office or the sponsor tells one meeting of one area, for its page in the pack. */
export const areaReport = z.object({
  ...rowFields,
  meetingId: id,
  areaId: id,
  /** Why its status changed since the last board. */
  why: words('Why it changed').nullable(),
  /** What it means for children and families, and the evidence of it. */
  effect: words('Effect on families').nullable(),
  evidenceIds: z.array(id).max(20),
  nextStep: words('Next step').nullable(),
  byId: id.nullable(),
  on: isoDate,
  mark: z.enum(keysOf(marks)),
});
export type AreaReport = z.infer<typeof areaReport>;
