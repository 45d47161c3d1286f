import { describe, expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import {
  addReading,
  addReadingInput,
  correctReading,
  correctReadingInput,
  readingSubject,
  withdrawReading,
  withdrawReadingInput,
} from './reading.ts';

const plan = smallPlan();
const lead = asMember('member-lead');
const july = {
  periodStart: '2023-07-01',
  periodEnd: '2023-07-31',
  printedPeriod: null,
  basis: 'month',
  basisNote: null,
  state: 'final',
  note: null,
  value: '13.2%',
};
const add = (fields: object) =>
  addReading(
    plan,
    addReadingInput.parse({ noticeId, measureId: 'measure-1.1', ...july, ...fields }),
    asMember('member-lead'),
  );
const correct = (fields: object) =>
  correctReading(
    plan,
    correctReadingInput.parse({
      ...plan.readings[0],
      numerator: null,
      denominator: null,
      ...edit('reading-1'),
      value: '14%',
      ...fields,
    }),
    lead,
  );

describe('a new reading', () => {
  test('is read from what was written', () => {
    expect(add({ numerator: '1,080', denominator: '8,182' })).toMatchObject([
      {
        entity: 'reading',
        expectedVersion: 0,
        row: {
          id: 'new-1',
          measureId: 'measure-1.1',
          value: 13.2,
          qualifier: 'exact',
          symbol: null,
          numerator: 1080,
          denominator: 8182,
          mark: 'own',
        },
      },
    ]);
    expect(add({ value: 'c' })).toMatchObject([{ row: { value: null, symbol: 'c' } }]);
    expect(add({ value: 'over 52' })).toMatchObject([{ row: { value: 52, qualifier: 'over' } }]);
  });

  test.each([
    [{ value: 'n/a' }, 'value', '“n/a” is not a value.'],
    [{ value: '113.2%' }, 'value', 'A percentage must be between 0% and 100%.'],
    [{ measureId: 'measure-1.2', value: '10.5' }, 'value', 'A count must be a whole number.'],
    [{ periodEnd: '2023-07-30' }, 'periodEnd', 'A single month runs from its first day to its last.'],
    [{ periodEnd: '2023-06-30' }, 'periodEnd', 'The period must end on the day it starts or after it.'],
    [
      { periodStart: '2023-09-01', periodEnd: '2023-09-30' },
      'periodEnd',
      'The end of the period must be today or earlier. Today is 25 September 2023.',
    ],
    [{ basis: 'other' }, 'basisNote', 'Say what the basis is.'],
    [{ numerator: '14' }, 'denominator', 'Enter the denominator too, or leave both empty.'],
    [{ denominator: '14' }, 'numerator', 'Enter the numerator too, or leave both empty.'],
    [{ numerator: '14', denominator: '0' }, 'denominator', 'The denominator must be more than 0.'],
    [{ numerator: '-1', denominator: '10' }, 'numerator', 'The numerator can’t be less than 0.'],
    [{ numerator: '15', denominator: '14' }, 'numerator', 'The numerator can’t be more than the denominator.'],
    [
      { numerator: '14', denominator: '100' },
      'value',
      'The numerator and the denominator make 14.0%. Check the three numbers.',
    ],
    [{ numerator: 'many', denominator: '100' }, 'numerator', '“many” is not a number.'],
    [{ value: 'c', numerator: '3', denominator: '100' }, 'numerator', 'they would give it away.'],
  ])('with %j is refused', (fields, field, sentence) => {
    const refusal = refusalOf(() => add(fields));
    expect(refusal).toMatchObject({ code: 'invalid', field });
    expect(refusal.sentence).toContain(sentence);
  });

  test('of a period that has one is refused, unless it is disputed', () => {
    const august = { periodStart: '2023-08-01', periodEnd: '2023-08-31' };
    expect(refusalOf(() => add(august))).toEqual({
      code: 'invalid',
      sentence: 'There is already a reading for August 2023. Correct it instead, or say why this one disputes it.',
      field: 'periodEnd',
    });
    expect(add({ ...august, disputed: 'The minutes give another value.' })).toHaveLength(1);
    expect(add({ ...august, basis: 'notStated' })).toHaveLength(1);
    expect(add({ ...august, measureId: 'measure-1.2', value: '12' })).toHaveLength(1);
  });

  test('agrees with its numerator and denominator as far as its measure is written', () => {
    expect(add({ value: '13.2%', numerator: '132', denominator: '1,000' })).toHaveLength(1);
    expect(refusalOf(() => add({ value: '13%', numerator: '132', denominator: '1,000' })).sentence).toBe(
      'The numerator and the denominator make 13.2%. Check the three numbers.',
    );
    expect(add({ value: 'about 15', numerator: '132', denominator: '1,000' })).toHaveLength(1);
  });

  test('of a day 31 September or an unknown measure is refused', () => {
    expect(
      addReadingInput.safeParse({ noticeId, measureId: 'measure-1.1', ...july, periodEnd: '2023-09-31' }).success,
    ).toBe(false);
    expect(refusalOf(() => add({ measureId: 'measure-9' })).code).toBe('notFound');
  });
});

describe('a reading that stands', () => {
  test('is corrected with a reason, its own period included', () => {
    expect(correct({})).toMatchObject([
      { expectedVersion: 1, row: { id: 'reading-1', value: 14, measureId: 'measure-1.1' } },
    ]);
    expect(
      correctReadingInput.safeParse({ ...plan.readings[0], ...edit('reading-1'), value: '14', reason: ' ' }).error
        ?.issues,
    ).toMatchObject([{ path: ['reason'], message: 'Enter the reason.' }]);
  });

  test('is withdrawn, and then its period is free', () => {
    expect(withdrawReading(plan, withdrawReadingInput.parse(edit('reading-1')), lead)).toMatchObject([
      { row: { withdrawnOn: today } },
    ]);
    const free = smallPlan({ readings: plan.readings.map((each) => ({ ...each, withdrawnOn: today })) });
    const input = addReadingInput.parse({
      noticeId,
      measureId: 'measure-1.1',
      ...july,
      periodStart: '2023-08-01',
      periodEnd: '2023-08-31',
    });
    expect(addReading(free, input, lead)).toHaveLength(1);
  });

  test('is its measure’s owner’s', () => {
    expect(readingSubject(plan, 'reading-1', today).memberIds).toEqual(['member-lead']);
    expect(refusalOf(() => readingSubject(plan, 'reading-9', today)).code).toBe('notFound');
  });
});

describe('a source', () => {
  const refused = {
    code: 'invalid',
    sentence: 'Name the source, so that what is marked “Published” can be looked up, or mark it “Recorded here”.',
    field: 'sourceTitle',
  };

  test('has to be named where a reading is marked as published or reported', () => {
    expect(refusalOf(() => add({ mark: 'published' }))).toEqual(refused);
    expect(refusalOf(() => correct({ mark: 'published', sourceTitle: null }))).toEqual(refused);
    expect(refusalOf(() => add({ mark: 'reported' }))).toMatchObject({ field: 'sourceTitle' });
    expect(add({ mark: 'published', sourceTitle: 'Minutes of June' })).toMatchObject([{ row: { mark: 'published' } }]);
    expect(add({ mark: 'illustrative' })).toMatchObject([{ row: { mark: 'illustrative', sourceTitle: null } }]);
  });

  test('that was never named does not stand in the way of correcting what else is wrong', () => {
    const [reading] = plan.readings;
    const older = { ...plan, readings: [{ ...reading!, mark: 'published' as const, sourceTitle: null }] };
    const input = { ...older.readings[0], numerator: null, denominator: null, ...edit('reading-1'), value: '14%' };
    expect(correctReading(older, correctReadingInput.parse(input), lead)).toMatchObject([{ row: { value: 14 } }]);
  });
});
