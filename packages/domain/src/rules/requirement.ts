import { daysBetween } from '../day-number.ts';
import type { IsoDate, LooseDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement, RequirementDate } from '../requirement.ts';
import type { RequirementDateKind, RequirementState, Status } from '../scales.ts';
import { requirementStates, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatLoose, plural } from '../words.ts';
import { byTime, groupedBy } from './grouped.ts';

const datesByRequirement = groupedBy<Recorded<RequirementDate>>(
  (date) => (date.withdrawnOn === null ? date.requirementId : null),
  byTime((date) => `${date.latest} ${date.earliest}`),
);

/** Gives the dates of a requirement that stand, earliest first; with `kind`, those of one kind. */
export const requirementDatesOf = (
  plan: Plan,
  requirement: Requirement,
  kind?: RequirementDateKind,
): readonly Recorded<RequirementDate>[] => {
  const dates = datesByRequirement(plan.requirementDates, requirement.id);
  return kind === undefined ? dates : dates.filter((date) => date.kind === kind);
};

/**
 * The state of a requirement with the dates it rests on. `days` counts from the last day it was due to the day it was met,
 * or to today while it is not: over where positive, left where negative.
 */
export type RequirementStatus = Status<RequirementState> & {
  due: LooseDate | null;
  metOn: LooseDate | null;
  days: number | null;
};

/**
 * Gives the state of a requirement on a day: disputed, met in time or late, not met once its day is past, and until then what
 * the programme office declares. Of several due dates the first counts.
 */
export const requirementStateOf = (plan: Plan, requirement: Requirement, today: IsoDate): RequirementStatus => {
  const due = requirementDatesOf(plan, requirement, 'due')[0] ?? null;
  const metOn = requirementDatesOf(plan, requirement, 'met').find(({ latest }) => latest <= today) ?? null;
  const days = due ? daysBetween(due.latest, metOn ? metOn.latest : today) : null;
  const answer = (key: RequirementState, reason: string): RequirementStatus => ({
    ...statusOf(requirementStates, key, reason),
    due,
    metOn,
    days,
  });
  if (requirement.outcomeDisputed !== null) return answer('disputed', requirement.outcomeDisputed);
  if (metOn) {
    if (!due) return answer('met', `Met ${formatLoose(metOn)}. No due date is recorded.`);
    if (metOn.latest <= due.latest) return answer('met', `Met ${formatLoose(metOn)}. It was due ${formatLoose(due)}.`);
    if (metOn.earliest > due.latest) {
      const late = daysBetween(due.latest, metOn.earliest);
      const least = metOn.earliest === metOn.latest ? '' : 'at least ';
      return answer(
        'metLate',
        `Met ${formatLoose(metOn)}, ${least}${plural(late, 'day')} after it was due on ${formatDate(due.latest)}.`,
      );
    }
    return answer(
      'met',
      `Met ${formatLoose(metOn)}. The dates do not show whether that was by ${formatDate(due.latest)}.`,
    );
  }
  const dueWords = due ? `Due ${formatLoose(due)}, ${daysLeftOrOver(today, due.latest)}.` : 'No due date is recorded.';
  const standing = requirement.standing === null ? '' : ` ${requirement.standing}`;
  if (due && due.latest < today) return answer('notMet', `${dueWords} It is not recorded as met.${standing}`);
  return answer(requirement.declared ?? 'notDue', `${dueWords}${standing}`);
};
