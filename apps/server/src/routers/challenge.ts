import {
  acceptChallenge,
  acceptChallengeInput,
  answerChallenge,
  answerChallengeInput,
  answererSubject,
  askAgainChallenge,
  askAgainChallengeInput,
  askChallenge,
  askChallengeInput,
  askerSubject,
} from '@noticeboard/domain/changes/challenge';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const challengeRouter = router({
  ask: change('challenge.ask', askChallengeInput, () => nobodys, askChallenge),
  answer: change(
    'challenge.answer',
    answerChallengeInput,
    (plan, { id }, today) => answererSubject(plan, id, today),
    answerChallenge,
  ),
  accept: change('challenge.close', acceptChallengeInput, (plan, { id }) => askerSubject(plan, id), acceptChallenge),
  askAgain: change(
    'challenge.close',
    askAgainChallengeInput,
    (plan, { id }) => askerSubject(plan, id),
    askAgainChallenge,
  ),
});
