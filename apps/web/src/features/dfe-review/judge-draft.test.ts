import { expect, it } from 'vitest';
import type { JudgedLine, JudgedOnce } from '@noticeboard/domain/views/dfe-review';
import { draftOf, judgementsIn, keyOf } from './judge-draft.ts';

const once = (over: Partial<JudgedOnce> = {}): JudgedOnce => ({
  id: 'j1',
  rating: { key: 'some', label: 'Some progress', tone: 'amber', reason: 'Plans come sooner.' },
  grounds: 'Plans come sooner.',
  on: '15 November 2023',
  by: 'SEND adviser',
  source: {
    mark: 'own',
    disputed: null,
    unconfirmed: null,
    title: null,
    url: null,
    publishedOn: null,
    publishedLater: false,
  },
  until: null,
  ...over,
});
const line = (id: string, now: JudgedOnce | null): JudgedLine => ({
  about: { areaId: id, requirementId: null },
  link: { page: 'areas', id },
  name: 'Area 1',
  title: 'Timeliness',
  released: null,
  now,
  before: null,
  corrected: [],
});

it('sends what was chosen, and of what is published only what differs', () => {
  const [fresh, stands] = [line('area-1', null), line('area-2', once())];
  const lines = [fresh, stands];
  const draft = draftOf(lines);
  expect(judgementsIn(lines, draft)).toEqual([]);
  const chosen = {
    ...draft,
    [keyOf(fresh)]: { rating: 'insufficient' as const, grounds: ' ' },
  };
  expect(judgementsIn(lines, chosen)).toEqual([
    { areaId: 'area-1', requirementId: null, rating: 'insufficient', grounds: null },
  ]);
  const corrected = { ...draft, [keyOf(stands)]: { rating: 'some' as const, grounds: 'Half of them do.' } };
  expect(judgementsIn(lines, corrected)).toEqual([
    { areaId: 'area-2', requirementId: null, rating: 'some', grounds: 'Half of them do.' },
  ]);
});
