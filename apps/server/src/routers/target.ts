import { setTarget, setTargetInput, withdrawTarget, withdrawTargetInput } from '@noticeboard/domain/changes/target';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const targetRouter = router({
  set: change('plan.edit', setTargetInput, () => nobodys, setTarget),
  withdraw: change('plan.edit', withdrawTargetInput, () => nobodys, withdrawTarget),
});
