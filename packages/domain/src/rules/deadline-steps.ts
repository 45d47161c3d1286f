import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import { completedOn, stageOn } from './delivery.ts';
import { compareText, groupedBy } from './grouped.ts';
import { requirementStateOf } from './requirement.ts';

/**
 * One thing that must be done for a deadline: the requirement itself, an action that serves it, or a milestone of such an
 * action. `plannedBy` is its original date in the agreed plan; `requiredBy` is that date, but never after the deadline.
 */
export type DeadlineStep = {
  kind: 'requirement' | 'action' | 'milestone';
  id: string;
  code: string;
  title: string;
  plannedBy: IsoDate;
  requiredBy: IsoDate;
  /** Null while it is not done. */
  doneOn: IsoDate | null;
};

const milestonesByAction = groupedBy<Plan['milestones'][number]>((row) =>
  row.withdrawnOn === null ? row.actionId : null,
);

/** Gives the actions that serve any of the requirements and were not withdrawn by a day, by code. */
export const servingActions = (
  plan: Plan,
  requirements: readonly Pick<Requirement, 'id'>[],
  today: IsoDate,
): Plan['actions'] => {
  const served = new Set(requirements.map(({ id }) => id));
  return plan.actions
    .filter((action) => action.requirementIds.some((id) => served.has(id)))
    .filter((action) => stageOn(plan, action, today) !== 'withdrawn')
    .toSorted((a, b) => byCode.compare(a.code, b.code));
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const doneBy = (on: IsoDate | null, today: IsoDate): IsoDate | null => (on !== null && on <= today ? on : null);

/**
 * Gives every step that a deadline asks for, as far as it is done on a day: each requirement, the actions that serve it (done
 * once they are complete) and their milestones. Ordered by the day they were required, then done.
 */
export const deadlineStepsOf = (
  plan: Plan,
  requirements: readonly Requirement[],
  deadline: IsoDate,
  today: IsoDate,
): DeadlineStep[] => {
  const capped = (day: IsoDate): IsoDate => (day < deadline ? day : deadline);
  const own = requirements.map((requirement): DeadlineStep => {
    const met = requirementStateOf(plan, requirement, today).metOn;
    const { id, code, title } = requirement;
    return {
      kind: 'requirement',
      id,
      code,
      title,
      plannedBy: deadline,
      requiredBy: deadline,
      doneOn: met ? met.latest : null,
    };
  });
  const planned = servingActions(plan, requirements, today).flatMap((action): DeadlineStep[] => [
    {
      kind: 'action',
      id: action.id,
      code: action.code,
      title: action.title,
      plannedBy: action.originalDue,
      requiredBy: capped(action.originalDue),
      doneOn: doneBy(completedOn(plan, action), today),
    },
    ...milestonesByAction(plan.milestones, action.id).map((milestone): DeadlineStep => ({
      kind: 'milestone',
      id: milestone.id,
      code: action.code,
      title: milestone.title,
      plannedBy: milestone.originalDue,
      requiredBy: capped(milestone.originalDue),
      doneOn: doneBy(milestone.doneOn, today),
    })),
  ]);
  const rank = { milestone: 0, action: 1, requirement: 2 } as const;
  return [...planned, ...own].toSorted(
    (a, b) =>
      compareText(a.requiredBy, b.requiredBy) ||
      compareText(a.doneOn ?? '9999-12-31', b.doneOn ?? '9999-12-31') ||
      rank[a.kind] - rank[b.kind] ||
      byCode.compare(a.code, b.code) ||
      compareText(a.id, b.id),
  );
};
