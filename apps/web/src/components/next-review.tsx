import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReviewLine } from '@noticeboard/domain/views/dfe-reviews';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { StatusTag } from './status-tag.tsx';

/** Leads to all evidence: as it was submitted for a review, where something was. */
export const ToEvidenceIndex = ({ review, children }: { review: ReviewLine; children: string }) => {
  const { noticeId } = useNotice();
  const { moment } = review.submission;
  return (
    <Link to="/n/$noticeId/evidence" params={{ noticeId }} search={moment === null ? {} : { asAt: moment }}>
      {children}
    </Link>
  );
};

const ReviewWords = ({ review }: { review: ReviewLine }) => {
  const { noticeId } = useNotice();
  const judges = useMay('review.publish');
  const { id, title, date, when, held, toJudge, submission } = review;
  return (
    <li>
      <Link to="/n/$noticeId/reviews/$meetingId" params={{ noticeId, meetingId: id }}>
        {judges && toJudge ? `Record judgements: ${title}` : title}
      </Link>
      , {date}, {when}.{' '}
      {held ? null : (
        <>
          <StatusTag status={submission.state} quiet />, due {submission.due}.{' '}
        </>
      )}
      <ToEvidenceIndex review={review}>
        {submission.moment === null ? 'Evidence index' : 'Evidence index, as submitted'}
      </ToEvidenceIndex>
    </li>
  );
};

/** The review by DfE that comes next, and the last one while nothing was published after it. */
export const NextReview = () => {
  const { input } = useNotice();
  const { data } = useQuery(trpc.dfeReview.list.queryOptions(input));
  const shown = data ? [...data.held.filter(({ toJudge }) => toJudge).slice(0, 1), ...data.planned.slice(0, 1)] : [];
  if (shown.length === 0) return null;
  return (
    <ul className="nb-next-review" aria-label="Reviews by DfE">
      {shown.map((review) => (
        <ReviewWords key={review.id} review={review} />
      ))}
    </ul>
  );
};
