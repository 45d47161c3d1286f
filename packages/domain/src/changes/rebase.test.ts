import { describe, expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aReading, aRebase } from '../testing/rows.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { setRebase, setRebaseInput, withdrawRebase, withdrawRebaseInput } from './rebase.ts';

const office = asMember('member-office');
// A reading a month from November 2022 to August 2023.
const readings = Array.from({ length: 10 }, (_, index) => {
  const periodStart = addMonths('2022-11-01', index);
  return aReading({ id: `r-${index}`, periodStart, periodEnd: endOfMonth(periodStart), value: 40 + (index % 3) });
});
const change = (since: string) => aRebase({ id: `at-${since}`, since });
const plan = (...days: readonly string[]) => smallPlan({ readings, rebases: days.map(change) });

const set = (since: string, on = plan(), measureId = 'measure-1.1') =>
  setRebase(on, setRebaseInput.parse({ noticeId, measureId, since, reason: 'A new team took over.' }), office);

describe('limits reckoned anew', () => {
  test('are dated, reasoned, and named after who did it', () => {
    expect(set('2023-03-15')).toEqual([
      {
        entity: 'rebase',
        expectedVersion: 0,
        row: {
          noticeId,
          id: 'new-1',
          measureId: 'measure-1.1',
          since: '2023-03-15',
          reason: 'A new team took over.',
          byId: 'member-office',
          on: today,
          mark: 'own',
          withdrawnOn: null,
        },
      },
    ]);
    expect(
      setRebaseInput.safeParse({ noticeId, measureId: 'measure-1.1', since: '2023-03-15', reason: ' ' }).success,
    ).toBe(false);
  });

  test.each([
    ['2022-11-30', [], 'No reading comes before 30 November 2022: the first, for November 2022'],
    ['2023-09-01', [], 'No reading ends on 1 September 2023 or after it: the last, for August 2023'],
    ['2023-03-31', ['2023-03-31'], 'The limits are reckoned anew from 31 March 2023 already.'],
    ['2023-04-10', ['2023-04-01'], 'No reading ends between 1 April 2023, from which'],
    ['2023-04-01', ['2023-04-10'], 'No reading ends between 1 April 2023 and 10 April 2023, from which'],
  ])('from %s with %j already are refused', (since, days, sentence) => {
    const refusal = refusalOf(() => set(since, plan(...days)));
    expect(refusal).toMatchObject({ code: 'invalid', field: 'since' });
    expect(refusal.sentence).toContain(sentence);
  });

  test('may begin and end next to another with one reading between', () => {
    expect(set('2023-04-30', plan('2023-03-31', '2023-05-31'))).toHaveLength(1);
  });

  test('are refused where there is no series, with why', () => {
    expect(refusalOf(() => set('2023-03-15', plan(), 'measure-1.2')).sentence).toContain(
      'There are no limits to reckon anew. 0 readings of its own basis',
    );
    const counted = smallPlan({
      readings: readings.map((each) => ({ ...each, basis: 'yearToDate' as const })),
      measures: smallPlan().measures.map((each) => ({ ...each, basis: 'yearToDate' as const, resetMonth: 9 })),
    });
    expect(refusalOf(() => set('2023-03-15', counted)).sentence).toContain('The count restarts each year');
    expect(refusalOf(() => set('2023-03-15', plan(), 'measure-9')).code).toBe('notFound');
  });

  test('are withdrawn once, with a reason', () => {
    const on = plan('2023-03-31');
    const input = withdrawRebaseInput.parse(edit('at-2023-03-31'));
    expect(withdrawRebase(on, input, office)).toMatchObject([{ entity: 'rebase', row: { withdrawnOn: today } }]);
    const gone = { ...on, rebases: on.rebases.map((each) => ({ ...each, withdrawnOn: today })) };
    expect(refusalOf(() => withdrawRebase(gone, input, office)).sentence).toContain('This change point was withdrawn');
    expect(set('2023-03-31', gone)).toHaveLength(1);
  });
});
