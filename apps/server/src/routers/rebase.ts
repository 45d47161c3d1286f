import { setRebase, setRebaseInput, withdrawRebase, withdrawRebaseInput } from '@noticeboard/domain/changes/rebase';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const rebaseRouter = router({
  set: change('plan.edit', setRebaseInput, () => nobodys, setRebase),
  withdraw: change('plan.edit', withdrawRebaseInput, () => nobodys, withdrawRebase),
});
