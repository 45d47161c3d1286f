import { describe, expect, it } from 'vitest';
import { aMeeting, anAction, anArea, aNotice, aPlan } from '../testing/rows.ts';
import type { ChangesBetween } from './changes-between.ts';
import { changesBetween } from './changes-between.ts';
import { changesInBrief, changesView, firstDay, sinceOf } from './changes.ts';
import type { Difference } from './difference.ts';

const today = '2023-09-25';
const board = (on: string, state: 'closed' | 'planned' = 'closed') =>
  aMeeting({ id: `board-${on}`, kind: 'board', on, state });
const plan = aPlan({
  areas: [anArea({ id: 'area-1', number: 1 }), anArea({ id: 'area-2', number: 2 })],
  meetings: [board('2023-07-26'), board('2023-08-30'), board('2023-09-27', 'planned')],
});

const line = (key: string, importance: Difference['importance'], over: Partial<Difference> = {}): Difference => ({
  key,
  kind: 'date',
  did: 'changed',
  importance,
  what: key,
  link: null,
  before: 'a',
  after: 'b',
  tone: 'neutral',
  on: null,
  who: null,
  why: null,
  times: 0,
  mark: 'own',
  ...over,
});
const lines = (count: number, importance: Difference['importance']) =>
  Array.from({ length: count }, (_, index) => line(`${importance} ${index}`, importance));
const found: ChangesBetween = {
  areas: [{ areaId: 'area-1', number: 1, title: 'One', differences: [line('x', 'later')] }],
  notice: [line('y', 'missed', { kind: 'status' })],
};

describe('sinceOf', () => {
  it('is the last board that was held before today', () => {
    expect(sinceOf(plan, today, null)).toEqual({ on: '2023-08-30', words: 'the last board, 30 August 2023' });
    expect(sinceOf(plan, '2023-08-30', null).on).toBe('2023-07-26');
  });

  it('is thirty days ago where no board was held, and never before the record begins', () => {
    const none = { ...plan, meetings: [] };
    expect(sinceOf(none, today, null)).toEqual({ on: '2023-08-26', words: '26 August 2023' });
    expect(sinceOf(none, '2023-04-20', null).on).toBe(firstDay(none));
  });

  it('calls a day what it is: a board, a checkpoint, or just a day', () => {
    expect(sinceOf(plan, today, '2023-07-26').words).toBe('the board of 26 July 2023');
    expect(sinceOf(plan, today, '2023-06-30').words).toBe('the 3-month checkpoint, 30 June 2023');
    expect(sinceOf(plan, today, '2023-07-01').words).toBe('1 July 2023');
  });
});

describe('changesView', () => {
  const since = sinceOf(plan, today, null);

  it('says how many changes there are, of which kinds, and where there is none', () => {
    expect(changesView(plan, today, since, found)).toMatchObject({
      title: '2 changes since the last board, 30 August 2023',
      unchanged: 'Nothing changed in area 2.',
      kinds: [
        { id: 'status', title: 'Computed status' },
        { id: 'date', title: 'Date' },
      ],
    });
    expect(changesView(plan, today, since, { areas: [], notice: [] })).toMatchObject({
      title: 'Nothing changed since the last board, 30 August 2023',
      unchanged: null,
    });
  });

  it('offers the boards held, the checkpoints passed and the beginning of the record', () => {
    expect(changesView(plan, today, since, found).choices.map(({ on }) => on)).toEqual([
      '2023-08-30',
      '2023-07-26',
      '2023-06-30',
      '2023-04-01',
    ]);
    const later = { ...plan, notice: aNotice({ addedAt: '2023-08-01T09:00:00.000Z' }) };
    expect(changesView(later, today, since, found).choices.map(({ on }) => on)).toEqual(['2023-08-30', '2023-08-01']);
  });
});

describe('changesInBrief', () => {
  const since = sinceOf(plan, today, null);

  it('gives a few of each sort, in their order, and as many as fit', () => {
    const between = { areas: [], notice: [...lines(20, 'missed'), ...lines(6, 'later'), ...lines(1, 'worse')] };
    const brief = changesInBrief(since, between, null);
    expect(brief.all).toBe(27);
    expect(brief.lines.map(({ importance }) => importance)).toEqual([
      ...Array.from({ length: 7 }, () => 'missed'),
      ...Array.from({ length: 4 }, () => 'later'),
      'worse',
    ]);
  });

  it('gives those of one area alone', () => {
    expect(changesInBrief(since, found, 'area-1').lines.map(({ key }) => key)).toEqual(['x']);
    expect(changesInBrief(since, found, 'area-2')).toMatchObject({ lines: [], all: 0 });
  });

  it('leads to what lies between two plans', () => {
    const action = anAction({ id: 'a', areaIds: ['area-1'] });
    const [before, after] = [
      { ...plan, actions: [action] },
      { ...plan, actions: [{ ...action, version: 2, stage: 'delivered' as const }] },
    ];
    const between = changesBetween(before, after, [], { before: since.on, after: today });
    expect(changesInBrief(since, between, 'area-1').lines).toMatchObject([{ after: 'Delivered' }]);
  });
});
