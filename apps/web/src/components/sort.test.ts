import { expect, it } from 'vitest';
import { readSorting, sortRows, writeSorting } from './sort.ts';

it('sorts codes as people count, and puts what is missing last whichever way', () => {
  const rows = ['6.10', null, '6.9', '10.1'];
  expect(sortRows(rows, (row) => row, false)).toEqual(['6.9', '6.10', '10.1', null]);
  expect(sortRows(rows, (row) => row, true)).toEqual(['10.1', '6.10', '6.9', null]);
});

it('sorts numbers as numbers and keeps the order of equal rows', () => {
  const rows = [
    { id: 'a', days: 10 },
    { id: 'b', days: 9 },
    { id: 'c', days: 10 },
  ];
  expect(sortRows(rows, ({ days }) => days, true).map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

it('reads a sorting from the address as it was written', () => {
  expect(readSorting(writeSorting({ key: 'due', down: true }))).toEqual({ key: 'due', down: true });
  expect(readSorting('due')).toEqual({ key: 'due', down: false });
  expect(readSorting(undefined)).toBeNull();
});
