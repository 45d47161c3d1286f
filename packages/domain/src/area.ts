import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, title, withdrawable, words } from './fields.ts';

/** One area of weakness that the inspectors found. */
export const area = z.object({
  ...rowFields,
  number: z.int().min(1, 'An area is numbered from 1.').max(99, 'An area is numbered up to 99.'),
  title: title('Title'),
  statement: words('Statement'),
  sponsorId: id.nullable(),
  /** The day it was released from monitoring, and by whom; both null while it is monitored. */
  releasedOn: isoDate.nullable(),
  releasedBy: title('Released by').nullable(),
  releaseReason: words('Why it was released').nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Area = z.infer<typeof area>;
