import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanVersionsView, VersionLine } from '@noticeboard/domain/views/plan-versions';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { NotificationBanner } from '../../components/notification-banner.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { CompareSection } from './compare-section.tsx';
import { RecordForm } from './record-form.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

const Crumbs = () => {
  const { noticeId } = useNotice();
  return (
    <Breadcrumbs>
      <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/requirements" params={{ noticeId }}>
        Requirements
      </Link>
      <span aria-current="page">Versions of the plan</span>
    </Breadcrumbs>
  );
};

const columnsOf = (
  noticeId: string,
  withdraw: { may: boolean; onOpen: (line: VersionLine) => void },
): Column<VersionLine>[] => [
  {
    key: 'version',
    head: 'Version',
    rowHead: true,
    cell: ({ title, note }) => (
      <>
        {title}
        {note === null ? null : <span className="nb-versions__note">{note}</span>}
      </>
    ),
    csv: ({ title }) => title,
  },
  { key: 'kind', head: 'What', cell: ({ label }) => label, csv: ({ label }) => label },
  {
    key: 'on',
    head: 'When',
    cell: ({ on }) => <span className="nb-nowrap">{formatDate(on)}</span>,
    csv: ({ on }) => on,
  },
  {
    key: 'position',
    head: 'Position in the ledger',
    cell: ({ moment, position, title }) => (
      <Link to="/n/$noticeId/actions" params={{ noticeId }} search={{ asAt: moment }}>
        {position}
        <span className="govuk-visually-hidden">: the plan as it was, {title}</span>
      </Link>
    ),
    csv: ({ moment }) => moment,
  },
  {
    key: 'document',
    head: 'Document',
    cell: ({ frozenId, evidence, title }) => (
      <>
        {frozenId === null ? null : (
          <a className="govuk-link" href={`/api/notices/${noticeId}/documents/${frozenId}`}>
            Frozen page<span className="govuk-visually-hidden"> of {title}</span>
          </a>
        )}
        {frozenId !== null && evidence !== null ? ', ' : null}
        {evidence === null ? null : (
          <Link to="/n/$noticeId/evidence/$evidenceId" params={{ noticeId, evidenceId: evidence.id }}>
            {evidence.caption}
          </Link>
        )}
        {frozenId === null && evidence === null ? <span className="nb-secondary">None</span> : null}
      </>
    ),
    csv: ({ frozenId, evidence }) => evidence?.caption ?? (frozenId === null ? null : 'Frozen page'),
  },
  {
    key: 'fixes',
    head: 'Original dates',
    cell: ({ kind, fixes }) => (kind === 'agreed' ? `Of ${plural(fixes, 'action')}` : ''),
    csv: ({ fixes }) => fixes,
  },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ source }) => <SourceMark mark={source.mark} />,
    csv: ({ source }) => source.mark,
  },
  ...(withdraw.may
    ? [
        {
          key: 'withdraw',
          head: 'Change',
          narrowHead: '',
          screenOnly: true,
          cell: (line: VersionLine) => (
            <button type="button" className="nb-link-button" onClick={() => withdraw.onOpen(line)}>
              Withdraw<span className="govuk-visually-hidden"> {line.title}</span>
            </button>
          ),
        },
      ]
    : []),
];

const Versions = ({ view }: { view: PlanVersionsView }) => {
  const { noticeId } = useNotice();
  const may = useMay('plan.edit');
  const { open, show, close, warning } = useOpenForm<string>();
  const [said, setSaid] = useState<string | null>(null);
  const { title, lines, evidence, originals } = view;
  const withdrawing = lines.find(({ id }) => id === open);
  return (
    <>
      {warning}
      <Crumbs />
      <PageTitle
        over="Versions of the plan"
        title={title}
        under={originals}
        actions={
          may ? (
            <OpenForm form="record" open={open === 'record' ? 'record' : null} onOpen={show} primary>
              Record a version
            </OpenForm>
          ) : undefined
        }
      />
      {said === null ? null : <NotificationBanner>{said}</NotificationBanner>}
      {open === 'record' ? (
        <FormPanel form="record" title="Record a version of the plan">
          <RecordForm
            evidence={evidence}
            onDone={(words) => {
              setSaid(words);
              close();
            }}
          />
        </FormPanel>
      ) : null}
      {withdrawing ? (
        <FormPanel key={withdrawing.id} form={withdrawing.id} title={`Withdraw “${withdrawing.title}”`}>
          <WithdrawForm line={withdrawing} onDone={close} />
        </FormPanel>
      ) : null}
      <Section title="Every version, newest first">
        <DataTable
          caption="Versions of the plan"
          columns={columnsOf(noticeId, { may, onOpen: ({ id }) => show(id) })}
          rows={lines}
          rowKey={({ id }) => id}
          {...(lines.length === 0 ? {} : { csv: 'plan-versions' })}
          empty={
            <EmptyState>
              No version was recorded by the day shown. The programme office records when the plan is submitted,
              amended, agreed or refreshed.
            </EmptyState>
          }
        />
      </Section>
      <CompareSection lines={lines} />
    </>
  );
};

/** The versions of the plan, each with its position and document, and what changed between two. */
export const PlanVersionsPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.planVersion.list.queryOptions(input));
  if (view) return <Versions view={view} />;
  return (
    <>
      <Crumbs />
      <PageTitle title="Versions of the plan" />
      <Skeleton rows={8} height={56} />
    </>
  );
};
