import { londonDay } from '../calendar.ts';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import { collectionOf } from '../fold.ts';
import type { Plan } from '../plan.ts';
import { formatDate } from '../words.ts';
import { rowInWords } from './history.ts';

const withPage = ['action', 'measure', 'requirement', 'area', 'evidence'] as const;

/**
 * Gives the refusal of a page of a past day, where its row was only recorded after it; null where there is no such row even now.
 * @param plan the plan of today
 */
export const notYetRecorded = (plan: Plan, id: string, day: IsoDate): DomainError | null => {
  for (const entity of withPage) {
    const row = plan[collectionOf[entity]].find((each) => each.id === id);
    if (!row || londonDay(row.addedAt) <= day) continue;
    const added = formatDate(londonDay(row.addedAt));
    return new DomainError(
      'notFound',
      `${rowInWords(plan, { entity, id })}, was not recorded by ${formatDate(day)}. It was first recorded on ${added}. Return to today, or choose that day or a later one.`,
      'asAt',
    );
  }
  return null;
};
