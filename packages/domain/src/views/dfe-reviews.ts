/** The reviews by DfE: planned and held, with what is submitted, what is missing and what was judged. */
import type { IsoDate } from '../fields.ts';
import { writtenMoment } from '../moment.ts';
import type { Plan } from '../plan.ts';
import { isHeld, judgementsAt, outcomeOf, reviewsOf, submissionsFor, submissionStateOf } from '../rules/dfe-review.ts';
import { planOn } from '../rules/known.ts';
import type { Status, SubmissionState } from '../scales.ts';
import { judgementRatings, keysOf } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatNumber, plural } from '../words.ts';
import { reviewAsksOf } from './review-asks.ts';
import { sourceView, type SourceView } from './source.ts';

type Review = Plan['meetings'][number];

export type ReviewLine = {
  id: string;
  title: string;
  on: IsoDate;
  date: string;
  /** "in 51 days". */
  when: string;
  held: boolean;
  source: SourceView;
  submission: {
    due: string;
    when: string;
    state: Status<SubmissionState>;
    /** The moment that it was frozen at, as it stands in an address; null while there is none. */
    moment: string | null;
  };
  /** Its day has come and DfE published nothing yet. */
  toJudge: boolean;
  /** What is missing, counted in words; empty once it is held. */
  missing: string[];
  /** "2 sufficient progress, 5 some progress"; null while DfE judged nothing. */
  judged: string | null;
  /** When DfE said what it judged, and whether the council answered. */
  outcome: { published: string; answered: string | null } | null;
};

export type ReviewsView = {
  today: IsoDate;
  title: string;
  under: string;
  /** Those to come, the next one first. */
  planned: ReviewLine[];
  /** Those held, the last one first. */
  held: ReviewLine[];
};

/** Gives how DfE judged the areas at a review, counted: "2 sufficient progress, 5 some progress"; null while it judged none. */
const judgedInWords = (plan: Plan, review: Review): string | null => {
  const areas = new Map(
    judgementsAt(plan, review).flatMap(({ areaId, withdrawnOn, rating }) =>
      areaId === null || withdrawnOn !== null ? [] : [[areaId, rating]],
    ),
  );
  if (areas.size === 0) return null;
  const given = [...areas.values()];
  return keysOf(judgementRatings)
    .map((rating) => ({ rating, count: given.filter((each) => each === rating).length }))
    .filter(({ count }) => count > 0)
    .map(({ rating, count }) => `${formatNumber(count, 0)} ${judgementRatings[rating].label.toLowerCase()}`)
    .join(', ');
};

const missingSubmission = (state: SubmissionState): string[] => {
  if (state === 'overdue') return ['The submission is overdue'];
  if (state === 'awaited') return ['The submission is still to be made'];
  return state === 'dueAgain' ? ['A new submission is due, because the review was moved'] : [];
};

/** Gives one review as a list shows it. */
export const reviewLineOf = (plan: Plan, review: Review, today: IsoDate): ReviewLine => {
  const { id, title, on } = review;
  const due = review.papersDueOn;
  const outcome = outcomeOf(plan, review);
  const submission = submissionsFor(plan, review).at(-1);
  const state = submissionStateOf(plan, review, today);
  return {
    id,
    title,
    on,
    date: formatDate(on),
    when: daysLeftOrOver(today, on),
    held: isHeld(review, today),
    source: sourceView(review, today),
    submission: {
      due: formatDate(due),
      when: daysLeftOrOver(today, due),
      state,
      moment: submission ? writtenMoment(submission) : null,
    },
    toJudge: on <= today && outcome === null,
    missing: [...missingSubmission(state.key), ...reviewAsksOf(plan, review, today).missing],
    judged: judgedInWords(plan, review),
    outcome: outcome && {
      published: formatDate(outcome.publishedOn),
      answered: outcome.answeredOn === null ? null : formatDate(outcome.answeredOn),
    },
  };
};

const titleOf = (next: ReviewLine | undefined, held: readonly ReviewLine[], today: IsoDate): string => {
  if (next) return `The next review by DfE is ${next.on === today ? 'today' : `${next.when}, on ${next.date}`}`;
  return held.length === 0 ? 'No review by DfE is planned' : 'No further review by DfE is planned';
};

/** Gives the reviews of a notice on a day. */
export const reviewsView = (entire: Plan, today: IsoDate): ReviewsView => {
  const plan = planOn(entire, today);
  const lines = reviewsOf(plan).map((review) => reviewLineOf(plan, review, today));
  const planned = lines.filter((line) => !line.held);
  const held = lines.filter((line) => line.held).toReversed();
  return {
    today,
    title: titleOf(planned[0], held, today),
    under: `${plural(planned.length, 'review')} planned, ${formatNumber(held.length, 0)} held. What DfE is to see is due two weeks before each.`,
    planned,
    held,
  };
};
