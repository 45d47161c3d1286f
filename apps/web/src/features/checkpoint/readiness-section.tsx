import { Link } from '@tanstack/react-router';
import type { NextCheckpoint, ReadinessPart } from '@noticeboard/domain/views/checkpoints';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { Panel } from '../../components/columns.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const hasShape = ({ key }: ReadinessPart): boolean => key !== 'older' && key !== 'none';

const Bar = ({ parts, total, summary }: Pick<NextCheckpoint, 'parts' | 'total' | 'summary'>) => (
  <>
    <span className="nb-ready" role="img" aria-label={`${plural(total, 'measure')}: ${summary}`}>
      {parts.map(({ key, count }) => (
        <span key={key} className={`nb-ready__part nb-ready--${key}`} style={{ flexGrow: count }}>
          {formatNumber(count, 0)}
        </span>
      ))}
    </span>
    <ul className="nb-bar-key nb-ready-key">
      {parts.map((part) => (
        <li key={part.key}>
          {hasShape(part) ? (
            <StatusTag status={part} />
          ) : (
            <>
              <span className={`nb-ready-key__swatch nb-ready--${part.key}`} aria-hidden="true" />
              {part.label}
            </>
          )}{' '}
          {formatNumber(part.count, 0)}
        </li>
      ))}
    </ul>
  </>
);

const Due = ({ due }: Pick<NextCheckpoint, 'due'>) => {
  const { noticeId } = useNotice();
  return (
    <Panel tone="amber">
      <ul className="nb-list-plain nb-ready-due">
        {due.map(({ id, code, title, due: date, state, stands, sources }) => (
          <li key={id}>
            <strong>
              <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
                Requirement {code}
              </Link>
              {date === null ? '' : `, due ${date.words}`}:
            </strong>{' '}
            {title} <StatusTag status={state} />
            <span className="nb-checkpoints__under">
              {stands}{' '}
              {sources.map((source) => (
                <Marks key={source.mark} source={source} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** What the measures have for the next checkpoint, and the requirements that fall due with it. */
export const ReadinessSection = ({ next }: { next: NextCheckpoint }) => (
  <Section
    title={`Ready for ${next.short}?`}
    intro={`${plural(next.total, 'measure')}, by what they have for the ${next.label} checkpoint`}
  >
    {next.total === 0 ? (
      <EmptyState>
        No measure has a target for this checkpoint yet. The programme office sets targets in set-up.
      </EmptyState>
    ) : (
      <Bar parts={next.parts} total={next.total} summary={next.summary} />
    )}
    {next.due.length === 0 ? null : <Due due={next.due} />}
  </Section>
);
