import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Details } from '../../components/details.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FollowUpsSection } from '../../components/follow-ups-section.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { comingColumns, heldColumns } from './meeting-columns.tsx';
import { PlanForm } from './plan-form.tsx';

/** The meetings of a notice: those that come with the day of their papers, and what each that was held saw and decided. */
export const MeetingsPage = () => {
  const { input, noticeId, frame } = useNotice();
  const navigate = useNavigate();
  const { open, show, close, warning } = useOpenForm<'plan'>();
  const mayPlan = useMay('meeting.plan') && frame.notice.withdrawnOn === null;
  const { data: view } = useQuery(trpc.meeting.list.queryOptions(input));
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={90} />
        <Skeleton rows={4} height={60} />
        <Skeleton rows={4} height={60} />
      </>
    );
  }
  const { title, under, illustrative, upcoming, held, cancelled } = view;
  return (
    <>
      {warning}
      <PageTitle
        over="Meetings"
        marks={illustrative ? <SourceMark mark="illustrative" /> : null}
        title={title}
        under={under}
        actions={
          mayPlan ? (
            <OpenForm form="plan" open={open} onOpen={show} primary>
              Plan a meeting
            </OpenForm>
          ) : undefined
        }
      />
      <p className="nb-meetings__beside nb-no-print">
        <Link to="/n/$noticeId/questions" params={{ noticeId }}>
          Challenge log
        </Link>
        <Link to="/n/$noticeId/judgements" params={{ noticeId }}>
          Judgements and assurance
        </Link>
        <Link to="/n/$noticeId/changes" params={{ noticeId }}>
          What changed since the last board
        </Link>
      </p>
      {open === 'plan' ? (
        <FormPanel form="plan" title="Plan a meeting">
          <PlanForm
            onDone={(meetingId) => {
              close();
              if (meetingId !== null)
                void navigate({ to: '/n/$noticeId/meetings/$meetingId', params: { noticeId, meetingId } });
            }}
          />
        </FormPanel>
      ) : null}
      <Section
        title="Coming up"
        links={
          <Link to="/n/$noticeId/set-up/meetings" params={{ noticeId }}>
            Papers and quorum
          </Link>
        }
      >
        <DataTable
          caption="Meetings that come, with the day on which their papers are due"
          columns={comingColumns(noticeId)}
          rows={upcoming}
          rowKey={({ id }) => id}
          isDue={({ id }) => id === upcoming[0]?.id}
          sortName="coming"
          csv="meetings-coming"
          empty={
            <EmptyState>
              No meeting is planned.{' '}
              {mayPlan ? 'Plan the next board above.' : 'The programme office or the chair plans them.'}
            </EmptyState>
          }
        />
      </Section>
      <Section title="Held">
        <DataTable
          caption="Meetings that were held, with what each saw"
          columns={heldColumns(noticeId)}
          rows={held}
          rowKey={({ id }) => id}
          sortName="held"
          csv="meetings-held"
          empty={
            <EmptyState>No meeting was held yet. Once one is closed, its pack and its minutes stand here.</EmptyState>
          }
        />
      </Section>
      <FollowUpsSection meetingId={null} />
      {cancelled.length === 0 ? null : (
        <Details summary={`Cancelled (${cancelled.length})`}>
          <DataTable
            caption="Meetings that were cancelled"
            columns={heldColumns(noticeId).filter(({ key }) => key === 'on' || key === 'title')}
            rows={cancelled}
            rowKey={({ id }) => id}
            sortName="cancelled"
          />
        </Details>
      )}
      <CalendarSection />
    </>
  );
};
