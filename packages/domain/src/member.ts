import { z } from 'zod';
import { id, isoDate, rowFields, title } from './fields.ts';
import { keysOf, roles, sectors } from './scales.ts';

/** A person's dated roles on a notice, under a title, never a name. `accountId` is null for a lead who has no account. */
export const member = z.object({
  ...rowFields,
  accountId: id.nullable(),
  title: title('Title'),
  organisation: title('Organisation'),
  /** The sector they speak for at a meeting; null where they speak for none. */
  sector: z.enum(keysOf(sectors)).nullable(),
  roles: z
    .array(z.enum(keysOf(roles)))
    .min(1, 'Choose at least one role.')
    .max(7),
  startsOn: isoDate,
  /** The last day of the roles; null while they are open-ended. */
  endsOn: isoDate.nullable(),
  suspendedOn: isoDate.nullable(),
  /** The day on which mail to them came back for good; null while it arrives. */
  mailBouncedOn: isoDate.nullable(),
});
export type Member = z.infer<typeof member>;
