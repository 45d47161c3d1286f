import { expect, it } from 'vitest';
import type { Recorded } from '../fields.ts';
import type { RequirementDate } from '../requirement.ts';
import { aMeeting, anAction, anEvent, aNotice, aPlan, aRequirement, aRequirementDate } from '../testing/rows.ts';
import { frame } from './frame.ts';

const who = { memberId: 'member-chair', organisation: 'A council', roles: ['chair'] as const };
const due = (over: Partial<Recorded<RequirementDate>>) => aRequirementDate({ kind: 'due', ...over });

const plan = aPlan({
  notice: { ...aNotice(), recordedAt: '2023-03-30T09:00:00.000Z' },
  requirements: [aRequirement({ id: 'req-1', code: '1' })],
  requirementDates: [
    due({ id: 'date-1', requirementId: 'req-1', earliest: '2023-05-12', latest: '2023-05-12' }),
    due({ id: 'date-2', requirementId: 'req-1', earliest: '2023-05-12', latest: '2023-05-12' }),
    due({
      id: 'date-3',
      requirementId: 'req-1',
      earliest: '2023-04-30',
      latest: '2023-04-30',
      withdrawnOn: '2023-05-01',
    }),
  ],
});

it('offers the days that have passed, oldest first, each once', () => {
  expect(frame(plan, '2023-09-25', who).usefulDays).toEqual([
    { day: '2023-03-30', label: 'Notice issued' },
    { day: '2023-05-12', label: 'Requirement 1 due' },
    { day: '2023-06-30', label: '3 months checkpoint' },
  ]);
});

it('offers the last board that was held', () => {
  const meetings = [
    aMeeting({ on: '2023-08-30', state: 'closed' }),
    aMeeting({ id: 'meeting-0', on: '2023-07-26', state: 'closed' }),
    aMeeting({ id: 'meeting-2' }),
  ];
  const boards = frame({ ...plan, meetings }, '2023-09-25', who).usefulDays.filter(({ label }) =>
    label.includes('board'),
  );
  expect(boards).toEqual([{ day: '2023-08-30', label: 'Last board' }]);
});

it('offers no day before anything was recorded, nor today', () => {
  const later = {
    ...plan,
    notice: { ...plan.notice, recordedAt: '2023-06-01T09:00:00.000Z' },
    requirements: [],
    requirementDates: [],
  };
  expect(frame(later, '2023-06-30', who).usefulDays).toEqual([]);
});

it('counts what is due from the person, for whoever may report', () => {
  const led = { ...plan, actions: [anAction({ leadId: 'member-chair' }), anAction({ id: 'action-2', leadId: null })] };
  expect(frame(led, '2023-09-25', { ...who, roles: ['officer'] }).due).toBe(1);
  expect(frame(led, '2023-09-25', who).due).toBe(0);
});

it('says that the notice was lifted, from the day itself, and offers that day', () => {
  const events = [anEvent({ kind: 'lifted', earliest: '2023-08-06', latest: '2023-08-06' })];
  const over = { ...plan, events, actions: [anAction()] };
  expect(frame(over, '2023-08-05', who).notice.lifted).toBeNull();
  expect(frame(over, '2023-09-25', who).notice.lifted).toEqual({
    on: '2023-08-06',
    words: 'Lifted on 6 August 2023',
    withOpen: 'Lifted on 6 August 2023, 1 action open',
  });
  expect(frame(over, '2023-09-25', who).usefulDays).toContainEqual({ day: '2023-08-06', label: 'Lifted' });
});
