import { z } from 'zod';
import { id, isoDate, rowFields, words } from './fields.ts';
import { keysOf, marks } from './scales.ts';

/** What an owner says of a measure that is red or that worsened twice: why, what is done, by when, and what families notice. */
export const commentary = z.object({
  ...rowFields,
  measureId: id,
  on: isoDate,
  byId: id.nullable(),
  reason: words('Reason'),
  action: words('Action'),
  byWhen: isoDate,
  effect: words('Effect on families'),
  mark: z.enum(keysOf(marks)),
});
export type Commentary = z.infer<typeof commentary>;
