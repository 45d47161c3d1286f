import { z } from 'zod';
import { id, isoDate, rowFields } from './fields.ts';

/** How many actions the board looks at in a period; the rest is rolled up. */
export const mostInFocus = 12;

/** The actions that the board picks for one reporting period. */
export const focus = z.object({
  ...rowFields,
  /** The day on which the period closes. */
  periodEnd: isoDate,
  actionIds: z.array(id).max(mostInFocus, `Choose ${mostInFocus} actions or fewer: the rest is rolled up.`),
  setById: id.nullable(),
  setOn: isoDate,
});
export type Focus = z.infer<typeof focus>;
