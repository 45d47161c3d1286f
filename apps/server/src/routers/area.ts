import {
  createArea,
  createAreaInput,
  editArea,
  editAreaInput,
  releaseArea,
  releaseAreaInput,
  withdrawArea,
  withdrawAreaInput,
} from '@noticeboard/domain/changes/area';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const areaRouter = router({
  create: change('plan.edit', createAreaInput, () => nobodys, createArea),
  edit: change('plan.edit', editAreaInput, () => nobodys, editArea),
  withdraw: change('plan.edit', withdrawAreaInput, () => nobodys, withdrawArea),
  release: change('plan.edit', releaseAreaInput, () => nobodys, releaseArea),
});
