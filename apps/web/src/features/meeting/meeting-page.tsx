import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { packSections } from '@noticeboard/domain/scales';
import type { MeetingView } from '@noticeboard/domain/views/meeting';
import { formatDate, formatWeekday } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Columns } from '../../components/columns.tsx';
import { FollowUpsSection } from '../../components/follow-ups-section.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { PacksSection } from '../../components/packs-section.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RoomLinks } from '../../components/room-links.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusWithReason } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { AgendaSection } from './agenda-section.tsx';
import { AttendanceSection } from './attendance-section.tsx';
import { CancelForm } from './cancel-form.tsx';
import { EditForm } from './edit-form.tsx';
import { nameOf } from './meeting-words.ts';
import { MoveForm } from './move-form.tsx';
import { ReportsSection } from './reports-section.tsx';

type FormKey = 'move' | 'edit' | 'cancel';

const titles: Readonly<Record<FormKey, string>> = {
  move: 'Move the meeting',
  edit: 'Edit the meeting and its pack',
  cancel: 'Cancel the meeting',
};

const Form = ({ meeting, open, onDone }: { meeting: MeetingView; open: FormKey | null; onDone: () => void }) => {
  if (open === null) return null;
  return (
    <FormPanel form={open} title={titles[open]}>
      {open === 'move' ? <MoveForm meeting={meeting} onDone={onDone} /> : null}
      {open === 'edit' ? <EditForm meeting={meeting} onDone={onDone} /> : null}
      {open === 'cancel' ? <CancelForm meeting={meeting} onDone={onDone} /> : null}
    </FormPanel>
  );
};

const Buttons = ({
  meeting: { live, state },
  open,
  onOpen,
}: {
  meeting: MeetingView;
  open: FormKey | null;
  onOpen: (form: FormKey) => void;
}) => {
  if (!live) return null;
  return (
    <>
      <OpenForm form="edit" open={open} onOpen={onOpen}>
        Edit
      </OpenForm>
      {state.key === 'open' ? null : (
        <>
          <OpenForm form="move" open={open} onOpen={onOpen}>
            Move
          </OpenForm>
          <OpenForm form="cancel" open={open} onOpen={onOpen}>
            Cancel the meeting
          </OpenForm>
        </>
      )}
    </>
  );
};

const Facts = ({ meeting }: { meeting: MeetingView }) => {
  const { kind, on, startsAt, place, papersDueOn, papers, state, closed } = meeting;
  return (
    <SummaryList
      rows={[
        { name: 'Day', value: `${formatWeekday(on)}${startsAt === null ? '' : `, ${startsAt}`}` },
        { name: 'Place', value: place },
        { name: 'State', value: <StatusWithReason status={state} /> },
        {
          name: 'Papers due',
          value:
            kind.key === 'scrutiny' && papers === null ? null : (
              <>
                {formatDate(papersDueOn)} {papers === null ? null : <StatusWithReason status={papers} />}
              </>
            ),
        },
        { name: 'Closed by', value: closed?.by ?? null },
      ]}
    />
  );
};

const PackSection = ({ meeting: { keyPoints, sections } }: { meeting: MeetingView }) => (
  <Section title="What its pack says first" level={2}>
    {keyPoints.length === 0 ? (
      <p className="nb-secondary">No key points are written yet. A pack opens with five at most.</p>
    ) : (
      <ul className="govuk-list govuk-list--bullet">
        {keyPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    )}
    <p className="nb-meta">Sections: {sections.map((section) => packSections[section].label).join('; ')}.</p>
  </Section>
);

const Shown = ({ meeting }: { meeting: MeetingView }) => {
  const { noticeId, frame } = useNotice();
  const { open, show, close, warning } = useOpenForm<FormKey>();
  const mayPlan = useMay('meeting.plan') && frame.notice.withdrawnOn === null;
  const { kind, title, on, mark, state, minutes } = meeting;
  const illustrative = mark === 'illustrative';
  return (
    <>
      {warning}
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/meetings" params={{ noticeId }}>
          Meetings
        </Link>
        <span aria-current="page">{nameOf(meeting)}</span>
      </Breadcrumbs>
      <PageTitle
        over={kind.label}
        marks={mark === 'own' ? null : <SourceMark mark={mark} />}
        title={`${title}, ${formatDate(on)}`}
        actions={
          <>
            <RoomLinks meeting={meeting} />
            {mayPlan ? <Buttons meeting={meeting} open={open} onOpen={show} /> : null}
          </>
        }
      />
      {state.key === 'cancelled' ? (
        <NotificationBanner>
          This meeting was cancelled. What was planned for it stays here for the record.
        </NotificationBanner>
      ) : null}
      <Form key={open} meeting={meeting} open={open} onDone={close} />
      <Columns wide="left">
        <Section
          title="The meeting"
          links={
            <>
              {kind.key === 'dfeReview' ? (
                <Link to="/n/$noticeId/reviews/$meetingId" params={{ noticeId, meetingId: meeting.id }}>
                  What it is to see, and what it judged
                </Link>
              ) : null}
              {state.key === 'closed' ? null : (
                <a href={`/api/notices/${noticeId}/meetings/${meeting.id}/calendar`} download>
                  Add it to your calendar
                </a>
              )}
              <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ entity: 'meeting', id: meeting.id }}>
                History of this meeting
              </Link>
            </>
          }
        >
          <Facts meeting={meeting} />
          {minutes === null ? null : <p className="nb-as-typed">{minutes}</p>}
        </Section>
        <PackSection meeting={meeting} />
      </Columns>
      <AgendaSection meeting={meeting} />
      <PacksSection meetingId={meeting.id} />
      <FollowUpsSection meetingId={meeting.id} />
      <AttendanceSection meeting={meeting} illustrative={illustrative} />
      <ReportsSection meeting={meeting} />
    </>
  );
};

/** One meeting: its day and papers, its agenda, who comes, and what it is told of each area. */
export const MeetingPage = () => {
  const { input } = useNotice();
  const { meetingId = '' } = useParams({ strict: false });
  const { data: meeting } = useQuery({
    ...trpc.meeting.read.queryOptions({ ...input, id: meetingId }),
    throwOnError: true,
  });
  return meeting ? <Shown key={meeting.id} meeting={meeting} /> : <PageSkeleton />;
};
