import { describe, expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { anUpdate } from '../testing/rows.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { updatesView } from './updates.ts';

const office = { memberId: 'member-office', organisation: 'Testshire Council', roles: ['programmeOffice'] } as const;
const nothing = { actionId: null, measureId: null, requirementId: null };
/** Updates are open from 22 to 29 September 2023. */
const plan = smallPlan({
  updates: [
    anUpdate({ noticeId, id: 'before', on: '2023-09-21' }),
    anUpdate({ noticeId, id: 'older', on: '2023-09-22' }),
    anUpdate({ noticeId, id: 'newer', on: '2023-09-25' }),
    anUpdate({ noticeId, ...nothing, id: 'own', measureId: 'measure-1.1', on: '2023-09-24', byId: 'member-office' }),
    anUpdate({
      noticeId,
      ...nothing,
      id: 'back',
      requirementId: 'req-1',
      on: '2023-09-23',
      state: 'returned',
      reviewedById: 'member-office',
      reviewedOn: '2023-09-24',
      reviewNote: 'Say when.',
    }),
  ],
});

describe('the updates of the period', () => {
  it('stand newest first, with what they are about', () => {
    const { updates, period, organisations } = updatesView(plan, today, office, null);
    expect(period?.closesOn).toBe('2023-09-29');
    expect(organisations).toEqual(['Testshire Council']);
    expect(updates.map(({ id, about }) => [id, about.code, about.areaId])).toEqual([
      ['newer', '1.01', 'area-1'],
      ['own', '1.1', 'area-1'],
      ['back', '1', null],
      ['older', '1.01', 'area-1'],
    ]);
  });

  it('say why one can’t be reviewed, and by whom another was', () => {
    const { updates } = updatesView(plan, today, office, null);
    expect(updates.map(({ locked }) => locked)).toEqual([
      null,
      'You wrote the update of measure 1.1 yourself. Nobody else in this notice may review it: add a member who may, or let its next update be written by somebody else.',
      null,
      'A newer one took its place.',
    ]);
    expect(updates[2]?.review).toEqual({
      status: { key: 'returned', label: 'Returned', tone: 'amber', reason: 'by Programme office on 24 September 2023' },
      note: 'Say when.',
    });
    expect(updates[0]?.review.status.reason).toBe('not accepted yet');
  });

  it('are counted beside what is still asked for', () => {
    const { reports } = updatesView(plan, today, office, null);
    expect(reports).toEqual({ noUpdate: 0, due: 0, late: 1, submitted: 1, returned: 0, accepted: 0 });
  });

  it('of earlier periods are turned to by the day on which each closed, and back', () => {
    const now = updatesView(plan, today, office, null);
    expect(now.beside).toEqual({ earlier: '2023-08-30', later: null, runs: true });
    const earlier = updatesView(plan, today, office, now.beside.earlier);
    expect(earlier).toMatchObject({
      showing: 'period',
      period: { closesOn: '2023-08-30' },
      beside: { earlier: '2023-07-28', later: null, runs: false },
      reports: null,
      waiting: 2,
    });
    // The period runs until the next opens, so that what came late is in it too.
    expect(earlier.updates.map(({ id }) => id)).toEqual(['before']);
    expect(updatesView(plan, today, office, '2023-09-29')).toEqual(now);
    expect(updatesView(plan, today, office, earlier.beside.earlier).beside.later).toBe('2023-08-30');
  });

  it('of a day on which no period closes are those of the one before, and never of one to come', () => {
    const closing = (day: string) => updatesView(plan, today, office, day).period?.closesOn;
    expect(closing('2023-09-15')).toBe('2023-08-30');
    expect(closing('2024-09-30')).toBe('2023-09-29');
    const first = updatesView(plan, today, office, '1999-01-01');
    expect(first.period?.closesOn).toBe('2023-04-28');
    expect(first.beside.earlier).toBeNull();
  });

  it('that wait are shown whatever their period, without what a newer one took the place of', () => {
    const { updates, showing, period, waiting } = updatesView(plan, today, office, 'waiting');
    expect(updates.map(({ id }) => id)).toEqual(['newer', 'own']);
    expect({ showing, period, waiting }).toEqual({ showing: 'waiting', period: null, waiting: 2 });
    const old = updatesView({ ...plan, updates: plan.updates.slice(0, 1) }, today, office, 'waiting');
    expect(old.updates).toMatchObject([{ id: 'before', locked: null }]);
  });

  itHoldsOfAnyPlan((any, day) => updatesView(any, day, office, 'waiting'), 30);

  it('of any period hold each update once', () => {
    const seen: string[] = [];
    for (let which: string | null = '2023-09-29'; which !== null;) {
      const { updates, beside } = updatesView(plan, today, office, which);
      seen.push(...updates.map(({ id }) => id));
      which = beside.earlier;
    }
    expect(seen).toEqual(['newer', 'own', 'back', 'older', 'before']);
  });

  it('are none before updates are asked for', () => {
    expect(updatesView(plan, '2023-03-31', office, null)).toMatchObject({ period: null, updates: [] });
  });

  itHoldsOfAnyPlan((any, day) => updatesView(any, day, office, null), 30);
});
