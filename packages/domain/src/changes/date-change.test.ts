import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Plan } from '../plan.ts';
import type { Role } from '../scales.ts';
import { asMember, edit, refusalOf } from '../testing/asking.ts';
import { aCover } from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  askDateChange,
  askDateChangeInput,
  decideDateChange,
  decideDateChangeInput,
  whyNotDecide,
  withdrawDateChange,
  withdrawDateChangeInput,
} from './date-change.ts';

const at = '2023-09-25T09:00:00.000Z';
const plan = smallPlan();
const withLimit = (dateMoveLimitDays: number): Plan => smallPlan({ notice: { ...plan.notice, dateMoveLimitDays } });

const ask = (to: string, on: Plan = plan, asker = 'member-lead') =>
  askDateChange(
    on,
    askDateChangeInput.parse({ noticeId, actionId: 'action-1.01', to, reason: 'Late.', effect: 'None.' }),
    { ...asMember(asker), createId: () => `move-${on.dateChanges.length}` },
  );
const asked = (to: string, on: Plan = plan, asker = 'member-lead'): Plan =>
  recordedOn(on, ask(to, on, asker), at, asker);

type Decision = Partial<z.input<typeof decideDateChangeInput>>;
const decide = (on: Plan, decider: string, decision: Decision = {}) => {
  const id = on.dateChanges.findLast(({ state }) => state === 'asked')?.id ?? on.dateChanges[0]?.id ?? 'nothing';
  const input = decideDateChangeInput.parse({ ...edit(id), state: 'approved', ...decision });
  return decideDateChange(on, input, asMember(decider, on));
};
const decided = (on: Plan, decider: string, decision: Decision = {}): Plan =>
  recordedOn(on, decide(on, decider, decision), at, decider);

const instead = (date: string) => ({ state: 'approvedOther', date }) as const;

const withdraw = (memberId: string) =>
  withdrawDateChange(asked('2023-12-31'), withdrawDateChangeInput.parse(edit('move-0')), asMember(memberId));

describe('asking for another date', () => {
  test('records who asked, from which date, and why', () => {
    expect(ask('2023-12-31')).toMatchObject([
      {
        entity: 'dateChange',
        expectedVersion: 0,
        row: {
          from: '2023-10-31',
          to: '2023-12-31',
          reason: 'Late.',
          effect: 'None.',
          askedById: 'member-lead',
          askedOn: today,
          state: 'asked',
          decidedDate: null,
        },
      },
    ]);
  });

  test.each([
    ['2023-10-31', 'The action is due on 31 October 2023 already. Enter another date.'],
    ['2023-03-30', 'The new date must be after 30 March 2023, when the notice was issued.'],
    ['2023-09-24', 'The new date must be today or later. Today is 25 September 2023.'],
  ])('is refused for %s', (to, sentence) => {
    expect(refusalOf(() => ask(to))).toEqual({ code: 'invalid', sentence, field: 'to' });
  });

  test('is refused while another request is open', () => {
    expect(refusalOf(() => ask('2024-01-31', asked('2023-12-31')))).toMatchObject({
      code: 'conflict',
      sentence:
        'There is already a request to move this date to 31 December 2023. Wait for the decision, or withdraw it.',
    });
  });

  test('is refused once the action is delivered', () => {
    const delivered = smallPlan({ actions: plan.actions.map((each) => ({ ...each, stage: 'delivered' })) });
    expect(refusalOf(() => ask('2024-01-31', delivered)).sentence).toBe(
      'The action is delivered. Reopen it before you ask for another date.',
    );
  });
});

const decidingOn = (state: 'approved' | 'refused') =>
  decideDateChangeInput.parse({ ...edit('move-0'), state, reason: 'It has passed.' });

/** The plan with each member in one part: the one that is given, or else that of the programme office. */
const inOtherParts = (of: Plan, roles: Readonly<Record<string, Role>>): Plan => ({
  ...of,
  members: of.members.map((each) => ({ ...each, roles: [roles[each.id] ?? 'programmeOffice'] })),
});

describe('a decision', () => {
  test('of the chair moves the current due date, never the original one, in the same change', () => {
    expect(decide(asked('2023-12-31'), 'member-chair')).toMatchObject([
      {
        entity: 'dateChange',
        expectedVersion: 1,
        row: { state: 'approved', decidedDate: '2023-12-31', decidedById: 'member-chair', decidedOn: today },
      },
      { entity: 'action', expectedVersion: 1, row: { originalDue: '2023-10-31', currentDue: '2023-12-31' } },
    ]);
  });

  test('may approve another date, with a reason', () => {
    const request = asked('2023-12-31');
    const other = { state: 'approvedOther', date: '2023-11-30' } as const;
    expect(decide(request, 'member-chair', other)).toMatchObject([
      { row: { state: 'approvedOther', to: '2023-12-31', decidedDate: '2023-11-30', decisionReason: 'Agreed.' } },
      { row: { currentDue: '2023-11-30' } },
    ]);
    expect(refusalOf(() => decide(request, 'member-chair', { ...other, reason: null }))).toMatchObject({
      sentence: 'Give the reason for the decision.',
      field: 'reason',
    });
    for (const [date, sentence] of [
      [null, 'Enter the date that you approve.'],
      ['2023-12-31', 'That is the date asked for. Approve it as it is.'],
      ['2023-10-31', 'That is the date as it stands. Refuse the change instead.'],
      ['2023-01-31', 'The new date must be after 30 March 2023, when the notice was issued.'],
    ] as const) {
      expect(refusalOf(() => decide(request, 'member-chair', { ...other, date }))).toMatchObject({
        sentence,
        field: 'date',
      });
    }
  });

  test('may refuse, with a reason, and then moves nothing', () => {
    const request = asked('2023-12-31');
    expect(decide(request, 'member-chair', { state: 'refused' })).toMatchObject([
      { entity: 'dateChange', row: { state: 'refused', decidedDate: null, decisionReason: 'Agreed.' } },
    ]);
    expect(decide(request, 'member-chair', { state: 'refused' })).toHaveLength(1);
    expect(refusalOf(() => decide(request, 'member-chair', { state: 'refused', reason: null })).field).toBe('reason');
    expect(refusalOf(() => decide(request, 'member-chair', { state: 'refused', date: '2023-11-30' })).field).toBe(
      'date',
    );
  });

  test('is made once', () => {
    const request = asked('2023-12-31');
    expect(refusalOf(() => decide(decided(request, 'member-chair'), 'member-chair'))).toMatchObject({
      code: 'conflict',
    });
  });

  test('is never made by whoever acts on the action, whoever asked', () => {
    for (const acts of ['member-office', 'member-chair']) {
      const base = withLimit(366);
      const led = { ...base, actions: base.actions.map((each) => ({ ...each, leadId: acts })) };
      const request = asked('2023-11-05', led, 'member-deputy');
      for (const state of ['approved', 'refused'] as const) {
        expect(refusalOf(() => decide(request, acts, { state }))).toMatchObject({
          code: 'forbidden',
          sentence: 'You act on this action yourself. Somebody else must decide its date.',
        });
      }
      const alone = { ...request, members: request.members.filter(({ id }) => id === acts) };
      expect(refusalOf(() => decide(alone, acts)).sentence).toBe(
        'You act on this action yourself. Nobody else in this notice may: hand the work over, or add a member who may.',
      );
      const covers = [aCover({ noticeId, memberId: 'member-lead', deputyId: acts })];
      const covered = { ...asked('2023-11-05', base), covers };
      expect(refusalOf(() => decide(covered, acts)).code).toBe('forbidden');
      // Cover that began after it was asked does not hinder.
      const dateChanges = covered.dateChanges.map((each) => ({ ...each, askedOn: '2023-09-15' }));
      expect(decide({ ...covered, dateChanges }, acts)).toHaveLength(2);
    }
  });

  test('never approves a day that has passed since it was asked for', () => {
    const request = asked('2023-09-26');
    const late = { ...asMember('member-chair'), today: '2023-09-27' };
    expect(refusalOf(() => decideDateChange(request, decidingOn('approved'), late))).toEqual({
      code: 'invalid',
      sentence: '26 September 2023 has passed since it was asked for. Approve another date, or refuse.',
      field: 'state',
    });
    expect(decideDateChange(request, decidingOn('refused'), late)).toHaveLength(1);
  });

  test('approves nothing once the action is delivered', () => {
    const open = asked('2023-12-31');
    const request = { ...open, actions: open.actions.map((each) => ({ ...each, stage: 'delivered' as const })) };
    expect(refusalOf(() => decide(request, 'member-chair'))).toMatchObject({
      code: 'conflict',
      sentence: 'The action is delivered, so its date no longer moves. Refuse the change, or reopen the action first.',
    });
    expect(decide(request, 'member-chair', { state: 'refused' })).toHaveLength(1);
  });

  test('is never made by the person who asked, the chair included', () => {
    for (const asker of ['member-office', 'member-chair']) {
      expect(refusalOf(() => decide(asked('2023-11-05', withLimit(366), asker), asker))).toEqual({
        code: 'forbidden',
        sentence: 'You asked for this change. Somebody else must decide it.',
        field: null,
      });
    }
  });
});

describe('the programme office', () => {
  test('decides nothing where the limit is 0 days', () => {
    expect(refusalOf(() => decide(asked('2023-11-01'), 'member-office'))).toEqual({
      code: 'forbidden',
      sentence: 'Only the chair can move a due date of this notice.',
      field: null,
    });
  });

  test('decides a move up to the limit, to the day, either way', () => {
    for (const to of ['2023-11-14', '2023-10-17'])
      expect(decide(asked(to, withLimit(14)), 'member-office')).toHaveLength(2);
    for (const to of ['2023-11-15', '2023-10-16']) {
      expect(refusalOf(() => decide(asked(to, withLimit(14)), 'member-office'))).toMatchObject({
        code: 'forbidden',
        sentence: 'Only the chair can move this date by more than 14 days from 31 October 2023.',
      });
    }
  });

  test('counts the limit from the last of several decisions of the chair on one day, whatever their ids', () => {
    const chairs = (id: string, recordedAt: string, date: string): Plan['dateChanges'][number] => ({
      ...(asked(date).dateChanges[0] as Plan['dateChanges'][number]),
      id,
      recordedAt,
      state: 'approved',
      decidedById: 'member-chair',
      decidedOn: today,
      decidedDate: date,
    });
    const earlier = chairs('move-b', '2023-09-25T10:00:00.000Z', '2024-03-31');
    const later = chairs('move-a', '2023-09-25T11:00:00.000Z', '2023-11-30');
    const base = withLimit(14);
    const open = asked('2023-12-10', { ...base, dateChanges: [later, earlier] });
    const request = open.dateChanges.find(({ state }) => state === 'asked') as Plan['dateChanges'][number];
    expect(whyNotDecide(open, request, asMember('member-office').who, today)).toBeNull();
  });

  test('can’t approve another date beyond the limit, nor answer a request beyond it', () => {
    expect(
      refusalOf(() => decide(asked('2023-11-05', withLimit(14)), 'member-office', instead('2023-11-30'))),
    ).toMatchObject({ code: 'forbidden' });
    expect(
      refusalOf(() => decide(asked('2023-11-30', withLimit(14)), 'member-office', instead('2023-11-05'))),
    ).toMatchObject({ code: 'forbidden' });
    expect(
      refusalOf(() => decide(asked('2023-11-30', withLimit(14)), 'member-office', { state: 'refused' })),
    ).toMatchObject({ code: 'forbidden' });
  });

  test('counts from what the chair approved as chair, whatever roles anybody has since', () => {
    const byChair = decided(asked('2023-11-20', withLimit(14)), 'member-chair');
    expect(byChair.dateChanges[0]?.decidedAs).toBe('chair');
    const former = inOtherParts(byChair, { 'member-chair': 'boardMember', 'member-lead': 'officer' });
    expect(decide(asked('2023-11-30', former), 'member-office')).toHaveLength(2);

    const byOffice = decided(asked('2023-11-10', withLimit(14)), 'member-office');
    expect(byOffice.dateChanges[0]?.decidedAs).toBe('programmeOffice');
    const promoted = inOtherParts(byOffice, { 'member-office': 'chair', 'member-lead': 'officer' });
    expect(refusalOf(() => decide(asked('2023-11-20', promoted), 'member-past')).sentence).toBe(
      'Only the chair can move this date by more than 14 days from 31 October 2023.',
    );
  });

  test('can’t add up small moves; what the chair approves starts anew', () => {
    const once = decided(asked('2023-11-10', withLimit(14)), 'member-office');
    expect(refusalOf(() => decide(asked('2023-11-20', once), 'member-office'))).toMatchObject({ code: 'forbidden' });
    const byChair = decided(asked('2023-11-20', once), 'member-chair');
    expect(decide(asked('2023-11-30', byChair), 'member-office')).toHaveLength(2);
  });
});

test('a page can say beforehand whether a person may decide, and why not', () => {
  const request = asked('2023-11-05', withLimit(14));
  const why = (memberId: string) =>
    request.dateChanges.map((each) => whyNotDecide(request, each, asMember(memberId).who, today));
  expect(why('member-chair')).toEqual([null]);
  expect(why('member-office')).toEqual([null]);
  expect(why('member-lead')).toEqual(['You asked for this change. Somebody else must decide it.']);
  expect(why('member-deputy')).toEqual(['You act on this action yourself. Somebody else must decide its date.']);
  const none = asMember('member-past').who;
  expect(request.dateChanges.map((each) => whyNotDecide(request, each, none, today))).toEqual([
    'Only the chair can move a due date.',
  ]);
});

describe('withdrawing a request', () => {
  test('is for the person who asked', () => {
    expect(withdraw('member-lead')).toMatchObject([{ row: { state: 'withdrawn', decidedDate: null } }]);
    expect(refusalOf(() => withdraw('member-deputy'))).toEqual({
      code: 'forbidden',
      sentence: 'Only the person who asked can withdraw this request.',
      field: null,
    });
  });
});
