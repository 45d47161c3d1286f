/** What the board asks of whoever owns a row, and what comes back. */
import { z } from 'zod';
import { addDays } from '../calendar.ts';
import { challenge } from '../challenge.ts';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { nameOf } from '../rules/owned.ts';
import { actingFor } from '../rules/owners.ts';
import { aboutInput, standingAbout, subjectAbout } from './about.ts';
import type { By } from './by.ts';
import { rowAsRead } from './inputs.ts';
import { checkActs, checkAhead, findRow, refuse } from './references.ts';
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

export const askChallengeInput = z.object({ noticeId: id, ...aboutInput, ...asked });
export const answerChallengeInput = z.object({ ...rowAsRead, answer: challenge.shape.answer.unwrap() });
export const acceptChallengeInput = z.object(rowAsRead);
export const askAgainChallengeInput = z.object({ ...rowAsRead, ...asked });

type Challenge = Plan['challenges'][number];

/** Gives whose a question is to answer: the person's whom it was put to, the row's owner, and who covers for them. Throws `notFound`. */
export const answererSubject = (plan: Plan, challengeId: string, today: IsoDate): Subject => {
  const question = findRow(plan.challenges, challengeId, 'question');
  const { memberIds, organisation } = subjectAbout(plan, question, today);
  return { memberIds: [...actingFor(plan, [question.toId], today), ...memberIds], organisation };
};

/** Gives whose a question is to close: the person's who asked it. Throws `notFound`. */
export const askerSubject = (plan: Plan, challengeId: string): Subject => ({
  memberIds: [findRow(plan.challenges, challengeId, 'question').askedById],
  organisation: null,
});

type Asked = z.output<z.ZodObject<typeof asked>>;
type About = Pick<Challenge, 'actionId' | 'measureId' | 'requirementId'>;

/** Makes a question about a row that stands. */
const questionAbout = (
  plan: Plan,
  { actionId, measureId, requirementId }: About,
  input: Asked,
  followsId: string | null,
  { who, today, createId }: By,
) => {
  const about = { actionId, measureId, requirementId };
  const row = standingAbout(plan, about, 'Ask about one action, one measure or one requirement.');
  const toId = input.toId ?? row.ownerId;
  if (toId === null) return refuse(`${nameOf(row)} has no owner. Choose who is to answer.`, 'toId');
  if (toId === who.memberId) return refuse('You can’t ask yourself. Choose who is to answer.', 'toId');
  checkActs(plan, toId, 'challenge.answer', { from: today, until: today }, 'toId', 'person who answers');
  const dueOn = input.dueOn ?? addDays(today, answerWithinDays);
  checkAhead(today, dueOn, 'dueOn', 'The day of the answer');
  return added('challenge', {
    noticeId: plan.notice.id,
    id: createId(),
    ...about,
    areaId: null,
    forum: 'board',
    meetingId: null,
    question: input.question,
    askedById: who.memberId,
    askedOn: today,
    toId,
    dueOn,
    answer: null,
    answeredById: null,
    answeredOn: null,
    state: 'asked',
    followsId,
    mark: 'own',
  });
};

/** Asks a question about a row, of whoever it belongs to unless somebody is named, for an answer within two weeks. */
export const askChallenge = onStandingNotice((plan, input: z.output<typeof askChallengeInput>, by) => [
  questionAbout(plan, input, input, null, by),
]);

/** Answers a question that waits for it. */
export const answerChallenge = onStandingNotice(
  (plan, input: z.output<typeof answerChallengeInput>, { who, today }) => {
    const question = findRow(plan.challenges, input.id, 'question');
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

const findAnswered = (plan: Plan, challengeId: string, { who }: By): Challenge => {
  const question = findRow(plan.challenges, challengeId, 'question');
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
  return [
    edited('challenge', before, { state: 'askedAgain' }, input.expectedVersion),
    questionAbout(plan, before, input, before.id, by),
  ];
});
