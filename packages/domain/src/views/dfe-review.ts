/** One review by DfE: what the council must show, what it submitted, what DfE judged, and what the council answered. */
import { answerSubject } from '../changes/dfe-review.ts';
import { nextNumber } from '../changes/frozen.ts';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { isHeld, judgementsAt, movedSince, outcomeOf, reviewsOf, submissionsFor } from '../rules/dfe-review.ts';
import { judgementsOf, releasedBefore, type Judged } from '../rules/judgement.ts';
import { planOn } from '../rules/known.ts';
import type { JudgementRating, Status } from '../scales.ts';
import { judgementRatings, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatWeekday } from '../words.ts';
import { reviewLineOf, type ReviewLine } from './dfe-reviews.ts';
import { evidenceLine, type EvidenceLine } from './evidence.ts';
import { frozenLineOf, type FrozenLine } from './packs.ts';
import { reviewAsksOf, type ReviewAsks } from './review-asks.ts';
import { sourceView, type SourceView } from './source.ts';

type Review = Plan['meetings'][number];
type Judgement = Plan['judgements'][number];

/** What DfE judged once, in words. */
export type JudgedOnce = {
  id: string;
  rating: Status<JudgementRating>;
  grounds: string | null;
  on: string;
  by: string | null;
  source: SourceView;
  /** The day on which it was taken back for another; null where it stands. */
  until: string | null;
};

/** What DfE judged of one area or requirement. */
export type JudgedLine = {
  about: { areaId: string | null; requirementId: string | null };
  link: { page: 'areas' | 'requirements'; id: string };
  /** "Area 1", "Requirement 4a". */
  name: string;
  title: string;
  /** Why DfE can't judge it; null where it can. */
  released: string | null;
  /** What stands of this review; null where DfE said nothing of it. */
  now: JudgedOnce | null;
  /** What DfE judged before this review. */
  before: JudgedOnce | null;
  /** What was published at this review and corrected since, the last one first. */
  corrected: JudgedOnce[];
};

/** What was submitted, and where the review was moved since, that it was. */
export type SubmissionLine = FrozenLine & { moved: string | null };

export type OutcomeView = {
  id: string;
  version: number;
  summary: string | null;
  letter: EvidenceLine | null;
  published: string;
  by: string | null;
  source: SourceView;
  answer: { words: string; by: string | null; on: string } | null;
};

export type DfeReviewView = {
  today: IsoDate;
  review: ReviewLine & { weekday: string; startsAt: string | null; place: string | null };
  asks: ReviewAsks;
  /** The last one first. */
  submissions: SubmissionLine[];
  /** What would be submitted now, and what to know before; null once the review is over. */
  nextSubmission: { number: number; warnings: string[] } | null;
  areas: JudgedLine[];
  requirements: JudgedLine[];
  outcome: OutcomeView | null;
  /** Whether its day has come, so that DfE may publish what it judged. */
  judging: boolean;
  /** Whose the answer is. */
  answers: Subject;
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

const titleIn = (plan: Plan, id: string | null): string | null =>
  plan.members.find((member) => member.id === id)?.title ?? null;

const judgedOnce = (plan: Plan, judgement: Judgement, today: IsoDate): JudgedOnce => ({
  id: judgement.id,
  rating: statusOf(judgementRatings, judgement.rating, judgement.grounds ?? 'No grounds were given.'),
  grounds: judgement.grounds,
  on: formatDate(judgement.on),
  by: titleIn(plan, judgement.byId),
  source: sourceView(judgement, today),
  until: judgement.withdrawnOn === null ? null : formatDate(judgement.withdrawnOn),
});

const judgedOf = (plan: Plan, review: Review, about: Judged, today: IsoDate) => {
  const at = judgementsAt(plan, review).filter((each) =>
    'areaId' in about ? each.areaId === about.areaId : each.requirementId === about.requirementId,
  );
  const now = at.findLast(({ withdrawnOn }) => withdrawnOn === null);
  const before = judgementsOf(plan, about, today).findLast(
    ({ voice, meetingId, on }) => voice === 'dfe' && meetingId !== review.id && on <= review.on,
  );
  const once = (judgement: Judgement | undefined) => (judgement ? judgedOnce(plan, judgement, today) : null);
  return {
    now: once(now),
    before: once(before),
    corrected: at
      .filter((each) => each !== now)
      .toReversed()
      .map((each) => judgedOnce(plan, each, today)),
  };
};

const judgedAreas = (plan: Plan, review: Review, today: IsoDate): JudgedLine[] =>
  plan.areas
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => a.number - b.number)
    .map((area) => ({
      about: { areaId: area.id, requirementId: null },
      link: { page: 'areas', id: area.id },
      name: `Area ${area.number}`,
      title: area.title,
      released: releasedBefore(area, 'dfe', today),
      ...judgedOf(plan, review, { areaId: area.id }, today),
    }));

const judgedRequirements = (plan: Plan, review: Review, today: IsoDate): JudgedLine[] =>
  plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => byCode.compare(a.kind, b.kind) || byCode.compare(a.code, b.code))
    .map(({ id, code, title }) => ({
      about: { areaId: null, requirementId: id },
      link: { page: 'requirements', id },
      name: `Requirement ${code}`,
      title,
      released: null,
      ...judgedOf(plan, review, { requirementId: id }, today),
    }));

const outcomeView = (plan: Plan, review: Review, today: IsoDate): OutcomeView | null => {
  const outcome = outcomeOf(plan, review);
  if (!outcome) return null;
  const { id, version, summary, letterId, publishedOn, byId, answer, answeredById, answeredOn } = outcome;
  const letter = plan.evidence.find((each) => each.id === letterId);
  return {
    id,
    version,
    summary,
    letter: letter ? evidenceLine(plan, letter) : null,
    published: formatDate(publishedOn),
    by: titleIn(plan, byId),
    source: sourceView(outcome, today),
    answer:
      answer === null || answeredOn === null
        ? null
        : { words: answer, by: titleIn(plan, answeredById), on: formatDate(answeredOn) },
  };
};

const nextSubmissionOf = (plan: Plan, review: Review, today: IsoDate): DfeReviewView['nextSubmission'] => {
  if (isHeld(review, today)) return null;
  const due = review.papersDueOn;
  const last = submissionsFor(plan, review).at(-1);
  return {
    number: nextNumber(plan, { kind: 'submission', meetingId: review.id }),
    warnings: [
      ...(today < due ? [`It is due on ${formatDate(due)}. What is recorded after you freeze is not in it.`] : []),
      ...(today > due ? [`It was due on ${formatDate(due)}, ${daysLeftOrOver(today, due)}.`] : []),
      ...(last
        ? [
            `Submission ${last.number} was frozen on ${formatDate(last.day)} and stays as it is. This will be another one beside it.`,
          ]
        : []),
    ],
  };
};

/**
 * Gives the page of one review on a day.
 * @throws DomainError `notFound` where the notice has no such review on that day
 */
export const dfeReviewView = (entire: Plan, meetingId: string, today: IsoDate): DfeReviewView => {
  const plan = planOn(entire, today);
  const review = reviewsOf(plan).find(({ id }) => id === meetingId);
  if (!review)
    throw new DomainError('notFound', 'There is no such review on that day. Go back to the list of reviews.');
  return {
    today,
    review: {
      ...reviewLineOf(plan, review, today),
      weekday: formatWeekday(review.on),
      startsAt: review.startsAt,
      place: review.place,
    },
    asks: reviewAsksOf(plan, review, today),
    submissions: submissionsFor(plan, review)
      .toReversed()
      .map((submission) => ({ ...frozenLineOf(plan, submission), moved: movedSince(submission, review) })),
    nextSubmission: nextSubmissionOf(plan, review, today),
    areas: judgedAreas(plan, review, today),
    requirements: judgedRequirements(plan, review, today),
    outcome: outcomeView(plan, review, today),
    judging: review.on <= today,
    answers: answerSubject(plan),
  };
};
