import type { Plan } from '../plan.ts';
import type { ReportStatus } from '../rules/reporting.ts';
import type { Mark } from '../scales.ts';

/** In what part a row is a person's: it belongs to them, they deputise on it, or they cover for somebody. */
export type Part = { as: 'owner' | 'deputy' | 'cover'; of: string | null };

/** What every row has. `key` names it among all rows, as its draft does; `asked` says that a report is still wanted. */
export type DueRow = {
  key: string;
  id: string;
  report: ReportStatus;
  asked: boolean;
  part: Part;
  mark: Mark;
  /** Days since the last report; null where there was none. */
  silentDays: number | null;
};

/** Gives the title of a member; null where there is none. */
export const titleIn = (plan: Plan, id: string | null): string | null =>
  plan.members.find((row) => row.id === id)?.title ?? null;
