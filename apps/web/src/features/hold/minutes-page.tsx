import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Meeting } from '@noticeboard/domain/meeting';
import type { MinutedItem, MinutedRecord, MinutesView } from '@noticeboard/domain/views/minutes';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Button } from '../../components/button.tsx';
import { ChangeForm } from '../../components/change-form.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FollowUps } from '../../components/follow-ups.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { problemsOf } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { useSeenVersion } from '../../components/seen-version.ts';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';

const RecordOf = ({ record: { outcome, minute, because, question, followUp } }: { record: MinutedRecord }) => (
  <SummaryList
    rows={[
      { name: outcome.label, value: <span className="nb-as-typed">{minute}</span> },
      ...(because ? [{ name: because.name, value: because.words }] : []),
      {
        name: 'Question',
        value: question && (
          <>
            {question.words}
            <br />
            <span className="nb-meta">
              {question.about}. {question.askedBy} asked {question.to}, to answer by {formatDate(question.dueOn)}.
            </span>{' '}
            <StatusTag status={question.state} quiet />
          </>
        ),
      },
      { name: 'Answer', value: question?.answer ?? null },
      {
        name: 'Follow-up',
        value: followUp && (
          <>
            {followUp.what} {followUp.to}, by {formatDate(followUp.dueOn)}. <StatusTag status={followUp.state} quiet />
          </>
        ),
      },
    ]}
  />
);

const ItemOf = ({ item, closed }: { item: MinutedItem; closed: boolean }) => (
  <li className="nb-minutes__item">
    <h3 className="govuk-heading-s">
      {item.number}. {item.title}
    </h3>
    <p className="nb-meta">
      {item.kind}, to {item.ask.toLowerCase()}
      {item.by === null ? '' : `, from ${item.by}`}
    </p>
    {item.note === null ? null : <p className="nb-as-typed">{item.note}</p>}
    {item.records.length === 0 ? (
      <p className="nb-secondary">{closed ? 'Nothing was recorded.' : 'Nothing is recorded yet.'}</p>
    ) : (
      item.records.map((record) => <RecordOf key={record.id} record={record} />)
    )}
  </li>
);

const Write = ({ meeting, onDone }: { meeting: MinutesView['meeting']; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.decision.writeMinutes.mutationOptions());
  const [minutes, setMinutes] = useState(meeting.minutes ?? '');
  const { current: newer, version, see } = useSeenVersion(refusal, meeting.version);
  const current = newer as Meeting | null;
  const problems = current ? {} : problemsOf(['minutes'], {}, refusal);
  const send = async () => {
    see();
    const written = minutes.trim() === '' ? null : minutes;
    if (await save({ noticeId, id: meeting.id, expectedVersion: version, minutes: written })) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Save minutes" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[{ key: 'minutes', label: 'Other matters', theirs: current.minutes ?? '', yours: minutes }]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <Textarea
        id="minutes"
        label="What the minutes say besides the items"
        value={minutes}
        rows={6}
        error={problems['minutes']}
        onChange={setMinutes}
      />
    </ChangeForm>
  );
};

const Other = ({ meeting }: { meeting: MinutesView['meeting'] }) => {
  const writes = useMay('meeting.minute') && (meeting.state === 'planned' || meeting.state === 'open');
  const [writing, setWriting] = useState(false);
  if (meeting.minutes === null && !writes) return null;
  return (
    <Section title="Other matters">
      {writing ? (
        <Write meeting={meeting} onDone={() => setWriting(false)} />
      ) : (
        <>
          {meeting.minutes === null ? (
            <EmptyState>Nothing is written besides the items.</EmptyState>
          ) : (
            <p className="nb-as-typed">{meeting.minutes}</p>
          )}
          {writes ? (
            <Button kind="secondary" onClick={() => setWriting(true)}>
              Write
            </Button>
          ) : null}
        </>
      )}
    </Section>
  );
};

const Minutes = ({ view }: { view: MinutesView }) => {
  const { noticeId, lookingBack } = useNotice();
  const { meeting, draft, closed, quorum, attendance, items, followUps } = view;
  return (
    <>
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/meetings" params={{ noticeId }}>
          Meetings
        </Link>
        <Link
          className="govuk-breadcrumbs__link"
          to="/n/$noticeId/meetings/$meetingId"
          params={{ noticeId, meetingId: meeting.id }}
        >
          {meeting.title}, {formatDate(meeting.on)}
        </Link>
        <span aria-current="page">Minutes</span>
      </Breadcrumbs>
      <PageTitle
        title={`Minutes: ${meeting.title}, ${formatDate(meeting.on)}`}
        under={[meeting.when, meeting.place, closed].filter((words) => words !== null).join('. ')}
        marks={<SourceMark mark={meeting.mark} />}
        actions={
          lookingBack ? undefined : (
            <>
              <Button kind="secondary" onClick={() => print()}>
                Print
              </Button>
              <a
                className="govuk-button govuk-button--secondary"
                href={`/api/notices/${noticeId}/meetings/${meeting.id}/minutes`}
                download
              >
                Download for Word
              </a>
            </>
          )
        }
      />
      {draft === null ? null : (
        <p>
          <strong>{draft}</strong>
        </p>
      )}
      <Section title="Attendance">
        <p>{quorum}</p>
        {attendance.length === 0 ? (
          <EmptyState>No attendance is recorded.</EmptyState>
        ) : (
          <SummaryList
            rows={attendance.map(({ label, people }) => ({
              name: label,
              value: people.map(({ title, from }) => `${title} (${from})`).join('; '),
            }))}
          />
        )}
      </Section>
      <Section title="Items">
        {items.length === 0 ? (
          <EmptyState>Nothing is on the agenda.</EmptyState>
        ) : (
          <ol className="nb-list-plain">
            {items.map((item) => (
              <ItemOf key={item.id} item={item} closed={closed !== null} />
            ))}
          </ol>
        )}
      </Section>
      <Other meeting={meeting} />
      <Section title="Follow-ups">
        {followUps.length === 0 ? (
          <EmptyState>Nobody was asked to do anything besides.</EmptyState>
        ) : (
          <FollowUps lines={followUps} />
        )}
      </Section>
    </>
  );
};

/** The minutes of a meeting: a draft until it is closed. */
export const MinutesPage = () => {
  const { meetingId = '' } = useParams({ strict: false });
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.decision.minutes.queryOptions({ ...input, id: meetingId }));
  return view ? <Minutes view={view} /> : <PageSkeleton />;
};
