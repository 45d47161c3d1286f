import type { PortfolioLine } from '@noticeboard/domain/views/portfolio';
import { expect, test } from 'vitest';
import { filterNotices, isFiltered, noFilter } from './portfolio-filters.ts';

type Due = PortfolioLine['next'];
const due = (days: number): Due => ({ on: '2023-09-30', date: '30 September 2023', what: '', days, words: '' });

const line = (authority: string, over: Partial<PortfolioLine> = {}) =>
  ({
    authority,
    title: `${authority}, SEND`,
    life: { key: 'inForce', label: 'In force', tone: 'neutral', reason: '' },
    next: due(5),
    overdue: null,
    facts: [],
    ...over,
  }) as unknown as PortfolioLine;

const rows = [
  line('Kent County Council', { overdue: due(-48), facts: [{ kind: 'noEvidence', label: '', count: 2 }] }),
  line('Exampleshire', { next: due(60) }),
  line('Testshire', { next: null, life: { key: 'lifted', label: 'Lifted', tone: 'neutral', reason: '' } }),
];
const names = (address: Parameters<typeof filterNotices>[1]) =>
  filterNotices(rows, address).map(({ authority }) => authority);

test('a portfolio is filtered by name, state, deadline and kind of fact', () => {
  expect(names(noFilter)).toHaveLength(3);
  expect(names({ name: ' kent ' })).toEqual(['Kent County Council']);
  expect(names({ life: 'lifted' })).toEqual(['Testshire']);
  expect(names({ deadline: 'overdue' })).toEqual(['Kent County Council']);
  expect(names({ deadline: 'month' })).toEqual(['Kent County Council']);
  expect(names({ fact: 'noEvidence' })).toEqual(['Kent County Council']);
  expect(names({ fact: 'noEvidence', life: 'lifted' })).toEqual([]);
  expect(isFiltered({ name: 'kent' })).toBe(true);
  expect(isFiltered({ asAt: '2023-05-12', sort: '-next' })).toBe(false);
});
