import { z } from 'zod';
import { id, isoDate, looseDateFields, rowFields, sourceFields, text, title, withdrawable, words } from './fields.ts';
import { governmentDecisions, keysOf, requirementDateKinds, requirementKinds } from './scales.ts';

/** One clause of the notice, or a public commitment of the council. Its state is computed from its dates: rules/requirement.ts. */
export const requirement = z.object({
  ...rowFields,
  /** As cited: "1", "4a". Unique in the notice. */
  code: text('Number', 10),
  kind: z.enum(keysOf(requirementKinds)),
  title: title('Title'),
  text: words('Text'),
  consequence: words('Consequence').nullable(),
  ownerId: id.nullable(),
  /** What the programme office says while it is neither met nor overdue. */
  declared: z.enum(['onCourse', 'atRisk', 'partMet']).nullable(),
  /** Where it stands, in words. */
  standing: words('Where it stands').nullable(),
  /** Who disputes whether it was met, and why; null where nobody does. */
  outcomeDisputed: words('Why the outcome is disputed').nullable(),
  governmentDecision: z.enum(keysOf(governmentDecisions)),
  governmentDecidedOn: isoDate.nullable(),
  governmentNote: words('Note on the decision').nullable(),
  /** The measures that would prove it. */
  measureIds: z.array(id).max(50),
  ...sourceFields,
  ...withdrawable,
});
export type Requirement = z.infer<typeof requirement>;

/** One dated step of a requirement: when it was due, submitted, approved, published or met, each with its source. */
export const requirementDate = z.object({
  ...rowFields,
  requirementId: id,
  kind: z.enum(keysOf(requirementDateKinds)),
  ...looseDateFields,
  note: words('Note').nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type RequirementDate = z.infer<typeof requirementDate>;
