import {
  giveJudgements,
  giveJudgementsInput,
  judgedSubjects,
  judgementSubject,
  withdrawJudgement,
  withdrawJudgementInput,
} from '@noticeboard/domain/changes/judgement';
import { change, router } from '../trpc.ts';

export const judgementRouter = router({
  /** Judges several areas and requirements in one voice: all are recorded, or none. */
  give: change('judgement.give', giveJudgementsInput, judgedSubjects, giveJudgements),
  withdraw: change(
    'judgement.give',
    withdrawJudgementInput,
    (plan, { id }, today) => judgementSubject(plan, id, today),
    withdrawJudgement,
  ),
});
