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
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const actionRouter = router({
  create: change('plan.edit', createActionInput, () => nobodys, createAction),
  edit: change('plan.edit', editActionInput, () => nobodys, editAction),
  withdraw: change('plan.edit', withdrawActionInput, () => nobodys, withdrawAction),
  setStage: change('stage.set', setStageInput, (plan, { id }) => actionSubject(plan, id), setStage),
  setForecast: change('forecast.set', setForecastInput, (plan, { id }) => actionSubject(plan, id), setForecast),
});
