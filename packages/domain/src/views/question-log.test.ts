import { describe, expect, it } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aChallenge, aMeeting, aMember, anAction, anArea, aPlan } from '../testing/rows.ts';
import { askedOfBoard } from './asked-of-board.ts';
import { questionChoicesOf } from './question-choices.ts';
import { questionLogOf } from './question-log.ts';

const today = '2023-09-25';
const answered = { state: 'answered', answer: 'Soon.', answeredById: 'member-lead', answeredOn: '2023-09-20' } as const;
const ofArea = { actionId: null, areaId: 'area-2' };

const plan = aPlan({
  members: [
    aMember({ id: 'member-lead', title: 'Lead' }),
    aMember({ id: 'member-chair', title: 'Independent chair', roles: ['chair'] }),
  ],
  areas: [
    anArea({ id: 'area-1', number: 1 }),
    anArea({ id: 'area-2', number: 2, title: 'Inclusion', sponsorId: 'member-lead' }),
  ],
  actions: [anAction({ id: 'action-1.01', areaIds: ['area-1'] })],
  meetings: [
    aMeeting({ id: 'committee', kind: 'scrutiny', title: 'SEND sub-committee', on: '2023-09-01', state: 'closed' }),
    aMeeting({ id: 'board', on: '2023-09-27' }),
  ],
  challenges: [
    aChallenge({ id: 'due', dueOn: '2023-09-27' }),
    aChallenge({ id: 'later', dueOn: '2023-10-27' }),
    aChallenge({
      id: 'overdue',
      dueOn: '2023-09-20',
      ...ofArea,
      forum: 'scrutiny',
      askedById: null,
      meetingId: 'committee',
    }),
    aChallenge({ id: 'first', ...answered, state: 'askedAgain', askedOn: '2023-07-01' }),
    aChallenge({ id: 'second', ...answered, state: 'askedAgain', askedOn: '2023-08-01', followsId: 'first' }),
    aChallenge({ id: 'third', ...answered, askedOn: '2023-09-01', followsId: 'second' }),
    aChallenge({ id: 'gone', state: 'withdrawn', askedOn: '2023-08-15' }),
    aChallenge({ id: 'ahead', askedOn: '2023-09-26' }),
  ],
});

describe('the challenge log', () => {
  const { title, entries, areas, people } = questionLogOf(plan, today);

  it('has what needs somebody first, and what is closed last', () => {
    expect(entries.map(({ id }) => id)).toEqual(['overdue', 'due', 'later', 'third', 'gone', 'second', 'first']);
    expect(title).toBe('3 of 7 questions without an answer, 1 of them overdue; 1 answer waits to be accepted');
  });

  it('knows the chain of what was asked again', () => {
    const chain = entries.filter(({ id }) => ['first', 'second', 'third'].includes(id));
    expect(chain.map(({ id, round, followsId, followedById }) => [id, round, followsId, followedById])).toEqual([
      ['third', 3, 'second', null],
      ['second', 2, 'first', 'third'],
      ['first', 1, null, 'second'],
    ]);
  });

  it('says of an area whose it is, and of scrutiny who asked and where', () => {
    expect(entries[0]).toMatchObject({
      about: { name: 'Area 2', title: 'Inclusion', owner: 'Lead', link: { page: 'areas', id: 'area-2' } },
      areaIds: ['area-2'],
      askedBy: 'Scrutiny committee',
      meeting: { title: 'SEND sub-committee, 1 September 2023' },
    });
    expect([areas.map(({ number }) => number), people.map(({ title: name }) => name)]).toEqual([[1, 2], ['Lead']]);
  });

  itHoldsOfAnyPlan(questionLogOf, 10);
});

describe('what is asked of the board', () => {
  it('counts what is due by its next meeting', () => {
    expect(askedOfBoard(plan, today)).toEqual({
      next: {
        id: 'board',
        words: 'Improvement board on 27 September 2023, in 2 days',
        papers: expect.stringContaining('Papers are due on') as unknown,
      },
      asks: [
        { key: 'due', count: 2, words: '2 questions are due an answer by then, 1 of them overdue' },
        { key: 'answers', count: 1, words: '1 answer waits to be accepted' },
      ],
    });
  });

  it('is nothing in an empty plan', () => {
    expect(askedOfBoard(aPlan(), today)).toEqual({ next: null, asks: [] });
  });
});

it('offers what may be asked about, areas first, and the meetings that were held, the last first', () => {
  const { rows, meetings } = questionChoicesOf(plan, today);
  expect(rows.map(({ label, owner }) => [label, owner])).toEqual([
    ['Area 1 An area', null],
    ['Area 2 Inclusion', 'Lead'],
    ['Action 1.01 An action', 'Lead'],
  ]);
  expect(meetings).toEqual([{ id: 'committee', label: 'SEND sub-committee, 1 September 2023', scrutiny: true }]);
});
