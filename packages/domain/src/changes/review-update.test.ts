import { describe, expect, test } from 'vitest';
import { asMember, refusalOf } from '../testing/asking.ts';
import { aCover, anUpdate } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import { acceptUpdates, acceptUpdatesInput, returnUpdate, returnUpdateInput } from './review-update.ts';

const said = (id: string, over: Partial<ReturnType<typeof anUpdate>> = {}) =>
  anUpdate({ noticeId, id, on: today, ...over });
const plan = smallPlan({
  updates: [
    said('update-1', { on: '2023-09-18' }),
    said('update-2'),
    said('update-3', { actionId: 'action-1.02' }),
    said('update-4', { actionId: null, measureId: 'measure-1.1', byId: 'member-office' }),
  ],
});
const office = asMember('member-office');
const read = (...ids: string[]) =>
  acceptUpdatesInput.parse({ noticeId, updates: ids.map((id) => ({ id, expectedVersion: 1 })) });
const accept = (...ids: string[]) => acceptUpdates(plan, read(...ids), office);
const giveBack = (id: string, note = 'Say what changed for families.') =>
  returnUpdate(plan, returnUpdateInput.parse({ noticeId, id, expectedVersion: 1, note }), office);

const withSecond = (to: typeof plan, endsOn: string | null = null) => ({
  ...to,
  members: to.members.flatMap((each) =>
    each.id === 'member-office' ? [each, { ...each, id: 'member-office-2', endsOn }] : [each],
  ),
});

describe('a review', () => {
  test('accepts one update or several, by whom and when', () => {
    const reviewed = { state: 'accepted', reviewedById: 'member-office', reviewedOn: today, reviewNote: null };
    expect(accept('update-2', 'update-3')).toMatchObject([
      { entity: 'update', expectedVersion: 1, row: { id: 'update-2', words: 'It goes well.', ...reviewed } },
      { entity: 'update', expectedVersion: 1, row: { id: 'update-3', ...reviewed } },
    ]);
  });

  test('returns an update with a note', () => {
    expect(giveBack('update-2')).toMatchObject([
      { row: { state: 'returned', reviewedOn: today, reviewNote: 'Say what changed for families.' } },
    ]);
    expect(returnUpdateInput.shape.note.safeParse(' ').error?.issues).toMatchObject([{ message: 'Enter a note.' }]);
  });

  test('is of the last update of a row, once', () => {
    expect(refusalOf(() => accept('update-3', 'update-1'))).toEqual({
      code: 'conflict',
      sentence: 'A newer update of action 1.01 was written. Reload the page and review that one.',
      field: null,
    });
    expect(refusalOf(() => accept('update-3', 'update-3')).sentence).toBe('Choose each update once.');
    const done = recordedOn(plan, giveBack('update-2'), '2023-09-25T10:00:00.000Z', 'member-office');
    expect(refusalOf(() => acceptUpdates(done, read('update-2'), office)).sentence).toBe(
      'The update of action 1.01 was returned on 25 September 2023. Reload the page.',
    );
  });

  test('is never of one’s own', () => {
    const own = {
      code: 'forbidden',
      sentence:
        'You wrote the update of measure 1.1 yourself. Nobody else in this notice may review it: add a member who may, or let its next update be written by somebody else.',
      field: null,
    };
    expect(refusalOf(() => accept('update-2', 'update-4'))).toEqual(own);
    expect(refusalOf(() => giveBack('update-4'))).toEqual(own);
    expect(refusalOf(() => acceptUpdates(withSecond(plan), read('update-4'), office)).sentence).toBe(
      'You wrote the update of measure 1.1 yourself. Somebody else of the programme office reviews it.',
    );
  });

  test('is never of what the reviewer acts on, whoever wrote it', () => {
    const led = { ...plan, actions: plan.actions.map((each) => ({ ...each, leadId: 'member-office' })) };
    const alone = 'You act on action 1.01 yourself. Nobody else in this notice may:';
    const sentence = `${alone} hand the work over, or add a member who may.`;
    expect(refusalOf(() => acceptUpdates(led, read('update-2'), office))).toMatchObject({
      code: 'forbidden',
      sentence,
    });
    const covered = { ...plan, covers: [aCover({ noticeId, deputyId: 'member-office' })] };
    expect(refusalOf(() => acceptUpdates(covered, read('update-2'), office)).sentence).toBe(
      `${alone} end your cover, or add a member who may.`,
    );
    expect(refusalOf(() => acceptUpdates(withSecond(covered), read('update-2'), office)).sentence).toBe(
      'You act on action 1.01 yourself. Somebody else of the programme office reviews its updates.',
    );
  });

  test('is not hindered by cover that began after it was written, nor by a second office that has left', () => {
    const since = { ...plan, covers: [aCover({ noticeId, deputyId: 'member-office', startsOn: today })] };
    const earlier = { ...since, updates: [said('update-2', { on: '2023-09-22' })] };
    expect(acceptUpdates(earlier, read('update-2'), office)).toHaveLength(1);
    expect(
      refusalOf(() => acceptUpdates(withSecond(since, '2023-09-01'), read('update-2'), office)).sentence,
    ).toContain('end your cover');
  });

  test('of what is not there finds nothing', () => {
    expect(refusalOf(() => accept('update-9')).code).toBe('notFound');
  });
});
