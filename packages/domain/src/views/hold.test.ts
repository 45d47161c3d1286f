import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { asMember } from '../testing/asking.ts';
import { generatedFrom, itHoldsOfAnyPlan } from '../testing/generated.ts';
import { heldPlan } from '../testing/holding.ts';
import { aChallenge, aDecision, aMeeting, anAgendaItem } from '../testing/rows.ts';
import { noticeId, today } from '../testing/small-plan.ts';
import { followUpsOf } from './follow-ups.ts';
import { holdOf } from './hold.ts';
import { meetingNowOf } from './meeting-now.ts';
import { minutesOf } from './minutes.ts';

const plan = heldPlan({
  challenges: [aChallenge({ noticeId, actionId: 'action-1.01', toId: 'member-lead', meetingId: 'meeting-1' })],
  decisions: [
    aDecision({
      noticeId,
      agendaItemId: 'item-plain',
      on: today,
      followUp: 'Write to families.',
      followUpToId: 'member-lead',
      followUpDueOn: '2023-09-20',
    }),
    aDecision({
      noticeId,
      id: 'asked',
      agendaItemId: 'item-measure',
      on: today,
      outcome: 'challenged',
      challengeId: 'challenge-1',
    }),
    aDecision({ noticeId, id: 'undone', agendaItemId: 'item-date', on: today, withdrawnOn: today }),
  ],
});
const { who } = asMember('member-chair', plan);
const hold = holdOf(plan, 'meeting-1', today, who);
const item = (id: string) => hold.items.find((each) => each.id === id);

describe('the screen in the room', () => {
  test('counts what is done, and knows the meeting that takes up the rest', () => {
    expect(hold).toMatchObject({ done: 2, carriedTo: '25 October', whyNotHeld: null, whyNotDecides: null });
    expect(hold.items.map(({ number, facts }) => [number, facts.kind])).toEqual([
      [1, 'dateChange'],
      [2, 'action'],
      [3, 'measure'],
      [4, 'none'],
    ]);
  });

  test('offers words for what may be recorded', () => {
    expect(item('item-date')).toMatchObject({
      records: [],
      seenId: null,
      owner: 'Lead',
      whyNot: { decide: null, assure: 'Only an action can be assured.', challenge: null },
      offers: {
        approved: 'The board approved the move of action 1.01 from 31 October to 30 November 2023.',
        refused: 'The board refused the move: action 1.01 stays due 31 October 2023.',
      },
    });
    expect(item('item-assure')?.whyNot.assure).toBeNull();
    expect(item('item-plain')?.whyNot.challenge).toContain('nobody owns the answer');
  });

  test('says what was recorded, what follows, and whether it may be undone', () => {
    expect(item('item-plain')?.records).toMatchObject([
      { by: 'Independent chair', whyNotUndo: null, followUp: { what: 'Write to families.', to: 'Lead' } },
    ]);
    expect(item('item-plain')?.seenId).toBe('decision-1');
  });

  test('says why nothing may be recorded, and why nothing may be decided', () => {
    const closed = holdOf(
      { ...plan, meetings: [aMeeting({ noticeId, on: today, state: 'closed' })] },
      'meeting-1',
      today,
      who,
    );
    expect(closed.whyNotHeld).toContain('closed this meeting');
    expect(closed.items[3]?.records[0]?.whyNotUndo).toContain('closed this meeting');
    const few = holdOf({ ...plan, attendances: [] }, 'meeting-1', today, who);
    expect(few.items[0]?.whyNot.decide).toBe(few.whyNotDecides);
    const moved = { ...plan, dateChanges: plan.dateChanges.map((each) => ({ ...each, state: 'withdrawn' as const })) };
    expect(holdOf(moved, 'meeting-1', today, who).items[0]?.whyNot.decide).toBe(
      'This request is decided already: withdrawn.',
    );
  });
});

test('the minutes hold each item with what was recorded and asked, and are a draft until the meeting is closed', () => {
  const minutes = minutesOf(plan, 'meeting-1', today);
  expect(minutes).toMatchObject({ closed: null, quorum: 'Quorum: 2 members are present of at least 2.' });
  expect(minutes.draft).toContain('Draft');
  expect(minutes.attendance).toMatchObject([
    { label: 'Present', people: [{ title: 'Board member' }, { title: 'Independent chair' }] },
  ]);
  expect(minutes.items.map(({ records }) => records.length)).toEqual([0, 0, 1, 1]);
  expect(minutes.items[2]?.records[0]?.question).toMatchObject({ about: 'Action 1.01 Action 1.01', to: 'Lead' });
  const [meeting] = plan.meetings;
  const closed = {
    ...plan,
    meetings: meeting ? [{ ...meeting, state: 'closed' as const, closedOn: today, closedById: 'member-chair' }] : [],
  };
  expect(minutesOf(closed, 'meeting-1', today)).toMatchObject({
    draft: null,
    closed: 'Closed by Independent chair on 25 September 2023',
  });
});

test('follow-ups that are not done are listed across meetings, the most urgent first', () => {
  expect(followUpsOf(plan, today, null)).toMatchObject([{ what: 'Write to families.', state: { label: 'Overdue' } }]);
  const done = { ...plan, decisions: plan.decisions.map((row) => ({ ...row, followUpDoneOn: today })) };
  expect(followUpsOf(done, today, null)).toEqual([]);
  expect(followUpsOf(done, today, 'meeting-1')).toMatchObject([{ state: { label: 'Done' } }]);
});

test('everybody is led to the meeting that is held, else to the next', () => {
  expect(meetingNowOf(plan, today)).toEqual({ id: 'meeting-1', held: true, words: 'Improvement board is being held' });
  const [, next] = plan.meetings;
  expect(meetingNowOf({ ...plan, meetings: next ? [next] : [] }, today)).toEqual({
    id: 'meeting-2',
    held: false,
    words: 'Improvement board, 25 October 2023, in 30 days',
  });
  expect(meetingNowOf({ ...plan, meetings: [] }, today)).toBeNull();
});

/** A plan whose board has everything on its agenda. */
const withAll = (generated: Plan, day: IsoDate): Plan => {
  const known = planOn(generated, day);
  const row = {
    noticeId: generated.notice.id,
    recordedAt: generated.notice.recordedAt,
    addedAt: generated.notice.addedAt,
  };
  const items = [
    ...known.actions.slice(0, 8).map(({ id }) => ({ actionId: id })),
    ...known.measures.slice(0, 8).map(({ id }) => ({ measureId: id })),
    ...known.requirements.slice(0, 3).map(({ id }) => ({ requirementId: id })),
    ...known.areas.slice(0, 3).map(({ id }) => ({ areaId: id })),
    ...known.dateChanges.slice(0, 5).map(({ id }) => ({ dateChangeId: id })),
    ...known.challenges.slice(0, 5).map(({ id }) => ({ challengeId: id })),
  ];
  return {
    ...generated,
    meetings: [aMeeting({ ...row, state: 'open' })],
    agendaItems: items.map((about, index) =>
      anAgendaItem({ ...row, id: `item-${index}`, position: index + 1, ...about }),
    ),
    decisions: items
      .slice(0, 9)
      .map((_, index) => aDecision({ ...row, id: `done-${index}`, agendaItemId: `item-${index}` })),
  };
};

const inRoom = (generated: Plan, day: IsoDate) =>
  day < generatedFrom
    ? null
    : [holdOf(withAll(generated, day), 'meeting-1', day, who), minutesOf(withAll(generated, day), 'meeting-1', day)];

describe('over generated plans', () => {
  itHoldsOfAnyPlan(inRoom, 12);
});
