import type { ReviewLine } from '@noticeboard/domain/views/review';
import { StatusTag } from './status-tag.tsx';

/** What became of an update: accepted or returned, by whom and when, with the note; or that nobody has looked at it yet. */
export const Review = ({ review: { status, note } }: { review: ReviewLine }) => (
  <p className="nb-review">
    <StatusTag status={status} quiet>
      {status.label}
      {status.key === 'submitted' ? ', ' : ' '}
      {status.reason}
    </StatusTag>
    {note === null ? null : <span className="nb-review__note">“{note}”</span>}
  </p>
);
