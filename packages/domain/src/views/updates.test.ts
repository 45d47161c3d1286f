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
    const { updates, period, organisations } = updatesView(plan, today, office);
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
    const { updates } = updatesView(plan, today, office);
    expect(updates.map(({ locked }) => locked)).toEqual([
      null,
      'You wrote the update of measure 1.1 yourself. Somebody else of the programme office reviews it.',
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
    const { reports } = updatesView(plan, today, office);
    expect(reports).toEqual({ noUpdate: 0, due: 0, late: 1, submitted: 1, returned: 0, accepted: 0 });
  });

  it('are none before updates are asked for', () => {
    expect(updatesView(plan, '2023-03-31', office)).toMatchObject({ period: null, updates: [] });
  });

  itHoldsOfAnyPlan((any, day) => updatesView(any, day, office), 30);
});
