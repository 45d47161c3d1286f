import { describe, expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aBenchmark } from '../testing/rows.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { addBenchmark, addBenchmarkInput, withdrawBenchmark, withdrawBenchmarkInput } from './benchmark.ts';

const plan = smallPlan({
  benchmarks: [aBenchmark({ id: 'england', periodStart: '2023-06-01', periodEnd: '2023-06-30' })],
});
const office = asMember('member-office');
const add = (fields: object) =>
  addBenchmark(
    plan,
    addBenchmarkInput.parse({
      noticeId,
      measureId: 'measure-1.1',
      place: 'England',
      periodStart: '2023-07-01',
      periodEnd: '2023-07-31',
      value: '50.3%',
      sourceTitle: 'SEN2',
      reason: 'Published today.',
      ...fields,
    }),
    office,
  );

describe('the value of another place', () => {
  test('is added with its source', () => {
    expect(add({})).toMatchObject([
      {
        entity: 'benchmark',
        expectedVersion: 0,
        row: { place: 'England', value: 50.3, sourceTitle: 'SEN2', mark: 'own' },
      },
    ]);
  });

  test.each([
    [{ value: '101%' }, 'value', 'A percentage must be between 0% and 100%.'],
    [{ value: 'c' }, 'value', 'is not a number'],
    [{ periodStart: '2022-08-01' }, 'periodEnd', 'Only a value of the measure’s own basis can be compared with it.'],
    [{ periodStart: '2023-09-01', periodEnd: '2023-09-30' }, 'periodEnd', 'must be today or earlier'],
    [{ sourceTitle: null }, 'sourceTitle', 'Say where the figure can be checked.'],
    [{ place: 'ENGLAND', periodStart: '2023-06-01', periodEnd: '2023-06-30' }, 'place', 'for June 2023 already'],
  ])('with %j is refused beside its field', (fields, field, sentence) => {
    const refusal = refusalOf(() => add(fields));
    expect(refusal.field).toBe(field);
    expect(refusal.sentence).toContain(sentence);
  });

  test('is withdrawn with a reason', () => {
    expect(withdrawBenchmark(plan, withdrawBenchmarkInput.parse(edit('england')), office)).toMatchObject([
      { row: { id: 'england', withdrawnOn: today } },
    ]);
  });
});
