import {
  createFamily,
  createFamilyInput,
  createFamilyMeasure,
  createFamilyMeasureInput,
  editFamily,
  editFamilyInput,
  editFamilyMeasure,
  editFamilyMeasureInput,
  withdrawFamily,
  withdrawFamilyInput,
  withdrawFamilyMeasure,
  withdrawFamilyMeasureInput,
} from '@noticeboard/domain/changes/family';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const familyRouter = router({
  create: change('plan.edit', createFamilyInput, () => nobodys, createFamily),
  edit: change('plan.edit', editFamilyInput, () => nobodys, editFamily),
  withdraw: change('plan.edit', withdrawFamilyInput, () => nobodys, withdrawFamily),
  addMeasure: change('plan.edit', createFamilyMeasureInput, () => nobodys, createFamilyMeasure),
  editMeasure: change('plan.edit', editFamilyMeasureInput, () => nobodys, editFamilyMeasure),
  withdrawMeasure: change('plan.edit', withdrawFamilyMeasureInput, () => nobodys, withdrawFamilyMeasure),
});
