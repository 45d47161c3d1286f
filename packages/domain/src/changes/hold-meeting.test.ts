import { describe, expect, test } from 'vitest';
import type { Change, Plan } from '../plan.ts';
import { agendaOf, itemsLeft, recordedOf } from '../rules/minuted.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { heldPlan } from '../testing/holding.ts';
import { aMeeting } from '../testing/rows.ts';
import { noticeId, recordedOn, today } from '../testing/small-plan.ts';
import { noteItem, noteItemInput } from './decision.ts';
import { closeMeeting, openMeeting, reopenMeeting, writeMinutes } from './hold-meeting.ts';

const plan = heldPlan();
let ids = 0;
const chair = { ...asMember('member-chair', plan), createId: () => `made-${(ids += 1)}` };
const read = (held: Plan) => ({
  noticeId,
  id: 'meeting-1',
  expectedVersion: held.meetings.find(({ id }) => id === 'meeting-1')?.version ?? 0,
});
const done = (held: Plan, changes: Change[]) => recordedOn(held, changes, '2023-09-25T14:00:00.000Z', 'member-chair');
const all = ['item-date', 'item-assure', 'item-measure', 'item-plain'];
const close = (held: Plan, carriedIds: string[], leftIds = all.filter((id) => !carriedIds.includes(id))) =>
  done(held, closeMeeting(held, { ...read(held), carriedIds, leftIds }, chair));
const planned = (on: string) => heldPlan({ meetings: [aMeeting({ noticeId, on, papersDueOn: on })] });
const open = (held: Plan) => done(held, openMeeting(held, read(held), chair)).meetings[0];

describe('opening', () => {
  test('holds a meeting on its day, and one that was planned for later today', () => {
    expect(open(planned(today))).toMatchObject({ state: 'open', on: today, papersDueOn: today });
    expect(open(planned('2023-09-27'))).toMatchObject({ state: 'open', on: today, papersDueOn: today });
    expect(open(planned('2023-09-20'))).toMatchObject({ state: 'open', on: '2023-09-20' });
  });

  test('is refused on a day that another meeting of the kind has', () => {
    const early = { ...read(plan), id: 'meeting-2', expectedVersion: 1 };
    expect(refusalOf(() => openMeeting(plan, early, chair)).sentence).toMatch(
      /is on 25 September 2023 already.+Open it on its own day, 25 October 2023\.$/u,
    );
  });

  test('is refused for one that is open, closed or cancelled', () => {
    expect(refusalOf(() => open(plan)).sentence).toBe('This meeting is open already. Reload the page to see it.');
    expect(refusalOf(() => open(close(plan, []))).sentence).toBe(
      'This meeting is closed. Only the chair can reopen it.',
    );
    const cancelled = heldPlan({ meetings: [aMeeting({ noticeId, state: 'cancelled' })] });
    expect(refusalOf(() => open(cancelled)).sentence).toBe('This meeting was cancelled. Plan another one.');
  });
});

describe('closing', () => {
  test('says of every item without an outcome what becomes of it', () => {
    const note = noteItemInput.parse({ noticeId, itemId: 'item-plain', minute: 'Noted.' });
    const noted = done(plan, noteItem(plan, note, chair));
    expect(itemsLeft(noted, 'meeting-1').map(({ id }) => id)).toEqual(all.slice(0, 3));
    const closed = close(noted, ['item-date']);
    expect(closed.meetings[0]).toMatchObject({ state: 'closed', closedOn: today, closedById: 'member-chair' });
    expect(all.map((id) => recordedOf(closed, id).map(({ minute }) => minute))).toEqual([
      ['Not reached. Carried over to the meeting of 25 October 2023.'],
      ['Not reached, and not carried over.'],
      ['Not reached, and not carried over.'],
      ['Noted.'],
    ]);
    expect(agendaOf(closed, 'meeting-2')).toMatchObject([{ position: 1, dateChangeId: 'move-1', ask: 'decide' }]);
  });

  test('names the items that nobody spoke of', () => {
    expect(refusalOf(() => close(plan, ['item-date'], ['item-measure']))).toEqual({
      code: 'conflict',
      sentence:
        '2 items without an outcome: 1.02; What families told us. Say of each whether the next meeting takes it up.',
      field: null,
    });
  });

  test('carries nothing twice, and nothing where no meeting is planned', () => {
    const again = close(plan, all);
    const reopened = done(again, reopenMeeting(again, { ...read(again), reason: 'Too early.' }, chair));
    const undone = { ...reopened, decisions: [] };
    expect(agendaOf(close(undone, all), 'meeting-2')).toHaveLength(all.length);
    const [only] = plan.meetings;
    const alone = heldPlan({ meetings: only ? [only] : [] });
    expect(refusalOf(() => close(alone, ['item-date']))).toMatchObject({
      sentence: 'No later meeting of this kind is planned to carry items over to. Plan one, or leave them.',
      field: 'carriedIds',
    });
  });
});

test('minutes are written until the meeting is closed', () => {
  const written = done(plan, writeMinutes(plan, { ...read(plan), minutes: 'The board thanked the forum.' }, chair));
  expect(written.meetings[0]?.minutes).toBe('The board thanked the forum.');
  const closed = close(written, []);
  expect(refusalOf(() => writeMinutes(closed, { ...read(closed), minutes: null }, chair)).sentence).toBe(
    'This meeting is closed. Only the chair can reopen it.',
  );
});

const reopen = (held: Plan) => reopenMeeting(held, { ...read(held), reason: 'Too early.' }, chair);

describe('reopening', () => {
  test('is recorded, until a later meeting of the kind was held', () => {
    const closed = close(plan, []);
    expect(done(closed, reopen(closed)).meetings[0]).toMatchObject({ state: 'open', closedOn: null, closedById: null });
    const held = {
      ...closed,
      meetings: closed.meetings.map((each) => (each.id === 'meeting-2' ? { ...each, state: 'open' as const } : each)),
    };
    expect(refusalOf(() => reopen(held)).sentence).toContain('The meeting of 25 October 2023 was held since.');
    expect(refusalOf(() => reopen(plan)).sentence).toBe('This meeting is open already. Reload the page to see it.');
  });
});
