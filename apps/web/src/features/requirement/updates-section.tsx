import { useState } from 'react';
import { ratings } from '@noticeboard/domain/scales';
import type { RequirementView } from '@noticeboard/domain/views/requirement';
import { formatDate } from '@noticeboard/domain/words';
import { useMay } from '../../app/notice.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Review } from '../../components/review.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { UpdateForm } from '../../components/update-form.tsx';

const Updates = ({ updates }: Pick<RequirementView, 'updates'>) =>
  updates.length === 0 ? (
    <EmptyState>Nobody has written an update on this requirement. Its owner can.</EmptyState>
  ) : (
    <ol className="nb-list-plain nb-requirement__updates">
      {updates.map(({ id, on, by, rating, confidence, words, recovery, review, mark }) => (
        <li key={id}>
          <p className="nb-meta">
            <strong>{formatDate(on)}</strong>, {by ?? 'somebody who left'}{' '}
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
  );

/** What was said of the requirement, newest first, and the form of who may add to it. */
export const UpdatesSection = ({ view }: { view: RequirementView }) => {
  const [writing, setWriting] = useState(false);
  const { requirement, subject, updates } = view;
  const [last] = updates;
  const allowed = useMay('update.write', subject);
  const mayWrite = allowed && requirement.withdrawnOn === null;
  return (
    <Section title="Updates">
      {mayWrite && writing ? (
        <UpdateForm
          subject={{ kind: 'requirement', id: requirement.id }}
          last={last ? { rating: last.rating?.key ?? null, on: last.on, words: last.words } : null}
          onDone={() => setWriting(false)}
        />
      ) : null}
      <Updates updates={updates} />
      {mayWrite && !writing ? (
        <div className="nb-no-print">
          <Button kind="secondary" onClick={() => setWriting(true)}>
            Write an update
          </Button>
        </div>
      ) : null}
    </Section>
  );
};
