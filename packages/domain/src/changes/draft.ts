import { z } from 'zod';
import { draft } from '../draft.ts';
import { id, type IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { actionSubject } from './action.ts';
import { answererSubject } from './challenge.ts';
import { measureSubject } from './measure.ts';
import { requirementSubject } from './requirement.ts';

const subjects = {
  action: actionSubject,
  measure: measureSubject,
  commentary: measureSubject,
  requirement: requirementSubject,
  question: answererSubject,
} as const satisfies Record<string, (plan: Plan, rowId: string, today: IsoDate) => Subject>;

const kinds = Object.keys(subjects) as [keyof typeof subjects, ...(keyof typeof subjects)[]];

/**
 * Names a row that is due by what it is and its id; `body` is null to forget what was kept of it. `seenAt` is when the draft was
 * kept that the writer has seen, null where they have seen none: another one is not overwritten.
 */
export const keepDraftInput = z.object({
  noticeId: id,
  kind: z.enum(kinds),
  id,
  body: draft.nullable(),
  seenAt: z.string().max(30).nullable().default(null),
});

/** Gives whose the row of a draft is: nobody keeps words about what is not theirs to report on. Throws `notFound`. */
export const draftSubject = (
  plan: Plan,
  { kind, id: rowId }: Pick<z.output<typeof keepDraftInput>, 'kind' | 'id'>,
  today: IsoDate,
): Subject => subjects[kind](plan, rowId, today);
