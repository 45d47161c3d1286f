import { describe, expect, test } from 'vitest';
import { asMember, refusalOf } from '../testing/asking.ts';
import { aCover } from '../testing/rows.ts';
import { noticeId, smallPlan, today } from '../testing/small-plan.ts';
import { repeatUpdate, updateSubject, writeUpdate, writeUpdateInput } from './update.ts';

const plan = smallPlan();
const nothing = { actionId: null, measureId: null, requirementId: null };
const write = (fields: object, on = plan, by = 'member-lead') =>
  writeUpdate(
    on,
    writeUpdateInput.parse({
      noticeId,
      ...nothing,
      actionId: 'action-1.01',
      rating: 'green',
      confidence: 'high',
      words: 'Six of eight are in post.',
      recovery: null,
      forecast: null,
      ...fields,
    }),
    asMember(by),
  );

describe('an update', () => {
  test('is of today and in the name of whoever writes it', () => {
    expect(write({})).toEqual([
      {
        entity: 'update',
        expectedVersion: 0,
        row: {
          noticeId,
          id: 'new-1',
          ...nothing,
          actionId: 'action-1.01',
          on: today,
          byId: 'member-lead',
          kind: 'change',
          rating: 'green',
          confidence: 'high',
          words: 'Six of eight are in post.',
          recovery: null,
          forecast: null,
          state: 'submitted',
          reviewedById: null,
          reviewedOn: null,
          reviewNote: null,
          mark: 'own',
        },
      },
    ]);
  });

  test('is accepted at once where the programme office records it for its owner, and acts on nothing of it', () => {
    const accepted = { state: 'accepted', byId: 'member-office', reviewedById: 'member-office', reviewedOn: today };
    expect(write({}, plan, 'member-office')).toMatchObject([{ row: accepted }]);
    const measure = { actionId: null, measureId: 'measure-1.1', rating: null };
    expect(write(measure, plan, 'member-office')).toMatchObject([{ row: accepted }]);
    const waits = [{ row: { state: 'submitted', byId: 'member-office', reviewedById: null } }];
    const covered = { ...plan, covers: [aCover({ noticeId, deputyId: 'member-office' })] };
    expect(write({}, covered, 'member-office')).toMatchObject(waits);
    const led = { ...plan, actions: plan.actions.map((each) => ({ ...each, leadId: 'member-office' })) };
    expect(write({}, led, 'member-office')).toMatchObject(waits);
  });

  test('sets the forecast of its action in the same change', () => {
    expect(write({ forecast: '2023-12-15' })).toMatchObject([
      { entity: 'update', row: { forecast: '2023-12-15' } },
      { entity: 'action', expectedVersion: 1, row: { forecast: '2023-12-15', currentDue: '2023-10-31' } },
    ]);
  });

  test('carries the forecast that stands where it gives none', () => {
    const forecast = smallPlan({ actions: plan.actions.map((each) => ({ ...each, forecast: '2023-09-01' })) });
    expect(write({}, forecast)).toMatchObject([{ entity: 'update', row: { forecast: '2023-09-01' } }]);
    expect(write({ forecast: '2023-09-01' }, forecast)).toHaveLength(1);
  });

  test.each([
    [{ rating: null }, 'Choose a rating: green, amber or red.', 'rating'],
    [{ rating: 'red' }, 'Say how it will recover.', 'recovery'],
    [{ forecast: '2023-09-24' }, 'The forecast must be today or later. Today is 25 September 2023.', 'forecast'],
    [{ measureId: 'measure-1.1' }, 'Write an update about one action, one measure or one requirement.', null],
    [{ actionId: null }, 'Write an update about one action, one measure or one requirement.', null],
    [
      { actionId: null, measureId: 'measure-1.1', forecast: '2023-12-15' },
      'Only an action has a forecast. Leave it empty.',
      'forecast',
    ],
  ])('is refused with %j', (fields, sentence, field) => {
    expect(refusalOf(() => write(fields))).toEqual({ code: 'invalid', sentence, field });
  });

  test('of a measure or a requirement needs no rating', () => {
    expect(write({ actionId: null, measureId: 'measure-1.1', rating: null })).toHaveLength(1);
    expect(write({ actionId: null, requirementId: 'req-1', rating: null })).toHaveLength(1);
  });

  test('of something unknown or withdrawn is refused', () => {
    expect(refusalOf(() => write({ actionId: 'action-9' })).code).toBe('notFound');
    const gone = smallPlan({ actions: plan.actions.map((each) => ({ ...each, stage: 'withdrawn' })) });
    expect(refusalOf(() => write({}, gone)).code).toBe('conflict');
  });

  test('that says that nothing changed is of an action or a requirement, never of both', () => {
    const both = { actionId: 'action-1.01', requirementId: 'req-1' };
    expect(refusalOf(() => repeatUpdate(plan, both, asMember('member-lead')))).toEqual({
      code: 'invalid',
      sentence: 'Choose the action or the requirement of which nothing has changed, not both.',
      field: null,
    });
  });

  test('is those’s whose row it is about', () => {
    expect(updateSubject(plan, { ...nothing, actionId: 'action-1.01' }, today).memberIds).toEqual([
      'member-lead',
      'member-deputy',
    ]);
    expect(updateSubject(plan, { ...nothing, measureId: 'measure-1.1' }, today).memberIds).toEqual(['member-lead']);
    expect(updateSubject(plan, nothing, today).memberIds).toEqual([]);
  });

  test('of 100,000 characters is refused with the limit', () => {
    const parsed = writeUpdateInput.shape.words.safeParse('a'.repeat(100_000));
    expect(parsed.error?.issues).toMatchObject([{ message: 'Update must be 5,000 characters or fewer.' }]);
  });
});
