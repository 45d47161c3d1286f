import type { CommentaryLine } from '@noticeboard/domain/views/measure';
import { ratings } from '@noticeboard/domain/scales';
import { formatDate } from '@noticeboard/domain/words';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const Said = ({ line: { on, by, mark, rating, words, recovery } }: { line: CommentaryLine }) => (
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
  </>
);

/** What the owner says of the measure: the last words open, earlier ones one step away. */
export const CommentarySection = ({ commentary }: { commentary: readonly CommentaryLine[] }) => {
  const [last, ...earlier] = commentary;
  return (
    <Section title="What the owner says">
      {last === undefined ? (
        <EmptyState>
          <p>Nothing has been said of this measure yet.</p>
        </EmptyState>
      ) : (
        <Said line={last} />
      )}
      {earlier.length === 0 ? null : (
        <details className="nb-earlier">
          <summary>Earlier words, {earlier.length}</summary>
          {earlier.map((line) => (
            <Said key={line.id} line={line} />
          ))}
        </details>
      )}
    </Section>
  );
};
