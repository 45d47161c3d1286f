import { z } from 'zod';
import { id, isoDate, rowFields, sourceFields, text, title, withdrawable, words } from './fields.ts';
import { keysOf, riskStates } from './scales.ts';

const outOfFive = (name: string) => z.int().min(1, `${name} is from 1 to 5.`).max(5, `${name} is from 1 to 5.`);

/** A risk to the plan: why it may happen, what it would do, how likely and how bad (1 to 5 each), and what is done about it. */
export const risk = z.object({
  ...rowFields,
  /** As cited: "R1". Unique in the notice. */
  code: text('Number', 10),
  title: title('Title'),
  cause: words('Cause'),
  effect: words('Effect'),
  likelihood: outOfFive('Likelihood'),
  impact: outOfFive('Impact'),
  controls: words('Controls').nullable(),
  nextStep: words('Next step').nullable(),
  ownerId: id.nullable(),
  areaIds: z.array(id).max(20),
  actionIds: z.array(id).max(50),
  state: z.enum(keysOf(riskStates)),
  raisedOn: isoDate,
  closedOn: isoDate.nullable(),
  ...sourceFields,
  ...withdrawable,
});
export type Risk = z.infer<typeof risk>;
