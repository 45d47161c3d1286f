import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReviewLine } from '@noticeboard/domain/views/dfe-reviews';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToEvidenceIndex } from '../../components/next-review.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StatusWithReason } from '../../components/status-tag.tsx';

const ReviewName = ({ review: { id, title, source } }: { review: ReviewLine }) => {
  const { noticeId } = useNotice();
  return (
    <>
      <Link to="/n/$noticeId/reviews/$meetingId" params={{ noticeId, meetingId: id }}>
        {title}
      </Link>{' '}
      <Marks source={source} />
    </>
  );
};

const common: Column<ReviewLine>[] = [
  {
    key: 'review',
    head: 'Review',
    rowHead: true,
    cell: (review) => <ReviewName review={review} />,
    csv: ({ title }) => title,
  },
  {
    key: 'on',
    head: 'Day',
    cell: ({ date, when }) => (
      <>
        {date}
        <span className="nb-register__under">{when}</span>
      </>
    ),
    csv: ({ on }) => on,
  },
  {
    key: 'submission',
    head: 'Submission',
    cell: ({ submission: { state, due, when }, held }) => (
      <>
        <StatusWithReason status={state} />
        <span className="nb-register__under">
          due {due}
          {held ? '' : `, ${when}`}
        </span>
      </>
    ),
    csv: ({ submission }) => submission.state.label,
  },
];

const evidence: Column<ReviewLine> = {
  key: 'evidence',
  head: 'Evidence',
  screenOnly: true,
  cell: (review) => <ToEvidenceIndex review={review}>{`Index for ${review.date}`}</ToEvidenceIndex>,
};

const planned: Column<ReviewLine>[] = [
  ...common,
  {
    key: 'missing',
    head: 'Missing',
    cell: ({ missing }) =>
      missing.length === 0 ? (
        'Nothing'
      ) : (
        <ul className="nb-missing">
          {missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ),
    csv: ({ missing }) => missing.join('; '),
  },
  evidence,
];

const held: Column<ReviewLine>[] = [
  ...common,
  {
    key: 'judged',
    head: 'DfE’s judgement of the areas',
    cell: ({ judged }) => judged ?? <span className="nb-secondary">Nothing published here</span>,
    csv: ({ judged }) => judged,
  },
  {
    key: 'outcome',
    head: 'Published and answered',
    cell: ({ outcome }) =>
      outcome === null ? (
        <span className="nb-secondary">Not yet</span>
      ) : (
        <>
          {outcome.published}
          <span className="nb-register__under">
            {outcome.answered === null ? 'not answered yet' : `answered ${outcome.answered}`}
          </span>
        </>
      ),
    csv: ({ outcome }) => outcome?.published ?? null,
  },
  evidence,
];

const rowKey = ({ id }: ReviewLine) => id;

/** The reviews by DfE: those to come, the next first, with what is missing, and those held, with what DfE judged. */
export const ReviewsPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.dfeReview.list.queryOptions(input));
  if (!view) return <PageSkeleton />;
  return (
    <>
      <PageTitle over="Reviews by DfE" title={view.title} under={view.under} />
      <Section title="To come">
        <DataTable
          caption="Reviews to come"
          columns={planned}
          rows={view.planned}
          rowKey={rowKey}
          csv="reviews-to-come"
          empty={
            <EmptyState>
              No review is planned. The programme office plans one as a meeting of the kind “DfE review”.
            </EmptyState>
          }
        />
      </Section>
      <Section title="Held">
        <DataTable
          caption="Reviews held"
          columns={held}
          rows={view.held}
          rowKey={rowKey}
          csv="reviews-held"
          empty={<EmptyState>No review has been held yet.</EmptyState>}
        />
      </Section>
    </>
  );
};
