import type { LoggedQuestion } from '@noticeboard/domain/views/question-log';
import { expect, test } from 'vitest';
import { filterQuestions, isFiltered } from './question-filters.ts';

const entry = (id: string, key: string, forum: string, areaIds: string[], toId: string) =>
  ({ id, state: { key }, forum, areaIds, toId }) as LoggedQuestion;
const all = [
  entry('a', 'overdue', 'board', ['area-1', 'area-2'], 'lead'),
  entry('b', 'asked', 'scrutiny', ['area-2'], 'other'),
  entry('c', 'accepted', 'board', [], 'lead'),
];

test.each([
  [{}, 'abc'],
  [{ state: 'open' }, 'ab'],
  [{ state: 'overdue' }, 'a'],
  [{ forum: 'scrutiny' }, 'b'],
  [{ area: 'area-2' }, 'ab'],
  [{ to: 'lead', state: 'accepted' }, 'c'],
])('%j leaves %s', (address, left) => {
  expect(
    filterQuestions(all, address)
      .map(({ id }) => id)
      .join(''),
  ).toBe(left);
});

test('a sorting alone filters nothing', () => {
  expect(isFiltered({ sort: 'due' })).toBe(false);
  expect(isFiltered({ forum: 'board' })).toBe(true);
});
