import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RouterOutput } from '../../app/trpc.ts';
import { useNotice } from '../../app/notice.ts';
import { refusalOf } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

type Mail = RouterOutput['nudge']['read']['outbox'][number];

const Retry = ({ mail: { id, to } }: { mail: Mail }) => {
  const { noticeId } = useNotice();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    ...trpc.nudge.retry.mutationOptions(),
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <>
      <button type="button" className="nb-link-button" disabled={isPending} onClick={() => mutate({ noticeId, id })}>
        Try again<span className="govuk-visually-hidden">: the mail to {to}</span>
      </button>
      {error === null ? null : <span className="govuk-error-message">{refusalOf(error).sentence}</span>}
    </>
  );
};

const columns = (noticeId: string): readonly Column<Mail>[] => [
  { key: 'to', head: 'To', rowHead: true, cell: ({ to }) => to, sort: ({ to }) => to, csv: ({ to }) => to },
  {
    key: 'subject',
    head: 'Mail',
    narrowHead: '',
    cell: ({ id, subject, to }) => (
      <Link to="/n/$noticeId/nudges/$mailId" params={{ noticeId, mailId: id }} className="govuk-link">
        {subject.replace('Noticeboard: ', '')}
        <span className="govuk-visually-hidden">, to {to}</span>
      </Link>
    ),
    csv: ({ subject }) => subject,
  },
  { key: 'made', head: 'Written', narrowHead: 'Written:', cell: ({ made }) => made, csv: ({ made }) => made },
  {
    key: 'state',
    head: 'State',
    narrowHead: '',
    cell: (mail) => (
      <>
        <StatusTag status={mail.status} />
        {mail.status.reason === '' ? null : <span className="nb-meta nb-nudge__reason">{mail.status.reason}</span>}
        {mail.mayRetry ? <Retry mail={mail} /> : null}
      </>
    ),
    sort: ({ status }) => status.label,
    csv: ({ status: { label, reason } }) => [label, reason].filter(Boolean).join(': '),
  },
];

/** The newest mail of the notice, with what became of each. */
export const OutboxSection = ({ mails, kept }: { mails: readonly Mail[]; kept: boolean }) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title="Outbox"
      intro={
        kept
          ? 'The demonstration sends no mail: it is kept here to be read.'
          : 'A mail that can’t be handed over is tried again by itself, six times in five and a half hours of its day. It says what is due when it is handed over; where nothing is any more, it is not sent.'
      }
    >
      <DataTable
        caption="Outbox"
        columns={columns(noticeId)}
        rows={mails}
        rowKey={({ id }) => id}
        sortName="sort-outbox"
        pageSize={25}
        csv="outbox"
        empty={<EmptyState>No mail has been written about this notice.</EmptyState>}
      />
    </Section>
  );
};
