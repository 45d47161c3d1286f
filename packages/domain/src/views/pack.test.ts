import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { keysOf, packSections } from '../scales.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aChallenge, aDateChange, aMeeting, anAction, anAgendaItem, aNotice, aPlan } from '../testing/rows.ts';
import { packOf, type PackInput } from './pack.ts';

const position = { seq: 4118, hash: `7c1e90ab${'0'.repeat(56)}` };
const today = '2023-09-25';
// Recorded before any generated plan begins.
const board = aMeeting({
  id: 'board',
  on: '2023-09-27',
  keyPoints: ['Waits are longer.'],
  recordedAt: '2022-01-01T09:00:00.000Z',
});

const input = (over: Partial<PackInput> = {}): PackInput => ({
  plan: aPlan({ meetings: [board] }),
  before: null,
  entries: [],
  today,
  meetingId: 'board',
  sections: keysOf(packSections),
  position,
  ...over,
});

describe('the pack of a meeting', () => {
  it('says what is asked of the board, by what is asked, in the order of the agenda', () => {
    const plan = aPlan({
      meetings: [board],
      actions: [anAction({ id: 'action-6.04', code: '6.04' })],
      dateChanges: [
        aDateChange({ id: 'move', actionId: 'action-6.04', from: '2023-09-30', to: '2023-10-31', reason: 'Training.' }),
      ],
      challenges: [aChallenge({ id: 'question', actionId: 'action-6.04' })],
      agendaItems: [
        anAgendaItem({
          id: 'b',
          meetingId: 'board',
          position: 2,
          ask: 'note',
          title: 'Note the waits',
          note: 'Longer.',
          challengeId: 'question',
        }),
        anAgendaItem({
          id: 'a',
          meetingId: 'board',
          position: 1,
          ask: 'decide',
          title: 'Move 6.04',
          note: null,
          dateChangeId: 'move',
        }),
        anAgendaItem({ id: 'gone', meetingId: 'board', position: 3, withdrawnOn: '2023-09-24' }),
        anAgendaItem({ id: 'other', meetingId: 'another', position: 1 }),
      ],
    });
    const { cover } = packOf(input({ plan }));
    expect(
      cover.asks.map(({ label, items }) => [
        label,
        items.map(({ position: at, title, details }) => [at, title, details]),
      ]),
    ).toEqual([
      ['Decide', [[1, 'Move 6.04', ['From 30 September 2023 to 31 October 2023: Training.']]]],
      ['Note', [[2, 'Note the waits', ['Longer.']]]],
    ]);
    const action = { page: 'actions', id: 'action-6.04' };
    expect(cover.asks.map(({ items }) => items[0]?.link)).toEqual([action, action]);
  });

  it('names the position that it was made from', () => {
    expect(packOf(input()).position).toEqual({ seq: '4,118', number: 4118, hash: position.hash, short: '7c1e 90ab' });
  });

  it('is set against the last board that was held before it, whatever else was', () => {
    const held = { state: 'closed', closedOn: '2023-08-30' } as const;
    const plan = aPlan({
      meetings: [
        aMeeting({ id: 'july', on: '2023-07-26', ...held }),
        aMeeting({ id: 'august', on: '2023-08-30', ...held }),
        aMeeting({ id: 'stocktake', kind: 'stocktake', on: '2023-09-11', ...held }),
        { ...board, ...held },
      ],
    });
    expect(packOf(input({ plan })).last?.words).toBe('30 August 2023');
    expect(packOf(input()).last).toBeNull();
  });

  it('spells out the abbreviations that it uses', () => {
    const plan = aPlan({ notice: aNotice({ title: 'A council, SEND Improvement Notice' }), meetings: [board] });
    expect(packOf(input({ plan, sections: ['risks'] })).abbreviations).toEqual([
      { short: 'SEND', long: 'special educational needs and disabilities' },
    ]);
  });

  it('refuses a meeting that the plan does not have', () => {
    expect(() => packOf(input({ meetingId: 'none' }))).toThrow('There is no such meeting in this notice.');
  });

  itHoldsOfAnyPlan((plan, day) => {
    const held = aMeeting({ ...board, id: 'held', state: 'closed', on: addDays(day, -28) });
    const meetings = [held, { ...board, on: addDays(day, 2) }];
    return packOf(input({ plan: { ...plan, meetings }, before: plan, today: day }));
  }, 15);
});
