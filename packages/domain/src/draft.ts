import { z } from 'zod';
import { id, isoDate } from './fields.ts';
import { identityIn } from './rules/identity.ts';
import { confidences, keysOf, ratings } from './scales.ts';

/** What was typed, as far as it was. It may be empty or wrong, but never what could identify a child. */
const typed = (most: number) =>
  z
    .string()
    .max(most, `That is more than can be kept: ${most.toLocaleString('en-GB')} characters or fewer.`)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'That has a character that can’t be kept.')
    .superRefine((value, context) => {
      const found = value.length > most ? null : identityIn(value);
      if (found) context.addIssue({ code: 'custom', message: found });
    });
const sentences = typed(5000);
const figure = typed(50);
const part = typed(20);

/**
 * What somebody has typed about one row that is due from them, before they submit it: kept beside the ledger, for them alone.
 * Every field is there, empty where the row has none of it. An exception commentary keeps its reason in `words`, its action in
 * `recovery`, by when in `forecast` and the effect on families in `answer`.
 */
export const draft = z.object({
  noChange: z.boolean(),
  /** The last report, or reading, that the writer has seen of the row. */
  seenId: id.nullable(),
  /** The forecast that the writer has seen of an action. */
  seenForecast: isoDate.nullable().default(null),
  rating: z.enum(keysOf(ratings)).nullable(),
  confidence: z.enum(keysOf(confidences)).nullable(),
  words: sentences,
  recovery: sentences,
  forecast: z.object({ day: part, month: part, year: part }),
  /** The milestones that are ticked. */
  milestoneIds: z.array(id).max(100),
  value: figure,
  numerator: figure,
  denominator: figure,
  answer: sentences,
});
export type Draft = z.infer<typeof draft>;
