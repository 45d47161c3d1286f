import { expect, it } from 'vitest';
import type { PeriodUpdate } from '@noticeboard/domain/views/updates';
import { filterUpdates, messageOf, readFilter } from './update-filters.ts';

const update = (id: string, over: Partial<PeriodUpdate> = {}, areaId: string | null = 'area-1'): PeriodUpdate => ({
  id,
  version: 1,
  on: '2023-09-25',
  by: 'Lead',
  kind: 'change',
  about: { link: null, code: '1.01', title: 'An action', areaId, organisation: areaId === null ? null : 'A council' },
  rating: 'green',
  confidence: null,
  words: 'It goes well.',
  recovery: null,
  forecast: null,
  state: 'submitted',
  review: { status: { key: 'submitted', label: 'Submitted', tone: 'pending', reason: '' }, note: null },
  locked: null,
  mark: 'own',
  ...over,
});

const updates = [update('a'), update('b', { state: 'accepted' }, null), update('c', { locked: 'You wrote this one.' })];

it.each([
  [{}, ['a', 'b', 'c']],
  [{ state: 'submitted' }, ['a', 'c']],
  [{ state: 'nonsense' }, ['a', 'b', 'c']],
  [{ area: 'area-1', organisation: 'A council' }, ['a', 'c']],
  [{ area: 'area-2' }, []],
])('leaves for %o %o', (address, ids) => {
  expect(filterUpdates(updates, readFilter(address)).map(({ id }) => id)).toEqual(ids);
});

it('counts what the reader can accept', () => {
  expect(messageOf(updates)).toBe('1 of 3 updates waits to be accepted');
  expect(messageOf(updates.slice(1))).toBe('None of 2 updates waits to be accepted');
  expect(messageOf([])).toBe('No updates in this period yet');
});
