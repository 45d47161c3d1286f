import { z } from 'zod';
import { id } from './fields.ts';
import { identityIn } from './rules/identity.ts';
import { confidences, keysOf, ratings } from './scales.ts';

const tooLong = 'That is more than can be kept: 5,000 characters or fewer.';

/** Text as far as it was typed. It may be empty or wrong, but never what could identify a child. */
const typed = z
  .string()
  .max(5000, tooLong)
  .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'That has a character that can’t be kept.')
  .superRefine((value, context) => {
    const found = value.length > 5000 ? null : identityIn(value);
    if (found) context.addIssue({ code: 'custom', message: found });
  });
const part = z.string().max(20);

/**
 * What somebody has typed about one row that is due from them, before they submit it: kept beside the ledger, for them alone.
 * Every field is there, empty where the row has none of it.
 */
export const draft = z.object({
  noChange: z.boolean(),
  /** The last report, or reading, that the writer has seen of the row. */
  seenId: id.nullable(),
  rating: z.enum(keysOf(ratings)).nullable(),
  confidence: z.enum(keysOf(confidences)).nullable(),
  words: typed,
  recovery: typed,
  forecast: z.object({ day: part, month: part, year: part }),
  /** The milestones that are ticked. */
  milestoneIds: z.array(id).max(100),
  value: z.string().max(50),
  numerator: z.string().max(50),
  denominator: z.string().max(50),
  answer: typed,
});
export type Draft = z.infer<typeof draft>;
