import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { impacts, keysOf, type Impact } from '@noticeboard/domain/scales';
import type { AreaLine, AreaTotals } from '@noticeboard/domain/views/position-areas';
import { formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { DeliveryBar, DeliveryKey } from '../../components/delivery-bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { Shape } from '../../components/shape.tsx';
import { Marks, SourceMark } from '../../components/source-mark.tsx';
import { DirectionTag, StatusTag } from '../../components/status-tag.tsx';

const totalBar = 290;
const badness: Readonly<Record<string, number>> = { red: 3, amber: 2, none: 1 };

const Count = ({ impact, count }: { impact: Impact; count: number }) =>
  count === 0 ? (
    <span className="nb-count nb-count--zero">0</span>
  ) : (
    <span className="nb-count">
      <Shape tone={impacts[impact].tone} />
      <strong>{formatNumber(count, 0)}</strong>
      <span className="nb-count__word"> {impacts[impact].label.toLowerCase()}</span>
    </span>
  );

const Worst = ({ worst }: { worst: AreaLine['worst'] }) => {
  if (!worst) return <span className="nb-secondary">Nothing red, amber or unread</span>;
  return (
    <>
      <StatusTag status={worst} /> {worst.source ? <Marks source={worst.source} /> : null}{' '}
      <Reason of={worst.words}>{worst.reason}</Reason>
      <span className="nb-position__under">{worst.words}</span>
    </>
  );
};

const columnsOf = (noticeId: string, shown: readonly Impact[]): Column<AreaLine>[] => [
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
    head: 'Area',
    rowHead: true,
    cell: ({ id, title, released }) => (
      <>
        <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }}>
          {title}
        </Link>
        {released === null ? null : <span className="nb-position__under">{released}</span>}
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
  ...shown.map((impact): Column<AreaLine> => ({
    key: impact,
    head: impacts[impact].label,
    narrowHead: '',
    cell: (area) => <Count impact={impact} count={area.impact[impact]} />,
    csv: (area) => area.impact[impact],
  })),
  {
    key: 'worst',
    head: 'Worst',
    narrowHead: '',
    cell: ({ worst }) => <Worst worst={worst} />,
    sort: ({ worst }) => (worst ? (badness[worst.tone] ?? 0) + (worst.subject.kind === 'measure' ? 0.5 : 0) : 0),
    csv: ({ worst }) => (worst ? `${worst.label}: ${worst.words}` : null),
  },
  {
    key: 'direction',
    head: 'Direction, last judgement',
    narrowHead: 'Direction:',
    cell: ({ direction, judgement }) => (
      <>
        <DirectionTag label={direction.words} moves={direction.moves} />
        <span className="nb-areas__judgement">
          {judgement === null ? (
            <span className="nb-secondary">Not judged</span>
          ) : (
            <>
              <StatusTag status={judgement} quiet />
              <span className="nb-position__under">{judgement.words}</span>
            </>
          )}
        </span>
      </>
    ),
    csv: ({ direction }) => direction.words,
  },
];

const deliveryCsv = (key: keyof AreaLine['delivery'], head: string) => ({
  head,
  cell: ({ delivery }: AreaLine) => delivery[key],
});

/** The areas of weakness: what is being done beside what is moving, and the worst of each. Nothing is averaged. */
export const AreasSection = ({
  areas,
  totals,
  illustrative,
}: {
  areas: readonly AreaLine[];
  totals: AreaTotals;
  illustrative: boolean;
}) => {
  const { noticeId } = useNotice();
  const always: readonly Impact[] = ['targetMet', 'floorMet', 'floorMissed', 'noReading'];
  const shown = keysOf(impacts).filter((impact) => always.includes(impact) || totals.impact[impact] > 0);
  const columns = columnsOf(noticeId, shown);
  const csv = [
    ...csvColumns(columns).slice(0, 2),
    deliveryCsv('complete', 'Complete'),
    deliveryCsv('deliveredNotEvidenced', 'Delivered, not evidenced'),
    deliveryCsv('onTrack', 'On track'),
    deliveryCsv('dueSoon', 'Due in 14 days'),
    deliveryCsv('forecastLate', 'Forecast late'),
    deliveryCsv('overdue', 'Overdue'),
    deliveryCsv('noUpdate', 'No update'),
    deliveryCsv('withdrawn', 'Withdrawn'),
    ...csvColumns(columns).slice(2),
    {
      head: 'Last judgement',
      cell: ({ judgement }: AreaLine) => (judgement ? `${judgement.label}: ${judgement.words}` : null),
    },
  ];
  return (
    <Section
      title={totals.title}
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      links={<CsvLink name="areas" of="areas of weakness" columns={csv} rows={areas} />}
    >
      {totals.actions === 0 ? null : <DeliveryKey counts={totals.delivery} />}
      <div className="nb-areas" style={{ '--nb-impacts': shown.length } as CSSProperties}>
        <DataTable
          caption="Areas of weakness: actions by delivery, measures by impact, the worst, the direction and the last judgement"
          columns={columns}
          rows={areas}
          rowKey={({ id }) => id}
          sortName="areas"
          empty={<EmptyState>No areas are recorded yet. The programme office adds them in set-up.</EmptyState>}
          foot={
            <tr>
              <th scope="row" colSpan={2}>
                All areas
              </th>
              <td>
                <DeliveryBar counts={totals.delivery} width={totalBar} />{' '}
                {totals.actions === 0 ? null : <span className="nb-meta">own scale</span>}
              </td>
              {shown.map((impact) => (
                <td key={impact}>
                  <Count impact={impact} count={totals.impact[impact]} />
                </td>
              ))}
              <td colSpan={2} className="nb-secondary">
                {totals.note}
              </td>
            </tr>
          }
        />
      </div>
    </Section>
  );
};
