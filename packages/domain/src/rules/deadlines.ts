import type { IsoDate, LooseDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement, RequirementDate } from '../requirement.ts';
import { compareText } from './grouped.ts';
import type { RequirementStatus } from './requirement.ts';
import { requirementDatesOf, requirementStateOf } from './requirement.ts';

/**
 * A requirement with a day by which it is due: its state, the days over (negative while days are left), and what has been done
 * towards it by today (submitted, approved, published, met), earliest first.
 */
export type Deadline = {
  requirement: Recorded<Requirement>;
  due: LooseDate;
  state: RequirementStatus;
  daysOver: number;
  steps: Recorded<RequirementDate>[];
};

/** Gives the dated deadlines of a notice as they stand on a day, the first due first. */
export const deadlinesOf = (plan: Plan, today: IsoDate): Deadline[] =>
  plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .flatMap((requirement): Deadline[] => {
      const state = requirementStateOf(plan, requirement, today);
      if (!state.due || state.days === null) return [];
      const steps = requirementDatesOf(plan, requirement).filter(
        ({ kind, latest }) => kind !== 'due' && latest <= today,
      );
      return [{ requirement, due: state.due, state, daysOver: state.days, steps }];
    })
    .toSorted((a, b) => compareText(a.due.latest, b.due.latest) || compareText(a.requirement.code, b.requirement.code));

/** Gives the next day on which a requirement that is not met falls due; null where none does. */
export const nextRequirementDue = (plan: Plan, today: IsoDate): IsoDate | null =>
  deadlinesOf(plan, today).find(({ due, state }) => state.metOn === null && due.latest >= today)?.due.latest ?? null;
