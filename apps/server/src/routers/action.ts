import { readDatesOfAction } from '@noticeboard/db/dates-recorded';
import {
  actionSubject,
  createAction,
  createActionInput,
  editAction,
  editActionInput,
  setForecast,
  setForecastInput,
  setStage,
  setStageInput,
  withdrawAction,
  withdrawActionInput,
} from '@noticeboard/domain/changes/action';
import {
  assure,
  assureInput,
  deliver,
  deliverInput,
  markEmbedded,
  markEvidenced,
  passGateInput,
} from '@noticeboard/domain/changes/stage';
import { id as rowId } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { actionOf } from '@noticeboard/domain/views/action';
import { actionListOf } from '@noticeboard/domain/views/action-list';
import { actionSlipOf } from '@noticeboard/domain/views/action-slip';
import { z } from 'zod';
import { takeFile } from '../evidence/take-file.ts';
import { change, changeWith, read, router, view } from '../trpc.ts';

export const actionRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => actionListOf(plan, today)),
  read: view('plan.read', z.object({ id: rowId }), ({ plan, today, who }, input) =>
    actionOf(plan, input.id, today, who),
  ),

  /** Answers when an action was expected, as it was known on each report day; null while nothing was recorded of it. */
  slip: read('plan.read', z.object({ id: rowId }), async ({ plan, today, installation }, input) => {
    const history = await readDatesOfAction(installation.db, plan.notice.id, plan.head.seq, input.id);
    return actionSlipOf(plan, input.id, history, today);
  }),
  create: change('plan.edit', createActionInput, () => nobodys, createAction),
  edit: change('plan.edit', editActionInput, () => nobodys, editAction),
  withdraw: change('plan.edit', withdrawActionInput, () => nobodys, withdrawAction),
  setStage: change('stage.set', setStageInput, (plan, { id }, today) => actionSubject(plan, id, today), setStage),
  /** Marks it delivered, with evidence of its impact where some is given: both are recorded, or neither. */
  deliver: changeWith(
    'stage.set',
    deliverInput,
    (plan, { id }, today) => actionSubject(plan, id, today),
    async (given, input) => ({
      changes: deliver(given.plan, { ...input, file: await takeFile(given, input.evidence) }, given.by),
      answer: {},
    }),
  ),
  evidence: change('stage.evidence', passGateInput, () => nobodys, markEvidenced),
  embed: change('stage.evidence', passGateInput, () => nobodys, markEmbedded),
  assure: change('stage.assure', assureInput, () => nobodys, assure),
  setForecast: change(
    'forecast.set',
    setForecastInput,
    (plan, { id }, today) => actionSubject(plan, id, today),
    setForecast,
  ),
});
