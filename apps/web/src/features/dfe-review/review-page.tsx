import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { DfeReviewView } from '@noticeboard/domain/views/dfe-review';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Panel } from '../../components/columns.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { AsksSections } from './asks-section.tsx';
import { JudgementsSection } from './judgements-section.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import { SubmissionSection } from './submission-section.tsx';

const Missing = ({ view: { review } }: { view: DfeReviewView }) => (
  <Panel tone={review.missing.length === 0 ? 'plain' : 'amber'}>
    <h2 className="govuk-heading-m">
      {review.missing.length === 0 ? 'Nothing that the review asks for is missing' : 'What is missing'}
    </h2>
    {review.missing.length === 0 ? null : (
      <ul className="nb-missing">
        {review.missing.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    )}
    <p>
      The submission {review.submission.when.endsWith('ago') ? 'was' : 'is'} due on {review.submission.due},{' '}
      {review.submission.when}.
    </p>
  </Panel>
);

/** Once a review is over, what the council had to show is what it had on that day. */
const AsItStood = ({ view: { review } }: { view: DfeReviewView }) => (
  <Section title="What the council had to show">
    <p>
      <Link to="." search={(previous: object) => ({ ...previous, asAt: review.on })}>
        Look back to {review.date}
      </Link>
      : requirements, areas, measures, actions without evidence and exceptions, as they stood on that day.
    </p>
  </Section>
);

const whenOf = ({ weekday, startsAt, place, when }: DfeReviewView['review']): string =>
  `${[weekday, startsAt === null ? null : `at ${startsAt}`, place].filter((part) => part !== null).join(', ')}: ${when}.`;

/** The workspace of a review: what the council must show, what it submitted, what DfE judged, and the answer. */
export const ReviewPage = () => {
  const { noticeId, input } = useNotice();
  const { meetingId: id = '' } = useParams({ strict: false });
  const judges = useMay('review.publish');
  const { data: view } = useQuery(trpc.dfeReview.read.queryOptions({ ...input, id }));
  if (!view) return <PageSkeleton />;
  const { review, asks, outcome } = view;
  // Once its day has come, a monitor came to judge, and everybody to read what was judged.
  const judged = outcome !== null || (judges && view.judging);
  return (
    <>
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/reviews" params={{ noticeId }}>
          Reviews
        </Link>
        {review.date}
      </Breadcrumbs>
      <PageTitle
        over="Review by DfE"
        marks={<SourceDetails source={review.source} of="the review" />}
        title={`${review.title}, ${review.date}`}
        under={whenOf(review)}
      />
      {review.held ? null : <Missing view={view} />}
      {judged ? (
        <>
          <JudgementsSection key={review.id} view={view} />
          <OutcomeSection view={view} />
        </>
      ) : null}
      <SubmissionSection view={view} />
      {review.held ? <AsItStood view={view} /> : <AsksSections asks={asks} />}
      {judged ? null : <JudgementsSection key={review.id} view={view} />}
    </>
  );
};
