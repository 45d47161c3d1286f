import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Plan } from '../plan.ts';
import { agendaOf } from '../rules/minuted.ts';
import { proposalsOf } from '../rules/proposals.ts';
import { periodOn } from '../rules/reporting.ts';
import {
  aChallenge,
  aDateChange,
  aDecision,
  aFocus,
  aMeeting,
  anAction,
  anAgendaItem,
  aTarget,
} from '../testing/rows.ts';
import { noticeId, recordedOn, smallPlan, today } from '../testing/small-plan.ts';
import {
  addToAgenda,
  addToAgendaInput,
  editItem,
  moveItem,
  proposeItem,
  proposeItemInput,
  withdrawItem,
} from './agenda.ts';
import { setAreaReport, setAreaReportInput } from './area-report.ts';
import type { By } from './by.ts';

let count = 0;
const by: By = {
  who: { memberId: 'member-office', organisation: 'Testshire Council', roles: ['programmeOffice'] },
  today,
  createId: () => `new-${(count += 1)}`,
};
const at = { noticeId, recordedAt: '2023-09-01T09:00:00.000Z' };
const board = aMeeting({ ...at, on: '2023-09-27' });

/** A plan in which there is one of everything that needs a board. */
const needing = (over: Partial<Plan> = {}): Plan => {
  const plan = smallPlan();
  const undecided = { state: 'asked', decidedById: null, decidedOn: null, decidedAs: null, decidedDate: null } as const;
  return {
    ...plan,
    meetings: [board],
    actions: [...plan.actions, anAction({ ...at, id: 'action-embedded', code: '1.10', stage: 'embedded' })],
    dateChanges: [aDateChange({ ...at, ...undecided, actionId: 'action-1.02' })],
    targets: [aTarget({ ...at, value: 80 })],
    focuses: [
      aFocus({ ...at, periodEnd: periodOn(plan.notice, today)?.closesOn ?? today, actionIds: ['action-1.01'] }),
    ],
    challenges: [
      aChallenge({ ...at, id: 'due', toId: 'member-lead', dueOn: '2023-09-27' }),
      aChallenge({ ...at, id: 'later', toId: 'member-lead', dueOn: '2023-10-11' }),
      aChallenge({
        ...at,
        id: 'answered',
        toId: 'member-lead',
        dueOn: '2023-10-11',
        state: 'answered',
        answer: 'Two.',
      }),
      aChallenge({ ...at, id: 'scrutiny', toId: 'member-lead', dueOn: '2023-09-20', forum: 'scrutiny' }),
    ],
    ...over,
  };
};

const offered = (plan: Plan) => proposalsOf(plan, board, today).map(({ kind, id, ask }) => `${kind} ${id} ${ask}`);

const add = (plan: Plan, offers: z.input<typeof addToAgendaInput>['offers']) =>
  addToAgenda(plan, addToAgendaInput.parse({ noticeId, meetingId: 'meeting-1', offers }), by);

describe('what needs the board', () => {
  test('is offered in the order of an agenda: moves, assurance, exceptions, focus, questions of the board that are due', () => {
    expect(offered(needing())).toEqual([
      'dateChange move-1 decide',
      'assurance action-embedded assure',
      'exception measure-1.1 note',
      'focus action-1.01 note',
      'challenge due note',
      'challenge answered decide',
    ]);
  });

  test('goes on the agenda once, after what is there, and comes back when it is taken off', () => {
    const plan = needing({ agendaItems: [anAgendaItem({ ...at, id: 'item-1', position: 4 })] });
    const offers = proposalsOf(plan, board, today).map(({ kind, id }) => ({ kind, id }));
    const after = recordedOn(plan, add(plan, offers), '2023-09-25T09:00:00.000Z', 'member-office');
    expect(agendaOf(after, 'meeting-1').map(({ position }) => position)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(offered(after)).toEqual([]);
    expect(() => add(after, offers.slice(0, 1))).toThrow('is on the agenda already, or no longer needs the board');
    const [, move] = agendaOf(after, 'meeting-1');
    const off = withdrawItem(after, { noticeId, id: move?.id ?? '', expectedVersion: 1 }, by);
    expect(offered(recordedOn(after, off, '2023-09-25T10:00:00.000Z', 'x'))).toEqual(['dateChange move-1 decide']);
  });

  test('is offered to each meeting for itself', () => {
    const plan = needing({ agendaItems: [anAgendaItem({ ...at, meetingId: 'another', dateChangeId: 'move-1' })] });
    expect(offered(plan)[0]).toBe('dateChange move-1 decide');
  });
});

const items = (...positions: number[]) =>
  positions.map((position) => anAgendaItem({ ...at, id: `item-${position}`, position, title: String(position) }));

const propose = (over: Partial<z.input<typeof proposeItemInput>>) =>
  proposeItem(
    needing(),
    proposeItemInput.parse({ noticeId, meetingId: 'meeting-1', ask: 'note', title: 'What families say', ...over }),
    by,
  );

const withdraw = (plan: Plan) => withdrawItem(plan, { noticeId, id: 'item-1', expectedVersion: 1 }, by);

describe('an item', () => {
  test('moves to a place, and the others close ranks', () => {
    const plan = needing({ agendaItems: items(1, 2, 3, 7) });
    const order = (id: string, position: number) => {
      const changes = moveItem(plan, { noticeId, id, expectedVersion: 1, position }, by);
      return agendaOf(recordedOn(plan, changes, '2023-09-25T09:00:00.000Z', 'x'), 'meeting-1').map(
        (item) => item.title,
      );
    };
    expect(order('item-7', 1)).toEqual(['7', '1', '2', '3']);
    expect(order('item-1', 3)).toEqual(['2', '3', '1', '7']);
    expect(order('item-1', 99)).toEqual(['2', '3', '7', '1']);
    expect(() => order('item-2', 2)).toThrow('The item stands there already.');
  });

  test('of a member is about one thing at most, and asks to assure only an action', () => {
    expect(propose({ areaId: 'area-1' })[0]?.row).toMatchObject({ kind: 'item', position: 1, byId: 'member-office' });
    expect(() => propose({ areaId: 'area-1', actionId: 'action-1.01' })).toThrow('one area, action, measure');
    expect(() => propose({ areaId: 'area-9' })).toThrow('There is no such area');
    expect(() => propose({ ask: 'assure', areaId: 'area-1' })).toThrow('The board assures an action.');
    expect(propose({ ask: 'assure', actionId: 'action-embedded' })).toHaveLength(1);
  });

  test('stays once the meeting dealt with it, and with a meeting that was closed', () => {
    const agendaItems = items(1);
    const done = aDecision({ ...at, agendaItemId: 'item-1' });
    expect(() => withdraw(needing({ agendaItems, decisions: [done] }))).toThrow('has dealt with this item');
    const undone = needing({ agendaItems, decisions: [{ ...done, withdrawnOn: today }] });
    expect(withdraw(undone)[0]?.row).toMatchObject({ withdrawnOn: today });
    const closed = needing({ agendaItems, meetings: [{ ...board, state: 'closed' }] });
    expect(() => withdraw(closed)).toThrow('This meeting was closed');
    const asked = { noticeId, id: 'item-1', expectedVersion: 1, ask: 'assure', title: 'x', note: null } as const;
    expect(() => editItem(needing({ agendaItems }), asked, by)).toThrow('this item is about none');
  });
});

const report = (plan: Plan, over: Partial<z.input<typeof setAreaReportInput>> = {}) =>
  setAreaReport(
    plan,
    setAreaReportInput.parse({
      noticeId,
      meetingId: 'meeting-1',
      areaId: 'area-1',
      expectedVersion: 0,
      why: 'Two were delivered.',
      effect: null,
      nextStep: null,
      ...over,
    }),
    by,
  );

test('an area is reported to a meeting once, and edited after that; evidence belongs to an effect', () => {
  const plan = needing();
  const after = recordedOn(plan, report(plan), '2023-09-25T09:00:00.000Z', 'x');
  expect(report(after, { expectedVersion: 1, why: 'Three.' })[0]).toMatchObject({
    expectedVersion: 1,
    row: { why: 'Three.' },
  });
  expect(() => report(plan, { why: null })).toThrow('Say why the status changed');
  expect(() => report(plan, { evidenceIds: ['evidence-1'] })).toThrow('Say what the evidence shows');
  expect(() => report(plan, { expectedVersion: 2 })).toThrow('Nothing was said of this area yet.');
  expect(() => report(needing({ meetings: [{ ...board, state: 'closed' }] }))).toThrow('This meeting was closed');
});
