import { expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aStarter, ownSource } from '../testing/rows.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { createStarter, createStarterInput, editStarter, editStarterInput, withdrawStarter } from './starter.ts';

const office = asMember('member-office');
const plan = smallPlan({
  starters: [aStarter({ noticeId, id: 'starter-1', recordedAt: '2023-04-03T09:00:00.000Z' })],
});
const content = {
  startsOn: '2023-10-02',
  fullTimeEquivalents: 1.6,
  employment: 'permanent',
  training: 'inTraining',
  note: null,
} as const;

test('caseworkers who will start are added with their start, their employment and their training', () => {
  const input = createStarterInput.parse({ noticeId, reason: 'Offers accepted.', ...content });
  expect(createStarter(plan, input, office)).toMatchObject([
    { entity: 'starter', row: { ...content, mark: 'own', withdrawnOn: null }, expectedVersion: 0 },
  ]);
  expect(refusalOf(() => createStarter(plan, { ...input, startsOn: '2032-10-02' }, office))).toEqual({
    code: 'invalid',
    sentence: 'Enter a start date on or before 25 September 2026, three years from today.',
    field: 'startsOn',
  });
});

test.each([
  [0, 'Enter more than 0.'],
  [10_001, 'Enter 10,000 or fewer.'],
])('%d full-time equivalents are refused', (fullTimeEquivalents, sentence) => {
  const parsed = createStarterInput.safeParse({ noticeId, reason: 'Agreed.', ...content, fullTimeEquivalents });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([sentence]);
});

test('a start may move, also into the past, and be withdrawn', () => {
  const input = editStarterInput.parse({ ...edit('starter-1'), ...content, ...ownSource, startsOn: '2023-09-04' });
  expect(editStarter(plan, input, office)).toMatchObject([{ row: { startsOn: '2023-09-04' } }]);
  expect(withdrawStarter(plan, edit('starter-1'), office)).toMatchObject([{ row: { withdrawnOn: today } }]);
  expect(refusalOf(() => withdrawStarter(plan, edit('starter-9'), office)).code).toBe('notFound');
});
