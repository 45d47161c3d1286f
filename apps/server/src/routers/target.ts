import {
  setTarget,
  setTargetInput,
  setTargets,
  setTargetsInput,
  withdrawTarget,
  withdrawTargetInput,
} from '@noticeboard/domain/changes/target';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const targetRouter = router({
  set: change('plan.edit', setTargetInput, () => nobodys, setTarget),
  setAll: change('plan.edit', setTargetsInput, () => nobodys, setTargets),
  withdraw: change('plan.edit', withdrawTargetInput, () => nobodys, withdrawTarget),
});
