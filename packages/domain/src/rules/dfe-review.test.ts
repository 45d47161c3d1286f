import { expect, test } from 'vitest';
import { aFrozen, aJudgement, aMeeting, aNotice, anEvidence, aPlan, aReviewOutcome } from '../testing/rows.ts';
import {
  checkpointOfReview,
  isHeld,
  isLetter,
  judgementsAt,
  movedSince,
  outcomeOf,
  reviewsOf,
  submissionsFor,
  submissionStateOf,
} from './dfe-review.ts';
import { papersDueFor } from './papers.ts';

const reviewOn = (on: string) =>
  aMeeting({ id: 'review-1', kind: 'dfeReview', on, papersDueOn: papersDueFor(aNotice(), 'dfeReview', on) });
const review = reviewOn('2023-11-15');
const submitted = (over = {}) =>
  aFrozen({
    id: 'submission-1',
    kind: 'submission',
    meetingId: 'review-1',
    meetingOn: '2023-11-15',
    day: '2023-11-01',
    ...over,
  });
const withSubmission = (on: string, over = {}) => {
  const moved = reviewOn(on);
  const plan = aPlan({ meetings: [moved], frozen: [submitted(over)] });
  return { moved, plan };
};

test('reviews are the meetings of that kind that were not cancelled', () => {
  const plan = aPlan({
    meetings: [
      review,
      aMeeting({ id: 'board', on: '2023-11-14' }),
      aMeeting({ id: 'earlier', kind: 'dfeReview', on: '2023-06-01' }),
      aMeeting({ id: 'off', kind: 'dfeReview', on: '2023-07-01', state: 'cancelled' }),
    ],
  });
  expect(reviewsOf(plan).map(({ id }) => id)).toEqual(['earlier', 'review-1']);
});

test('a review is over once it is closed, or its day has passed', () => {
  expect(isHeld(review, '2023-11-15')).toBe(false);
  expect(isHeld(review, '2023-11-16')).toBe(true);
  expect(isHeld({ ...review, state: 'closed' }, '2023-11-15')).toBe(true);
});

test.each([
  ['2023-09-25', 'awaited', 'It is due on 1 November 2023, in 37 days.'],
  ['2023-11-01', 'awaited', 'It is due on 1 November 2023, today.'],
  ['2023-11-02', 'overdue', 'It was due on 1 November 2023, 1 day ago.'],
  ['2023-11-15', 'overdue', 'It was due on 1 November 2023, 14 days ago.'],
  ['2023-11-16', 'none', 'Nothing was submitted. It was due on 1 November 2023.'],
])('on %s, with nothing submitted, it is %s', (today, key, reason) => {
  expect(submissionStateOf(aPlan({ meetings: [review] }), review, today)).toMatchObject({ key, reason });
});

test.each([
  ['2023-11-01', 'submitted', 'Submitted on 1 November 2023.'],
  ['2023-11-02', 'late', 'Submitted on 2 November 2023, 1 day late.'],
])('what is submitted on %s is %s', (day, key, reason) => {
  const { moved, plan } = withSubmission('2023-11-15', { day });
  expect(submissionStateOf(plan, moved, '2023-11-03')).toMatchObject({ key, reason });
});

test('of several submissions the last one stands', () => {
  const plan = aPlan({
    meetings: [review],
    frozen: [
      submitted({ id: 'two', number: 2, day: '2023-11-05' }),
      submitted(),
      aFrozen({ id: 'pack', meetingId: 'review-1' }),
    ],
  });
  expect(submissionsFor(plan, review).map(({ id }) => id)).toEqual(['submission-1', 'two']);
  expect(submissionStateOf(plan, review, '2023-11-06').key).toBe('late');
});

test('a review that was moved later after its submission asks for a new one; the old one stands and says so', () => {
  const { moved, plan } = withSubmission('2023-12-06');
  const [submission] = plan.frozen;
  const said =
    'The review was moved from 15 November 2023 to 6 December 2023 after this was submitted. It stands as it was; a new one is due by 22 November 2023.';
  expect(submission && movedSince(submission, moved)).toBe(said);
  expect(submissionStateOf(plan, moved, '2023-11-20')).toMatchObject({ key: 'dueAgain', reason: said });
  // Held on the day that it was moved to, it is history.
  expect(submissionStateOf(plan, moved, '2023-12-07').key).toBe('submitted');
});

test.each([
  ['earlier', '2023-11-08', '2023-11-01'],
  ['later, but by less than the submission was young', '2023-11-17', '2023-11-05'],
])('no new submission is due where the review was moved %s', (_how, on, day) => {
  const { moved, plan } = withSubmission(on, { day });
  const [submission] = plan.frozen;
  expect(submission && movedSince(submission, moved)).toMatch(/no new one is due\.$/);
  expect(submissionStateOf(plan, moved, '2023-11-06').key).not.toBe('dueAgain');
});

test('nothing is said of a move where there was none', () => {
  expect(movedSince(submitted(), review)).toBeNull();
  expect(movedSince(submitted({ meetingOn: null }), review)).toBeNull();
});

test('a review looks at the last checkpoint by its day, or at the first one', () => {
  const plan = aPlan({ notice: aNotice({ checkpointBase: '2023-03-30', checkpointMonths: [3, 6, 12, 18] }) });
  expect(checkpointOfReview(plan, review)?.on).toBe('2023-09-30');
  expect(checkpointOfReview(plan, { on: '2023-09-30' })?.on).toBe('2023-09-30');
  expect(checkpointOfReview(plan, { on: '2023-05-01' })?.on).toBe('2023-06-30');
});

test('judgements and the outcome are those of DfE at that review; its letter is known with its earlier versions', () => {
  const plan = aPlan({
    judgements: [
      aJudgement({ id: 'later', voice: 'dfe', meetingId: 'review-1', on: '2023-11-20' }),
      aJudgement({ id: 'back', voice: 'dfe', meetingId: 'review-1', on: '2023-11-15', withdrawnOn: '2023-11-20' }),
      aJudgement({ id: 'chair', voice: 'chair', meetingId: 'review-1' }),
      aJudgement({ id: 'other', voice: 'dfe', meetingId: 'review-2' }),
    ],
    reviewOutcomes: [aReviewOutcome({ meetingId: 'review-1', letterId: 'letter-2' })],
    evidence: [
      anEvidence({ id: 'letter-1' }),
      anEvidence({ id: 'letter-2', replacesId: 'letter-1' }),
      anEvidence({ id: 'audit' }),
    ],
  });
  expect(judgementsAt(plan, review).map(({ id }) => id)).toEqual(['back', 'later']);
  expect(outcomeOf(plan, review)?.letterId).toBe('letter-2');
  expect(outcomeOf(plan, { id: 'review-2' })).toBeNull();
  expect(['letter-1', 'letter-2', 'audit'].map((id) => isLetter(plan, id))).toEqual([true, true, false]);
});
