import { expect, test } from 'vitest';
import type { Draft } from '@noticeboard/domain/draft';
import { isOvertaken, lacks, onTopOf, submittedOf, untouched, type ReportRow } from './body.ts';

const row = (over: Partial<Extract<ReportRow, { kind: 'action' }>> = {}): ReportRow =>
  ({
    kind: 'action',
    key: 'action action-1',
    id: 'action-1',
    forecast: '2023-10-31',
    last: { id: 'update-1' },
    unchanged: { possible: true, says: 'Green again.' },
    milestones: [],
    ...over,
  }) as ReportRow;
const moved = row({ forecast: '2023-12-15' });
const written: Draft = { ...untouched(row()), rating: 'amber', words: 'Slower than planned.' };
const day = (text: string): Draft['forecast'] => {
  const [year = '', month = '', date = ''] = text.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
};

test('a forecast that was moved meanwhile holds back what is typed, and “No change”', () => {
  expect(lacks(row(), written)).toBeNull();
  for (const body of [written, { ...untouched(row()), noChange: true }]) {
    expect(isOvertaken(moved, body)).toBe(true);
    expect(lacks(moved, body)).toBe('a look at what was said meanwhile');
    expect(lacks(moved, { ...body, ...onTopOf(moved, body) })).toBeNull();
  }
});

test('what was typed goes on top of theirs: a forecast of one’s own as it was typed, else theirs', () => {
  const own = { ...written, forecast: day('2023-11-30') };
  expect(submittedOf(moved, { ...own, ...onTopOf(moved, own) })).toMatchObject({
    forecast: '2023-11-30',
    seenForecast: '2023-12-15',
    words: 'Slower than planned.',
  });
  expect(submittedOf(moved, { ...written, ...onTopOf(moved, written) })).toMatchObject({
    forecast: null,
    seenForecast: '2023-12-15',
  });
});
