import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, text, title, withdrawable, words } from './fields.ts';
import {
  bases,
  keysOf,
  polarities,
  publicationRules,
  qualifiers,
  readingStates,
  symbols,
  trajectories,
  units,
} from './scales.ts';

const value = z
  .number('Enter a number, such as 1,080 or 13.2.')
  .min(-1e15, 'That number is too small.')
  .max(1e15, 'That number is too large.');

/** A measure of whether children and families are better served, and how it is read. */
export const measure = z.object({
  ...rowFields,
  /** As cited: "6.1". Unique in the notice. */
  code: text('Code', 10),
  areaId: id,
  title: title('Title'),
  definition: words('Definition').nullable(),
  unit: z.enum(keysOf(units)),
  decimals: z.int().min(0, 'Give 0 to 4 decimals.').max(4, 'Give 0 to 4 decimals.'),
  polarity: z.enum(keysOf(polarities)),
  /** Polarity T: how far from the target still counts as met, in the unit. */
  tolerance: value.nullable(),
  basis: z.enum(keysOf(bases)),
  /** Year-to-date measures: the month, 1 to 12, in which they restart. */
  resetMonth: z.int().min(1, 'A month is 1 to 12.').max(12, 'A month is 1 to 12.').nullable(),
  /** How often a reading is expected, in months. */
  everyMonths: z.int().min(1, 'Give 1 month or more.').max(24, 'Give 24 months or fewer.'),
  trajectory: z.enum(keysOf(trajectories)),
  /** The least (polarity H) or the most (L) that is bearable; for T the greatest distance from the target. */
  floor: value.nullable(),
  baseline: value.nullable(),
  baselineOn: isoDate.nullable(),
  baselineBasis: z.enum(keysOf(bases)).nullable(),
  /** The measures that show whether this one was bought elsewhere. */
  balancedByIds: z.array(id).max(20),
  publicationRule: z.enum(keysOf(publicationRules)),
  ownerId: id.nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Measure = z.infer<typeof measure>;

/** A measure's value for a checkpoint (`months`) or another date (`on`); exactly one of the two is set. */
export const target = z.object({
  ...rowFields,
  measureId: id,
  months: z.int().min(1).max(120).nullable(),
  on: isoDate.nullable(),
  value,
  /** Who agreed to this value, where somebody did, and when: a changed target keeps its approver beside its reason. */
  approvedById: id.nullable(),
  approvedOn: isoDate.nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Target = z.infer<typeof target>;

/** A measure's value for a period, or the symbol that stands in its place. */
export const reading = z.object({
  ...rowFields,
  measureId: id,
  periodStart: isoDate,
  periodEnd: isoDate,
  /** The period as the source printed it, where that is looser than its days. */
  printedPeriod: text('Period as printed', 100).nullable(),
  basis: z.enum(keysOf(bases)),
  basisNote: text('Basis in words', 200).nullable(),
  qualifier: z.enum(keysOf(qualifiers)),
  /** Null where a symbol stands in its place; with `u` the unreliable value may be kept. */
  value: value.nullable(),
  symbol: z.enum(keysOf(symbols)).nullable(),
  numerator: value.nullable(),
  denominator: value.nullable(),
  state: z.enum(keysOf(readingStates)),
  note: words('Note').nullable(),
  /** Why another source's value for the period is used and not this one; null where it is used. */
  setAside: words('Why it is not used').nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Reading = z.infer<typeof reading>;

/** The value of another place for the same measure and a period. */
export const benchmark = z.object({
  ...rowFields,
  measureId: id,
  place: title('Place'),
  periodStart: isoDate,
  periodEnd: isoDate,
  printedPeriod: text('Period as printed', 100).nullable(),
  value,
  ...sourceFields,
  ...withdrawable,
});
export type Benchmark = z.infer<typeof benchmark>;
