import { Link } from '@tanstack/react-router';
import type { AskedOfBoard, BoardAsks } from '@noticeboard/domain/views/asked-of-board';
import { useNotice } from '../../app/notice.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';

const Ask = ({ ask: { key, words } }: { ask: AskedOfBoard }) => {
  const { noticeId } = useNotice();
  const params = { noticeId };
  if (key === 'dateChanges')
    return (
      <Link to="/n/$noticeId/date-changes" params={params} search={{ state: 'asked' }}>
        {words}
      </Link>
    );
  if (key === 'assure')
    return (
      <Link to="/n/$noticeId/judgements" params={params} hash="assurance">
        {words}
      </Link>
    );
  return (
    <Link to="/n/$noticeId/questions" params={params} search={{ state: key === 'answers' ? 'answered' : 'open' }}>
      {words}
    </Link>
  );
};

/** What is asked of the board, with where it is listed. */
export const BoardSection = ({ board: { next, asks } }: { board: BoardAsks }) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title="What is asked of the board"
      links={
        <>
          <Link to="/n/$noticeId/questions" params={{ noticeId }}>
            Challenge log
          </Link>
          <Link to="/n/$noticeId/judgements" params={{ noticeId }}>
            Judgements
          </Link>
        </>
      }
      intro={
        next === null ? (
          'No board is planned.'
        ) : (
          <>
            Next:{' '}
            <Link to="/n/$noticeId/meetings/$meetingId" params={{ noticeId, meetingId: next.id }}>
              {next.words}
            </Link>
            . {next.papers}
          </>
        )
      }
    >
      {asks.length === 0 ? (
        <EmptyState>Nothing waits for the board.</EmptyState>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {asks.map((ask) => (
            <li key={ask.key}>
              <Ask ask={ask} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
