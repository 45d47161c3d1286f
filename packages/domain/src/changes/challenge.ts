/** What the board and scrutiny ask of whoever owns a row, and what comes back. */
import { z } from 'zod';
import { addDays } from '../calendar.ts';
import { challenge } from '../challenge.ts';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { type AskedAbout, nameOf } from '../rules/owned.ts';
import { actingFor } from '../rules/owners.ts';
import { formatDate } from '../words.ts';
import { isInForce } from '../rules/in-force.ts';
import { aboutInput, standingAsked, subjectAsked } from './about.ts';
import type { By } from './by.ts';
import { editedRow, rowAsRead } from './inputs.ts';
import { checkActs, checkAhead, checkAfterIssue, checkHasCome, findRow, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

/** Within how many days an answer is due where no day is named. */
const answerWithinDays = 14;

const asked = {
  question: challenge.shape.question,
  /** Who is to answer; null for whoever the row belongs to. */
  toId: id.nullable().default(null),
  /** By when; null for two weeks from today. */
  dueOn: challenge.shape.dueOn.nullable().default(null),
};

/** What it is about, and at which meeting it was asked; null for between meetings. */
const about = { ...aboutInput, areaId: id.nullable().default(null), meetingId: id.nullable().default(null) };

export const askChallengeInput = z.object({ noticeId: id, ...about, ...asked });
/** What a scrutiny committee asked, on a day; null for today. */
export const recordChallengeInput = askChallengeInput.extend({
  askedOn: challenge.shape.askedOn.nullable().default(null),
});
export const answerChallengeInput = z.object({ ...rowAsRead, answer: challenge.shape.answer.unwrap() });
export const acceptChallengeInput = z.object(rowAsRead);
export const askAgainChallengeInput = z.object({ ...rowAsRead, ...asked });
export const withdrawChallengeInput = z.object(editedRow);

type Challenge = Plan['challenges'][number];

/** Gives whose a question is to answer: the person's whom it was put to, the row's owner, and who covers for them. Throws `notFound`. */
export const answererSubject = (plan: Plan, challengeId: string, today: IsoDate): Subject => {
  const question = findRow(plan.challenges, challengeId, 'question');
  const { memberIds, organisation } = subjectAsked(plan, question, today);
  return { memberIds: [...actingFor(plan, [question.toId], today), ...memberIds], organisation };
};

/**
 * Gives whose a question is to close: the person's who asked it; for a scrutiny committee, which has no account here, the
 * programme office's. Throws `notFound`.
 */
export const askerSubject = (plan: Plan, challengeId: string, today: IsoDate): Subject => {
  const { forum, askedById } = findRow(plan.challenges, challengeId, 'question');
  const office = plan.members.filter((row) => row.roles.includes('programmeOffice') && isInForce(row, today));
  return { memberIds: forum === 'board' ? [askedById] : office.map((row) => row.id), organisation: null };
};

type Asked = z.output<z.ZodObject<typeof asked>>;
type Asking = Pick<Challenge, 'forum' | 'meetingId' | 'askedById' | 'askedOn' | 'followsId'>;

const checkMeeting = (plan: Plan, { forum, meetingId, askedOn }: Asking): void => {
  if (meetingId === null) return;
  const { state, kind, on } = findRow(plan.meetings, meetingId, 'meeting');
  if (state === 'cancelled') refuse('That meeting was cancelled. Choose another one.', 'meetingId');
  if (on > askedOn)
    refuse(`That meeting is on ${formatDate(on)}, after the question was asked. Choose another one.`, 'meetingId');
  if ((kind === 'scrutiny') !== (forum === 'scrutiny'))
    refuse(
      forum === 'scrutiny'
        ? 'Choose a meeting of the scrutiny committee.'
        : 'The programme office records what a scrutiny committee asks. Choose another meeting.',
      'meetingId',
    );
};

/** Makes a question about a row that stands. */
const questionAbout = (
  plan: Plan,
  { actionId, measureId, requirementId, areaId }: AskedAbout,
  input: Asked,
  asking: Asking,
  { today, createId }: By,
) => {
  const asks = { actionId, measureId, requirementId, areaId };
  const row = standingAsked(plan, asks);
  const toId = input.toId ?? row.ownerId;
  const owner = row.kind === 'area' ? 'sponsor' : 'owner';
  if (toId === null) return refuse(`${nameOf(row)} has no ${owner}. Choose who is to answer.`, 'toId');
  if (toId === asking.askedById) return refuse('You can’t ask yourself. Choose who is to answer.', 'toId');
  checkMeeting(plan, asking);
  checkActs(plan, toId, 'challenge.answer', { from: today, until: today }, 'toId', 'person who answers');
  const dueOn = input.dueOn ?? addDays(today, answerWithinDays);
  checkAhead(today, dueOn, 'dueOn', 'The day of the answer');
  return added('challenge', {
    noticeId: plan.notice.id,
    id: createId(),
    ...asks,
    ...asking,
    question: input.question,
    toId,
    dueOn,
    answer: null,
    answeredById: null,
    answeredOn: null,
    state: 'asked',
    mark: 'own',
  });
};

/**
 * Asks a question about a row, of whoever it belongs to unless somebody is named, for an answer within two weeks; at a meeting
 * where one is named.
 */
export const askChallenge = onStandingNotice((plan, input: z.output<typeof askChallengeInput>, by) => {
  const { meetingId } = input;
  const asking = { forum: 'board', meetingId, askedById: by.who.memberId, askedOn: by.today, followsId: null } as const;
  return [questionAbout(plan, input, input, asking, by)];
});

/** Records for a scrutiny committee what it asked, on the day on which it did. */
export const recordChallenge = onStandingNotice((plan, input: z.output<typeof recordChallengeInput>, by) => {
  const askedOn = input.askedOn ?? by.today;
  checkHasCome(by.today, askedOn, 'askedOn', 'The day of the question');
  checkAfterIssue(plan, askedOn, 'askedOn', 'The day of the question');
  const asking = { forum: 'scrutiny', meetingId: input.meetingId, askedById: null, askedOn, followsId: null } as const;
  return [questionAbout(plan, input, input, asking, by)];
});

/** Answers a question that waits for it. */
export const answerChallenge = onStandingNotice(
  (plan, input: z.output<typeof answerChallengeInput>, { who, today }) => {
    const question = findRow(plan.challenges, input.id, 'question');
    if (question.state === 'withdrawn') throw withdrawnAlready();
    if (question.state !== 'asked') {
      throw new DomainError('conflict', 'This question is answered already. Reload the page to read the answer.');
    }
    return [
      edited(
        'challenge',
        question,
        { answer: input.answer, answeredById: who.memberId, answeredOn: today, state: 'answered' },
        input.expectedVersion,
      ),
    ];
  },
);

const withdrawnAlready = () =>
  new DomainError('conflict', 'This question was withdrawn. Reload the page to see what is asked now.');

const findAnswered = (plan: Plan, challengeId: string, { who }: By): Challenge => {
  const question = findRow(plan.challenges, challengeId, 'question');
  if (question.state === 'withdrawn') throw withdrawnAlready();
  if (question.state === 'asked') {
    throw new DomainError('conflict', 'This question has no answer yet. Wait for it.');
  }
  if (question.state !== 'answered') {
    throw new DomainError('conflict', 'This question is closed already. Reload the page to see what became of it.');
  }
  if (question.answeredById === who.memberId) {
    throw new DomainError('forbidden', 'You gave this answer. Somebody else must say whether it is enough.');
  }
  return question;
};

/** Accepts an answer: the question is closed. Nobody accepts their own. */
export const acceptChallenge = onStandingNotice((plan, input: z.output<typeof acceptChallengeInput>, by) => [
  edited('challenge', findAnswered(plan, input.id, by), { state: 'accepted' }, input.expectedVersion),
]);

/** Asks again: the answer stays where it is, and another question follows it. */
export const askAgainChallenge = onStandingNotice((plan, input: z.output<typeof askAgainChallengeInput>, by) => {
  const before = findAnswered(plan, input.id, by);
  const { forum } = before;
  const askedById = forum === 'scrutiny' ? null : by.who.memberId;
  const asking = { forum, meetingId: null, askedById, askedOn: by.today, followsId: before.id };
  return [
    edited('challenge', before, { state: 'askedAgain' }, input.expectedVersion),
    questionAbout(plan, before, input, asking, by),
  ];
});

/** Withdraws a question that nobody has answered yet, with a reason: it stays in the log, and waits for nothing. */
export const withdrawChallenge = onStandingNotice((plan, input: z.output<typeof withdrawChallengeInput>) => {
  const before = findRow(plan.challenges, input.id, 'question');
  if (before.state === 'withdrawn') throw withdrawnAlready();
  if (before.state !== 'asked')
    throw new DomainError('conflict', 'This question has an answer already. Accept it, or ask again.');
  return [edited('challenge', before, { state: 'withdrawn' }, input.expectedVersion)];
});
