import { expect, test } from 'vitest';
import { moment } from './fields.ts';
import { momentOf, writtenMoment } from './moment.ts';

test.each([
  ['2023-09-20', { day: '2023-09-20', seq: null }],
  ['2023-09-20.4118', { day: '2023-09-20', seq: 4118 }],
])('%s is a moment, and is written as it was read', (written, read) => {
  expect(momentOf(written)).toEqual(read);
  expect(moment.parse(written)).toEqual(read);
  expect(writtenMoment(read)).toBe(written);
});

test.each([
  '',
  'today',
  '2023-09-20.',
  '2023-09-20.0',
  '2023-09-20.04',
  '2023-09-20.1.2',
  '2023-02-30',
  '9023-09-20.4',
])('%j is none', (written) => {
  expect(moment.safeParse(written).success).toBe(false);
});
