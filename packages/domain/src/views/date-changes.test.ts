import { describe, expect, it } from 'vitest';
import type { Who } from '../permissions.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aDateChange, aMember, anAction, anArea, aNotice, aPlan } from '../testing/rows.ts';
import { dateChangesOf } from './date-changes.ts';

const today = '2023-09-25';
const chair: Who = { memberId: 'member-chair', organisation: 'The board', roles: ['chair'] };
const office: Who = { memberId: 'member-office', organisation: 'A council', roles: ['programmeOffice'] };
const asked = {
  state: 'asked',
  decidedById: null,
  decidedOn: null,
  decidedDate: null,
  askedOn: '2023-09-20',
} as const;

const plan = aPlan({
  notice: aNotice({ dateMoveLimitDays: 14 }),
  areas: [anArea({ id: 'area-1', number: 1 }), anArea({ id: 'area-2', number: 2 })],
  members: [
    aMember({ id: 'member-lead', title: 'Lead' }),
    aMember({ id: 'member-chair', title: 'Independent chair', roles: ['chair'] }),
  ],
  actions: [
    anAction({ id: 'a', code: '1.10', currentDue: '2023-10-31', forecast: '2023-11-30' }),
    anAction({ id: 'b', code: '1.2', areaIds: ['area-2'], organisation: 'A school', originalDue: '2023-10-01' }),
  ],
  dateChanges: [
    aDateChange({ id: 'm1', actionId: 'a' }),
    aDateChange({ id: 'm2', actionId: 'a', from: '2023-10-31', to: '2023-11-30', ...asked }),
    aDateChange({ id: 'm3', actionId: 'b', from: '2023-10-01', to: '2023-10-10', ...asked, askedOn: '2023-09-18' }),
    aDateChange({ id: 'm4', actionId: 'b', askedOn: '2023-08-02', state: 'refused', decidedDate: null }),
  ],
});

describe('the register of date changes', () => {
  it('has open requests first, the longest waiting on top, then the last decided', () => {
    const { title, entries, areas, organisations } = dateChangesOf(plan, today, chair);
    expect(title).toBe('2 requests wait for a decision; 1 move was approved');
    expect(entries.map(({ id }) => id)).toEqual(['m3', 'm2', 'm4', 'm1']);
    expect(areas.map(({ number }) => number)).toEqual([1, 2]);
    expect(organisations).toEqual(['A council', 'A school']);
  });

  it('shows original, current and forecast with the slip beside each request', () => {
    expect(dateChangesOf(plan, today, chair).entries[1]).toMatchObject({
      from: '2023-10-31',
      to: '2023-11-30',
      days: 30,
      askedBy: 'Lead',
      action: {
        code: '1.10',
        originalDue: '2023-08-30',
        currentDue: '2023-10-31',
        forecast: '2023-11-30',
        slipDays: 62,
        moves: 1,
      },
    });
  });

  it('says who may decide, and why the reader may not', () => {
    const of = (who: Who) =>
      Object.fromEntries(
        dateChangesOf(plan, today, who).entries.map((each) => [each.id, [each.whoDecides, each.whyNotDecide]]),
      );
    expect(of(chair)).toEqual({
      m1: [null, null],
      m2: ['The chair', null],
      m3: ['The chair or the programme office', null],
      m4: [null, null],
    });
    expect(of(office)).toMatchObject({
      m2: ['The chair', 'Only the chair can move this date by more than 14 days from 31 October 2023.'],
      m3: ['The chair or the programme office', null],
    });
    expect(dateChangesOf(plan, today, chair).rule).toContain('by up to 14 days');
  });

  it('knows nothing of what was asked later, and says so where nothing was', () => {
    expect(dateChangesOf(plan, '2023-09-19', chair).entries.map(({ id }) => id)).toEqual(['m3', 'm4', 'm1']);
    const { title, entries, rule } = dateChangesOf(aPlan(), today, chair);
    expect([title, entries]).toEqual(['Nobody has asked to move a date', []]);
    expect(rule).toContain('The chair decides every move.');
  });
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan((any, day) => dateChangesOf(any, day, chair), 15);
});
