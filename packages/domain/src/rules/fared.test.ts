import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { generatedFrom, generatedPlan, seeds } from '../testing/generated.ts';
import { aDateChange, anAction, anUpdate, aPlan, aStageChange } from '../testing/rows.ts';
import { faredDates, lookBackDays } from './fared.ts';

const due = '2023-09-01';
const seen = '2023-08-04';
const action = anAction({
  id: 'a',
  stage: 'inProgress',
  originalDue: due,
  currentDue: due,
  addedAt: '2023-06-01T09:00:00.000Z',
});
const update = (on: string, rating: 'green' | 'amber' | 'red' | null = 'green') =>
  anUpdate({ id: `update-${on}`, actionId: 'a', on, rating });
const moved = (decidedOn: string, decidedDate: string, from = due) =>
  aDateChange({ id: `move-${decidedOn}`, actionId: 'a', from, to: decidedDate, decidedOn, decidedDate });
const delivered = (on: string) => aStageChange({ actionId: 'a', from: 'inProgress', to: 'delivered', on });

const fared = (over: Partial<Plan>, today = '2023-12-01') => faredDates(aPlan({ actions: [action], ...over }), today);
const onlyCase = (over: Partial<Plan>) => fared(over).compared.map(({ fate, declared }) => [fate, declared?.rating]);

describe('a due date that has come', () => {
  it('is missed where it was neither delivered nor moved by then', () => {
    expect(fared({ updates: [update('2023-08-04')] }).compared).toMatchObject([
      { due, seenOn: seen, declared: { rating: 'green', on: seen }, fate: 'missed', on: null },
    ]);
  });

  it('has not come on the day itself', () => {
    expect(fared({}, due).compared).toEqual([]);
    expect(fared({}, '2023-09-02').compared).toHaveLength(1);
  });

  it('is kept where it was said to be delivered on the day, not the day after', () => {
    const done = { ...action, stage: 'delivered' as const };
    expect(onlyCase({ actions: [done], stageChanges: [delivered(due)] })).toEqual([['kept', undefined]]);
    expect(onlyCase({ actions: [done], stageChanges: [delivered('2023-09-02')] })).toEqual([['missed', undefined]]);
  });

  it('is moved where a later date was approved in the four weeks before, and the new date then counts for itself', () => {
    const { compared } = fared({ dateChanges: [moved('2023-08-20', '2023-10-31')] });
    expect(compared.map((each) => [each.due, each.fate, each.movedTo])).toEqual([
      [due, 'moved', '2023-10-31'],
      ['2023-10-31', 'missed', null],
    ]);
  });

  it('is nobody’s where it was moved earlier than that', () => {
    const { compared } = fared({ dateChanges: [moved('2023-08-04', '2023-10-31')] });
    expect(compared.map((each) => each.due)).toEqual(['2023-10-31']);
  });

  it('is not compared where it was set, or the action added, at shorter notice', () => {
    const short = fared({ dateChanges: [moved('2023-08-20', '2023-09-10')] });
    expect(short.compared.map((each) => [each.due, each.fate])).toEqual([[due, 'moved']]);
    expect(short.left.shortNotice).toHaveLength(1);
    const late = fared({ actions: [{ ...action, addedAt: '2023-08-05T09:00:00.000Z' }] });
    expect([late.compared.length, late.left.shortNotice.length]).toEqual([0, 1]);
  });

  it('is not compared where it was delivered before, or withdrawn', () => {
    const done = { ...action, stage: 'delivered' as const };
    expect(fared({ actions: [done], stageChanges: [delivered(seen)] }).left.doneBefore).toHaveLength(1);
    expect(fared({ actions: [{ ...action, stage: 'withdrawn' }] }).left.withdrawn).toHaveLength(1);
  });
});

describe('what was declared', () => {
  it('is the last rating four weeks before, whatever was said after', () => {
    const updates = [update('2023-07-01', 'red'), update('2023-08-04', 'green'), update('2023-08-05', 'amber')];
    expect(onlyCase({ updates })).toEqual([['missed', 'green']]);
  });

  it('is nothing where no rating had been given by then', () => {
    expect(onlyCase({ updates: [update('2023-08-01', null), update('2023-08-05')] })).toEqual([['missed', undefined]]);
  });
});

describe('over generated plans', () => {
  it('counts each due date once, kept only where it was delivered, and never moved to a day that is not later', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 200, max: 1000 }), (seed, days) => {
        const plan = generatedPlan(seed, days);
        const today = addDays(generatedFrom, days);
        const { compared, left } = faredDates(plan, today);
        const keys = compared.map((each) => `${each.action.id} ${each.due}`);
        expect(keys).toHaveLength(new Set(keys).size);
        for (const each of compared) {
          expect(each.due < today).toBe(true);
          expect(each.seenOn).toBe(addDays(each.due, -lookBackDays));
          expect(each.declared === null || each.declared.on <= each.seenOn).toBe(true);
          expect(each.movedTo === null).toBe(each.fate !== 'moved');
          expect((each.movedTo ?? '9999') > each.due).toBe(true);
        }
        // Every action whose date of today has passed, and which stands, is somewhere.
        const placed = new Set(
          [...compared.map((each) => each.action), ...Object.values(left).flat()].map(({ id }) => id),
        );
        const past = plan.actions.filter(({ currentDue }) => currentDue < today);
        expect(past.filter(({ id }) => !placed.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('does not let what happens later change what came of a day', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 200, max: 600 }), fc.integer({ min: 0, max: 300 }), (seed, days, more) => {
        const plan = generatedPlan(seed, days);
        const at = (day: number) =>
          faredDates(plan, addDays(generatedFrom, day)).compared.map(({ action: { id }, due: on, fate }) => [
            id,
            on,
            fate,
          ]);
        expect(at(days + more)).toEqual(expect.arrayContaining(at(days)));
      }),
      { numRuns: 20 },
    );
  });
});
