import { z } from 'zod';
import { id, rowFields, sourceFields, isoDate, title, withdrawable, words } from './fields.ts';
import { employments, familyKinds, familyParts, keysOf, trainings } from './scales.ts';

/** Measures that are read together: what balances a timeliness, what makes a team's capacity, what makes one backlog. */
export const family = z.object({
  ...rowFields,
  kind: z.enum(keysOf(familyKinds)),
  title: title('Title'),
  note: words('Note').nullable(),
  ...withdrawable,
});
export type Family = z.infer<typeof family>;

/** A measure's place in a family: what it counts there. */
export const familyMeasure = z.object({
  ...rowFields,
  familyId: id,
  measureId: id,
  part: z.enum(keysOf(familyParts)),
  ...withdrawable,
});
export type FamilyMeasure = z.infer<typeof familyMeasure>;

/** Caseworkers who have accepted a post and have not begun, in full-time equivalents. */
export const starter = z.object({
  ...rowFields,
  startsOn: isoDate,
  fullTimeEquivalents: z
    .number('Enter how many full-time equivalents, such as 3 or 0.6.')
    .positive('Enter more than 0.')
    .max(10_000, 'Enter 10,000 or fewer.'),
  employment: z.enum(keysOf(employments)),
  training: z.enum(keysOf(trainings)),
  note: words('Note').nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Starter = z.infer<typeof starter>;
