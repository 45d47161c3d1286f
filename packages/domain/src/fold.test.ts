import { expect, test } from 'vitest';
import { applyRow, collectionOf, emptyRows, planOf } from './fold.ts';
import { entities } from './plan.ts';
import { anArea, aNotice } from './testing/rows.ts';

test('before the notice is recorded there is no plan', () => {
  expect(planOf(emptyRows(), { seq: 0, hash: '' })).toBeNull();
});

test('the last row of an id stands, with when and by whom it was recorded, sorted by id', () => {
  const rows = emptyRows();
  const at = '2023-09-25T09:00:00.000Z';
  applyRow(rows, { entity: 'notice', row: aNotice(), at, by: '@demonstration' });
  for (const id of ['area-2', 'area-10', 'area-1'])
    applyRow(rows, { entity: 'area', row: anArea({ id }), at, by: 'a' });
  applyRow(rows, {
    entity: 'area',
    row: anArea({ id: 'area-2', title: 'Later', version: 2 }),
    at: '2023-09-26T09:00:00.000Z',
    by: 'b',
  });
  const plan = planOf(rows, { seq: 5, hash: 'h' });
  expect(plan?.areas.map(({ id }) => id)).toEqual(['area-1', 'area-10', 'area-2']);
  expect(plan?.areas[2]).toMatchObject({
    title: 'Later',
    version: 2,
    recordedBy: 'b',
    addedAt: at,
    recordedAt: '2023-09-26T09:00:00.000Z',
  });
  expect(plan?.head).toEqual({ seq: 5, hash: 'h' });
});

test('every entity has a place of its own in the plan', () => {
  expect(new Set(Object.values(collectionOf)).size).toBe(Object.keys(entities).length);
});
