import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Change, Plan } from '../plan.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aChallenge, aCover } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  acceptHandover,
  acceptHandoverInput,
  declineHandover,
  declineHandoverInput,
  offererSubject,
  offerHandover,
  offerHandoverInput,
  offerSubjects,
  receiverSubjects,
  takeBackHandover,
  takeBackHandoverInput,
  whyStale,
} from './handover.ts';

const at = '2023-09-25T09:00:00.000Z';
const small = smallPlan();
const plan = smallPlan({
  members: small.members.map((member) => ({
    ...member,
    accountId: member.id === 'member-lead' ? null : `account-${member.id}`,
    organisation: member.id === 'member-deputy' ? 'An NHS trust' : member.organisation,
  })),
  challenges: [
    aChallenge({ noticeId }),
    aChallenge({ noticeId, id: 'challenge-2', state: 'answered' }),
    aChallenge({ noticeId, id: 'challenge-3', actionId: 'action-1.02' }),
  ],
});
type Offer = Partial<z.input<typeof offerHandoverInput>>;
const one: Offer = { actionIds: ['action-1.01'] };
const offer = (over: Offer, on: Plan = plan): Change[] =>
  offerHandover(
    on,
    offerHandoverInput.parse({ noticeId, toId: 'member-deputy', ...over }),
    asMember('member-lead', on),
  );
const done = (on: Plan, changes: Change[], by = 'member-lead') => recordedOn(on, changes, at, by);
const offered = (over: Offer = one, on: Plan = plan) => done(on, offer(over, on));
const chosen = (on: Plan) => on.handovers.map(({ id, version }) => ({ id, expectedVersion: version }));
const accept = (on: Plan, offers = chosen(on)) =>
  acceptHandover(on, acceptHandoverInput.parse({ noticeId, offers }), asMember('member-deputy', on));
const back = (on: Plan) =>
  takeBackHandover(on, takeBackHandoverInput.parse(edit('new-1')), asMember('member-lead', on));
const three: Offer = { actionIds: ['action-1.01'], measureIds: ['measure-1.1'], requirementIds: ['req-1'] };

describe('offering', () => {
  test('one or several rows changes nobody’s work yet', () => {
    expect(offer(three).map(({ entity }) => entity)).toEqual(['handover', 'handover', 'handover']);
    expect(offer(one)).toMatchObject([
      {
        row: {
          actionId: 'action-1.01',
          fromId: 'member-lead',
          toId: 'member-deputy',
          offeredById: 'member-lead',
          offeredOn: today,
          state: 'offered',
        },
      },
    ]);
    expect(offered(three).actions).toEqual(plan.actions);
  });

  test('is for whom each of the rows belongs to, and deciding for the receiver alone', () => {
    const input = offerHandoverInput.parse({ noticeId, toId: 'member-deputy', ...three });
    expect(offerSubjects(plan, input, today).map(({ memberIds }) => memberIds)).toEqual([
      ['member-lead'],
      ['member-lead'],
      ['member-lead'],
    ]);
    const covered = { ...plan, covers: [aCover({ noticeId, deputyId: 'member-past' })] };
    expect(offerSubjects(covered, input, today).flatMap(({ memberIds }) => memberIds)).not.toContain('member-past');
    expect(receiverSubjects(offered(), { offers: [{ id: 'new-1' }] })).toEqual([
      { memberIds: ['member-deputy'], organisation: null },
    ]);
    expect(offererSubject(offered(), 'new-1').memberIds).toEqual(['member-lead', 'member-lead']);
  });

  test('another’s work to oneself is refused; what nobody has, or only somebody who left, may be taken', () => {
    const toOffice = offerHandoverInput.parse({ noticeId, ...one, toId: 'member-office' });
    expect(refusalOf(() => offerHandover(plan, toOffice, asMember('member-office')))).toEqual({
      code: 'invalid',
      sentence:
        'Action 1.01 is Lead’s. Nobody offers another’s work to themselves: ask them to offer it, or choose somebody else.',
      field: 'toId',
    });
    const nobodys = { ...plan, actions: plan.actions.map((row) => ({ ...row, leadId: null })) };
    expect(offerHandover(nobodys, toOffice, asMember('member-office'))).toHaveLength(1);
    const left = { ...plan, actions: plan.actions.map((row) => ({ ...row, leadId: 'member-past' })) };
    expect(offerHandover(left, toOffice, asMember('member-office'))).toHaveLength(1);
  });

  test.each<[string, Offer, string, string]>([
    ['nothing', {}, 'Choose at least one row to hand over.', 'rows'],
    ['a row twice', { actionIds: ['action-1.01', 'action-1.01'] }, 'Choose each row once.', 'rows'],
    [
      'somebody who could not accept',
      { ...one, toId: 'member-chair' },
      'Independent chair has no role in which they could act. Choose an officer or the programme office.',
      'toId',
    ],
    [
      'somebody without an account',
      { ...one, toId: 'member-lead' },
      'Lead can’t sign in, so they could not accept. Ask an administrator to invite them, or name them in set-up.',
      'toId',
    ],
  ])('is refused for %s', (_what, over, sentence, field) => {
    expect(refusalOf(() => offer(over))).toMatchObject({ sentence, field });
  });

  test('is refused to whom it belongs to, while it is offered to another, and once it was withdrawn', () => {
    const mine = { ...plan, actions: plan.actions.map((row) => ({ ...row, leadId: 'member-deputy' })) };
    expect(refusalOf(() => offer(one, mine)).sentence).toBe('Action 1.01 is Deputy’s already. Take it out.');
    expect(refusalOf(() => offer(one, offered()))).toMatchObject({
      code: 'conflict',
      sentence: 'Action 1.01 is offered to Deputy already. Take that offer back first.',
    });
    const gone = { ...plan, actions: plan.actions.map((row) => ({ ...row, stage: 'withdrawn' as const })) };
    expect(refusalOf(() => offer(one, gone)).code).toBe('conflict');
  });
});

describe('accepting', () => {
  test('makes the receiver lead or owner in the same change, with the questions that wait for an answer', () => {
    const after = done(offered(three), accept(offered(three)), 'member-deputy');
    expect(after.handovers.map(({ state, decidedOn }) => [state, decidedOn])).toEqual([
      ['accepted', today],
      ['accepted', today],
      ['accepted', today],
    ]);
    expect(after.actions[0]).toMatchObject({ leadId: 'member-deputy', deputyId: null, organisation: 'An NHS trust' });
    expect(after.actions[1]?.organisation).toBe('Testshire Council');
    expect(after.actions[1]).toMatchObject({ leadId: 'member-lead', deputyId: 'member-deputy' });
    expect(after.measures.map(({ ownerId }) => ownerId)).toEqual(['member-deputy', 'member-lead']);
    expect(after.requirements[0]?.ownerId).toBe('member-deputy');
    expect(after.challenges.map(({ toId }) => toId)).toEqual(['member-deputy', 'member-lead', 'member-lead']);
  });

  test('is refused where the row came to somebody else meanwhile, or was withdrawn', () => {
    const open = offered();
    const moved = { ...open, actions: open.actions.map((row) => ({ ...row, leadId: 'member-office' })) };
    expect(refusalOf(() => accept(moved))).toEqual({
      code: 'conflict',
      sentence:
        'Action 1.01 has come to Programme office since it was offered on 25 September 2023. Decline it, and ask for another offer.',
      field: null,
    });
    const gone = { ...open, actions: open.actions.map((row) => ({ ...row, stage: 'withdrawn' as const })) };
    expect(refusalOf(() => accept(gone)).sentence).toContain('Action 1.01 was withdrawn after it was offered.');
    const [pending] = open.handovers;
    expect(pending && whyStale(open, pending)).toBeNull();
  });

  test('happens once, and each offer once', () => {
    const after = done(offered(), accept(offered()), 'member-deputy');
    expect(refusalOf(() => accept(after))).toMatchObject({ code: 'conflict' });
    expect(refusalOf(() => accept(offered(), [...chosen(offered()), ...chosen(offered())])).sentence).toBe(
      'Choose each offer once.',
    );
  });
});

describe('an offer that is not taken', () => {
  test('is declined with a reason, and the row stays whose it is', () => {
    const open = offered();
    const input = declineHandoverInput.parse({ noticeId, offers: chosen(open), reason: 'I am full.' });
    const after = done(open, declineHandover(open, input, asMember('member-deputy', open)), 'member-deputy');
    expect(after.handovers[0]).toMatchObject({ state: 'declined', decidedOn: today, decisionNote: 'I am full.' });
    expect(after.actions).toEqual(plan.actions);
    expect(declineHandoverInput.safeParse({ noticeId, offers: chosen(open), reason: '' }).success).toBe(false);
    expect(offer(one, after)).toHaveLength(1);
  });

  test('is taken back before it was decided, and not after', () => {
    const open = offered();
    expect(done(open, back(open)).handovers[0]).toMatchObject({ state: 'withdrawn' });
    expect(refusalOf(() => back(done(open, accept(open), 'member-deputy')))).toMatchObject({ code: 'conflict' });
  });
});
