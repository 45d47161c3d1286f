import { expect, test } from 'vitest';
import { aMeeting, aPlan } from '../testing/rows.ts';
import { lastHeld, meetingsInOrder, nextMeeting } from './meetings.ts';

const plan = aPlan({
  meetings: [
    aMeeting({ id: 'september', on: '2023-09-27' }),
    aMeeting({ id: 'august', on: '2023-08-30', state: 'closed' }),
    aMeeting({ id: 'july', on: '2023-07-26', state: 'closed' }),
    aMeeting({ id: 'cancelled', on: '2023-09-26', state: 'cancelled' }),
    aMeeting({ id: 'review', kind: 'dfeReview', on: '2023-09-26' }),
    aMeeting({ id: 'morning', on: '2023-09-27', startsAt: '09:00' }),
  ],
});

test('puts meetings in the order in which they are held, without those that were cancelled', () => {
  expect(meetingsInOrder(plan).map(({ id }) => id)).toEqual(['july', 'august', 'review', 'morning', 'september']);
});

test('finds the last board that was held, and the next that is not', () => {
  expect(lastHeld(plan, 'board', '2023-09-27')?.id).toBe('august');
  expect(lastHeld(plan, 'board', '2023-08-29')?.id).toBe('july');
  expect(lastHeld(plan, 'board', '2023-07-25')).toBeNull();
  expect(nextMeeting(plan, 'board', '2023-09-27')?.id).toBe('morning');
  expect(nextMeeting(plan, 'dfeReview', '2023-09-27')).toBeNull();
});
