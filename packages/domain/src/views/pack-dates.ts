/** The date changes of a pack: what waits for a decision, and what was decided since the last board. */
import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { plural } from '../words.ts';
import { dateChangesOf, type DateChangeEntry } from './date-changes.ts';

export type PackDates = {
  title: string;
  rule: string;
  /** The longest waiting first. */
  open: DateChangeEntry[];
  /** Decided or withdrawn since the last board, or at any time where there was none; the last decided first. */
  decided: DateChangeEntry[];
  /** How many were decided before; null where none was. */
  earlier: string | null;
};

/** Paper has no reader of its own. */
const nobody: Who = { memberId: '', organisation: '', roles: [] };

const approved = ({ decidedDate }: DateChangeEntry): boolean => decidedDate !== null;

/**
 * Gives the date changes on a day.
 * @param since the day of the last board; null where there was none
 */
export const packDatesOf = (plan: Plan, since: IsoDate | null, today: IsoDate): PackDates => {
  const { title, rule, entries } = dateChangesOf(plan, today, nobody);
  const closed = entries.filter(({ state }) => state.key !== 'asked');
  const recent = closed.filter(({ decidedOn, askedOn }) => since === null || (decidedOn ?? askedOn) > since);
  const before = closed.filter((entry) => !recent.includes(entry));
  return {
    title,
    rule,
    open: entries.filter(({ state }) => state.key === 'asked'),
    decided: recent,
    earlier:
      before.length === 0
        ? null
        : `${plural(before.length, 'earlier request was', 'earlier requests were')} closed before the last board: ${plural(before.filter(approved).length, 'move was', 'moves were')} approved.`,
  };
};
