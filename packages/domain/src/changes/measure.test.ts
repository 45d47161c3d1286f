import { describe, expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createMeasure,
  createMeasureInput,
  editMeasure,
  editMeasureInput,
  withdrawMeasure,
  withdrawMeasureInput,
} from './measure.ts';
import { setTarget, setTargetInput, withdrawTarget, withdrawTargetInput } from './target.ts';

const plan = smallPlan();
const office = asMember('member-office');
const create = (fields: object) =>
  createMeasure(
    plan,
    createMeasureInput.parse({ ...plan.measures[0], noticeId, reason: 'Agreed.', code: '1.3', ...fields }),
    asMember('member-office'),
  );
const editMeasureWith = (id: string, fields: object) => {
  const row = plan.measures.find((each) => each.id === id);
  return editMeasure(plan, editMeasureInput.parse({ ...row, ...edit(id), ...fields }), office);
};

describe('a measure', () => {
  test('is added', () => {
    expect(create({ polarity: 'T', tolerance: 2, floor: 5, basis: 'yearToDate', resetMonth: 9 })).toMatchObject([
      { entity: 'measure', expectedVersion: 0, row: { code: '1.3', tolerance: 2, resetMonth: 9, withdrawnOn: null } },
    ]);
  });

  test.each([
    [{ code: '1.1' }, 'code', 'There is already a measure 1.1. Choose another code.'],
    [{ areaId: 'area-9' }, 'areaId', 'There is no such area in this notice. Choose one from the list.'],
    [
      { ownerId: 'member-chair' },
      'ownerId',
      'Independent chair has no role in which they could act. Choose an officer or the programme office.',
    ],
    [{ ownerId: 'nobody' }, 'ownerId', 'The owner is not a member of this notice. Choose one from the list.'],
    [
      { balancedByIds: ['measure-9'] },
      'balancedByIds',
      'There is no such measure in this notice. Choose one from the list.',
    ],
    [{ unit: 'count', decimals: 1 }, 'decimals', 'A count has no decimals. Enter 0.'],
    [{ polarity: 'T' }, 'tolerance', 'Enter how far from the target still counts as met.'],
    [{ tolerance: 2 }, 'tolerance', 'Only a measure that should be near its target has a tolerance. Leave it empty.'],
    [
      { polarity: 'T', tolerance: 5, floor: 2 },
      'floor',
      'The floor is the greatest distance from the target. It can’t be less than the tolerance.',
    ],
    [
      { unit: 'score', polarity: 'T', tolerance: -1 },
      'tolerance',
      'The tolerance is a distance. It can’t be less than 0.',
    ],
    [{ floor: 101 }, 'floor', 'A percentage must be between 0% and 100%.'],
    [{ basis: 'yearToDate' }, 'resetMonth', 'Choose the month in which the year to date restarts.'],
    [{ resetMonth: 9 }, 'resetMonth', 'Only a year to date restarts. Leave the month empty.'],
    [{ baseline: 20 }, 'baselineOn', 'Enter the date of the baseline.'],
    [{ baseline: 20, baselineOn: '2023-02-28' }, 'baselineBasis', 'Choose the basis of the baseline.'],
    [{ baselineOn: '2023-02-28' }, 'baseline', 'Enter the baseline, or leave its date empty.'],
    [{ baselineBasis: 'month' }, 'baseline', 'Enter the baseline, or leave its basis empty.'],
  ])('with %j is refused', (fields, field, sentence) => {
    expect(refusalOf(() => create(fields))).toEqual({ code: 'invalid', sentence, field });
  });

  test('is edited; its unit only while it has no readings', () => {
    expect(editMeasureWith('measure-1.1', { title: 'Another' })).toMatchObject([{ row: { title: 'Another' } }]);
    expect(editMeasureWith('measure-1.2', { unit: 'weeks' })).toMatchObject([{ row: { unit: 'weeks' } }]);
    expect(refusalOf(() => editMeasureWith('measure-1.1', { unit: 'rate' }))).toEqual({
      code: 'invalid',
      sentence: 'This measure has readings or targets in its unit. Withdraw them before you change it.',
      field: 'unit',
    });
    expect(refusalOf(() => editMeasureWith('measure-1.1', { balancedByIds: ['measure-1.1'] })).sentence).toBe(
      'A measure can’t balance itself. Choose another one.',
    );
  });

  test('is withdrawn', () => {
    expect(withdrawMeasure(plan, withdrawMeasureInput.parse(edit('measure-1.1')), office)).toMatchObject([
      { row: { withdrawnOn: today } },
    ]);
  });
});

describe('a target', () => {
  const set = (fields: object, on = plan) =>
    setTarget(
      on,
      setTargetInput.parse({
        noticeId,
        measureId: 'measure-1.1',
        months: 6,
        on: null,
        value: '80%',
        expectedVersion: 0,
        reason: 'Agreed.',
        ...fields,
      }),
      asMember('member-office'),
    );
  const once = recordedOn(plan, set({}), '2023-09-25T09:00:00.000Z', 'member-office');

  test('is set once for a checkpoint; set again, it is changed', () => {
    expect(once.targets).toMatchObject([{ id: 'new-1', months: 6, on: null, value: 80 }]);
    expect(set({ value: '60', expectedVersion: 1 }, once)).toMatchObject([
      { entity: 'target', expectedVersion: 1, row: { id: 'new-1', value: 60 } },
    ]);
    expect(set({ months: 12 }, once)).toMatchObject([{ expectedVersion: 0 }]);
  });

  test('that somebody set meanwhile is not overwritten unseen', () => {
    expect(set({ value: '60' }, once)).toMatchObject([{ expectedVersion: 0, row: { id: 'new-1' } }]);
    expect(refusalOf(() => set({ expectedVersion: 1 }))).toMatchObject({ code: 'conflict' });
  });

  test.each([
    [{ months: 9 }, 'months', 'The notice has no checkpoint at 9 months. Choose one from the list.'],
    [{ months: null }, 'months', 'Choose a checkpoint or enter a date.'],
    [{ on: '2024-01-31' }, 'months', 'Choose a checkpoint or enter a date.'],
    [
      { months: null, on: '2023-03-30' },
      'on',
      'The date of a target must be after 30 March 2023, when the notice was issued.',
    ],
    [
      { months: null, on: '2023-09-30' },
      'on',
      '30 September 2023 is the checkpoint at 6 months. Set the target for that checkpoint.',
    ],
    [{ value: '120%' }, 'value', 'A percentage must be between 0% and 100%.'],
    [{ value: 'about 80' }, 'value', '“about 80” is not a number. Enter one such as 1,080 or 13.2.'],
    [{ value: 'c' }, 'value', '“c” is not a number. Enter one such as 1,080 or 13.2.'],
  ])('with %j is refused', (fields, field, sentence) => {
    expect(refusalOf(() => set(fields))).toEqual({ code: 'invalid', sentence, field });
  });

  test('is withdrawn, and may be set anew', () => {
    const gone = recordedOn(
      once,
      withdrawTarget(once, withdrawTargetInput.parse(edit('new-1')), office),
      '2023-09-25T10:00:00.000Z',
      'member-office',
    );
    expect(gone.targets).toMatchObject([{ withdrawnOn: today }]);
    expect(set({}, gone)).toMatchObject([{ expectedVersion: 0 }]);
  });
});
