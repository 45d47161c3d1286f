/** The submission for a review by DfE: everything that its pages on paper say, made from the plan as it is frozen. */
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Head, Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { formatDate } from '../words.ts';
import { checkpointGridOf, type CheckpointGrid } from './checkpoint-grid.ts';
import { evidenceIndexOf, type EvidenceIndex } from './evidence-index.ts';
import { reviewAsksOf, type ReviewAsks } from './review-asks.ts';
import { isIllustrative } from './source.ts';

export type SubmissionView = {
  asAt: string;
  authority: string;
  /** As in the header: "Kent County Council, SEND Improvement Notice". */
  noticeTitle: string;
  fictional: boolean;
  review: { title: string; day: string };
  /** Which of this review it is, from 1. */
  number: number;
  position: Head;
  asks: ReviewAsks;
  grid: CheckpointGrid;
  index: EvidenceIndex;
  illustrative: boolean;
};

/**
 * Gives the submission for a review. Throws `notFound` where the plan has no such meeting.
 * @param entire the plan as it is frozen
 * @param isKept says whether the file of a hash is there
 */
export const submissionOf = (
  entire: Plan,
  { meetingId, number, today }: { meetingId: string; number: number; today: IsoDate },
  isKept: (hash: string) => boolean,
): SubmissionView => {
  const plan = planOn(entire, today);
  const review = findRow(plan.meetings, meetingId, 'review');
  const { authority, title, nature } = plan.notice;
  return {
    asAt: formatDate(today),
    authority,
    noticeTitle: title,
    fictional: nature === 'fictional',
    review: { title: review.title, day: formatDate(review.on) },
    number,
    position: entire.head,
    asks: reviewAsksOf(plan, review, today),
    grid: checkpointGridOf(plan, today),
    index: evidenceIndexOf(entire, today, isKept),
    illustrative: isIllustrative([...plan.actions, ...plan.targets, ...plan.evidence]),
  };
};
