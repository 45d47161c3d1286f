/** What a question may be about, and at which meeting it may have been asked. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { meetingsInOrder } from '../rules/meetings.ts';
import { nameOf, type AskedRow } from '../rules/owned.ts';
import { formatDate } from '../words.ts';
import { titleIn } from './due-row.ts';

export type QuestionChoices = {
  rows: { kind: AskedRow['kind']; id: string; label: string; owner: string | null }[];
  /** Those that had begun by the day, the last first. */
  meetings: { id: string; label: string; scrutiny: boolean }[];
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Gives the rows that stand, areas first, each by code, and the meetings that were held by a day. */
export const questionChoicesOf = (entire: Plan, today: IsoDate): QuestionChoices => {
  const plan = planOn(entire, today);
  type Found = Pick<AskedRow, 'kind' | 'id' | 'code' | 'title'> & { ownerId: string | null };
  const rows: Found[] = [
    ...plan.areas
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ id, number, title, sponsorId }) => ({
        kind: 'area' as const,
        id,
        code: String(number),
        title,
        ownerId: sponsorId,
      })),
    ...plan.requirements
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ id, code, title, ownerId }) => ({ kind: 'requirement' as const, id, code, title, ownerId })),
    ...plan.measures
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ id, code, title, ownerId }) => ({ kind: 'measure' as const, id, code, title, ownerId })),
    ...plan.actions
      .filter(({ stage }) => stage !== 'withdrawn')
      .map(({ id, code, title, leadId }) => ({ kind: 'action' as const, id, code, title, ownerId: leadId })),
  ];
  const kinds = ['area', 'requirement', 'measure', 'action'];
  return {
    rows: rows
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || byCode.compare(a.code, b.code))
      .map((row) => ({
        kind: row.kind,
        id: row.id,
        label: `${nameOf(row)} ${row.title}`,
        owner: titleIn(plan, row.ownerId),
      })),
    meetings: meetingsInOrder(plan)
      .filter(({ on }) => on <= today)
      .toReversed()
      .map(({ id, title, on, kind }) => ({ id, label: `${title}, ${formatDate(on)}`, scrutiny: kind === 'scrutiny' })),
  };
};
