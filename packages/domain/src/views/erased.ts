import type { Plan } from '../plan.ts';
import { rowInWords } from './history.ts';

/** A row of a past day that is not as it stood then, and what is shown instead. */
export type ErasedLine = { key: string; what: string; shown: string };

const shown = {
  earlier: 'the version before it is shown',
  later: 'nothing was recorded before it, so the version after it is shown',
};

/** Gives the rows whose words of that day were erased by law since; none for today, where what stands is never erased. */
export const erasedView = (plan: Plan): ErasedLine[] =>
  plan.erased.map(({ entity, id, instead }) => ({
    key: `${entity} ${id}`,
    what: rowInWords(plan, { entity, id }),
    shown: shown[instead],
  }));
