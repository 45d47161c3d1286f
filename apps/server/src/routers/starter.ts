import {
  createStarter,
  createStarterInput,
  editStarter,
  editStarterInput,
  withdrawStarter,
  withdrawStarterInput,
} from '@noticeboard/domain/changes/starter';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const starterRouter = router({
  create: change('plan.edit', createStarterInput, () => nobodys, createStarter),
  edit: change('plan.edit', editStarterInput, () => nobodys, editStarter),
  withdraw: change('plan.edit', withdrawStarterInput, () => nobodys, withdrawStarter),
});
