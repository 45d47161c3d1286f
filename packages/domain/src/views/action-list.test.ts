import { describe, expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aDateChange, anAction, anArea, anUpdate, aPlan } from '../testing/rows.ts';
import { actionListOf } from './action-list.ts';

const today = '2023-09-25';
const late = { currentDue: '2023-08-31', originalDue: '2023-07-31' };
const plan = aPlan({
  areas: [anArea({ id: 'area-1', number: 1 })],
  actions: [
    anAction({ id: 'ten', code: '1.10', currentDue: '2024-03-31', leadId: null }),
    anAction({ id: 'nine', code: '1.9', ...late }),
    anAction({ id: 'done', code: '1.11', stage: 'evidenced' }),
  ],
  updates: [
    anUpdate({ id: 'u1', actionId: 'nine', on: '2023-08-20', rating: 'green' }),
    anUpdate({ id: 'u2', actionId: 'ten', on: '2023-09-20', rating: 'amber' }),
  ],
  dateChanges: [aDateChange({ actionId: 'nine', from: '2023-07-31', decidedDate: '2023-08-31' })],
});

describe('actionListOf', () => {
  it('puts declared and computed side by side, with what moved and how long it is silent', () => {
    const [nine, ten] = actionListOf(plan, today).lines;
    expect(nine).toMatchObject({
      code: '1.9',
      order: 0,
      declared: { rating: 'green', on: '2023-08-20' },
      delivery: 'overdue',
      days: 25,
      differs: true,
      slipDays: 31,
      moves: 1,
      lastUpdate: '2023-08-20',
      silentDays: 36,
      silent: true,
    });
    expect(ten).toMatchObject({ code: '1.10', delivery: 'onTrack', differs: false, silentDays: 5, silent: false });
  });

  it('asks for no update of what is complete', () => {
    const done = actionListOf(plan, today).lines.find(({ id }) => id === 'done');
    expect(done).toMatchObject({ delivery: 'complete', silentDays: null, silent: false });
  });

  it('stands as it did on an earlier day', () => {
    const before = {
      ...plan,
      updates: plan.updates.map((each) => ({ ...each, recordedAt: `${each.on}T09:00:00.000Z` })),
    };
    const [nine] = actionListOf(before, '2023-08-10').lines;
    expect(nine).toMatchObject({ declared: null, lastUpdate: null, delivery: 'noUpdate', silent: true });
  });
});

describe('over generated plans', () => {
  itHoldsOfAnyPlan(actionListOf, 40);
});
