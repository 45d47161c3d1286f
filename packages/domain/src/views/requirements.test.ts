import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { DomainError } from '../domain-error.ts';
import { generatedFrom, generatedPlan, itHoldsOfAnyPlan, seeds } from '../testing/generated.ts';
import {
  anAction,
  aMeasure,
  aPlan,
  aReading,
  aRequirement,
  aRequirementDate,
  aTarget,
  anUpdate,
} from '../testing/rows.ts';
import { requirementView } from './requirement.ts';
import { requirementsView } from './requirements.ts';

const today = '2023-09-25';
const due = (
  id: string,
  requirementId: string,
  on: string,
  note: string | null = null,
  disputed: string | null = null,
) => aRequirementDate({ id, requirementId, earliest: on, latest: on, note, disputed });

const plan = aPlan({
  requirements: [
    aRequirement(),
    aRequirement({ id: 'req-10', code: '10', title: 'Undated' }),
    aRequirement({ id: 'req-4a', code: '4a', title: 'A permanent team', measureIds: ['m1'], declared: 'atRisk' }),
    aRequirement({ id: 'req-4b', code: '4b', title: 'A trained team' }),
    aRequirement({ id: 'req-c1', code: 'c1', kind: 'commitment', title: 'Results' }),
    aRequirement({ id: 'req-gone', code: '9', withdrawnOn: '2023-08-01' }),
  ],
  requirementDates: [
    due('d1', 'req-1', '2023-05-12', 'The plan was due.', 'Read in two ways.'),
    due('d2', 'req-1', '2023-05-12', 'The government judges.', 'Read in two ways.'),
    aRequirementDate({ id: 'd3', requirementId: 'req-1', kind: 'met', earliest: '2023-06-29', latest: '2023-06-29' }),
    due('d4', 'req-4a', '2023-09-30'),
    due('d5', 'req-4b', '2023-09-30'),
    due('d6', 'req-c1', '2024-03-30'),
  ],
  actions: [
    anAction({ requirementIds: ['req-4a'], mark: 'illustrative' }),
    anAction({ id: 'a2', code: '1.02', requirementIds: ['req-4b'] }),
  ],
  measures: [aMeasure({ id: 'm1' }), aMeasure({ id: 'm2', code: '1.2' })],
  targets: [aTarget({ measureId: 'm1' })],
  readings: [aReading({ measureId: 'm1' })],
  updates: [
    anUpdate({ id: 'u1', actionId: null, requirementId: 'req-4a', on: '2023-09-01', words: 'First.' }),
    anUpdate({ id: 'u2', actionId: null, requirementId: 'req-4a', on: '2023-09-20', words: 'Second.' }),
    anUpdate({ id: 'u3' }),
  ],
});

describe('the list', () => {
  const view = requirementsView(plan, today);

  it('counts what is met and says what falls due next', () => {
    expect(view.title).toBe('1 of 5 requirements is met; the next 2 fall due in 5 days');
    expect(view.rows.map(({ code, days }) => [code, days])).toEqual([
      ['1', '48 days over'],
      ['4a', '5 days left'],
      ['4b', '5 days left'],
      ['10', 'No date given'],
      ['c1', '187 days left'],
    ]);
  });

  it('says how many are overdue', () => {
    const open = { ...plan, requirementDates: plan.requirementDates.filter(({ kind }) => kind === 'due') };
    expect(requirementsView(open, '2023-05-20').title).toBe(
      '0 of 5 requirements are met, 1 is overdue; the next 2 fall due in 133 days',
    );
  });

  it('puts the requirements of one day under one deadline', () => {
    expect(view.deadlines.map(({ on, requirements }) => [on, requirements.map(({ code }) => code)])).toEqual([
      ['2023-05-12', ['1']],
      ['2023-09-30', ['4a', '4b']],
      ['2024-03-30', ['c1']],
    ]);
  });

  it('keeps both readings of a disputed day, and one of a day that all read alike', () => {
    expect(view.deadlines.map(({ readings }) => readings.map(({ note }) => note))).toEqual([
      ['The plan was due.', 'The government judges.'],
      [null],
      [null],
    ]);
    expect(view.rows[0]?.dates.map(({ kind, conflict, dates }) => [kind, conflict, dates.length])).toEqual([
      ['due', true, 2],
      ['met', false, 1],
    ]);
  });

  it('says so where there is none', () => {
    expect(requirementsView(aPlan(), today)).toMatchObject({ title: 'No requirements yet', rows: [], deadlines: [] });
  });
});

describe('one requirement', () => {
  const view = requirementView(plan, 'req-4a', today);

  it('has its own deadline, the actions that serve it and the measures that would prove it', () => {
    expect(view.deadlines.map(({ requirements }) => requirements.map(({ code }) => code))).toEqual([['4a']]);
    expect(view.actions.map(({ code, delivery }) => [code, delivery.label])).toEqual([['1.01', 'Overdue']]);
    expect(view.measures).toMatchObject([{ code: '1.1', latest: { words: '2.3%' }, target: '30% at 6 months' }]);
    expect(view.illustrative).toEqual({ actions: true, measures: false });
  });

  it('has its updates, newest first', () => {
    expect(view.updates.map(({ words }) => words)).toEqual(['Second.', 'First.']);
  });

  it('refuses one that is not there', () => {
    expect(() => requirementView(plan, 'req-x', today)).toThrow(DomainError);
  });
});

const pages = (of: ReturnType<typeof generatedPlan>, day: string) => [
  requirementsView(of, day),
  ...requirementsView(of, day).rows.map(({ id }) => requirementView(of, id, day)),
];

describe('over generated plans', () => {
  itHoldsOfAnyPlan(pages, 30);

  it('draws lines that only rise, in order of their days, with all done within all required', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 700 }), (seed, days) => {
        for (const { chart } of requirementsView(generatedPlan(seed, days), addDays(generatedFrom, days)).deadlines) {
          const lines = chart.series.filter(({ kind }) => kind === 'line');
          for (const { points } of lines) {
            expect(points).toEqual(points.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
            const values = points.map(({ value }) => value ?? 0);
            expect(values).toEqual(values.toSorted((a, b) => a - b));
            expect(values.at(-1)).toBeLessThanOrEqual(chart.table.rows.length);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
