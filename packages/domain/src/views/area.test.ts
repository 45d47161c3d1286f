import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  aMeasure,
  anAction,
  anArea,
  anUpdate,
  aPlan,
  aReading,
  aRequirement,
  aStageChange,
  aTarget,
} from '../testing/rows.ts';
import { areaOf } from './area.ts';
import { areasOf } from './areas.ts';

const today = '2023-09-25';
const due = { currentDue: '2024-03-31', originalDue: '2024-03-31' };

const plan = aPlan({
  areas: [
    anArea({ id: 'area-1', number: 1, title: 'Waiting', releasedOn: '2023-09-20', releasedBy: 'DfE' }),
    anArea({ id: 'area-2', number: 2, title: 'Reviews' }),
    anArea({ id: 'area-3', number: 3, title: 'Gone', withdrawnOn: '2023-05-01' }),
  ],
  actions: [
    anAction({ id: 'silent', code: '1.01', ...due }),
    anAction({ id: 'late', code: '1.02', currentDue: '2023-09-01', requirementIds: ['req-1'] }),
    anAction({ id: 'later', code: '1.03', currentDue: '2023-08-01' }),
    anAction({ id: 'done', code: '1.04', stage: 'evidenced' }),
    anAction({ id: 'fine', code: '1.10', ...due }),
    anAction({ id: 'other', code: '2.01', areaIds: ['area-2', 'area-1'], ...due }),
  ],
  stageChanges: [aStageChange({ actionId: 'done', from: 'delivered', to: 'evidenced', on: '2023-08-15' })],
  updates: [anUpdate({ id: 'u1', actionId: 'fine' })],
  measures: [
    aMeasure({ id: 'm1', code: '1.1', areaId: 'area-1', floor: 20 }),
    aMeasure({ id: 'm2', code: '1.2', areaId: 'area-1' }),
    aMeasure({ id: 'm3', code: '2.1', areaId: 'area-2' }),
  ],
  targets: [aTarget({ measureId: 'm1' })],
  readings: [aReading({ measureId: 'm1', value: 2.3 })],
  requirements: [
    aRequirement({ id: 'req-1', code: '1' }),
    aRequirement({ id: 'req-2', code: '2', measureIds: ['m2'] }),
    aRequirement({ id: 'req-3', code: '3', measureIds: ['m3'] }),
  ],
});

describe('areaOf', () => {
  const area = areaOf(plan, 'area-1', today);

  it('says what it comes down to', () => {
    expect(area.message).toBe('2 of 5 actions overdue, 1 of 2 measures misses its floor');
    expect(areaOf(plan, 'area-2', today).message).toBe('0 of 1 action complete, its measure has no reading');
    expect(areaOf(plan, 'area-3', today)).toMatchObject({
      message: 'no actions yet, no measures yet',
      withdrawn: 'Withdrawn on 1 May 2023',
      completion: null,
      previous: null,
      next: null,
    });
  });

  it('lists its own actions worst first, apart from those that also serve it', () => {
    expect(area.own.map(({ id }) => id)).toEqual(['later', 'late', 'silent', 'fine', 'done']);
    expect(area.also.map(({ id }) => id)).toEqual(['other']);
  });

  it('draws the completion of its own actions alone', () => {
    expect(area.completion?.title).toBe('1 of 5 actions complete, 2 behind the agreed plan');
    expect(area.completion?.subtitle).toContain('Area 1:');
  });

  it('lists the requirements that its actions serve or its measures would prove', () => {
    expect(area.requirements.map(({ id }) => id)).toEqual(['req-1', 'req-2']);
  });

  it('leads to the areas before and after it, and says who released it', () => {
    expect([area.previous, area.next?.number]).toEqual([null, 2]);
    expect(areaOf(plan, 'area-2', today)).toMatchObject({ previous: { number: 1 }, next: null, released: null });
    expect(area.released).toBe('Released from monitoring on 20 September 2023 by DfE');
  });

  it('refuses an id that the day’s plan does not hold', () => {
    expect(() => areaOf(plan, 'area-9', today)).toThrow('There is no such area in this notice.');
  });
});

describe('areasOf', () => {
  it('lists the areas that stand, with the message of all', () => {
    const view = areasOf(plan, today);
    expect(view.areas.map(({ number }) => number)).toEqual([1, 2]);
    expect(view.title).toBe(
      '2 areas of weakness: 1 has overdue actions, 1 has a measure off its target, 1 released from monitoring',
    );
    expect(areasOf(aPlan(), today).title).toBe('No areas of weakness yet');
  });
});

const all = (made: Plan, day: string) => [
  areasOf(made, day),
  ...areasOf(made, day).areas.map(({ id }) => areaOf(made, id, day)),
];

describe('over generated plans', () => {
  itHoldsOfAnyPlan(all, 30);
});
