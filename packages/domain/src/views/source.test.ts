import { expect, test } from 'vitest';
import { ownSource } from '../testing/rows.ts';
import { sourceView } from './source.ts';

const later = (over: object, today = '2023-09-25') => sourceView({ ...ownSource, ...over }, today).publishedLater;

test('a source came out later where its day is after the day that is looked at', () => {
  expect(later({ sourcePublishedOn: '2023-09-26' })).toBe(true);
  expect(later({ sourcePublishedOn: '2023-09-25' })).toBe(false);
  expect(later({ sourceTitle: 'Minutes' })).toBe(false);
});

test('where its day is not known, what its title says of it decides', () => {
  const sourceTitle = 'Scrutiny minutes, item 66165, published in or after August 2024, day not known';
  expect(later({ sourceTitle })).toBe(true);
  expect(later({ sourceTitle }, '2024-08-01')).toBe(false);
  expect(later({ sourceTitle: 'Minutes, published in or after the summer of 2024' })).toBe(false);
  expect(later({ sourceTitle, sourcePublishedOn: '2023-09-01' })).toBe(false);
});
