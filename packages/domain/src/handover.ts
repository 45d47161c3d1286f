import { z } from 'zod';
import { id, isoDate, rowFields, words } from './fields.ts';
import { handoverStates, keysOf } from './scales.ts';

/** An offer to take over an action, a measure or a requirement (exactly one of the ids is set), and what became of it. */
export const handover = z.object({
  ...rowFields,
  actionId: id.nullable(),
  measureId: id.nullable(),
  requirementId: id.nullable(),
  /** Who had it when it was offered; null where nobody did. */
  fromId: id.nullable(),
  toId: id,
  offeredById: id.nullable(),
  offeredOn: isoDate,
  note: words('Note').nullable(),
  state: z.enum(keysOf(handoverStates)),
  decidedOn: isoDate.nullable(),
  decisionNote: words('Note').nullable(),
});
export type Handover = z.infer<typeof handover>;
