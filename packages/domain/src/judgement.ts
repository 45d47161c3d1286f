import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, withdrawable, words } from './fields.ts';
import { judgementRatings, keysOf, voices } from './scales.ts';

/** What one voice says of an area or a requirement (exactly one of the two is set) on a day, with its grounds. A later one does not replace it. */
export const judgement = z.object({
  ...rowFields,
  areaId: id.nullable(),
  requirementId: id.nullable(),
  voice: z.enum(keysOf(voices)),
  rating: z.enum(keysOf(judgementRatings), 'Choose a judgement.'),
  grounds: words('Grounds').nullable(),
  on: isoDate,
  byId: id.nullable(),
  /** The board or the review that it was given at. */
  meetingId: id.nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Judgement = z.infer<typeof judgement>;

/** What DfE said after a review, its letter, and what the council answered. */
export const reviewOutcome = z.object({
  ...rowFields,
  meetingId: id,
  summary: words('Summary').nullable(),
  /** The letter, kept as evidence. */
  letterId: id.nullable(),
  publishedOn: isoDate,
  byId: id.nullable(),
  answer: words('Answer').nullable(),
  answeredById: id.nullable(),
  answeredOn: isoDate.nullable(),
  ...sourceFields,
});
export type ReviewOutcome = z.infer<typeof reviewOutcome>;
