/** The building blocks of every noun's schema, each with the sentence that a person reads when it refuses. */
import { z } from 'zod';
import { isRealDate } from './calendar.ts';
import { momentOf } from './moment.ts';
import { identityIn, identityInAddress } from './rules/identity.ts';
import { keysOf, marks } from './scales.ts';

/** A calendar date, `YYYY-MM-DD`, in Europe/London. */
export type IsoDate = string;
/** An instant, UTC ISO text with milliseconds and `Z`. */
export type Instant = string;

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'That id is not one that Noticeboard makes. Go back and open the page again.');

/** A slip such as 9023 for 2023 would draw charts of seven thousand years. */
const isPlausible = (day: IsoDate): boolean => day >= '1900-01-01' && day < '2200-01-01';

export const isoDate = z
  .string('Enter a date, such as 30 September 2023.')
  .refine(isRealDate, { error: 'Enter a real date, such as 30 September 2023.', abort: true })
  .refine(isPlausible, 'Enter a date from 1900 to 2199, such as 30 September 2023.');

/** A moment to look at, as it stands in an address: a day, or a position of the ledger on a day. */
export const moment = z
  .string('Enter a date, such as 30 September 2023.')
  .refine((written) => {
    const found = momentOf(written);
    return found !== null && isRealDate(found.day) && isPlausible(found.day);
  }, 'Enter a real date from 1900 to 2199, such as 30 September 2023.')
  .transform((written) => momentOf(written) ?? { day: written, seq: null });

/** Neither database keeps a null character or half of a surrogate pair as it was written. */
const canBeKept = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000');

/**
 * Text a person writes: trimmed, limited in length, and refused where it could identify a child.
 * @param most the greatest number of characters
 * @param name what the field is called in a sentence ("Title")
 */
export const text = (name: string, most: number) =>
  z
    .string(`${name} must be text.`)
    .trim()
    .min(1, `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}.`)
    .max(most, `${name} must be ${most.toLocaleString('en-GB')} characters or fewer.`)
    .refine(canBeKept, `${name} has a character that can’t be kept. Type the text again rather than pasting it.`)
    .superRefine((value, context) => {
      const found = value.length > most ? null : identityIn(value);
      if (found) context.addIssue({ code: 'custom', message: found });
    });

/** A web address, refused where it could identify a child; one that was given for a source, or as evidence. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'Enter a web address that starts with https://.' })
  .max(500, 'A web address must be 500 characters or fewer.')
  .superRefine((value, context) => {
    const found = identityInAddress(value);
    if (found) context.addIssue({ code: 'custom', message: found });
  });

export const title = (name: string) => text(name, 200);
export const words = (name: string) => text(name, 5000);

/** What every row has: the notice, its id in the notice, and the version that `record` counts up from 1. */
export const rowFields = { noticeId: id, id, version: z.int().min(1) };

/** Where a fact comes from and how sure it is. */
export const sourceFields = {
  mark: z.enum(keysOf(marks)),
  /** Why sources conflict, or whose claim it is; null where it is not disputed. */
  disputed: words('Why it is disputed').nullable(),
  /** Why the wording is not confirmed; null where it was read in a source. */
  unconfirmed: words('Why the wording is not confirmed').nullable(),
  sourceTitle: text('Source', 500).nullable(),
  sourceUrl: webAddress.nullable(),
  sourcePublishedOn: isoDate.nullable(),
};
export type Source = {
  mark: keyof typeof marks;
  disputed: string | null;
  unconfirmed: string | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  sourcePublishedOn: IsoDate | null;
};

/** A date that a source may give loosely: earliest and latest day, and the words it was printed in (null where it is a plain day). */
export const looseDateFields = { earliest: isoDate, latest: isoDate, printed: text('Date as printed', 100).nullable() };
export type LooseDate = { earliest: IsoDate; latest: IsoDate; printed: string | null };

/** Ends a row without deleting it: the day it was withdrawn, null while it stands. */
export const withdrawable = { withdrawnOn: isoDate.nullable() };

/** A row as its table keeps it: with when and by whom its last change was recorded. */
export type Kept<Row> = Row & { recordedAt: Instant; recordedBy: string };

/** What the ledger adds to a row of a plan: when its first version was recorded, and when and by whom its last one. */
export type Recorded<Row> = Kept<Row> & { addedAt: Instant };
