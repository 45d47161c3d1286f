import { ratings } from '@noticeboard/domain/scales';
import type { UpdateLine } from '@noticeboard/domain/views/requirement';
import { EmptyState } from '../../components/empty-state.tsx';
import { Review } from '../../components/review.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

/** What was said of the requirement, newest first. */
export const UpdatesSection = ({ updates }: { updates: readonly UpdateLine[] }) => (
  <Section title="Updates">
    {updates.length === 0 ? (
      <EmptyState>Nobody has written an update on this requirement. Its owner can.</EmptyState>
    ) : (
      <ol className="nb-list-plain nb-requirement__updates">
        {updates.map(({ id, on, by, rating, confidence, words, recovery, review, mark }) => (
          <li key={id}>
            <p className="nb-meta">
              <strong>{on}</strong>, {by ?? 'somebody who left'}{' '}
              {rating === null ? null : <StatusTag status={ratings[rating.key]} />}
              {confidence === null ? '' : ` ${confidence.label} confidence`} <SourceMark mark={mark} />
            </p>
            <p>{words}</p>
            {recovery === null ? null : (
              <p>
                <strong>Recovery.</strong> {recovery}
              </p>
            )}
            <Review review={review} />
          </li>
        ))}
      </ol>
    )}
  </Section>
);
