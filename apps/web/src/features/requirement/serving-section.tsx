import { Link } from '@tanstack/react-router';
import { deliveries } from '@noticeboard/domain/scales';
import type { ServingAction } from '@noticeboard/domain/views/requirement';
import { formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Slip } from '../../components/due-dates.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const deliveryOrder = Object.keys(deliveries);

const columnsOf = (noticeId: string): Column<ServingAction>[] => [
  {
    key: 'action',
    head: 'Action',
    rowHead: true,
    cell: ({ id, code, title }) => (
      <>
        {code}{' '}
        <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
          {title}
        </Link>
      </>
    ),
    sort: ({ code }) => Number(code) || null,
    csv: ({ code, title }) => `${code} ${title}`,
  },
  {
    key: 'lead',
    head: 'Lead',
    cell: ({ lead }) => lead ?? 'No lead',
    sort: ({ lead }) => lead,
    csv: ({ lead }) => lead,
  },
  { key: 'stage', head: 'Stage', cell: ({ stage }) => stage, csv: ({ stage }) => stage },
  {
    key: 'original',
    head: 'Original',
    cell: ({ originalDue }) => <span className="nb-nowrap">{originalDue}</span>,
    csv: ({ originalDue }) => originalDue,
  },
  {
    key: 'due',
    head: 'Due now',
    cell: ({ currentDue }) => <span className="nb-nowrap">{currentDue}</span>,
    sort: ({ due }) => Number(due.replaceAll('-', '')),
    csv: ({ currentDue }) => currentDue,
  },
  {
    key: 'slipped',
    head: 'Slipped',
    numeric: true,
    cell: (action) => <Slip {...action} />,
    sort: ({ slipDays }) => slipDays,
    csv: ({ slipDays }) => slipDays,
  },
  {
    key: 'forecast',
    head: 'Forecast',
    cell: ({ forecast }) => (forecast === null ? 'None' : <span className="nb-nowrap">{forecast}</span>),
    csv: ({ forecast }) => forecast,
  },
  {
    key: 'milestones',
    head: 'Milestones',
    numeric: true,
    cell: ({ milestones: { done, of } }) => (of === 0 ? 'None' : `${formatNumber(done, 0)} of ${formatNumber(of, 0)}`),
    csv: ({ milestones: { done, of } }) => `${done} of ${of}`,
  },
  {
    key: 'delivery',
    head: 'Delivery',
    cell: ({ code, delivery }) => (
      <>
        <StatusTag status={delivery} /> <Reason of={`action ${code}, ${delivery.label}`}>{delivery.reason}</Reason>
      </>
    ),
    sort: ({ delivery }) => deliveryOrder.indexOf(delivery.key),
    csv: ({ delivery }) => delivery.label,
  },
];

/** The actions that serve the requirement. */
export const ServingSection = ({
  actions,
  illustrative,
}: {
  actions: readonly ServingAction[];
  illustrative: boolean;
}) => {
  const { noticeId } = useNotice();
  return (
    <Section title="Actions that serve it" marks={illustrative ? <SourceMark mark="illustrative" /> : null}>
      <DataTable
        caption="Actions that serve this requirement"
        columns={columnsOf(noticeId)}
        rows={actions}
        rowKey={({ id }) => id}
        csv="requirement-actions"
        empty={<EmptyState>No action of the plan is recorded as serving it.</EmptyState>}
      />
    </Section>
  );
};
