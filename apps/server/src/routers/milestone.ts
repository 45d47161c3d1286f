import {
  createMilestone,
  createMilestoneInput,
  editMilestone,
  editMilestoneInput,
  milestoneSubject,
  tickMilestone,
  tickMilestoneInput,
  withdrawMilestone,
  withdrawMilestoneInput,
} from '@noticeboard/domain/changes/milestone';
import { nobodys } from '@noticeboard/domain/permissions';
import { change, router } from '../trpc.ts';

export const milestoneRouter = router({
  create: change('plan.edit', createMilestoneInput, () => nobodys, createMilestone),
  edit: change('plan.edit', editMilestoneInput, () => nobodys, editMilestone),
  withdraw: change('plan.edit', withdrawMilestoneInput, () => nobodys, withdrawMilestone),
  tick: change(
    'milestone.tick',
    tickMilestoneInput,
    (plan, { id }, today) => milestoneSubject(plan, id, today),
    tickMilestone,
  ),
});
