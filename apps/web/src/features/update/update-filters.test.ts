import { expect, it } from 'vitest';
import type { PeriodUpdate } from '@noticeboard/domain/views/updates';
import { filterUpdates, messageOf, readFilter, readPeriod } from './update-filters.ts';

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

it.each([
  [{ period: '2023-08-30' }, { period: '2023-08-30' }],
  [{ period: 'waiting' }, { period: 'waiting' }],
  [{ period: '2023-02-30' }, {}],
  [{ period: 'nonsense' }, {}],
  [{}, {}],
])('reads of %o the period %o', (address, period) => {
  expect(readPeriod(address)).toEqual(period);
});

const message = (of: PeriodUpdate[], showing: 'period' | 'waiting' = 'period', runs = true) =>
  messageOf({ updates: of, showing, beside: { earlier: null, later: null, runs } });

it('counts what the reader can accept', () => {
  expect(message(updates)).toBe('1 of 3 updates waits to be accepted');
  expect(message(updates.slice(1))).toBe('None of 2 updates waits to be accepted');
  expect(message([])).toBe('No updates in this period yet');
  expect(message([], 'period', false)).toBe('No updates in that period');
  expect(message(updates, 'waiting')).toBe('3 updates wait to be accepted');
  expect(message(updates.slice(0, 1), 'waiting')).toBe('1 update waits to be accepted');
  expect(message([], 'waiting')).toBe('No update waits to be accepted');
});
