import { expect, test } from 'vitest';
import { anAction, aPlan } from '../testing/rows.ts';
import { notYetRecorded } from './not-yet-recorded.ts';

const plan = aPlan({
  actions: [anAction({ id: 'action-6.04', code: '6.04', title: 'Casework team', addedAt: '2023-07-24T08:10:00.000Z' })],
});

test('says when a row was first recorded, where a day before it is looked at', () => {
  expect(notYetRecorded(plan, 'action-6.04', '2023-05-12')).toMatchObject({
    code: 'notFound',
    field: 'asAt',
    message:
      'Action 6.04, Casework team, was not recorded by 12 May 2023. It was first recorded on 24 July 2023. Return to today, or choose that day or a later one.',
  });
});

test('says nothing of a row that was there, or that there is none of', () => {
  expect(notYetRecorded(plan, 'action-6.04', '2023-07-24')).toBeNull();
  expect(notYetRecorded(plan, 'action-9.99', '2023-05-12')).toBeNull();
});
