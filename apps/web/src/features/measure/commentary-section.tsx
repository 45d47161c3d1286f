import { useState } from 'react';
import type { CommentaryLine, MeasureView } from '@noticeboard/domain/views/measure';
import { ratings } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import { useMay } from '../../app/notice.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Review } from '../../components/review.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { UpdateForm } from '../../components/update-form.tsx';

const Said = ({ line: { on, by, mark, rating, words, recovery, review } }: { line: CommentaryLine }) => (
  <>
    <p className="nb-meta">
      {by}, {formatDate(on)} <SourceMark mark={mark} />{' '}
      {rating === null ? null : <StatusTag status={ratings[rating]} quiet />}
    </p>
    {words.split(/\n{2,}/).map((paragraph) => (
      <p key={paragraph} className="nb-words">
        {paragraph}
      </p>
    ))}
    {recovery === null ? null : (
      <p className="nb-words">
        <strong>Recovery plan:</strong> {recovery}
      </p>
    )}
    <Review review={review} />
  </>
);

/** What the owner says of the measure: the last words open, earlier ones one step away; and the form of who may add to them. */
export const CommentarySection = ({ view }: { view: MeasureView }) => {
  const [writing, setWriting] = useState(false);
  const { line, commentary, withdrawnOn } = view;
  const allowed = useMay('update.write', line.subject);
  const mayWrite = allowed && withdrawnOn === null;
  const [last, ...earlier] = commentary;
  return (
    <Section title="What the owner says">
      {mayWrite && writing ? (
        <UpdateForm subject={{ kind: 'measure', id: line.id }} last={last ?? null} onDone={() => setWriting(false)} />
      ) : null}
      {last === undefined ? (
        <EmptyState>
          <p>Nothing has been said of this measure yet.</p>
        </EmptyState>
      ) : (
        <Said line={last} />
      )}
      {mayWrite && !writing ? (
        <div className="nb-no-print">
          <Button kind="secondary" onClick={() => setWriting(true)}>
            Say what moves this measure
          </Button>
        </div>
      ) : null}
      {earlier.length === 0 ? null : (
        <details className="nb-earlier">
          <summary>Earlier words, {earlier.length}</summary>
          {earlier.map((each) => (
            <Said key={each.id} line={each} />
          ))}
        </details>
      )}
    </Section>
  );
};
