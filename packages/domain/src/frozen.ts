import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, title, withdrawable, words } from './fields.ts';
import { frozenKinds, keysOf, packSections, planVersionKinds } from './scales.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'That is not a hash of the ledger.');
const seq = z.int().min(1);

/**
 * A document that was frozen: the position of the ledger that it was made from, the day, the chosen sections, and the rendered
 * page under its hash. It stands as it was, whatever is recorded later.
 */
export const frozen = z.object({
  ...rowFields,
  kind: z.enum(keysOf(frozenKinds)),
  /** The meeting that it was made for; null for a version of the plan. */
  meetingId: id.nullable(),
  /** The day that the meeting was to be held on when it was frozen: a meeting may be moved later. Null for a version of the plan. */
  meetingOn: isoDate.nullable(),
  /** Counted from 1 for each meeting and kind. */
  number: z.int().min(1),
  /** The entry of the ledger that it was made after, and the hash of the chain there. */
  seq,
  hash,
  day: isoDate,
  sections: z.array(z.enum(keysOf(packSections))),
  /** SHA-256 and size in bytes of the page; both null where it was erased by law. */
  fileHash: hash.nullable(),
  bytes: z.int().min(1).nullable(),
  byId: id.nullable(),
  on: isoDate,
});
export type Frozen = z.infer<typeof frozen>;

/** A version of the plan: the position of the ledger that it is, and its document. */
export const planVersion = z.object({
  ...rowFields,
  kind: z.enum(keysOf(planVersionKinds), 'Choose what became of the plan.'),
  title: title('Title'),
  on: isoDate,
  seq,
  hash,
  /** The day at whose end, or on which, the ledger stood at that position. */
  day: isoDate,
  /** Its document: evidence, or the page that was frozen. */
  evidenceId: id.nullable(),
  frozenId: id.nullable(),
  note: words('Note').nullable(),
  byId: id.nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type PlanVersion = z.infer<typeof planVersion>;
