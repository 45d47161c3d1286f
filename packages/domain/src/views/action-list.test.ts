import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { generatePlan } from '../generator/plan.ts';
import { replay } from '../generator/replay.ts';
import { aDateChange, anAction, anArea, anUpdate, aPlan, aReading } from '../testing/rows.ts';
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
  const issuedOn = '2022-09-27';
  const planOf = (seed: number, days: number) =>
    replay(
      generatePlan({ seed, issuedOn, day: addDays(issuedOn, days), areas: 3, actions: 10, measures: 4, months: 4 }),
    );
  const seed = fc.integer({ min: 0, max: 10_000 });

  it('is total: any plan on any day', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 700 }), fc.integer({ min: -30, max: 1500 }), (number, made, seen) => {
        const view = actionListOf(planOf(number, made), addDays(issuedOn, seen));
        const text = JSON.stringify(view, (_, value: unknown) => {
          if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
            throw new Error('A gap in the view.');
          return value;
        });
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  it('does not change for what is recorded later', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 60, max: 600 }), (number, days) => {
        const base = planOf(number, days);
        const seen = addDays(issuedOn, days);
        const recordedAt = `${addDays(seen, 1)}T09:00:00.000Z`;
        const [action] = base.actions;
        const update = anUpdate({ id: 'later', actionId: action?.id ?? '', on: seen, recordedAt });
        const reading = aReading({ id: 'later', measureId: base.measures[0]?.id ?? '', recordedAt });
        const added = { ...base, updates: [...base.updates, update], readings: [...base.readings, reading] };
        expect(actionListOf(added, seen)).toEqual(actionListOf(base, seen));
      }),
      { numRuns: 30 },
    );
  });
});
