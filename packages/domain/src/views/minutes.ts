/** The minutes of a meeting: who was there, what was done with each item, and what follows. */
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import { agendaOf, recordedOf } from '../rules/minuted.ts';
import { askedRow, nameOf } from '../rules/owned.ts';
import { quorumOf } from '../rules/quorum.ts';
import type { AttendanceState, Mark, MeetingState, Outcome, QuestionState, Status } from '../scales.ts';
import { agendaKinds, asks, attendances, meetingKinds, outcomes, sectors, statusOf } from '../scales.ts';
import { formatDate, formatWeekday } from '../words.ts';
import { followUpOf, type FollowUpLine } from './follow-ups.ts';
import { questionLineOf } from './questions.ts';

export type MinutedRecord = {
  id: string;
  outcome: Status<Outcome>;
  minute: string;
  /** The reason for a date, or what convinced the board, where the minute does not say it. */
  because: { name: string; words: string } | null;
  question: {
    about: string;
    words: string;
    askedBy: string;
    to: string;
    dueOn: IsoDate;
    state: Status<QuestionState>;
    answer: string | null;
  } | null;
  followUp: FollowUpLine | null;
};

export type MinutedItem = {
  id: string;
  number: number;
  title: string;
  /** "Date change, for the board to decide, from the Programme lead" */
  kind: string;
  ask: string;
  by: string | null;
  note: string | null;
  records: MinutedRecord[];
};

export type MinutesView = {
  today: IsoDate;
  meeting: {
    id: string;
    version: number;
    kind: string;
    title: string;
    /** "Wednesday 30 August 2023, 14:00" */
    when: string;
    on: IsoDate;
    place: string | null;
    state: MeetingState;
    minutes: string | null;
    mark: Mark;
  };
  authority: string;
  /** "Draft: the meeting is still open"; null once it is closed. */
  draft: string | null;
  /** "Closed by Independent chair on 30 August 2023"; null while it is not. */
  closed: string | null;
  quorum: string;
  attendance: { state: AttendanceState; label: string; people: { id: string; title: string; from: string }[] }[];
  items: MinutedItem[];
  followUps: FollowUpLine[];
  illustrative: boolean;
};

type Decision = Plan['decisions'][number];

const becauseOf = (plan: Plan, row: Decision): MinutedRecord['because'] => {
  const step = plan.stageChanges.find(({ id }) => id === row.stageChangeId);
  if (step?.reason) return { name: 'What convinced the board', words: step.reason };
  const reason = plan.dateChanges.find(({ id }) => id === row.dateChangeId)?.decisionReason ?? null;
  return reason === null || reason === row.minute ? null : { name: 'Reason', words: reason };
};

const questionOf = (plan: Plan, row: Decision, today: IsoDate): MinutedRecord['question'] => {
  const asked = plan.challenges.find(({ id }) => id === row.challengeId);
  if (!asked) return null;
  const { question, askedBy, to, dueOn, state, answer } = questionLineOf(plan, asked, today);
  const about = askedRow(plan, asked);
  return {
    about: about ? `${nameOf(about)} ${about.title}` : 'What it is about is not in the plan',
    words: question,
    askedBy,
    to,
    dueOn,
    state,
    answer: answer && `${answer.words} (${answer.by}, ${formatDate(answer.on)})`,
  };
};

const recordOf = (plan: Plan, row: Decision, today: IsoDate): MinutedRecord => ({
  id: row.id,
  outcome: statusOf(outcomes, row.outcome, row.minute),
  minute: row.minute,
  because: becauseOf(plan, row),
  question: questionOf(plan, row, today),
  followUp: followUpOf(plan, row, today),
});

const attendanceOf = (plan: Plan, meetingId: string): MinutesView['attendance'] => {
  const members = new Map(plan.members.map((member) => [member.id, member]));
  const rows = plan.attendances.filter((row) => row.meetingId === meetingId);
  return (['present', 'apologies', 'invited'] as const)
    .map((state) => ({
      state,
      label: state === 'invited' ? 'Invited, attendance not recorded' : attendances[state].label,
      people: rows
        .filter((row) => row.state === state)
        .flatMap((row) => members.get(row.memberId) ?? [])
        .toSorted((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id))
        .map(({ id, title, organisation, sector }) => ({
          id,
          title,
          from: sector === null ? organisation : `${organisation}, ${sectors[sector].label.toLowerCase()}`,
        })),
    }))
    .filter(({ people }) => people.length > 0);
};

const draftOf: Readonly<Record<MeetingState, string | null>> = {
  planned: 'The meeting has not been held yet.',
  open: 'Draft: the meeting is not closed, and what it recorded may still be undone.',
  closed: null,
  cancelled: 'The meeting was cancelled.',
};

/** Gives the minutes of a meeting on a day: a draft until it is closed. Throws `notFound`. */
export const minutesOf = (entire: Plan, meetingId: string, today: IsoDate): MinutesView => {
  const plan = planOn(entire, today);
  const meeting = findRow(plan.meetings, meetingId, 'meeting');
  const titleOf = (id: string | null): string | null => plan.members.find((member) => member.id === id)?.title ?? null;
  const items = agendaOf(plan, meeting.id).map((item, index): MinutedItem => ({
    id: item.id,
    number: index + 1,
    title: item.title,
    kind: agendaKinds[item.kind].label,
    ask: asks[item.ask].label,
    by: titleOf(item.byId),
    note: item.note,
    records: recordedOf(plan, item.id).map((row) => recordOf(plan, row, today)),
  }));
  const { id, version, kind, title, on, startsAt, place, state, closedOn, closedById, minutes, mark } = meeting;
  return {
    today,
    meeting: {
      id,
      version,
      kind: meetingKinds[kind].label,
      title,
      when: `${formatWeekday(on)}${startsAt === null ? '' : `, ${startsAt}`}`,
      on,
      place,
      state,
      minutes,
      mark,
    },
    authority: plan.notice.authority,
    draft: draftOf[state],
    closed:
      state === 'closed' && closedOn !== null
        ? `Closed by ${titleOf(closedById) ?? 'somebody'} on ${formatDate(closedOn)}`
        : null,
    quorum: quorumOf(plan, meeting.id).sentence,
    attendance: attendanceOf(plan, meeting.id),
    items,
    followUps: items.flatMap(({ records }) => records.flatMap(({ followUp }) => followUp ?? [])),
    illustrative:
      mark === 'illustrative' || plan.agendaItems.some((row) => row.meetingId === id && row.mark === 'illustrative'),
  };
};
