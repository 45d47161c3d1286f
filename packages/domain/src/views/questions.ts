/** What the board and scrutiny ask about a row, and the answers. */
import { answererSubject, askerSubject } from '../changes/challenge.ts';
import { londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { byTime } from '../rules/grouped.ts';
import type { AskedAbout } from '../rules/owned.ts';
import { questionStateOf } from '../rules/question.ts';
import type { ChallengeForum, Mark, QuestionState, Status } from '../scales.ts';
import { formatDate } from '../words.ts';

export type QuestionLine = {
  id: string;
  version: number;
  question: string;
  askedBy: string;
  forum: ChallengeForum;
  /** The meeting that asked it: "Improvement board, 30 August 2023"; null where it was asked between meetings. */
  meeting: { id: string; title: string } | null;
  askedOn: IsoDate;
  to: string;
  dueOn: IsoDate;
  state: Status<QuestionState>;
  answer: { words: string; by: string; byId: string | null; on: IsoDate } | null;
  /** "Answer accepted by Independent chair on 25 September 2023"; null while it is open. */
  closed: string | null;
  /** The day of the question that it asks again; null for a first one. */
  follows: IsoDate | null;
  /** Who may answer it, and who may close it. */
  answerer: Subject;
  asker: Subject;
  mark: Mark;
};

type Challenge = Plan['challenges'][number];

const titleOf = (plan: Plan, id: string | null): string =>
  id === null ? 'Not known' : (plan.members.find((member) => member.id === id)?.title ?? 'A former member');

const closedOf = (plan: Plan, { state, recordedBy, recordedAt }: Challenge): string | null => {
  const by = plan.members.find(({ id }) => id === recordedBy);
  const who = `${by ? ` by ${by.title}` : ''} on ${formatDate(londonDay(recordedAt))}`;
  if (state === 'accepted') return `Answer accepted${who}`;
  if (state === 'withdrawn') return `Withdrawn${who}`;
  return state === 'askedAgain' ? `Asked again${who}` : null;
};

const meetingOf = (plan: Plan, meetingId: string | null): QuestionLine['meeting'] => {
  const meeting = plan.meetings.find(({ id }) => id === meetingId);
  return meeting ? { id: meeting.id, title: `${meeting.title}, ${formatDate(meeting.on)}` } : null;
};

/** Gives a question as pages show it. */
export const questionLineOf = (plan: Plan, row: Challenge, today: IsoDate): QuestionLine => ({
  id: row.id,
  version: row.version,
  question: row.question,
  askedBy: row.forum === 'scrutiny' ? 'Scrutiny committee' : titleOf(plan, row.askedById),
  forum: row.forum,
  meeting: meetingOf(plan, row.meetingId),
  askedOn: row.askedOn,
  to: titleOf(plan, row.toId),
  dueOn: row.dueOn,
  state: questionStateOf(row, today),
  answer:
    row.answer === null || row.answeredOn === null
      ? null
      : { words: row.answer, by: titleOf(plan, row.answeredById), byId: row.answeredById, on: row.answeredOn },
  closed: closedOf(plan, row),
  follows: plan.challenges.find(({ id }) => id === row.followsId)?.askedOn ?? null,
  answerer: answererSubject(plan, row.id, today),
  asker: askerSubject(plan, row.id, today),
  mark: row.mark,
});

const oldestFirst = byTime<Challenge>(({ askedOn }) => askedOn);

/** Gives what was asked about a row, newest first. `plan` holds only what was known on the day. */
export const questionsAbout = (plan: Plan, about: Partial<AskedAbout>, today: IsoDate): QuestionLine[] => {
  const [kind, id] = Object.entries(about)[0] ?? [];
  return plan.challenges
    .filter((row) => row.askedOn <= today && row[kind as keyof AskedAbout] === id)
    .toSorted(oldestFirst)
    .toReversed()
    .map((row) => questionLineOf(plan, row, today));
};
