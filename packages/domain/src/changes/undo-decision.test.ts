import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Plan } from '../plan.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { heldPlan } from '../testing/holding.ts';
import { noticeId, recordedOn, today } from '../testing/small-plan.ts';
import { setForecast, setStage, setStageInput } from './action.ts';
import { answerChallenge } from './challenge.ts';
import { askDateChange } from './date-change.ts';
import {
  assureItem,
  assureItemInput,
  challengeItem,
  challengeItemInput,
  decideItem,
  decideItemInput,
  noteItem,
  noteItemInput,
} from './decision.ts';
import { closeMeeting } from './hold-meeting.ts';
import { undoDecision } from './undo-decision.ts';

const plan = heldPlan();
let ids = 0;
const as = (id: string) => ({ ...asMember(id, plan), createId: () => `made-${(ids += 1)}` });
const chair = as('member-chair');
const minute = 'As the board said.';
const last = (held: Plan, itemId: string): string | null =>
  held.decisions.filter((row) => row.agendaItemId === itemId && row.withdrawnOn === null).at(-1)?.id ?? null;

/** What a meeting may do with an item; null where it is refused. */
const acts = {
  approve: (held: Plan) =>
    decideItem(held, decideItemInput.parse({ noticeId, itemId: 'item-date', minute, state: 'approved' }), chair),
  other: (held: Plan) =>
    decideItem(
      held,
      decideItemInput.parse({ noticeId, itemId: 'item-date', minute, state: 'approvedOther', date: '2023-11-15' }),
      chair,
    ),
  refuse: (held: Plan) =>
    decideItem(held, decideItemInput.parse({ noticeId, itemId: 'item-date', minute, state: 'refused' }), chair),
  assure: (held: Plan) =>
    assureItem(held, assureItemInput.parse({ noticeId, itemId: 'item-assure', minute, reason: 'Seen.' }), chair),
  challenge: (held: Plan) =>
    challengeItem(held, challengeItemInput.parse({ noticeId, itemId: 'item-measure', question: 'Why?' }), chair),
  note: (held: Plan) => noteItem(held, noteItemInput.parse({ noticeId, itemId: 'item-plain', minute }), chair),
} as const;
const itemOf = {
  approve: 'item-date',
  other: 'item-date',
  refuse: 'item-date',
  assure: 'item-assure',
  challenge: 'item-measure',
  note: 'item-plain',
} as const;
type Act = keyof typeof acts;
const names = Object.keys(acts) as Act[];

const clock = { minute: 0 };
/** Records as the ledger does: each change has an instant of its own. */
const done = (held: Plan, changes: Change[]): Plan => {
  clock.minute += 1;
  return recordedOn(held, changes, new Date(Date.UTC(2023, 8, 25, 9, clock.minute)).toISOString(), 'member-chair');
};
const undo = (held: Plan, itemId: string): Change[] => {
  const id = last(held, itemId) ?? '';
  const version = held.decisions.find((row) => row.id === id)?.version ?? 0;
  return undoDecision(held, { noticeId, id, expectedVersion: version }, chair);
};

/** What the plan says of its actions, dates and stages, whenever it was recorded. */
const said = ({ actions, dateChanges, readings, measures, agendaItems, meetings }: Plan) =>
  [actions, dateChanges, readings, measures, agendaItems, meetings].map((rows) =>
    rows.map(({ version: _version, recordedAt: _at, recordedBy: _by, addedAt: _added, ...row }) => row),
  );

describe('undoing', () => {
  test.each(names)('what was recorded by %s leaves the plan as it was', (act) => {
    const after = done(plan, acts[act](plan));
    const undone = done(after, undo(after, itemOf[act]));
    expect(said(undone)).toEqual(said(plan));
    expect(undone.decisions.every(({ withdrawnOn }) => withdrawnOn === today)).toBe(true);
    expect(undone.challenges.filter(({ state }) => state !== 'withdrawn')).toEqual([]);
    expect(last(undone, itemOf[act])).toBeNull();
    // And it may be recorded again.
    expect(acts[act](undone)).not.toHaveLength(0);
  });

  test('in any order leaves the plan as it was', () => {
    const four = fc.shuffledSubarray(['item-date', 'item-assure', 'item-measure', 'item-plain'], {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom('approve', 'other', 'refuse' as const), four, four, (deciding, first, back) => {
        const byItem: Record<string, Act> = {
          'item-date': deciding,
          'item-assure': 'assure',
          'item-measure': 'challenge',
          'item-plain': 'note',
        };
        const after = first.reduce((held, item) => done(held, acts[byItem[item] ?? 'note'](held)), plan);
        const undone = back.reduce((held, item) => done(held, undo(held, item)), after);
        expect(said(undone)).toEqual(said(plan));
      }),
      { numRuns: 30 },
    );
  });

  test('keeps what somebody else wrote of the action meanwhile', () => {
    const decided = done(plan, acts.approve(plan));
    const action = decided.actions.find(({ code }) => code === '1.01');
    const forecast = {
      noticeId,
      id: 'action-1.01',
      expectedVersion: action?.version ?? 0,
      forecast: '2023-12-01',
      reason: null,
    };
    const later = done(decided, setForecast(decided, forecast, as('member-lead')));
    const undone = done(later, undo(later, 'item-date'));
    expect(undone.actions.find(({ code }) => code === '1.01')).toMatchObject({
      currentDue: '2023-10-31',
      forecast: '2023-12-01',
    });
  });
});

describe('what can’t be undone', () => {
  test('a question that was answered', () => {
    const asked = done(plan, acts.challenge(plan));
    const question = asked.challenges[0];
    const answer = { noticeId, id: question?.id ?? '', expectedVersion: 1, answer: 'Because.' };
    const answered = done(asked, answerChallenge(asked, answer, as('member-lead')));
    expect(refusalOf(() => undo(answered, 'item-measure'))).toMatchObject({
      code: 'conflict',
      sentence: 'The question about measure 1.1 was answered since. It can’t be undone any more; add a note instead.',
    });
  });

  test('a date that somebody asked to move again', () => {
    const decided = done(plan, acts.approve(plan));
    const again = { noticeId, actionId: 'action-1.01', to: '2023-12-31', reason: 'Late.', effect: 'None.' };
    const asked = done(decided, askDateChange(decided, again, as('member-lead')));
    expect(refusalOf(() => undo(asked, 'item-date')).sentence).toBe(
      'Somebody asked since to move action 1.01 to 31 December 2023. It can’t be undone any more; add a note instead.',
    );
  });

  test('the date of an action that was delivered, and the stage of one that was reopened', () => {
    const both = done(done(plan, acts.approve(plan)), acts.assure(done(plan, acts.approve(plan))));
    const step = (held: Plan, code: string, to: string) =>
      done(
        held,
        setStage(
          held,
          setStageInput.parse({
            noticeId,
            id: `action-${code}`,
            expectedVersion: held.actions.find((action) => action.code === code)?.version,
            to,
            reason: 'It failed.',
          }),
          as('member-office'),
        ),
      );
    const moved = step(step(both, '1.01', 'delivered'), '1.02', 'inProgress');
    expect(refusalOf(() => undo(moved, 'item-date')).sentence).toContain('Action 1.01 is delivered since');
    expect(refusalOf(() => undo(moved, 'item-assure')).sentence).toContain(
      'The stage of action 1.02 was changed since.',
    );
  });

  test('anything once the meeting is closed, or twice', () => {
    const noted = done(plan, acts.note(plan));
    const close = {
      noticeId,
      id: 'meeting-1',
      expectedVersion: 1,
      carriedIds: [],
      leftIds: ['item-date', 'item-assure', 'item-measure'],
    };
    const closed = done(noted, closeMeeting(noted, close, chair));
    expect(refusalOf(() => undo(closed, 'item-plain')).sentence).toContain('Independent chair closed this meeting');
    const id = last(noted, 'item-plain') ?? '';
    const undone = done(noted, undo(noted, 'item-plain'));
    expect(refusalOf(() => undoDecision(undone, { noticeId, id, expectedVersion: 2 }, chair)).sentence).toContain(
      'This decision was withdrawn on 25 September 2023.',
    );
  });
});
