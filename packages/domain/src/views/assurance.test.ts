import { expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aMember, anAction, anArea, aPlan, aStageChange } from '../testing/rows.ts';
import { assuranceOf } from './assurance.ts';

const to = (id: string, stage: 'embedded' | 'assured', on: string, reason: string | null) =>
  aStageChange({ id: `${id}-${stage}`, actionId: id, to: stage, on, reason, recordedBy: 'member-chair' });

const plan = aPlan({
  members: [aMember({ id: 'member-chair', title: 'Independent chair' })],
  areas: [anArea({ id: 'area-1', number: 1, title: 'Parental confidence' })],
  actions: [
    anAction({ id: 'a', code: '1.10', stage: 'embedded' }),
    anAction({ id: 'b', code: '1.2', stage: 'embedded' }),
    anAction({ id: 'c', code: '1.3', stage: 'assured' }),
    anAction({ id: 'd', code: '1.4', stage: 'evidenced' }),
  ],
  stageChanges: [
    to('a', 'embedded', '2023-08-01', null),
    to('b', 'embedded', '2023-08-10', null),
    to('c', 'embedded', '2023-07-01', null),
    to('c', 'assured', '2023-08-30', 'Three months of readings, and families said so.'),
  ],
});

it('has what the board assured with what convinced it, and what waits the longest first', () => {
  const { title, assured, waiting, evidenced } = assuranceOf(plan, '2023-09-25');
  expect(title).toBe('The board has assured 1 action; 2 actions wait for it');
  expect(assured).toMatchObject([
    {
      code: '1.3',
      area: '1 Parental confidence',
      since: '2023-08-30',
      by: 'Independent chair',
      words: 'Three months of readings, and families said so.',
    },
  ]);
  expect(waiting.map(({ code }) => code)).toEqual(['1.10', '1.2']);
  expect(evidenced).toBe(1);
});

it('looks back: what is assured today was embedded before', () => {
  const { assured, waiting } = assuranceOf(plan, '2023-08-05');
  expect([assured.length, waiting.map(({ code }) => code)]).toEqual([0, ['1.3', '1.10']]);
});

itHoldsOfAnyPlan(assuranceOf, 10);
