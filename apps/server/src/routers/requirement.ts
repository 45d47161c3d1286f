import {
  createRequirement,
  createRequirementInput,
  decideRequirement,
  decideRequirementInput,
  editRequirement,
  editRequirementInput,
  setRequirementDate,
  setRequirementDateInput,
  withdrawRequirement,
  withdrawRequirementDate,
  withdrawRequirementDateInput,
  withdrawRequirementInput,
} from '@noticeboard/domain/changes/requirement';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const requirementRouter = router({
  create: change('plan.edit', createRequirementInput, () => nobodys, createRequirement),
  edit: change('plan.edit', editRequirementInput, () => nobodys, editRequirement),
  withdraw: change('plan.edit', withdrawRequirementInput, () => nobodys, withdrawRequirement),
  setDate: change('plan.edit', setRequirementDateInput, () => nobodys, setRequirementDate),
  withdrawDate: change('plan.edit', withdrawRequirementDateInput, () => nobodys, withdrawRequirementDate),
  decide: change('plan.edit', decideRequirementInput, () => nobodys, decideRequirement),
});
