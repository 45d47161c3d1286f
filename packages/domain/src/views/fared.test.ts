import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from '../testing/generated.ts';
import { anAction, anUpdate, aPlan, aStageChange } from '../testing/rows.ts';
import { faredView } from './fared.ts';

const due = '2023-09-01';
const today = '2023-09-25';
const many = Array.from({ length: 11 }, (_, index) => index);

/** Eleven greens of the council, of which ten are missed; one amber of the NHS, and one of which nothing was said. */
const plan = aPlan({
  actions: [
    ...many.map((index) =>
      anAction({
        id: `c${index}`,
        code: `1.${index}`,
        organisation: 'A council',
        stage: index === 0 ? 'delivered' : 'inProgress',
        originalDue: due,
        currentDue: due,
      }),
    ),
    anAction({ id: 'n', code: '2.1', organisation: 'NHS', stage: 'inProgress', originalDue: due, currentDue: due }),
    anAction({ id: 'o', code: '2.2', organisation: 'NHS', stage: 'inProgress', originalDue: due, currentDue: due }),
    anAction({ id: 'p', code: '2.3', organisation: 'NHS', stage: 'withdrawn', originalDue: due, currentDue: due }),
  ],
  updates: [
    ...many.map((index) => anUpdate({ id: `u${index}`, actionId: `c${index}`, on: '2023-08-01' })),
    anUpdate({ id: 'un', actionId: 'n', on: '2023-08-01', rating: 'amber' }),
  ],
  stageChanges: [aStageChange({ actionId: 'c0', from: 'inProgress', to: 'delivered', on: '2023-08-31' })],
});

describe('how ratings fared', () => {
  const view = faredView(plan, today);

  it('says what became of the greens', () => {
    expect(view.title).toBe('Of 11 greens declared 28 days before a due date: 1 kept, 0 moved and 10 missed');
    expect(view.left).toBe('1 due date that has come is left out: 1 withdrawn.');
  });

  it('has the organisations by name, each with its own denominator, and a share from ten cases on alone', () => {
    expect(view.organisations).toMatchObject([
      {
        organisation: 'A council',
        compared: 11,
        declared: { green: { all: 11, kept: 1, missed: 10 }, none: { all: 0 } },
        greens: { words: '10 of 11 greens were not kept.', share: '91%' },
      },
      {
        organisation: 'NHS',
        compared: 2,
        declared: { green: { all: 0 }, amber: { all: 1, missed: 1 }, none: { all: 1 } },
        greens: { words: 'No green was declared.', share: null },
        left: 1,
      },
    ]);
    const fewer = faredView({ ...plan, actions: plan.actions.filter(({ id }) => id !== 'c1' && id !== 'c2') }, today);
    expect(fewer.total.greens).toEqual({ words: 'Fewer than ten cases: not compared.', share: null });
  });

  it('lists the case behind each figure with what happened', () => {
    expect(view.cases).toHaveLength(13);
    expect(view.cases[0]).toMatchObject({
      action: { code: '1.0' },
      declared: 'green',
      declaredOn: '2023-08-01',
      seenOn: '2023-08-04',
      fate: { key: 'kept', reason: 'Said to be delivered on 31 August 2023.' },
    });
    expect(view.cases.at(-1)).toMatchObject({
      declared: 'none',
      fate: { reason: 'Not delivered by 1 September 2023.' },
    });
  });

  it('adds up', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 100, max: 900 }), (seed, days) => {
        const { total, organisations, cases } = faredView(generatedPlan(seed, days), addDays(generatedFrom, days));
        const sum = (of: (line: typeof total) => number) => organisations.reduce((all, line) => all + of(line), 0);
        expect(sum(({ compared }) => compared)).toBe(total.compared);
        expect(sum(({ left }) => left)).toBe(total.left);
        expect(cases).toHaveLength(total.compared);
        for (const line of [total, ...organisations]) {
          const each = Object.values(line.declared);
          expect(each.reduce((all, fates) => all + fates.all, 0)).toBe(line.compared);
          for (const fates of each) expect(fates.kept + fates.moved + fates.missed).toBe(fates.all);
          expect(line.greens.share === null).toBe(line.declared.green.all < 10);
        }
      }),
      { numRuns: 20 },
    );
  });

  itHoldsOfAnyPlan(faredView, 10);
});
