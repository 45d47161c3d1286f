import { describe, expect, test } from 'vitest';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  createArea,
  createAreaInput,
  editArea,
  editAreaInput,
  releaseArea,
  releaseAreaInput,
  withdrawArea,
  withdrawAreaInput,
} from './area.ts';

const plan = smallPlan();
const office = asMember('member-office');
const content = { number: 3, title: 'Waiting times', statement: 'Children wait too long.', sponsorId: null };
const create = (number: number, sponsorId: string | null = null) =>
  createArea(plan, createAreaInput.parse({ noticeId, reason: 'Agreed.', ...content, number, sponsorId }), office);
const withdraw = (id: string, on = plan) => withdrawArea(on, withdrawAreaInput.parse(edit(id)), office);

const release = (releasedOn: string | null, releasedBy: string | null, releaseReason: string | null = null) =>
  releaseArea(plan, releaseAreaInput.parse({ ...edit('area-1'), releasedOn, releasedBy, releaseReason }), office);

test('a new area is monitored and stands', () => {
  expect(create(3, 'member-chair')).toMatchObject([
    {
      entity: 'area',
      expectedVersion: 0,
      row: { number: 3, sponsorId: 'member-chair', releasedOn: null, withdrawnOn: null },
    },
  ]);
});

test('a number is given once, a sponsor is a member', () => {
  const taken = { code: 'invalid', sentence: 'There is already an area 2. Choose another number.', field: 'number' };
  expect(refusalOf(() => create(2))).toEqual(taken);
  const area1 = editAreaInput.parse({ ...plan.areas[0], ...edit('area-1'), number: 2 });
  expect(refusalOf(() => editArea(plan, area1, office))).toEqual(taken);
  expect(editArea(plan, { ...area1, number: 1, title: 'New' }, office)).toMatchObject([{ row: { title: 'New' } }]);
  expect(refusalOf(() => create(3, 'nobody')).field).toBe('sponsorId');
});

describe('withdrawing an area', () => {
  test('ends it today and frees its number', () => {
    const [change] = withdraw('area-2');
    expect(change).toMatchObject({ entity: 'area', expectedVersion: 1, row: { withdrawnOn: today } });
    const after = recordedOn(plan, withdraw('area-2'), '2023-09-25T09:00:00.000Z', 'member-office');
    expect(
      createArea(after, createAreaInput.parse({ noticeId, reason: 'Agreed.', ...content, number: 2 }), office),
    ).toHaveLength(1);
    expect(refusalOf(() => withdraw('area-2', after))).toEqual({
      code: 'conflict',
      sentence: 'This area was withdrawn on 25 September 2023. It can’t be changed any more.',
      field: null,
    });
  });

  test('is refused while actions or measures belong to it', () => {
    expect(refusalOf(() => withdraw('area-1'))).toEqual({
      code: 'invalid',
      sentence: 'Area 1 still has 2 actions and 2 measures. Move them to another area or withdraw them first.',
      field: null,
    });
    const alone = smallPlan({ measures: [], actions: plan.actions.map((each) => ({ ...each, stage: 'withdrawn' })) });
    expect(withdraw('area-1', alone)).toHaveLength(1);
  });
});

describe('releasing an area', () => {
  test('takes a day that has come, who released it and why, or none of them', () => {
    expect(release('2023-09-01', 'DfE', 'The review found enough.')).toMatchObject([
      { row: { releasedOn: '2023-09-01', releasedBy: 'DfE', releaseReason: 'The review found enough.' } },
    ]);
    expect(release(null, null)).toMatchObject([{ row: { releasedOn: null, releasedBy: null } }]);
  });

  test.each([
    ['2023-09-26', 'DfE', 'releasedOn'],
    ['2023-03-30', 'DfE', 'releasedOn'],
    ['2023-09-01', null, 'releasedBy'],
    [null, 'DfE', 'releasedOn'],
  ])('is refused on %s by %s', (on, by, field) => {
    expect(refusalOf(() => release(on, by))).toMatchObject({ code: 'invalid', field });
  });

  test('is refused where a reason stands without a day', () => {
    expect(refusalOf(() => release(null, null, 'The review found enough.'))).toMatchObject({ field: 'releasedOn' });
  });
});
