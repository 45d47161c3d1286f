import { expect, test } from 'vitest';
import { rowOf, schemaVersion, upcasters, type Upcaster } from './upcasters.ts';

const steps: Upcaster[] = [
  (entity, row) => (entity === 'area' ? { ...row, sponsorId: null } : row),
  (_, { title, ...row }) => ({ ...row, title: `${String(title)}!` }),
];

test('a row recorded under an old version goes through every step since, and no earlier one', () => {
  expect(rowOf('area', '{"title":"A"}', 1, steps)).toEqual({ title: 'A!', sponsorId: null });
  expect(rowOf('area', '{"title":"A"}', 2, steps)).toEqual({ title: 'A!' });
  expect(rowOf('area', '{"title":"A"}', 3, steps)).toEqual({ title: 'A' });
});

test('this release records the shape that its upcasters end in', () => {
  expect(schemaVersion).toBe(upcasters.length + 1);
});
