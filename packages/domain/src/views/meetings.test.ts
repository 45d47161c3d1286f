import { describe, expect, test } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aFrozen, aMeeting, aMember, anAgendaItem, anArea, anAttendance, anEvidence, aPlan } from '../testing/rows.ts';
import { meetingView } from './meeting.ts';
import { meetingsOf } from './meetings.ts';

const today = '2023-09-25';
const at = { addedAt: '2023-09-18T09:00:00.000Z', recordedAt: '2023-09-18T09:00:00.000Z' };

const plan = aPlan({
  meetings: [
    aMeeting({ ...at, id: 'october', on: '2023-10-25', papersDueOn: '2023-10-18' }),
    aMeeting({ ...at, id: 'september' }),
    aMeeting({
      ...at,
      id: 'may',
      on: '2023-05-24',
      papersDueOn: '2023-05-17',
      state: 'closed',
      closedOn: '2023-05-24',
    }),
    aMeeting({ ...at, id: 'forgotten', kind: 'deepDive', on: '2023-09-06', papersDueOn: '2023-08-30' }),
    aMeeting({ ...at, id: 'off', on: '2023-10-04', state: 'cancelled' }),
  ],
  frozen: [
    aFrozen({ ...at, id: 'pack-1', meetingId: 'may', seq: 10, day: '2023-05-17' }),
    aFrozen({ ...at, id: 'pack-2', meetingId: 'may', seq: 20, number: 2, day: '2023-05-23' }),
  ],
  members: [
    aMember({ id: 'member-office', title: 'Programme lead', roles: ['programmeOffice'] }),
    aMember({ id: 'member-chair', title: 'Chair', roles: ['chair'] }),
  ],
  attendances: [
    anAttendance({ ...at, meetingId: 'september', memberId: 'member-office' }),
    anAttendance({ ...at, id: 'attendance-2', meetingId: 'september' }),
  ],
  agendaItems: [
    anAgendaItem({ ...at, meetingId: 'september', areaId: 'area-1' }),
    anAgendaItem({ ...at, id: 'item-2', meetingId: 'september', position: 2, addedAt: '2023-09-21T09:00:00.000Z' }),
  ],
  areas: [anArea({ ...at })],
  evidence: [anEvidence({ ...at, actionIds: [], areaIds: ['area-1'] })],
});

describe('the meetings of a notice', () => {
  const view = meetingsOf(plan, today);

  test('come next one first, with one that nobody closed, and were held last one first', () => {
    expect(view.upcoming.map(({ id, state }) => `${id} ${state.label}`)).toEqual([
      'forgotten Not closed',
      'september Planned',
      'october Planned',
    ]);
    expect(view.held.map(({ id }) => id)).toEqual(['may']);
    expect(view.cancelled.map(({ id }) => id)).toEqual(['off']);
    expect(view.title).toBe('The next board is on 27 September 2023, in 2 days');
  });

  test('say how their papers stand, and lead to every pack that was seen, the newest first', () => {
    expect(view.upcoming.map(({ papers }) => papers?.label)).toEqual(['Overdue', 'Overdue', 'Due']);
    expect(view.held[0]?.packs.map(({ id, label }) => `${id} ${label}`)).toEqual(['pack-2 Pack 2', 'pack-1 Pack']);
    expect(view.held[0]?.papers?.label).toBe('Frozen');
    const scrutiny = aPlan({ meetings: [aMeeting({ ...at, kind: 'scrutiny' })] });
    expect(meetingsOf(scrutiny, today).upcoming[0]?.papers).toBeNull();
  });

  test('have a message where there are none, or no board', () => {
    expect(meetingsOf(aPlan(), today).title).toBe('No meeting is planned');
    const review = aPlan({ meetings: [aMeeting({ ...at, kind: 'dfeReview' })] });
    expect(meetingsOf(review, today).title).toBe('No board is planned');
    expect(meetingsOf(plan, '2023-09-27').title).toBe('The board meets today');
  });
});

describe('a meeting', () => {
  const view = meetingView(plan, today, 'september');

  test('has its agenda with what each item leads to, and which came after the papers were due', () => {
    expect(view.agenda.map(({ link, late }) => [link?.page, late])).toEqual([
      ['areas', false],
      [undefined, true],
    ]);
  });

  test('names who sits on the board first, and who could be invited', () => {
    expect(view.attendance.map(({ title, seat }) => `${title} ${seat}`)).toEqual([
      'Chair true',
      'Programme lead false',
    ]);
    expect(meetingView(plan, today, 'october').others.map(({ title }) => title)).toEqual(['Chair', 'Programme lead']);
  });

  test('offers the evidence of an area for what is said of it, and nothing once it is over', () => {
    expect(view.areaReports).toMatchObject([{ version: 0, choices: [{ id: 'evidence-1' }] }]);
    expect(meetingView(plan, today, 'may')).toMatchObject({ live: false, offers: [] });
    expect(() => meetingView(plan, today, 'unknown')).toThrow('There is no such meeting in this notice.');
  });
});

itHoldsOfAnyPlan((any, day) => {
  const view = meetingsOf(any, day);
  const lines = [...view.upcoming, ...view.held, ...view.cancelled];
  return [view, ...lines.slice(0, 2).map(({ id }) => meetingView(any, day, id))];
}, 20);
