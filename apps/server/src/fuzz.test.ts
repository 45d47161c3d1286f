import { TRPCError } from '@trpc/server';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTestInstallation,
  people,
  procedures,
  type Person,
  type TestInstallation,
} from './testing/installation.ts';

/** What a form, a mistake or malice could put into a field, ids of the sample among it so that calls get far. */
const values = fc.oneof(
  fc.constantFrom(
    'action-1',
    'action-2',
    'area-1',
    'measure-1',
    'measure-2',
    'req-1',
    'req-1-due',
    'reading-1',
    'target-1',
    'update-1',
  ),
  fc.constantFrom(
    'milestone-1',
    'date-change-1',
    'event-1',
    'cover-1',
    'handover-2',
    'challenge-1',
    'evidence-1',
    'waiver-1',
    'member-lead',
    'member-deputy',
    'member-chair',
    'no-such-row',
    'one',
    'two',
  ),
  fc.constantFrom(
    '2023-01-01',
    '2023-01-31',
    '2023-02-28',
    '2023-13-01',
    '2023-02-30',
    '9999-12-31',
    '0001-01-01',
    'n/a',
    'c',
    '13.2',
    '1,080',
    'over 520',
  ),
  fc.constantFrom(
    'percent',
    'month',
    'H',
    'straight',
    'none',
    'own',
    'exact',
    'final',
    'green',
    'high',
    'due',
    'clause',
    'delivered',
    'approved',
    'withdrawn',
  ),
  fc.constantFrom(
    'x'.repeat(100_000),
    '\u0000',
    '\uD800',
    '<script>',
    "'; drop table action; --",
    'born 12/03/2012',
    '__proto__',
  ),
  fc.constantFrom(
    null,
    true,
    0,
    1,
    3,
    -1,
    1e15,
    1e308,
    0.5,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    ['action-1'],
    ['officer'],
    ['administrator'],
    [3, 6],
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The fields that a schema knows, however it is put together. */
const fieldsOf = (schema: unknown): string[] => {
  const { shape, def } = schema as { shape?: object; def?: { left?: unknown; right?: unknown; options?: unknown[] } };
  if (shape) return Object.keys(shape);
  return [def?.left, def?.right, ...(def?.options ?? [])].filter(Boolean).flatMap(fieldsOf);
};

let installation: TestInstallation;
beforeAll(async () => {
  installation = await createTestInstallation();
});
afterAll(() => installation[Symbol.asyncDispose]());

const persons = fc.constantFrom<(Person | 'founder' | null)[]>(
  ...(Object.keys(people) as Person[]),
  'programmeOffice',
  'programmeOffice',
  'founder',
  null,
);

it.each(procedures())('$path answers whatever it is sent with a result or a sentence', async ({ path, inputs }) => {
  const fields = Object.fromEntries(inputs.flatMap(fieldsOf).map((field) => [field, values]));
  const inputsOf = fc.oneof(
    fc.jsonValue(),
    fc.record(fields, { requiredKeys: [] }),
    fc
      .record(fields)
      .map((input) => ({ ...input, noticeId: 'one', asAt: undefined, expectedVersion: 1, reason: 'A reason.' })),
  );
  await fc.assert(
    fc.asyncProperty(persons, inputsOf, async (person, input) => {
      const error = await installation.call(person, path, input).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error === null || (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR')).toBe(true);
    }),
    { numRuns: 60 },
  );
});
