/** Makes the rows that a change records. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { Recorded } from '../fields.ts';
import type { Change, Entity, Plan, Rows } from '../plan.ts';
import { marks } from '../scales.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';

/** Decides a change: the rows to record, the one it is named after first. Throws a DomainError where it is refused. */
export type Decide<Input> = (plan: Plan, input: Input, by: By) => Change[];

/** Refuses, with `conflict`, once the notice itself was withdrawn. */
export const checkNoticeStands = ({ notice: { withdrawnOn } }: Plan): void => {
  if (withdrawnOn === null) return;
  throw new DomainError(
    'conflict',
    `The notice was withdrawn on ${formatDate(withdrawnOn)}. Nothing in it can be changed any more.`,
  );
};

/** Makes a decide function that refuses, with `conflict`, once the notice itself was withdrawn. */
export const onStandingNotice =
  <Input>(decide: Decide<Input>): Decide<Input> =>
  (plan, input, by) => {
    checkNoticeStands(plan);
    return decide(plan, input, by);
  };

/** Gives the part of an input that goes into the row. */
export const contentOf = <Shape extends z.ZodRawShape>(
  content: z.ZodObject<Shape>,
  input: z.output<z.ZodObject<Shape>>,
): z.output<z.ZodObject<Shape>> =>
  Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(content.shape, key))) as typeof input;

const sourceIn = (row: object): [unknown, unknown] => [
  'mark' in row ? row.mark : undefined,
  'sourceTitle' in row ? row.sourceTitle : undefined,
];

/** What is said to stand in a source has to name it, or nobody could look it up. */
const checkSource = (row: object): void => {
  const [mark, sourceTitle] = sourceIn(row);
  if (sourceTitle !== null || (mark !== 'published' && mark !== 'reported')) return;
  const { label } = marks[mark];
  throw new DomainError(
    'invalid',
    `Name the source, so that what is marked “${label}” can be looked up, or mark it “${marks.own.label}”.`,
    'sourceTitle',
  );
};

/** A new row, to record. Throws `invalid` where it is marked as published or reported and names no source. */
export const added = <E extends Entity>(entity: E, row: Omit<Rows[E], 'version'>): Change => {
  checkSource(row);
  return { entity, row, expectedVersion: 0 } as Change;
};

/**
 * A row with some of its fields changed, to record. Throws `invalid` where they mark it as published or reported and it names
 * no source.
 * @param expectedVersion the version that the person was looking at
 */
export const edited = <E extends Entity>(
  entity: E,
  row: Recorded<Rows[E]>,
  fields: Partial<Omit<Rows[E], 'noticeId' | 'id' | 'version'>>,
  expectedVersion: number,
): Change => {
  const { version: _version, addedAt: _addedAt, recordedAt: _recordedAt, recordedBy: _recordedBy, ...kept } = row;
  const after: object = { ...kept, ...fields };
  // One that lacked it already may be mended in part.
  if (JSON.stringify(sourceIn(after)) !== JSON.stringify(sourceIn(row))) checkSource(after);
  return { entity, row: after, expectedVersion } as unknown as Change;
};
