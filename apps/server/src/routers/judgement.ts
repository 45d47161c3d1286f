import {
  giveJudgements,
  giveJudgementsInput,
  judgedSubjects,
  judgementSubject,
  withdrawJudgement,
  withdrawJudgementInput,
} from '@noticeboard/domain/changes/judgement';
import { id } from '@noticeboard/domain/fields';
import { assuranceOf } from '@noticeboard/domain/views/assurance';
import { faredView } from '@noticeboard/domain/views/fared';
import { judgedView, judgementsView } from '@noticeboard/domain/views/judgements';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const judgementRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today, who }) => judgementsView(plan, today, who)),
  ofArea: view('plan.read', z.object({ id }), ({ plan, today, who }, input) =>
    judgedView(plan, { areaId: input.id }, today, who),
  ),
  ofRequirement: view('plan.read', z.object({ id }), ({ plan, today, who }, input) =>
    judgedView(plan, { requirementId: input.id }, today, who),
  ),
  assurance: view('plan.read', z.object({}), ({ plan, today }) => assuranceOf(plan, today)),
  fared: view('plan.read', z.object({}), ({ plan, today }) => faredView(plan, today)),

  /** Judges several areas and requirements in one voice: all are recorded, or none. */
  give: change('judgement.give', giveJudgementsInput, judgedSubjects, giveJudgements),
  withdraw: change(
    'judgement.give',
    withdrawJudgementInput,
    (plan, { id: judgementId }, today) => judgementSubject(plan, judgementId, today),
    withdrawJudgement,
  ),
});
