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
  recordChallenge,
  recordChallengeInput,
  withdrawChallenge,
  withdrawChallengeInput,
} from '@noticeboard/domain/changes/challenge';
import { nobodys } from '@noticeboard/domain/permissions';
import { questionChoicesOf } from '@noticeboard/domain/views/question-choices';
import { questionLogOf } from '@noticeboard/domain/views/question-log';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const challengeRouter = router({
  log: view('plan.read', z.object({}), ({ plan, today }) => questionLogOf(plan, today)),
  choices: view('plan.read', z.object({}), ({ plan, today }) => questionChoicesOf(plan, today)),
  ask: change('challenge.ask', askChallengeInput, () => nobodys, askChallenge),
  answer: change(
    'challenge.answer',
    answerChallengeInput,
    (plan, { id }, today) => answererSubject(plan, id, today),
    answerChallenge,
  ),
  record: change('challenge.record', recordChallengeInput, () => nobodys, recordChallenge),
  accept: change(
    'challenge.close',
    acceptChallengeInput,
    (plan, { id }, today) => askerSubject(plan, id, today),
    acceptChallenge,
  ),
  askAgain: change(
    'challenge.close',
    askAgainChallengeInput,
    (plan, { id }, today) => askerSubject(plan, id, today),
    askAgainChallenge,
  ),
  withdraw: change(
    'challenge.close',
    withdrawChallengeInput,
    (plan, { id }, today) => askerSubject(plan, id, today),
    withdrawChallenge,
  ),
});
