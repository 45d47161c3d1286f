/** Makes the rows that a change records. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { Recorded } from '../fields.ts';
import type { Change, Entity, Plan, Rows } from '../plan.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';

/** Decides a change: the rows to record, the one it is named after first. Throws a DomainError where it is refused. */
export type Decide<Input> = (plan: Plan, input: Input, by: By) => Change[];

/** Makes a decide function that refuses, with `conflict`, once the notice itself was withdrawn. */
export const onStandingNotice =
  <Input>(decide: Decide<Input>): Decide<Input> =>
  (plan, input, by) => {
    const { withdrawnOn } = plan.notice;
    if (withdrawnOn !== null) {
      throw new DomainError(
        'conflict',
        `The notice was withdrawn on ${formatDate(withdrawnOn)}. Nothing in it can be changed any more.`,
      );
    }
    return decide(plan, input, by);
  };

/** Gives the part of an input that goes into the row. */
export const contentOf = <Shape extends z.ZodRawShape>(
  content: z.ZodObject<Shape>,
  input: z.output<z.ZodObject<Shape>>,
): z.output<z.ZodObject<Shape>> =>
  Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(content.shape, key))) as typeof input;

/** A new row, to record. */
export const added = <E extends Entity>(entity: E, row: Omit<Rows[E], 'version'>): Change =>
  ({ entity, row, expectedVersion: 0 }) as Change;

/**
 * A row with some of its fields changed, to record.
 * @param expectedVersion the version that the person was looking at
 */
export const edited = <E extends Entity>(
  entity: E,
  row: Recorded<Rows[E]>,
  fields: Partial<Omit<Rows[E], 'noticeId' | 'id' | 'version'>>,
  expectedVersion: number,
): Change => {
  const { version: _version, addedAt: _addedAt, recordedAt: _recordedAt, recordedBy: _recordedBy, ...kept } = row;
  return { entity, row: { ...kept, ...fields }, expectedVersion } as unknown as Change;
};
