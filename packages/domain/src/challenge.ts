import { z } from 'zod';
import { id, isoDate, rowFields, words } from './fields.ts';
import { challengeForums, challengeStates, keysOf, marks } from './scales.ts';

/** What a board or scrutiny asks of somebody about an action, a measure, a requirement or an area (exactly one of the ids is set), and the answer. */
export const challenge = z.object({
  ...rowFields,
  actionId: id.nullable(),
  measureId: id.nullable(),
  requirementId: id.nullable(),
  areaId: id.nullable(),
  forum: z.enum(keysOf(challengeForums)),
  /** The meeting that asked it; null where it was asked between meetings. */
  meetingId: id.nullable(),
  question: words('Question'),
  askedById: id.nullable(),
  askedOn: isoDate,
  toId: id,
  dueOn: isoDate,
  answer: words('Answer').nullable(),
  answeredById: id.nullable(),
  answeredOn: isoDate.nullable(),
  state: z.enum(keysOf(challengeStates)),
  /** The question that this one asks again; null for a first one. */
  followsId: id.nullable(),
  mark: z.enum(keysOf(marks)),
});
export type Challenge = z.infer<typeof challenge>;
