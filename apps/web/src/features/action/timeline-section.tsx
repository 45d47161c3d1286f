import { Link } from '@tanstack/react-router';
import { confidences } from '@noticeboard/domain/scales';
import type { ActionView } from '@noticeboard/domain/views/action';
import type { TimelineEntry } from '@noticeboard/domain/views/action-updates';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Review } from '../../components/review.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const Entry = ({
  entry: { kind, on, who, words, rating, confidence, recovery, review, recorded, mark },
}: {
  entry: TimelineEntry;
}) => (
  <li className={`nb-timeline__entry nb-timeline__entry--${kind}`}>
    <p className="nb-timeline__head">
      <strong>{formatDate(on)}</strong> <span className="nb-secondary">{who}</span> <SourceMark mark={mark} dense />
    </p>
    <p>{words}</p>
    {rating === null ? null : (
      <p>
        <StatusTag status={rating} />{' '}
        {confidence === null ? null : (
          <span className="nb-secondary">confidence {confidences[confidence].label.toLowerCase()}</span>
        )}
      </p>
    )}
    {recovery === null ? null : (
      <p>
        <span className="nb-secondary">Recovery:</span> {recovery}
      </p>
    )}
    {review === null ? null : <Review review={review} />}
    {recorded === null ? null : <p className="nb-meta">{recorded}</p>}
  </li>
);

/** Everything said and decided about an action, newest first. */
export const TimelineSection = ({ action }: { action: ActionView }) => {
  const { noticeId } = useNotice();
  const history = (
    <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ entity: 'action', id: action.id }}>
      History of this row
    </Link>
  );
  return (
    <Section title="Updates" marks={<SourceMark mark={action.source.mark} />} links={history}>
      {action.timeline.length === 0 ? (
        <EmptyState>Nothing has been said of this action yet.</EmptyState>
      ) : (
        <ol className="nb-timeline">
          {action.timeline.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </ol>
      )}
    </Section>
  );
};
