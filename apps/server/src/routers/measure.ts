import {
  createMeasure,
  createMeasureInput,
  editMeasure,
  editMeasureInput,
  withdrawMeasure,
  withdrawMeasureInput,
} from '@noticeboard/domain/changes/measure';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const measureRouter = router({
  create: change('plan.edit', createMeasureInput, () => nobodys, createMeasure),
  edit: change('plan.edit', editMeasureInput, () => nobodys, editMeasure),
  withdraw: change('plan.edit', withdrawMeasureInput, () => nobodys, withdrawMeasure),
});
