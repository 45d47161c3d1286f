import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import type { Notice } from '../notice.ts';
import type { MeetingKind, Role, Sector } from '../scales.ts';
import { aMeeting, aMember, anAttendance, aNotice, aPlan } from '../testing/rows.ts';
import { quorumOf } from './quorum.ts';

type Seat = { sector?: Sector; roles?: Role[]; state?: 'invited' | 'present' | 'apologies' };

const board = (
  seats: readonly Seat[],
  { kind = 'board', notice = {} }: { kind?: MeetingKind; notice?: Partial<Notice> } = {},
) =>
  aPlan({
    notice: aNotice(notice),
    meetings: [aMeeting({ kind })],
    members: seats.map(({ sector, roles }, index) =>
      aMember({ id: `member-${index}`, sector: sector ?? null, roles: roles ?? ['boardMember'] }),
    ),
    attendances: seats.map(({ state }, index) =>
      anAttendance({ id: `attendance-${index}`, memberId: `member-${index}`, state: state ?? 'present' }),
    ),
  });

const whole: Seat[] = [{ sector: 'education' }, { sector: 'health' }, { sector: 'care' }];

test('is met by enough members with each sector', () => {
  expect(quorumOf(board(whole), 'meeting-1')).toMatchObject({
    met: true,
    sentence: 'Quorum: 3 members are present of at least 3, with education, health and care.',
  });
});

test('says what lacks: members, sectors, or both', () => {
  expect(quorumOf(board([{ sector: 'education' }, { sector: 'care' }]), 'meeting-1')).toMatchObject({
    met: false,
    missing: ['health'],
    sentence: 'No quorum: 2 members are present of at least 3, and nobody speaks for health.',
  });
  expect(quorumOf(board([...whole, {}], { notice: { quorumPresent: 5 } }), 'meeting-1').sentence).toBe(
    'No quorum: 4 members are present of at least 5.',
  );
  expect(quorumOf(board([{}, {}, {}]), 'meeting-1').sentence).toBe(
    'No quorum: 3 members are present, and nobody speaks for education, health or care.',
  );
  expect(quorumOf(board([]), 'meeting-1').met).toBe(false);
});

test('counts only who is present and sits on the board', () => {
  const others: Seat[] = [
    { sector: 'health', state: 'apologies' },
    { sector: 'health', state: 'invited' },
    { sector: 'health', roles: ['officer', 'monitor', 'programmeOffice'] },
  ];
  expect(quorumOf(board([{ sector: 'education' }, { sector: 'care' }, ...others]), 'meeting-1')).toMatchObject({
    present: 2,
    missing: ['health'],
  });
  const forum: Seat = { roles: ['parentCarerForum'] };
  expect(quorumOf(board([...whole, forum, { roles: ['chair'] }]), 'meeting-1').present).toBe(5);
});

test('asks nothing of what is not a meeting of the board, and nothing where the notice sets nothing', () => {
  expect(quorumOf(board([], { kind: 'dfeReview' }), 'meeting-1')).toMatchObject({ applies: false, met: true });
  expect(quorumOf(board([], { kind: 'scrutiny' }), 'meeting-1')).toMatchObject({ applies: false, met: true });
  const none = board([], { notice: { quorumPresent: 0, quorumSectors: [] } });
  expect(quorumOf(none, 'meeting-1')).toMatchObject({ applies: true, met: true });
});

test('counts nobody whose role was not in force on the day, and takes nothing from a meeting for what ended later', () => {
  const plan = board(whole);
  const on = plan.meetings[0]?.on ?? '';
  const withSecond = (fields: object) => ({
    ...plan,
    members: plan.members.map((member, index) => (index === 1 ? { ...member, ...fields } : member)),
  });
  for (const gone of [{ suspendedOn: on }, { endsOn: addDays(on, -1) }, { startsOn: addDays(on, 1) }])
    expect(quorumOf(withSecond(gone), 'meeting-1')).toMatchObject({ met: false, present: 2, missing: ['health'] });
  for (const later of [{ suspendedOn: addDays(on, 1) }, { endsOn: on }])
    expect(quorumOf(withSecond(later), 'meeting-1').met).toBe(true);
});
