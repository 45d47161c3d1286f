import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CourseView } from '@noticeboard/domain/views/course';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Panel } from '../../components/columns.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TimeStrip } from '../../components/time-strip.tsx';
import { courseColumns, decisionColumns, openActionColumns } from './course-columns.tsx';
import { RecordSection } from './record-section.tsx';

const AfterLifting = ({
  lifting,
  illustrative,
}: {
  lifting: NonNullable<CourseView['lifting']>;
  illustrative: boolean;
}) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title="What the lifting left open"
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      intro={lifting.words}
    >
      {lifting.actions.length === 0 ? null : (
        <DataTable
          caption="Actions that were open when the notice was lifted"
          columns={openActionColumns(noticeId)}
          rows={lifting.actions}
          rowKey={({ id }) => id}
          sortName="open"
          csv="open-when-lifted"
        />
      )}
    </Section>
  );
};

const NextReview = ({ review: { words, reason, overdue } }: { review: NonNullable<CourseView['nextReview']> }) => (
  <Section title="The next review after the notice">
    <Panel tone={overdue ? 'red' : 'plain'}>
      <p>
        <strong>{words}.</strong> {overdue ? <StatusTag status={{ label: 'Overdue', tone: 'red' }} /> : null} {reason}
      </p>
    </Panel>
  </Section>
);

/** The course of a notice: every step of its life on a line of time and in a table, and what the government decided. */
export const CoursePage = () => {
  const { input, noticeId } = useNotice();
  const edits = useMay('plan.edit');
  const { data: view } = useQuery(trpc.notice.course.queryOptions(input));
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={110} />
        <Skeleton rows={1} height={260} />
        <Skeleton rows={10} height={60} />
      </>
    );
  }
  const { title, under, life, strip, lines, decisions, lifting, nextReview, illustrative } = view;
  return (
    <div className="nb-course">
      <Breadcrumbs>
        <Link to="/n/$noticeId/requirements" params={{ noticeId }}>
          Requirements
        </Link>
        Course of the notice
      </Breadcrumbs>
      <PageTitle over="Course of the notice" title={title} under={under} />
      <p className="nb-course__life">
        <StatusTag status={life} pill /> {life.reason}
      </p>
      <Section title="The notice over time" links={<span className="nb-secondary">{strip.counted}</span>}>
        <p className="govuk-visually-hidden">{strip.summary}</p>
        <TimeStrip strip={strip} />
      </Section>
      {nextReview === null ? null : <NextReview review={nextReview} />}
      {lifting === null ? null : <AfterLifting lifting={lifting} illustrative={illustrative} />}
      <Section
        title="What happened"
        links={
          <Link to="/n/$noticeId/intervention" params={{ noticeId }}>
            Intervention risk
          </Link>
        }
      >
        <DataTable
          caption="What became of the notice, the oldest first"
          columns={courseColumns(edits ? noticeId : null)}
          rows={lines}
          rowKey={({ key }) => key}
          csv="course"
          isDue={({ ahead }) => ahead}
        />
      </Section>
      <Section
        title="What was required, and what the government decided"
        intro={decisions.rows.length === 0 ? undefined : `${decisions.title}.`}
      >
        <DataTable
          caption="Each requirement with the day that it was required by, what came of it, and the government’s decision"
          columns={decisionColumns(noticeId, edits)}
          rows={decisions.rows}
          rowKey={({ id }) => id}
          sortName="decisions"
          csv="government-decisions"
          empty={<EmptyState>No requirements are recorded yet. The programme office adds them in set-up.</EmptyState>}
        />
      </Section>
      {edits ? <RecordSection view={view} /> : null}
    </div>
  );
};
