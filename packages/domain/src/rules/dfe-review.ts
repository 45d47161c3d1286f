/** The reviews by DfE: whether the submission for each is made, which one stands, and what DfE judged. It is due when the papers of the review are. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Meeting } from '../meeting.ts';
import type { Plan } from '../plan.ts';
import { statusOf, submissionStates, type Status, type SubmissionState } from '../scales.ts';
import { daysLeftOrOver, formatDate, plural } from '../words.ts';
import { checkpointsOf, type Checkpoint } from './checkpoints.ts';
import { earlierVersions } from './evidence.ts';
import { frozenOf } from './frozen.ts';
import { compareText } from './grouped.ts';
import { meetingsInOrder } from './meetings.ts';
import { papersDueFor } from './papers.ts';

type Review = Plan['meetings'][number];
type Submission = Plan['frozen'][number];
type Judgement = Plan['judgements'][number];

/** Gives the reviews of a notice that were not cancelled, the earliest first. */
export const reviewsOf = (plan: Plan): Review[] => meetingsInOrder(plan).filter(({ kind }) => kind === 'dfeReview');

/** Says whether a review is over on a day: it was closed, or its day has passed. */
export const isHeld = ({ state, on }: Pick<Meeting, 'state' | 'on'>, today: IsoDate): boolean =>
  state === 'closed' || on < today;

/** Gives what was submitted for a review, the first one first. The last one stands. */
export const submissionsFor = (plan: Plan, { id }: Pick<Meeting, 'id'>): Submission[] =>
  frozenOf(plan, { kind: 'submission', meetingId: id });

/** Says whether a review was moved to a later day after it was submitted, and what was submitted is older than is asked for that day. */
const isOutdated = (
  { day, meetingOn }: Submission,
  { on, papersDueOn }: Pick<Meeting, 'on' | 'papersDueOn'>,
): boolean => meetingOn !== null && on > meetingOn && day < papersDueOn;

/**
 * Gives what is said of a submission where the review was moved since: from which day to which, and whether a new one is due;
 * null where it was not moved. What was submitted stays as it was.
 */
export const movedSince = (submission: Submission, review: Pick<Meeting, 'on' | 'papersDueOn'>): string | null => {
  const { meetingOn } = submission;
  if (meetingOn === null || meetingOn === review.on) return null;
  const moved = `The review was moved from ${formatDate(meetingOn)} to ${formatDate(review.on)} after this was submitted. It stands as it was`;
  return isOutdated(submission, review)
    ? `${moved}; a new one is due by ${formatDate(review.papersDueOn)}.`
    : `${moved}; no new one is due.`;
};

/** Gives where the submission for a review stands on a day. */
export const submissionStateOf = (plan: Plan, review: Review, today: IsoDate): Status<SubmissionState> => {
  const due = review.papersDueOn;
  const last = submissionsFor(plan, review).at(-1);
  if (!last) {
    if (isHeld(review, today))
      return statusOf(submissionStates, 'none', `Nothing was submitted. It was due on ${formatDate(due)}.`);
    return due < today
      ? statusOf(submissionStates, 'overdue', `It was due on ${formatDate(due)}, ${daysLeftOrOver(today, due)}.`)
      : statusOf(submissionStates, 'awaited', `It is due on ${formatDate(due)}, ${daysLeftOrOver(today, due)}.`);
  }
  if (isOutdated(last, review) && !isHeld(review, today))
    return statusOf(submissionStates, 'dueAgain', movedSince(last, review) ?? '');
  // Where the review was moved, the later of its days says by when it was due.
  const { day, meetingOn } = last;
  const by = meetingOn !== null && meetingOn > review.on ? papersDueFor(plan.notice, review.kind, meetingOn) : due;
  const late = daysBetween(by, day);
  return late > 0
    ? statusOf(submissionStates, 'late', `Submitted on ${formatDate(day)}, ${plural(late, 'day')} late.`)
    : statusOf(submissionStates, 'submitted', `Submitted on ${formatDate(day)}.`);
};

/** Gives the checkpoint that a review looks at: the last one on or before its day, else the first after it; null where none is set. */
export const checkpointOfReview = (plan: Plan, { on }: Pick<Meeting, 'on'>): Checkpoint | null => {
  const checkpoints = checkpointsOf(plan.notice);
  return checkpoints.findLast((each) => each.on <= on) ?? checkpoints[0] ?? null;
};

/** Gives what DfE said after a review; null while it said nothing. */
export const outcomeOf = (plan: Plan, { id }: Pick<Meeting, 'id'>): Plan['reviewOutcomes'][number] | null =>
  plan.reviewOutcomes.find(({ meetingId }) => meetingId === id) ?? null;

/** Gives the judgements of DfE at a review, the oldest first: those that stand, and those that were taken back for another. */
export const judgementsAt = (plan: Plan, { id }: Pick<Meeting, 'id'>): Judgement[] =>
  plan.judgements
    .filter(({ voice, meetingId }) => voice === 'dfe' && meetingId === id)
    .toSorted((a, b) => compareText(a.on, b.on) || compareText(a.addedAt, b.addedAt));

/** Says whether evidence is the letter of a review, or an earlier version of it: DfE's own, which nobody else changes. */
export const isLetter = (plan: Plan, evidenceId: string): boolean =>
  plan.reviewOutcomes.some(({ letterId }) => {
    const letter = plan.evidence.find(({ id }) => id === letterId);
    return letter && [letter, ...earlierVersions(plan, letter)].some(({ id }) => id === evidenceId);
  });
