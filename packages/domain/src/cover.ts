import { z } from 'zod';
import { id, isoDate, rowFields, withdrawable, words } from './fields.ts';

/** Somebody who acts for a member on all that is theirs, from a day to a day: holiday cover. */
export const cover = z.object({
  ...rowFields,
  memberId: id,
  deputyId: id,
  startsOn: isoDate,
  endsOn: isoDate,
  note: words('Note').nullable(),
  ...withdrawable,
});
export type Cover = z.infer<typeof cover>;
