import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deliveries, keysOf, type Delivery } from '@noticeboard/domain/scales';
import type { AreaEntry } from '@noticeboard/domain/views/areas';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { DeliveryBar, DeliveryKey } from '../../components/delivery-bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAddLink } from '../../components/form-links.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Marks, SourceMark } from '../../components/source-mark.tsx';
import { DirectionTag } from '../../components/status-tag.tsx';
import { ImpactCounts, Worst } from './area-facts.tsx';

const monitoring = ({ released }: AreaEntry): string => released ?? 'Monitored by DfE';

const columnsOf = (noticeId: string): Column<AreaEntry>[] => [
  {
    key: 'number',
    head: 'No.',
    narrowHead: '',
    cell: ({ number }) => number,
    sort: ({ number }) => number,
    csv: ({ number }) => number,
  },
  {
    key: 'area',
    head: 'Area of weakness',
    rowHead: true,
    cell: (area) => (
      <>
        <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: area.id }}>
          {area.title}
        </Link>{' '}
        {area.source.unconfirmed === null ? null : <Marks source={{ ...area.source, mark: 'own', disputed: null }} />}
        <span className="nb-area-list__under">
          {area.sponsor === null ? 'No sponsor' : `Sponsor: ${area.sponsor}`}
          <br />
          {monitoring(area)}
        </span>
      </>
    ),
    csv: ({ title }) => title,
  },
  {
    key: 'delivery',
    head: 'Delivery: is it being done?',
    narrowHead: '',
    cell: ({ delivery }) => <DeliveryBar counts={delivery} />,
    sort: ({ delivery }) => delivery.overdue,
  },
  {
    key: 'impact',
    head: 'Impact: is it moving?',
    narrowHead: '',
    cell: ({ impact }) => <ImpactCounts impact={impact} />,
    sort: ({ impact }) => impact.floorMissed + impact.targetMissed,
  },
  {
    key: 'worst',
    head: 'Worst',
    narrowHead: '',
    cell: ({ worst }) => <Worst worst={worst} />,
    csv: ({ worst }) => worst && `${worst.label}: ${worst.words}`,
  },
  {
    key: 'direction',
    head: 'Direction',
    cell: ({ direction }) => <DirectionTag label={direction.words} moves={direction.moves} />,
    csv: ({ direction }) => direction.words,
  },
];

const deliveryCsv = (key: Delivery) => ({
  head: deliveries[key].label,
  cell: ({ delivery }: AreaEntry) => delivery[key],
});

const csvOf = (columns: readonly Column<AreaEntry>[]) => [
  ...csvColumns(columns).slice(0, 2),
  { head: 'Sponsor', cell: ({ sponsor }: AreaEntry) => sponsor },
  { head: 'Monitoring', cell: monitoring },
  ...keysOf(deliveries).map(deliveryCsv),
  { head: 'Measures that meet their target', cell: ({ impact }: AreaEntry) => impact.targetMet },
  { head: 'Measures that miss it', cell: ({ impact }: AreaEntry) => impact.floorMissed + impact.targetMissed },
  { head: 'Measures without a reading', cell: ({ impact }: AreaEntry) => impact.noReading },
  ...csvColumns(columns).slice(2),
];

/** The areas of weakness in a list. */
export const AreasPage = () => {
  const { noticeId, input } = useNotice();
  const add = useAddLink('area');
  const { data: view } = useQuery(trpc.area.list.queryOptions(input));
  if (!view) {
    return (
      <>
        <PageTitle over="Areas of weakness" title="Areas of weakness" />
        <Skeleton rows={9} height={72} />
      </>
    );
  }
  const columns = columnsOf(noticeId);
  return (
    <>
      <PageTitle
        over="Areas of weakness"
        title={view.title}
        marks={view.illustrative ? <SourceMark mark="illustrative" /> : undefined}
        under={`As at ${formatDate(view.today)}. Counts, never averages: finishing an action never changes a measure’s colour.`}
        actions={add}
      />
      <div className="nb-area-list">
        {view.areas.length === 0 ? null : (
          <div className="nb-area-list__head">
            <DeliveryKey counts={view.delivery} />
            <Link to="/n/$noticeId/judgements" params={{ noticeId }}>
              What each voice judges
            </Link>
            <CsvLink name="areas" of="areas of weakness" columns={csvOf(columns)} rows={view.areas} />
          </div>
        )}
        <DataTable
          caption="Areas of weakness: sponsor, actions by delivery, measures by impact, the worst and the direction"
          columns={columns}
          rows={view.areas}
          rowKey={({ id }) => id}
          empty={<EmptyState>No areas are recorded yet. The programme office adds them in set-up.</EmptyState>}
        />
      </div>
    </>
  );
};
