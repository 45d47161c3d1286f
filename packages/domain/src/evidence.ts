import { z } from 'zod';
import { id, isoDate, rowFields, text, title, webAddress, withdrawable, words } from './fields.ts';
import { evidenceKinds, impactKinds, keysOf, marks } from './scales.ts';

/** A file or a link that shows something, and what it shows. The bytes of a file are kept beside the ledger, under their hash. */
export const evidence = z.object({
  ...rowFields,
  kind: z.enum(keysOf(evidenceKinds), 'Choose what kind of evidence it is.'),
  caption: title('Caption'),
  /** What it shows, in words. */
  shows: words('What it shows'),
  /** The days it speaks of; both null where it speaks of none in particular. */
  periodStart: isoDate.nullable(),
  periodEnd: isoDate.nullable(),
  /**
   * SHA-256 of the file in hexadecimal, its name, media type and size in bytes; all null for a link. Evidence that was
   * withdrawn may have neither file nor link: its file was erased by law.
   */
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Choose the file again.')
    .nullable(),
  fileName: text('File name', 200).nullable(),
  mediaType: text('Media type', 100).nullable(),
  bytes: z.int().min(1).nullable(),
  url: webAddress.nullable(),
  /** The evidence that this is a new version of; the old one stays. */
  replacesId: id.nullable(),
  addedById: id.nullable(),
  addedOn: isoDate,
  actionIds: z.array(id).max(20),
  measureIds: z.array(id).max(20),
  requirementIds: z.array(id).max(20),
  areaIds: z.array(id).max(20),
  mark: z.enum(keysOf(marks)),
  ...withdrawable,
});
export type Evidence = z.infer<typeof evidence>;

/** A file that was taken in for evidence: the SHA-256 of its bytes in hexadecimal, its name, media type and size in bytes. */
export type TakenFile = { hash: string; name: string; mediaType: string; bytes: number };

/** Why one kind of evidence of impact is not asked of an action: recorded in its place by the programme office. */
export const waiver = z.object({
  ...rowFields,
  actionId: id,
  kind: z.enum(impactKinds),
  reason: words('Reason'),
  byId: id.nullable(),
  on: isoDate,
  mark: z.enum(keysOf(marks)),
  ...withdrawable,
});
export type Waiver = z.infer<typeof waiver>;
