import { z } from 'zod';
import { id, isoDate, rowFields, text, words } from './fields.ts';
import { dateChangeStates, keysOf, marks } from './scales.ts';

/** A request to move the current due date of an action, and what became of it. */
export const dateChange = z.object({
  ...rowFields,
  actionId: id,
  from: isoDate,
  to: isoDate,
  reason: words('Reason'),
  /** What the move does to checkpoints and requirements, in words. */
  effect: words('Effect').nullable(),
  askedById: id.nullable(),
  askedOn: isoDate,
  state: z.enum(keysOf(dateChangeStates)),
  decidedById: id.nullable(),
  decidedOn: isoDate.nullable(),
  /** In which part it was decided: the limit of the programme office is counted from the dates of the chair. */
  decidedAs: z.enum(['chair', 'programmeOffice']).nullable(),
  /** The date that was approved; equals `to` unless another was chosen. */
  decidedDate: isoDate.nullable(),
  decisionReason: words('Reason for the decision').nullable(),
  /** The meeting that decided, in words ("Improvement board"). */
  meeting: text('Meeting', 200).nullable(),
  mark: z.enum(keysOf(marks)),
});
export type DateChange = z.infer<typeof dateChange>;
