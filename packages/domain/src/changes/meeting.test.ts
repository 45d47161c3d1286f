import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Plan } from '../plan.ts';
import type { Role } from '../scales.ts';
import { aMeeting, aMember, anAttendance, aReviewOutcome } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { setAttendance, setAttendanceInput } from './attendance.ts';
import type { By } from './by.ts';
import {
  cancelMeeting,
  cancelMeetingInput,
  editMeeting,
  editMeetingInput,
  moveMeeting,
  moveMeetingInput,
  planMeeting,
  planMeetingInput,
} from './meeting.ts';

const as = (role: Role, memberId = 'member-office'): By => {
  let count = 0;
  return {
    who: { memberId, organisation: 'Testshire Council', roles: [role] },
    today,
    createId: () => `new-${(count += 1)}`,
  };
};
const office = as('programmeOffice');

const board = (over: Partial<Plan> = {}): Plan =>
  smallPlan({
    members: [
      ...smallPlan().members,
      aMember({ id: 'member-school', title: 'Board member, schools', roles: ['boardMember'], sector: 'education' }),
      aMember({ id: 'member-forum', title: 'Forum', roles: ['parentCarerForum'] }),
      aMember({ id: 'member-monitor', title: 'Monitor', roles: ['monitor'] }),
      aMember({ id: 'member-gone', title: 'Former member', roles: ['boardMember'], endsOn: '2023-08-31' }),
    ],
    ...over,
  });

const plan = (over: Partial<z.input<typeof planMeetingInput>> = {}, on: Plan = board()) =>
  planMeeting(
    on,
    planMeetingInput.parse({ noticeId, kind: 'board', title: 'The board', on: '2023-10-25', ...over }),
    office,
  );

const meetingIn = (changes: ReturnType<typeof plan>) => changes[0]?.row as ReturnType<typeof aMeeting>;
const invitedIn = (changes: ReturnType<typeof plan>) =>
  changes.flatMap(({ row }) => ('memberId' in row ? [row.memberId] : []));

describe('a meeting that is planned', () => {
  test('has papers due working days before, and two weeks before a review by DfE', () => {
    expect(meetingIn(plan())).toMatchObject({ papersDueOn: '2023-10-18', state: 'planned', keyPoints: [] });
    // Christmas and two weekends lie between.
    expect(meetingIn(plan({ on: '2024-01-03' })).papersDueOn).toBe('2023-12-22');
    expect(meetingIn(plan({ kind: 'dfeReview', on: '2023-11-15' })).papersDueOn).toBe('2023-11-01');
    // Two weeks before 9 January 2024 is Boxing Day: papers are due on the last working day by then.
    expect(meetingIn(plan({ kind: 'dfeReview', on: '2024-01-09' })).papersDueOn).toBe('2023-12-22');
    expect(meetingIn(plan({ on: '2023-09-27' })).papersDueOn).toBe(today);
    expect(meetingIn(plan({ papersDueOn: '2023-10-20' })).papersDueOn).toBe('2023-10-20');
  });

  test('invites the board, and to a review the monitors and the programme office too, whose roles are in force', () => {
    expect(invitedIn(plan())).toEqual(['member-chair', 'member-school', 'member-forum']);
    expect(invitedIn(plan({ kind: 'dfeReview' }))).toEqual(
      expect.arrayContaining(['member-chair', 'member-monitor', 'member-office']),
    );
    expect(invitedIn(plan({ memberIds: ['member-lead'] }))).toEqual(['member-lead']);
  });

  test('is refused with a sentence that says what to do', () => {
    expect(() => plan({ on: '2023-09-22' })).toThrow('The day of the meeting must be today or later.');
    expect(() => plan({ papersDueOn: '2023-10-26' })).toThrow('Papers must be due by 25 October 2023');
    expect(() => plan({ papersDueOn: '2023-09-22' })).toThrow('must be today or later');
    expect(() => plan({ memberIds: ['member-gone'] })).toThrow('no longer has a role');
    expect(() => plan({ memberIds: ['member-chair', 'member-chair'] })).toThrow('Invite each member once.');
    const taken = board({ meetings: [aMeeting({ on: '2023-10-25' })] });
    expect(() => plan({}, taken)).toThrow('There is already a meeting “Improvement board” on 25 October 2023.');
    expect(plan({ kind: 'stocktake' }, taken)).not.toEqual([]);
    const free = board({ meetings: [aMeeting({ on: '2023-10-25', state: 'cancelled' })] });
    expect(plan({}, free)).not.toEqual([]);
  });
});

const held = (over: Parameters<typeof aMeeting>[0] = {}) => board({ meetings: [aMeeting({ noticeId, ...over })] });
const read = { noticeId, id: 'meeting-1', expectedVersion: 1 };
const move = (on: Plan, over: Partial<z.input<typeof moveMeetingInput>> = {}) =>
  moveMeeting(
    on,
    moveMeetingInput.parse({ ...read, reason: 'The hall.', on: '2023-10-04', startsAt: null, ...over }),
    office,
  );
const edit = (on: Plan, over: Partial<z.input<typeof editMeetingInput>> = {}) =>
  editMeeting(
    on,
    editMeetingInput.parse({ ...read, title: 'The board', place: null, sections: ['notice'], keyPoints: [], ...over }),
    office,
  );
const cancel = (on: Plan) => cancelMeeting(on, cancelMeetingInput.parse({ ...read, reason: 'Too few.' }), office);

describe('a meeting that is changed', () => {
  test('takes the day of its papers along when it is moved, unless another is named', () => {
    expect(move(held())[0]?.row).toMatchObject({ on: '2023-10-04', papersDueOn: '2023-09-27' });
    expect(move(held(), { papersDueOn: '2023-10-02' })[0]?.row).toMatchObject({ papersDueOn: '2023-10-02' });
    const sameDay = { on: '2023-09-27', papersDueOn: '2023-09-20', startsAt: '15:00' };
    expect(move(held(), sameDay)[0]?.row).toMatchObject({ startsAt: '15:00', papersDueOn: '2023-09-20' });
    expect(() => move(held(), { ...sameDay, startsAt: '14:00' })).toThrow('Nothing is different.');
    expect(() => move(held(), { on: '2023-09-22' })).toThrow('today or later');
  });

  test('has five key points at most, and its sections in the order of paper', () => {
    expect(edit(held(), { sections: ['risks', 'notice'] })[0]?.row).toMatchObject({ sections: ['notice', 'risks'] });
    expect(() => edit(held(), { keyPoints: Array.from({ length: 6 }, () => 'One.') })).toThrow('Give 5 key points');
    expect(() => edit(held(), { sections: [] })).toThrow('Choose at least one section.');
    expect(() => edit(held(), { sections: ['risks', 'risks'] })).toThrow('Choose each section once.');
  });

  test('stands as it is once it was closed or cancelled, and keeps its day while it is held', () => {
    const closed = held({ state: 'closed', closedOn: '2023-09-20' });
    for (const change of [move, edit, cancel])
      expect(() => change(closed)).toThrow('This meeting was closed on 20 September 2023.');
    expect(() => move(held({ state: 'cancelled' }))).toThrow('This meeting was cancelled. Plan another one.');
    expect(() => move(held({ state: 'open' }))).toThrow('This meeting is being held.');
    expect(() => cancel(held({ state: 'open' }))).toThrow('This meeting is being held.');
    expect(edit(held({ state: 'open' }))).toHaveLength(1);
    expect(cancel(held())[0]?.row).toMatchObject({ state: 'cancelled' });
  });

  test('is neither moved nor cancelled once DfE published what it judged at it', () => {
    const { meetings } = held({ kind: 'dfeReview' });
    const judged = board({
      meetings,
      reviewOutcomes: [aReviewOutcome({ noticeId, meetingId: meetings[0]?.id ?? '', publishedOn: '2023-09-24' })],
    });
    for (const change of [move, cancel])
      expect(() => change(judged)).toThrow('DfE published on 24 September 2023 what it judged at this review');
  });
});

const boardWith = (over: Parameters<typeof aMeeting>[0] = {}) =>
  board({
    meetings: [aMeeting({ noticeId, ...over })],
    attendances: [anAttendance({ noticeId, memberId: 'member-school' })],
  });
const mark = (
  on: Plan,
  state: 'invited' | 'present' | 'apologies',
  { by = office, memberId = 'member-school', expectedVersion = 1 } = {},
) =>
  setAttendance(
    on,
    setAttendanceInput.parse({ noticeId, meetingId: 'meeting-1', rows: [{ memberId, state, expectedVersion }] }),
    by,
  );

describe('attendance', () => {
  test('is marked on the day, or once the meeting was opened, by the office and the chair', () => {
    expect(() => mark(boardWith(), 'present')).toThrow('Nobody is present before the meeting is held');
    const open = boardWith({ state: 'open' });
    expect(recordedOn(open, mark(open, 'present'), '2023-09-25T09:00:00.000Z', 'x').attendances[0]?.state).toBe(
      'present',
    );
    expect(mark(boardWith({ on: today }), 'present', { by: as('chair', 'member-chair') })).toHaveLength(1);
    expect(() => mark(open, 'present', { by: as('boardMember', 'member-school') })).toThrow('marks who is there');
    expect(() => mark(boardWith({ state: 'closed' }), 'present')).toThrow('This meeting was closed');
    const suspended = { ...open, members: open.members.map((member) => ({ ...member, suspendedOn: '2023-09-01' })) };
    expect(() => mark(suspended, 'present')).toThrow('no longer has a role on this notice');
  });

  test('is said by a member for themselves before, and invites whoever was not', () => {
    expect(mark(boardWith(), 'apologies', { by: as('boardMember', 'member-school') })[0]?.row).toMatchObject({
      state: 'apologies',
    });
    const another = { memberId: 'member-lead', expectedVersion: 0 };
    expect(mark(boardWith(), 'invited', another)[0]?.row).toMatchObject({ memberId: 'member-lead', state: 'invited' });
    expect(() => mark(boardWith(), 'invited', { memberId: 'member-gone', expectedVersion: 0 })).toThrow(
      'no longer has',
    );
    expect(() => mark(boardWith(), 'apologies', { memberId: 'member-lead' })).toThrow('is not invited to this meeting');
  });
});
