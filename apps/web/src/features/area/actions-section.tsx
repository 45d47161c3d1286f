import { Link } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { deliveries, stages } from '@noticeboard/domain/scales';
import type { AreaAction, AreaView } from '@noticeboard/domain/views/area';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { deliveryInWords } from '../../components/delivery-words.ts';
import { DeliveryBar, DeliveryKey } from '../../components/delivery-bar.tsx';
import { DueDates, Forecast, Slip } from '../../components/due-dates.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ReportCounts } from '../../components/report-counts.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const worst = Object.keys(deliveries);

const columnsOf = (noticeId: string): Column<AreaAction>[] => [
  {
    key: 'action',
    head: 'Action',
    rowHead: true,
    cell: ({ id, code, title }) => (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
        {code} {title}
      </Link>
    ),
    sort: ({ order }) => order,
    csv: ({ code, title }) => `${code} ${title}`,
  },
  {
    key: 'delivery',
    head: 'Delivery',
    narrowHead: '',
    cell: (line) => <StatusTag status={deliveries[line.delivery]}>{deliveryInWords(line)}</StatusTag>,
    sort: ({ delivery }) => worst.indexOf(delivery),
    csv: deliveryInWords,
  },
  {
    key: 'reason',
    head: 'Why',
    narrowHead: '',
    cell: ({ reason, differs }) => (
      <>
        {reason}
        {differs ? <span className="nb-area__differs"> The lead declares green.</span> : null}
      </>
    ),
    csv: ({ reason }) => reason,
  },
  { key: 'stage', head: 'Stage', cell: ({ stage }) => stages[stage].label, csv: ({ stage }) => stages[stage].label },
  {
    key: 'lead',
    head: 'Lead',
    cell: ({ lead }) => lead ?? <StatusTag status={{ label: 'No lead', tone: 'none' }} />,
    sort: ({ lead }) => lead,
    csv: ({ lead }) => lead,
  },
  {
    key: 'due',
    head: 'Due',
    cell: (line) => <DueDates {...line} />,
    sort: ({ currentDue }) => currentDue,
    csv: ({ currentDue }) => currentDue,
  },
  {
    key: 'slipped',
    head: 'Slipped',
    numeric: true,
    cell: (line) => <Slip {...line} />,
    sort: ({ slipDays }) => slipDays,
    csv: ({ slipDays }) => slipDays,
  },
  {
    key: 'forecast',
    head: 'Forecast',
    cell: ({ forecast }) => <Forecast forecast={forecast} />,
    sort: ({ forecast }) => forecast,
    csv: ({ forecast }) => forecast,
  },
];

/** What the page puts into one cell stands in several of the file. */
const fileOf = (columns: readonly Column<AreaAction>[]): CsvColumn<AreaAction>[] => [
  ...csvColumns(columns),
  { head: 'Original due', cell: ({ originalDue }) => originalDue },
  { head: 'Approved moves', cell: ({ moves }) => moves },
];

/** What is being done in an area: its own actions as a bar and worst first, then those of other areas that also serve it. */
export const ActionsSection = ({ area }: { area: AreaView }) => {
  const { noticeId } = useNotice();
  const columns = columnsOf(noticeId);
  const { own, also, number, delivery, illustrative } = area;
  return (
    <Section
      title="Delivery: is it being done?"
      marks={illustrative.actions ? <SourceMark mark="illustrative" /> : null}
      links={
        <>
          <Link to="/n/$noticeId/actions" params={{ noticeId }} search={{ area: area.id }}>
            In the register
          </Link>
          <CsvLink
            name={`area-${number}-actions`}
            of={`actions of area ${number}`}
            columns={fileOf(columns)}
            rows={[...own, ...also]}
          />
        </>
      }
    >
      {own.length === 0 ? null : (
        <div className="nb-area__bar">
          <DeliveryBar counts={delivery} />
          <DeliveryKey counts={delivery} />
        </div>
      )}
      <ReportCounts reports={area.reports} areaId={area.id} />
      <div className="nb-area__actions">
        <DataTable
          caption={`Actions of area ${number}, worst first`}
          columns={columns}
          rows={own}
          rowKey={({ id }) => id}
          empty={
            <EmptyState>No action has this as its first area. The programme office adds them in set-up.</EmptyState>
          }
        />
        {also.length === 0 ? null : (
          <>
            <h3 className="govuk-heading-s nb-area__also">
              {plural(also.length, 'action')} of other areas also {also.length === 1 ? 'serves' : 'serve'} this one
            </h3>
            <DataTable
              caption={`Actions of other areas that also serve area ${number}, worst first`}
              columns={columns}
              rows={also}
              rowKey={({ id }) => id}
              sortName="also"
              note="Each is counted in its own area, not here."
            />
          </>
        )}
      </div>
    </Section>
  );
};
