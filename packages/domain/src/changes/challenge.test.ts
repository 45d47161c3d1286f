import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Change, Plan } from '../plan.ts';
import { questionStateOf } from '../rules/question.ts';
import { asMember, refusalOf } from '../testing/asking.ts';
import { aChallenge, aCover, aMember } from '../testing/rows.ts';
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
    ['no row', { actionId: null }, 'Ask about one action, one measure or one requirement.', null],
    ['two rows', { measureId: 'measure-1.1' }, 'Ask about one action, one measure or one requirement.', null],
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

describe('an answer', () => {
  test('is for whom it was asked of, the row’s own and who covers for them; closing is for who asked', () => {
    const away = { ...asked, covers: [aCover({ deputyId: 'member-office' })] };
    expect(new Set(answererSubject(away, 'new-1', today).memberIds)).toEqual(
      new Set(['member-lead', 'member-deputy', 'member-office']),
    );
    expect(askerSubject(asked, 'new-1').memberIds).toEqual(['member-chair']);
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
    [{ state: 'accepted' } as const, '2023-12-01', 'accepted', 'Whoever asked accepted the answer.'],
    [{ state: 'askedAgain' } as const, '2023-12-01', 'askedAgain', 'The answer was not enough, so it was asked again.'],
  ])('gives for %o on %s: %s', (over, day, key, reason) => {
    expect(questionStateOf(aChallenge(over), day)).toMatchObject({ key, reason });
  });
});
