import { marks, type Mark } from '@noticeboard/domain/scales';
import type { SourceView } from '@noticeboard/domain/views/source';
import { formatDate } from '@noticeboard/domain/words';
import { Reason } from './reason.tsx';

const MarkOf = ({ kind, word, dense }: { kind: string; word: string; dense: boolean }) =>
  dense ? (
    <abbr className={`nb-mark nb-mark--${kind}`} title={word}>
      {word.charAt(0)}
    </abbr>
  ) : (
    <span className={`nb-mark nb-mark--${kind}`}>{word}</span>
  );

/** How sure one source is; nothing for what the notice's own people recorded. `dense` shows its letter, for tight cells with a key. */
export const SourceMark = ({ mark, dense = false }: { mark: Mark; dense?: boolean }) =>
  mark === 'own' ? null : <MarkOf kind={mark} word={marks[mark].label} dense={dense} />;

type Marked = Pick<SourceView, 'mark' | 'disputed' | 'unconfirmed'> & Partial<Pick<SourceView, 'publishedLater'>>;

/** Every mark that a source carries: what it is, whether it is disputed, whether its wording is confirmed. */
export const Marks = ({ source, dense = false }: { source: Marked; dense?: boolean }) => (
  <span className="nb-marks">
    {source.disputed === null ? (
      <SourceMark mark={source.mark} dense={dense} />
    ) : (
      <MarkOf kind="disputed" word="Disputed" dense={dense} />
    )}
    {source.publishedLater === true && !dense ? <MarkOf kind="later" word="Published later" dense={false} /> : null}
    {source.unconfirmed === null ? null : (
      <MarkOf kind="unconfirmed" word={dense ? 'Wording' : 'Wording not confirmed'} dense={dense} />
    )}
  </span>
);

/** Gives the word of a source's mark, as a CSV has it; null for what the notice's own people recorded. */
export const markWord = ({ disputed, mark }: Pick<SourceView, 'mark' | 'disputed'>): string | null => {
  if (disputed !== null) return 'Disputed';
  return mark === 'own' ? null : marks[mark].label;
};

/** The marks of a source and, one step away, where it was read, when it came out and why it is disputed. */
export const SourceDetails = ({ source, of }: { source: SourceView; of: string }) => {
  const { title, url, publishedOn, publishedLater, disputed, unconfirmed, mark } = source;
  const words = [title, disputed, unconfirmed].some((each) => each !== null);
  return (
    <>
      <Marks source={source} />{' '}
      {words ? (
        <Reason of={of} label="Source">
          {title === null ? null : (
            <p>
              {marks[mark].label}: {url === null ? title : <a href={url}>{title}</a>}
              {publishedOn === null ? '' : `, ${formatDate(publishedOn)}`}
              {publishedLater ? ', published after this day' : ''}
            </p>
          )}
          {disputed === null ? null : <p>Disputed: {disputed}</p>}
          {unconfirmed === null ? null : <p>Wording not confirmed: {unconfirmed}</p>}
        </Reason>
      ) : null}
    </>
  );
};

/** What the marks mean, for the line under the as-at bar. */
const markMeanings: readonly { kind: Exclude<Mark, 'own'> | 'disputed'; word: string; meaning: string }[] = [
  { kind: 'published', word: marks.published.label, meaning: 'council, ministry or inspectorate' },
  { kind: 'reported', word: marks.reported.label, meaning: 'press or unclear source' },
  {
    kind: 'illustrative',
    word: marks.illustrative.label,
    meaning: 'made up for this demonstration: actions, owners, dates, targets',
  },
  { kind: 'disputed', word: 'Disputed', meaning: 'sources conflict' },
];

/** The line that explains the marks. */
export const MarksKey = () => (
  <ul>
    {markMeanings.map(({ kind, word, meaning }) => (
      <li key={kind}>
        <MarkOf kind={kind} word={word} dense={false} /> {meaning}
      </li>
    ))}
  </ul>
);
