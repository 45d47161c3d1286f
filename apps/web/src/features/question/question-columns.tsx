import { Link } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { challengeForums, marks } from '@noticeboard/domain/scales';
import type { LoggedQuestion } from '@noticeboard/domain/views/question-log';
import { formatDate, formatShortDate } from '@noticeboard/domain/words';
import type { Column } from '../../components/data-table.tsx';
import { dateOrder } from '../../components/due-dates.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const placeOf = (id: string): string => `question-${id}`;

/** Leads to another question of the log, which no filter may hide. */
const ToQuestion = ({ noticeId, id, children }: { noticeId: string; id: string; children: string }) => (
  <Link to="/n/$noticeId/questions" params={{ noticeId }} search={{}} hash={placeOf(id)}>
    {children}
  </Link>
);

const times = ['', '', 'a second', 'a third', 'a fourth', 'a fifth'];

const Chain = ({
  noticeId,
  question: { round, followsId, followedById },
}: {
  noticeId: string;
  question: LoggedQuestion;
}) =>
  followsId === null && followedById === null ? null : (
    <span className="nb-judgements__under">
      {round > 1 ? `Asked for ${times[round] ?? 'one more'} time. ` : ''}
      {followsId === null ? null : (
        <ToQuestion noticeId={noticeId} id={followsId}>
          The question before it
        </ToQuestion>
      )}
      {followsId !== null && followedById !== null ? ', ' : null}
      {followedById === null ? null : (
        <ToQuestion noticeId={noticeId} id={followedById}>
          The question that followed
        </ToQuestion>
      )}
    </span>
  );

/** Gives the columns of the challenge log. */
export const questionColumns = (noticeId: string): Column<LoggedQuestion>[] => [
  {
    key: 'question',
    head: 'Question',
    rowHead: true,
    cell: (question) => (
      <span id={placeOf(question.id)}>
        {question.question} <SourceMark mark={question.mark} dense />
        <Chain noticeId={noticeId} question={question} />
      </span>
    ),
  },
  {
    key: 'about',
    head: 'About',
    cell: ({ about }) => (
      <ToRow link={about.link} hash="questions">
        {`${about.name} ${about.title}`}
      </ToRow>
    ),
  },
  {
    key: 'asked',
    head: 'Asked',
    cell: ({ askedBy, askedOn, meeting }) => (
      <>
        <span className="nb-nowrap">{formatShortDate(askedOn)}</span>
        <span className="nb-judgements__under">{askedBy}</span>
        {meeting === null ? null : <span className="nb-judgements__under">{meeting.title}</span>}
      </>
    ),
    sort: ({ askedOn }) => dateOrder(askedOn),
  },
  {
    key: 'due',
    head: 'Answer by',
    cell: ({ dueOn, to }) => (
      <>
        <span className="nb-nowrap">{formatShortDate(dueOn)}</span>
        <span className="nb-judgements__under">{to}</span>
      </>
    ),
    sort: ({ dueOn }) => dateOrder(dueOn),
  },
  {
    key: 'answer',
    head: 'Answer',
    cell: ({ answer, state, closed }) => (
      <>
        <StatusTag status={state} />
        {answer === null ? (
          <span className="nb-judgements__under">{closed === null ? state.reason : `${closed}.`}</span>
        ) : (
          <>
            <span className="nb-question-log__answer">{answer.words}</span>
            <span className="nb-judgements__under">
              {closed === null ? `${answer.by}. ${state.reason}` : `${answer.by}, ${formatDate(answer.on)}. ${closed}.`}
            </span>
          </>
        )}
      </>
    ),
  },
];

/** The log as a file. */
export const questionFile: CsvColumn<LoggedQuestion>[] = [
  { head: 'Forum', cell: ({ forum }) => challengeForums[forum].label },
  { head: 'Question', cell: ({ question }) => question },
  { head: 'About', cell: ({ about }) => about.name },
  { head: 'Title', cell: ({ about }) => about.title },
  { head: 'Asked by', cell: ({ askedBy }) => askedBy },
  { head: 'Asked on', cell: ({ askedOn }) => askedOn },
  { head: 'Meeting', cell: ({ meeting }) => meeting?.title ?? null },
  { head: 'Asked of', cell: ({ to }) => to },
  { head: 'Answer by', cell: ({ dueOn }) => dueOn },
  { head: 'State', cell: ({ state }) => state.label },
  { head: 'Answer', cell: ({ answer }) => answer?.words ?? null },
  { head: 'Answered by', cell: ({ answer }) => answer?.by ?? null },
  { head: 'Answered on', cell: ({ answer }) => answer?.on ?? null },
  { head: 'What became of it', cell: ({ closed }) => closed },
  { head: 'Times asked', cell: ({ round }) => round },
  { head: 'Source', cell: ({ mark }) => marks[mark].label },
];
