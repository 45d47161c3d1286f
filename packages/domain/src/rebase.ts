import { z } from 'zod';
import { id, isoDate, rowFields, withdrawable, words } from './fields.ts';
import { keysOf, marks } from './scales.ts';

/** A recorded change point of a measure: from this day on its limits are reckoned anew, and why (domain.md, "Rebase"). */
export const rebase = z.object({
  ...rowFields,
  measureId: id,
  /** The first reading of the new stretch is the first whose period ends on this day or after it. */
  since: isoDate,
  reason: words('Reason'),
  byId: id.nullable(),
  on: isoDate,
  mark: z.enum(keysOf(marks)),
  ...withdrawable,
});
export type Rebase = z.infer<typeof rebase>;
