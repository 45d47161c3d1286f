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
import { id as rowId } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { requirementView } from '@noticeboard/domain/views/requirement';
import { requirementsView } from '@noticeboard/domain/views/requirements';
import { z } from 'zod';
import { change, router, view } from '../trpc.ts';

export const requirementRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => requirementsView(plan, today)),
  read: view('plan.read', z.object({ id: rowId }), ({ plan, today }, { id }) => requirementView(plan, id, today)),
  create: change('plan.edit', createRequirementInput, () => nobodys, createRequirement),
  edit: change('plan.edit', editRequirementInput, () => nobodys, editRequirement),
  withdraw: change('plan.edit', withdrawRequirementInput, () => nobodys, withdrawRequirement),
  setDate: change('plan.edit', setRequirementDateInput, () => nobodys, setRequirementDate),
  withdrawDate: change('plan.edit', withdrawRequirementDateInput, () => nobodys, withdrawRequirementDate),
  decide: change('plan.edit', decideRequirementInput, () => nobodys, decideRequirement),
});
