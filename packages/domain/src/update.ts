import { z } from 'zod';
import { id, isoDate, rowFields, words } from './fields.ts';
import { confidences, keysOf, marks, ratings, updateKinds, updateStates } from './scales.ts';

/** What a lead said of an action, a measure or a requirement on a day; exactly one of the three ids is set. */
export const update = z.object({
  ...rowFields,
  actionId: id.nullable(),
  measureId: id.nullable(),
  requirementId: id.nullable(),
  on: isoDate,
  byId: id.nullable(),
  kind: z.enum(keysOf(updateKinds)),
  rating: z.enum(keysOf(ratings)).nullable(),
  confidence: z.enum(keysOf(confidences)).nullable(),
  words: words('Update'),
  recovery: words('Recovery plan').nullable(),
  /** The forecast as of this update, for actions. */
  forecast: isoDate.nullable(),
  /** Whether the programme office accepted it, or returned it with a note. */
  state: z.enum(keysOf(updateStates)),
  reviewedById: id.nullable(),
  reviewedOn: isoDate.nullable(),
  reviewNote: words('Note').nullable(),
  mark: z.enum(keysOf(marks)),
});
export type Update = z.infer<typeof update>;
