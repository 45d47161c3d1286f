import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, text, title, withdrawable, words } from './fields.ts';
import { keysOf, stages } from './scales.ts';

/** One action of the plan. Its original due date is never edited; its current one moves only by an approved date change. */
export const action = z.object({
  ...rowFields,
  /** As cited: "6.04". Unique in the notice. */
  code: text('Code', 10),
  title: title('Title'),
  /** The areas it serves; the first is the primary one. */
  areaIds: z.array(id).min(1, 'Choose the area that it serves.').max(20),
  requirementIds: z.array(id).max(20),
  leadId: id.nullable(),
  deputyId: id.nullable(),
  accountableId: id.nullable(),
  organisation: title('Organisation'),
  originalDue: isoDate,
  currentDue: isoDate,
  /** The lead's own view of when it will be done; null where there is none. */
  forecast: isoDate.nullable(),
  stage: z.enum(keysOf(stages)),
  /** For how many readings in a row its measures must meet their target before it is embedded. */
  holdPeriods: z.int().min(1, 'Give 1 period or more.').max(24, 'Give 24 periods or fewer.'),
  successCriteria: words('What success looks like').nullable(),
  /** The measures that would prove it. */
  measureIds: z.array(id).max(20),
  /** The actions that it waits for. */
  dependsOnIds: z.array(id).max(20),
  ...sourceFields,
});
export type Action = z.infer<typeof action>;

/** A recorded step of an action from one stage to another; the first has no `from`. */
export const stageChange = z.object({
  ...rowFields,
  actionId: id,
  from: z.enum(keysOf(stages)).nullable(),
  to: z.enum(keysOf(stages)),
  on: isoDate,
  reason: words('Reason').nullable(),
});
export type StageChange = z.infer<typeof stageChange>;

/** A dated step of an action. */
export const milestone = z.object({
  ...rowFields,
  actionId: id,
  title: title('Title'),
  originalDue: isoDate,
  currentDue: isoDate,
  forecast: isoDate.nullable(),
  doneOn: isoDate.nullable(),
  ...withdrawable,
});
export type Milestone = z.infer<typeof milestone>;
