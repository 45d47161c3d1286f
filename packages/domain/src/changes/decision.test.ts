import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Change, Plan } from '../plan.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { heldPlan } from '../testing/holding.ts';
import { aMeeting } from '../testing/rows.ts';
import { noticeId, recordedOn, today } from '../testing/small-plan.ts';
import {
  assureItem,
  assureItemInput,
  challengeItem,
  challengeItemInput,
  decideItem,
  decideItemInput,
  markFollowUp,
  noteItem,
  noteItemInput,
} from './decision.ts';

const at = '2023-09-25T14:00:00.000Z';
const plan = heldPlan();
const as = (id: string) => asMember(id, plan);
const on = (itemId: string) => ({ noticeId, itemId });
const approve = (over: Partial<z.input<typeof decideItemInput>> = {}, held: Plan = plan) =>
  decideItem(
    held,
    decideItemInput.parse({ ...on('item-date'), minute: 'Approved.', state: 'approved', ...over }),
    as('member-chair'),
  );
const assured = (held: Plan = plan, itemId = 'item-assure') =>
  assureItem(
    held,
    assureItemInput.parse({ ...on(itemId), minute: 'Assured.', reason: 'The audit and what families said.' }),
    as('member-chair'),
  );
const challenged = (over: Partial<z.input<typeof challengeItemInput>> = {}, by = 'member-chair') =>
  challengeItem(
    plan,
    challengeItemInput.parse({ ...on('item-measure'), question: 'What do families notice?', ...over }),
    as(by),
  );
const noted = (over: Partial<z.input<typeof noteItemInput>> = {}, held: Plan = plan) =>
  noteItem(held, noteItemInput.parse({ ...on('item-plain'), minute: 'Noted.', ...over }), as('member-chair'));
const done = (held: Plan, changes: Change[]) => recordedOn(held, changes, at, 'member-chair');
const decidedBefore = done(plan, approve());
const board = (state: 'planned' | 'closed' | 'cancelled') =>
  heldPlan({
    meetings: [
      aMeeting({
        noticeId,
        on: today,
        state,
        ...(state === 'closed' ? { closedOn: today, closedById: 'member-chair' } : {}),
      }),
    ],
  });
const without = heldPlan({ attendances: [] });

describe('an item of a meeting', () => {
  test('is decided with its date change and the due date of the action', () => {
    expect(approve()).toMatchObject([
      {
        entity: 'decision',
        row: {
          meetingId: 'meeting-1',
          agendaItemId: 'item-date',
          outcome: 'decided',
          minute: 'Approved.',
          dateChangeId: 'move-1',
          followUp: null,
          byId: 'member-chair',
          on: today,
        },
      },
      { entity: 'dateChange', row: { state: 'approved', meeting: 'Improvement board', decisionReason: 'Approved.' } },
      { entity: 'action', row: { id: 'action-1.01', currentDue: '2023-11-30' } },
    ]);
  });

  test('is decided for another date, or refused, with the reason', () => {
    expect(approve({ state: 'approvedOther', date: '2023-11-15', reason: 'Sooner.' })).toMatchObject([
      {},
      { row: { state: 'approvedOther', decidedDate: '2023-11-15', decisionReason: 'Sooner.' } },
      { row: { currentDue: '2023-11-15' } },
    ]);
    expect(approve({ state: 'refused', reason: 'Catch up.' })).toMatchObject([{}, { row: { state: 'refused' } }]);
  });

  test('is decided in words where it is about no date change', () => {
    expect(approve({ itemId: 'item-plain', state: null, minute: 'Write to schools.' })).toMatchObject([
      { row: { outcome: 'decided', minute: 'Write to schools.', dateChangeId: null } },
    ]);
  });

  test('assures its action with what convinced the board', () => {
    const [row, ...others] = assured();
    expect(others).toMatchObject([
      { entity: 'action', row: { id: 'action-1.02', stage: 'assured' } },
      { entity: 'stageChange', row: { from: 'evidenced', to: 'assured', reason: 'The audit and what families said.' } },
    ]);
    expect(row).toMatchObject({ row: { outcome: 'assured', stageChangeId: others[1]?.row.id } });
  });

  test('is challenged with a question to the owner, of this meeting', () => {
    expect(challenged()).toMatchObject([
      {
        row: { outcome: 'challenged', minute: 'Independent chair asked Lead to answer by 9 October 2023.' },
      },
      {
        entity: 'challenge',
        row: { measureId: 'measure-1.1', meetingId: 'meeting-1', toId: 'member-lead', dueOn: '2023-10-09' },
      },
    ]);
    expect(challenged({ itemId: 'item-date', minute: 'Asked.' })).toMatchObject([
      { row: { minute: 'Asked.' } },
      { row: { actionId: 'action-1.01' } },
    ]);
  });

  test('is challenged in the name of who asked, by the chair alone', () => {
    expect(challenged({ askedById: 'member-board' })[1]).toMatchObject({ row: { askedById: 'member-board' } });
    expect(challenged({ askedById: 'member-board' })[0]).toMatchObject({ row: { byId: 'member-chair' } });
    expect(challenged({ askedById: 'member-board' }, 'member-board')[1]).toMatchObject({
      row: { askedById: 'member-board' },
    });
    expect(refusalOf(() => challenged({ askedById: 'member-chair' }, 'member-board'))).toMatchObject({
      sentence: 'Only the chair records what somebody else asked.',
      field: 'askedById',
    });
  });

  test('is noted with a follow-up: what, who and by when', () => {
    const followUp = { followUp: 'Send the letters.', followUpToId: 'member-lead', followUpDueOn: '2023-10-13' };
    expect(noted(followUp)).toMatchObject([{ row: { outcome: 'noted', ...followUp, followUpDoneOn: null } }]);
  });

  test.each<[Partial<z.input<typeof noteItemInput>>, string, string]>([
    [{ followUpToId: 'member-lead' }, 'Say what is to be done, or leave the rest of it empty.', 'followUp'],
    [{ followUp: 'Send it.' }, 'Choose who is to do it.', 'followUpToId'],
    [
      { followUp: 'Send it.', followUpToId: 'member-lead' },
      'Enter the day by which it is to be done.',
      'followUpDueOn',
    ],
    [
      { followUp: 'Send it.', followUpToId: 'member-past', followUpDueOn: '2023-10-13' },
      'Former lead no longer has a role on this notice. Choose another person.',
      'followUpToId',
    ],
    [
      { followUp: 'Send it.', followUpToId: 'member-lead', followUpDueOn: '2023-09-01' },
      'The day must be today or later. Today is 25 September 2023.',
      'followUpDueOn',
    ],
  ])('refuses half a follow-up: %j', (over, sentence, field) => {
    expect(refusalOf(() => noted(over))).toEqual({ code: 'invalid', sentence, field });
  });
});

describe('what a meeting can’t do', () => {
  test.each([
    ['planned', 'This meeting has not been opened yet. The programme office or the chair opens it.'],
    ['cancelled', 'This meeting was cancelled. Nothing is recorded in it.'],
    [
      'closed',
      'Independent chair closed this meeting on 25 September 2023, so nothing more is recorded in it. Put it on the agenda of the next meeting, or ask the chair to reopen this one.',
    ],
  ] as const)('record anything while it is %s', (state, sentence) => {
    expect(refusalOf(() => noted({}, board(state)))).toMatchObject({ code: 'conflict', sentence });
    expect(refusalOf(() => approve({}, board(state)))).toMatchObject({ sentence });
  });

  test('decide or assure without a quorum, though it can note', () => {
    expect(noted({}, without)).toHaveLength(1);
    for (const act of [() => approve({}, without), () => assured(without)]) {
      expect(refusalOf(act).sentence).toBe(
        'No quorum: 0 members are present of at least 2. Without a quorum the meeting can note and challenge, but not decide or assure.',
      );
    }
  });

  test('decide anything at a meeting of others', () => {
    const [open] = plan.meetings;
    const scrutiny = heldPlan({ meetings: open ? [{ ...open, kind: 'scrutiny' }] : [] });
    expect(refusalOf(() => approve({}, scrutiny)).sentence).toContain('this is not a meeting of the board');
  });

  test('be overtaken unseen: the second gets who did what', () => {
    const meanwhile =
      'Independent chair recorded this item meanwhile: decided. “Approved.” Look at it before you record more.';
    expect(refusalOf(() => approve({ state: 'refused', reason: 'No.' }, decidedBefore))).toMatchObject({
      code: 'conflict',
      sentence: meanwhile,
    });
    expect(refusalOf(() => noted({ itemId: 'item-date' }, decidedBefore)).sentence).toBe(meanwhile);
    const seenId = decidedBefore.decisions[0]?.id ?? '';
    expect(noted({ itemId: 'item-date', seenId }, decidedBefore)).toHaveLength(1);
    expect(refusalOf(() => approve({ seenId }, decidedBefore)).sentence).toBe(
      'Independent chair has decided this item already: “Approved.” Undo that first, or add a note.',
    );
    expect(refusalOf(() => noted({ seenId: 'decision-undone' })).sentence).toBe(
      'What was recorded of this item was undone meanwhile. Look at the item again.',
    );
  });

  test('decide a date change that was decided elsewhere meanwhile, or of a withdrawn action', () => {
    const [request] = plan.dateChanges;
    if (!request) throw new Error('The plan has a request.');
    const elsewhere = { ...request, state: 'approved', decidedOn: today, decidedById: 'member-chair' } as const;
    expect(refusalOf(() => approve({}, heldPlan({ dateChanges: [elsewhere] }))).sentence).toContain(
      'This request is decided already: approved, Independent chair, 25 September 2023.',
    );
    const actions = plan.actions.map((action) => ({ ...action, stage: 'withdrawn' as const }));
    expect(refusalOf(() => approve({}, heldPlan({ actions }))).sentence).toContain('was withdrawn by the board');
  });

  test('assure what its gate keeps, or what is no action', () => {
    expect(refusalOf(() => assured(plan, 'item-date')).sentence).toContain(
      'The programme office has not said that it is evidenced.',
    );
    expect(refusalOf(() => assured(plan, 'item-plain')).sentence).toBe(
      'This item is about no action, and only an action can be assured. Note it.',
    );
  });

  test('ask about what nobody owns', () => {
    expect(refusalOf(() => challenged({ itemId: 'item-plain' })).sentence).toContain('so nobody owns the answer');
  });

  test('decide a date without saying what, or a date of what has none', () => {
    expect(refusalOf(() => approve({ state: null }))).toMatchObject({ field: 'state' });
    expect(refusalOf(() => approve({ itemId: 'item-plain' })).sentence).toBe(
      'This item is about no date change. Say in the minute what was decided.',
    );
  });
});

describe('a follow-up', () => {
  const followUp = { followUp: 'Send the letters.', followUpToId: 'member-lead', followUpDueOn: '2023-10-13' };
  const held = done(plan, noted(followUp));
  const id = held.decisions[0]?.id ?? '';
  const mark = (marked: Plan, isDone: boolean) =>
    markFollowUp(
      marked,
      { noticeId, id, expectedVersion: marked.decisions[0]?.version ?? 0, done: isDone },
      as('member-lead'),
    );
  const finished = done(held, mark(held, true));

  test('is done once, and can be taken back', () => {
    expect(finished.decisions[0]?.followUpDoneOn).toBe(today);
    expect(done(finished, mark(finished, false)).decisions[0]?.followUpDoneOn).toBeNull();
    expect(refusalOf(() => mark(finished, true)).sentence).toBe('This is done already. Reload the page to see it.');
    expect(refusalOf(() => mark(held, false)).sentence).toBe('This is not done yet. Reload the page to see it.');
  });

  test('is none where nothing is to be done', () => {
    const bare = done(plan, noted());
    expect(
      refusalOf(() =>
        markFollowUp(
          bare,
          { noticeId, id: bare.decisions[0]?.id ?? '', expectedVersion: 1, done: true },
          as('member-lead'),
        ),
      ).sentence,
    ).toBe('Nothing is to be done after this decision.');
  });
});
