import { expect, it } from 'vitest';
import type { EvidenceLine } from '@noticeboard/domain/views/evidence';
import { filterEvidence, readFilter } from './evidence-filters.ts';

const line = (over: Partial<EvidenceLine>): EvidenceLine => ({
  id: 'e1',
  kind: 'data',
  caption: 'Audit of August',
  shows: 'More plans are good.',
  period: 'August 2023',
  periodEnd: '2023-08-31',
  file: null,
  url: 'https://example.org/',
  addedBy: 'Lead',
  addedOn: '2023-09-18',
  links: [{ link: { page: 'actions', id: 'action-6.07' }, words: 'Action 6.07 Audit plans' }],
  areaIds: ['area-6'],
  organisations: ['NHS'],
  earlier: 0,
  mark: 'own',
  ...over,
});
const lines = [
  line({}),
  line({
    id: 'e2',
    kind: 'voice',
    caption: 'Survey',
    file: { name: 'families.pdf', size: '1 KB' },
    areaIds: ['area-1'],
  }),
  line({
    id: 'e3',
    organisations: ['Council', 'NHS'],
    areaIds: ['area-1', 'area-6'],
    links: [
      { link: { page: 'actions', id: 'action-6.07' }, words: 'Action 6.07 Audit plans' },
      { link: { page: 'requirements', id: 'req-3' }, words: 'Requirement 3 Clear targets' },
    ],
  }),
];

it.each([
  [{}, ['e1', 'e2', 'e3']],
  [{ kind: 'voice' }, ['e2']],
  [{ kind: 'no kind' }, ['e1', 'e2', 'e3']],
  [{ area: 'area-6' }, ['e1', 'e3']],
  [{ requirement: 'req-3' }, ['e3']],
  [{ requirement: 'action-6.07' }, []],
  [{ organisation: 'Council' }, ['e3']],
  [{ text: 'families survey' }, ['e2']],
  [{ text: '6.07 AUDIT', area: 'area-1' }, ['e2', 'e3']],
  [{ text: 'nothing' }, []],
])('the filter %j leaves %j', (address, ids) => {
  expect(filterEvidence(lines, readFilter(address)).map(({ id }) => id)).toEqual(ids);
});
