import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Change, Plan } from '../plan.ts';
import { questionStateOf } from '../rules/question.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { aChallenge, aCover, aMeeting, aMember } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  acceptChallenge,
  acceptChallengeInput,
  answerChallenge,
  answerChallengeInput,
  answererSubject,
  askAgainChallenge,
  askAgainChallengeInput,
  askChallenge,
  askChallengeInput,
  askerSubject,
  recordChallenge,
  recordChallengeInput,
  withdrawChallenge,
  withdrawChallengeInput,
} from './challenge.ts';

const at = '2023-09-25T09:00:00.000Z';
const small = smallPlan();
const board = aMember({ noticeId, id: 'member-board', title: 'Board member', roles: ['boardMember'] });
const plan = smallPlan({ members: [...small.members, board] });
const question = 'What changed for families?';
type Asked = Partial<z.input<typeof askChallengeInput>>;
const ask = (over: Asked = {}, on: Plan = plan, by = 'member-chair') =>
  askChallenge(on, askChallengeInput.parse({ noticeId, actionId: 'action-1.01', question, ...over }), asMember(by, on));
const done = (on: Plan, changes: Change[], by: string) => recordedOn(on, changes, at, by);
const asked = done(plan, ask(), 'member-chair');
const read = (on: Plan) => ({ noticeId, id: 'new-1', expectedVersion: on.challenges[0]?.version ?? 0 });
const answer = (on: Plan, by = 'member-lead') =>
  answerChallenge(on, answerChallengeInput.parse({ ...read(on), answer: 'Twelve plans are better.' }), asMember(by));
const answered = done(asked, answer(asked), 'member-lead');
const accept = (on: Plan, by = 'member-chair') =>
  acceptChallenge(on, acceptChallengeInput.parse(read(on)), asMember(by));

const withdraw = (on: Plan) =>
  withdrawChallenge(on, withdrawChallengeInput.parse({ ...read(on), reason: 'A slip.' }), asMember('member-chair'));

describe('asking', () => {
  test('is of whoever the row belongs to, for an answer within two weeks', () => {
    expect(ask()).toMatchObject([
      {
        entity: 'challenge',
        row: {
          actionId: 'action-1.01',
          measureId: null,
          askedById: 'member-chair',
          askedOn: today,
          toId: 'member-lead',
          dueOn: '2023-10-09',
          state: 'asked',
          followsId: null,
        },
      },
    ]);
    expect(ask({ actionId: null, measureId: 'measure-1.1' })).toMatchObject([{ row: { toId: 'member-lead' } }]);
    expect(ask({ actionId: null, requirementId: 'req-1', toId: 'member-office', dueOn: today })).toMatchObject([
      { row: { toId: 'member-office', dueOn: today } },
    ]);
  });

  test.each<[string, Asked, string, string | null]>([
    ['no row', { actionId: null }, 'Ask about one action, one measure, one requirement or one area.', null],
    ['two rows', { measureId: 'measure-1.1' }, 'Ask about one action, one measure, one requirement or one area.', null],
    [
      'a row and an area',
      { areaId: 'area-1' },
      'Ask about one action, one measure, one requirement or one area.',
      null,
    ],
    [
      'a day that is past',
      { dueOn: '2023-09-24' },
      'The day of the answer must be today or later. Today is 25 September 2023.',
      'dueOn',
    ],
    [
      'somebody who left',
      { toId: 'member-past' },
      'Former lead no longer has a role on this notice. Choose another person who answers.',
      'toId',
    ],
    [
      'somebody who can’t answer',
      { toId: 'member-board' },
      'Board member has no role in which they could act. Choose an officer or the programme office.',
      'toId',
    ],
    ['oneself', { toId: 'member-chair' }, 'You can’t ask yourself. Choose who is to answer.', 'toId'],
  ])('is refused for %s', (_what, over, sentence, field) => {
    expect(refusalOf(() => ask(over))).toEqual({ code: 'invalid', sentence, field });
  });

  test('of a row that is nobody’s needs a name', () => {
    const unowned = { ...plan, actions: plan.actions.map((row) => ({ ...row, leadId: null })) };
    expect(refusalOf(() => ask({}, unowned))).toEqual({
      code: 'invalid',
      sentence: 'Action 1.01 has no owner. Choose who is to answer.',
      field: 'toId',
    });
    expect(ask({ toId: 'member-office' }, unowned)).toHaveLength(1);
  });
});

describe('a question about an area', () => {
  const sponsored = {
    ...plan,
    areas: plan.areas.map((row) => (row.id === 'area-1' ? { ...row, sponsorId: 'member-lead' } : row)),
  };

  test('is its sponsor’s to answer', () => {
    const about = { actionId: null, areaId: 'area-1' };
    expect(ask(about, sponsored)).toMatchObject([{ row: { areaId: 'area-1', actionId: null, toId: 'member-lead' } }]);
    const open = done(sponsored, ask({ ...about, toId: 'member-office' }, sponsored), 'member-chair');
    expect(answererSubject(open, 'new-1', today).memberIds).toEqual(['member-office', 'member-lead']);
    expect(refusalOf(() => ask({ ...about, areaId: 'area-2' }, sponsored)).sentence).toBe(
      'Area 2 has no sponsor. Choose who is to answer.',
    );
  });
});

describe('a question at a meeting', () => {
  const met = {
    ...plan,
    meetings: [
      aMeeting({ noticeId, id: 'board', on: '2023-08-30' }),
      aMeeting({ noticeId, id: 'later', on: '2023-09-27' }),
      aMeeting({ noticeId, id: 'off', on: '2023-08-30', state: 'cancelled' }),
      aMeeting({ noticeId, id: 'committee', on: '2023-09-20', kind: 'scrutiny' }),
    ],
  };
  const record = (over: Partial<z.input<typeof recordChallengeInput>> = {}) =>
    recordChallenge(
      met,
      recordChallengeInput.parse({ noticeId, actionId: 'action-1.01', question, meetingId: 'committee', ...over }),
      asMember('member-office', met),
    );

  test('keeps which', () => {
    expect(ask({ meetingId: 'board' }, met)).toMatchObject([{ row: { meetingId: 'board', forum: 'board' } }]);
  });

  test.each([
    ['later', 'That meeting is on 27 September 2023, after the question was asked. Choose another one.'],
    ['off', 'That meeting was cancelled. Choose another one.'],
    ['committee', 'The programme office records what a scrutiny committee asks. Choose another meeting.'],
  ])('is refused at %s', (meetingId, sentence) => {
    expect(refusalOf(() => ask({ meetingId }, met))).toEqual({ code: 'invalid', sentence, field: 'meetingId' });
  });

  test('of scrutiny is recorded by the programme office for the committee, which closes it through the office', () => {
    const [change] = record({ askedOn: '2023-09-20', toId: 'member-office' });
    expect(change?.row).toMatchObject({
      forum: 'scrutiny',
      askedById: null,
      askedOn: '2023-09-20',
      toId: 'member-office',
    });
    const open = done(met, record(), 'member-office');
    expect(askerSubject(open, 'new-1', today).memberIds).toEqual(['member-office']);
    const given = done(open, answer(open), 'member-lead');
    const again = askAgainChallenge(
      given,
      askAgainChallengeInput.parse({ ...read(given), question: 'And since when?' }),
      { ...asMember('member-office'), createId: () => 'new-2' },
    );
    expect(again).toMatchObject([
      { row: { state: 'askedAgain' } },
      { row: { forum: 'scrutiny', askedById: null, followsId: 'new-1' } },
    ]);
  });

  test('of scrutiny is refused at a board, and on a day that lies ahead', () => {
    expect(refusalOf(() => record({ meetingId: 'board' })).sentence).toBe(
      'Choose a meeting of the scrutiny committee.',
    );
    expect(refusalOf(() => record({ askedOn: '2023-09-26' })).field).toBe('askedOn');
  });
});

describe('withdrawing a question', () => {
  test('ends what nobody answered, once', () => {
    const after = done(asked, withdraw(asked), 'member-chair');
    expect(after.challenges[0]?.state).toBe('withdrawn');
    const gone = 'This question was withdrawn. Reload the page to see what is asked now.';
    for (const act of [withdraw, answer, accept]) expect(refusalOf(() => act(after)).sentence).toBe(gone);
    expect(refusalOf(() => withdraw(answered)).sentence).toBe(
      'This question has an answer already. Accept it, or ask again.',
    );
  });
});

describe('an answer', () => {
  test('is for whom it was asked of, the row’s own and who covers for them; closing is for who asked', () => {
    const away = { ...asked, covers: [aCover({ deputyId: 'member-office' })] };
    expect(new Set(answererSubject(away, 'new-1', today).memberIds)).toEqual(
      new Set(['member-lead', 'member-deputy', 'member-office']),
    );
    expect(askerSubject(asked, 'new-1', today).memberIds).toEqual(['member-chair']);
  });

  test('is kept with who gave it and when, once', () => {
    expect(answered.challenges[0]).toMatchObject({
      state: 'answered',
      answer: 'Twelve plans are better.',
      answeredById: 'member-lead',
      answeredOn: today,
    });
    expect(refusalOf(() => answer(answered))).toMatchObject({ code: 'conflict' });
  });

  test('is accepted once it is there, by somebody who did not give it', () => {
    expect(refusalOf(() => accept(asked)).sentence).toBe('This question has no answer yet. Wait for it.');
    expect(refusalOf(() => accept(answered, 'member-lead'))).toMatchObject({
      code: 'forbidden',
      sentence: 'You gave this answer. Somebody else must say whether it is enough.',
    });
    const accepted = done(answered, accept(answered), 'member-chair');
    expect(accepted.challenges[0]?.state).toBe('accepted');
    expect(refusalOf(() => accept(accepted)).code).toBe('conflict');
  });

  test('that is not enough stays, and another question follows it', () => {
    const again = askAgainChallenge(
      answered,
      askAgainChallengeInput.parse({ ...read(answered), question: 'And for the others?' }),
      { ...asMember('member-chair'), createId: () => 'new-2' },
    );
    expect(done(answered, again, 'member-chair').challenges).toMatchObject([
      { id: 'new-1', state: 'askedAgain', answer: 'Twelve plans are better.' },
      { id: 'new-2', state: 'asked', followsId: 'new-1', actionId: 'action-1.01', question: 'And for the others?' },
    ]);
  });
});

describe('questionStateOf', () => {
  test.each([
    [{}, '2023-09-29', 'asked', 'An answer is due 29 September 2023, today.'],
    [{}, '2023-09-30', 'overdue', 'An answer is due 29 September 2023, 1 day ago.'],
    [
      { state: 'answered', answeredOn: '2023-10-02' } as const,
      '2023-12-01',
      'answered',
      'Answered on 2 October 2023, 3 days late. Whoever asked has not accepted it yet.',
    ],
    [{ state: 'withdrawn' } as const, '2023-12-01', 'withdrawn', 'It was withdrawn before anybody answered it.'],
    [{ state: 'accepted' } as const, '2023-12-01', 'accepted', 'Whoever asked accepted the answer.'],
    [{ state: 'askedAgain' } as const, '2023-12-01', 'askedAgain', 'The answer was not enough, so it was asked again.'],
  ])('gives for %o on %s: %s', (over, day, key, reason) => {
    expect(questionStateOf(aChallenge(over), day)).toMatchObject({ key, reason });
  });
});
