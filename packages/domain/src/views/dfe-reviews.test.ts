import { describe, expect, test } from 'vitest';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import {
  aFrozen,
  aJudgement,
  aMeasure,
  aMeeting,
  aMember,
  anAction,
  anArea,
  anEvidence,
  aNotice,
  aPlan,
  aRequirement,
  aReviewOutcome,
  aTarget,
} from '../testing/rows.ts';
import { papersDueFor } from '../rules/papers.ts';
import { dfeReviewView } from './dfe-review.ts';
import { reviewsView } from './dfe-reviews.ts';

const today = '2023-09-25';
const review = (id: string, on: string, over = {}) =>
  aMeeting({
    id,
    kind: 'dfeReview',
    title: 'A review',
    on,
    papersDueOn: papersDueFor(aNotice(), 'dfeReview', on),
    ...over,
  });
const dfe = (id: string, over = {}) =>
  aJudgement({
    id,
    voice: 'dfe',
    rating: 'some',
    byId: 'member-monitor',
    meetingId: 'held',
    on: '2023-08-01',
    ...over,
  });
const plan = aPlan({
  members: [aMember(), aMember({ id: 'member-monitor', title: 'SEND adviser' })],
  areas: [
    anArea(),
    anArea({ id: 'area-2', number: 2, title: 'Staffing', releasedOn: '2023-09-01', releasedBy: 'DfE' }),
  ],
  requirements: [aRequirement()],
  measures: [aMeasure({ id: 'm1', code: '1.1' })],
  targets: [aTarget({ measureId: 'm1', months: 6 })],
  actions: [
    anAction({ id: 'due', code: '1.01', stage: 'delivered', originalDue: '2023-09-30' }),
    anAction({ id: 'later', code: '1.02', originalDue: '2024-03-01' }),
  ],
  evidence: [
    anEvidence({ id: 'data', kind: 'data', caption: 'Audit', actionIds: ['due'], requirementIds: ['req-1'] }),
    anEvidence({ id: 'letter', kind: 'document', caption: 'Letter', actionIds: [], areaIds: ['area-1'] }),
  ],
  meetings: [
    review('held', '2023-08-01', { state: 'closed' }),
    review('next', '2023-11-15'),
    review('after', '2024-04-15'),
  ],
  frozen: [
    aFrozen({ id: 'submission', kind: 'submission', meetingId: 'next', meetingOn: '2023-11-01', day: '2023-09-20' }),
  ],
  judgements: [
    dfe('earlier', { meetingId: null, on: '2023-05-01', rating: 'insufficient' }),
    dfe('slip', { rating: 'sufficient', withdrawnOn: '2023-08-03' }),
    dfe('now'),
    dfe('second', { areaId: 'area-2' }),
  ],
  reviewOutcomes: [aReviewOutcome({ meetingId: 'held', letterId: 'letter', publishedOn: '2023-08-01' })],
});

const all = (any: typeof plan, day: string) => {
  const made = { ...any, meetings: [review('one', '2023-06-01')] };
  return [reviewsView(made, day), reviewsView(made, day).held.map(({ id }) => dfeReviewView(made, id, day))];
};

describe('the list of reviews', () => {
  const view = reviewsView(plan, today);

  test('has those to come, the next first, and those held, and says when the next is', () => {
    expect(view.title).toBe('The next review by DfE is in 51 days, on 15 November 2023');
    expect(view.under).toMatch(/^2 reviews planned, 1 held\./);
    expect(view.planned.map(({ id }) => id)).toEqual(['next', 'after']);
    expect(view.held.map(({ id }) => id)).toEqual(['held']);
  });

  test('says of each what is submitted, what is missing, and how DfE judged', () => {
    const [next, after] = view.planned;
    expect(next?.submission).toMatchObject({
      due: '1 November 2023',
      moment: '2023-09-20.1',
      state: { key: 'dueAgain' },
    });
    expect(after?.submission.state.key).toBe('awaited');
    expect(next?.missing).toEqual([
      'A new submission is due, because the review was moved',
      '1 measure without a reading that counts',
      '1 action without evidence of impact',
    ]);
    const [held] = view.held;
    expect(held).toMatchObject({
      missing: [],
      judged: '2 some progress',
      outcome: { published: '1 August 2023', answered: null },
    });
  });

  test('says where none is planned, and where the next is today', () => {
    expect(reviewsView(aPlan(), today).title).toBe('No review by DfE is planned');
    expect(reviewsView({ ...plan, meetings: [review('held', '2023-08-01')] }, today).title).toBe(
      'No further review by DfE is planned',
    );
    expect(reviewsView(plan, '2023-11-15').title).toBe('The next review by DfE is today');
  });
});

describe('the page of a review', () => {
  test('says what the council must show, and what is missing of it', () => {
    const { asks, submissions, judging } = dfeReviewView(plan, 'next', today);
    expect(asks.checkpoint).toMatchObject({ label: '6 months', date: '30 September 2023' });
    expect(asks.requirements).toMatchObject([{ code: '1', shownBy: [{ id: 'data', caption: 'Audit' }] }]);
    expect(asks.areas.map(({ number }) => number)).toEqual([1, 2]);
    expect(asks.measures).toMatchObject([{ code: '1.1', area: 1, readiness: { key: 'none' }, latest: null }]);
    expect(asks.actions).toMatchObject([{ id: 'due', lacks: 'voice and practice' }]);
    expect(submissions).toMatchObject([
      {
        id: 'submission',
        day: '2023-09-20',
        moved: expect.stringContaining('moved from 1 November') as unknown,
      },
    ]);
    expect(judging).toBe(false);
  });

  test('has what DfE judged, what it judged before, and what it corrected', () => {
    const { areas, outcome, judging } = dfeReviewView(plan, 'held', today);
    const [first, second] = areas;
    expect(first).toMatchObject({
      name: 'Area 1',
      now: { id: 'now', rating: { label: 'Some progress' }, by: 'SEND adviser', until: null },
      before: { id: 'earlier', rating: { key: 'insufficient' } },
      corrected: [{ id: 'slip', until: '3 August 2023' }],
    });
    expect(second?.released).toMatch(/^Area 2 was released from monitoring on 1 September 2023 by DfE/);
    expect(outcome).toMatchObject({ letter: { caption: 'Letter' }, published: '1 August 2023', answer: null });
    expect(judging).toBe(true);
  });

  test('is there for a review alone', () => {
    expect(() => dfeReviewView({ ...plan, meetings: [aMeeting()] }, 'meeting-1', today)).toThrow(
      'There is no such review',
    );
  });

  itHoldsOfAnyPlan(all, 20);
});
