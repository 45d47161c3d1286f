import { Link } from '@tanstack/react-router';
import type { FocusView } from '@noticeboard/domain/views/focus';
import { formatDate, formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { Columns } from '../../components/columns.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DeliveryBar } from '../../components/delivery-bar.tsx';
import { deliveryInWords } from '../../components/delivery-words.ts';
import { DueDates, Forecast, Slip, slipInWords } from '../../components/due-dates.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

type List = NonNullable<FocusView['list']>;
type Focused = List['actions'][number];
type Rest = List['rest']['areas'][number];

const columnsOf = (noticeId: string): Column<Focused>[] => [
  {
    key: 'action',
    head: 'Action',
    rowHead: true,
    cell: ({ id, code, title }) => (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
        {code} {title}
      </Link>
    ),
    csv: ({ code, title }) => `${code} ${title}`,
  },
  {
    key: 'lead',
    head: 'Lead',
    cell: ({ lead }) => lead ?? <StatusTag status={{ label: 'No lead', tone: 'none' }} />,
    csv: ({ lead }) => lead,
  },
  {
    key: 'due',
    head: 'Due',
    cell: (line) => <DueDates {...line} />,
    csv: ({ currentDue }) => currentDue,
  },
  { key: 'forecast', head: 'Forecast', cell: (line) => <Forecast {...line} />, csv: ({ forecast }) => forecast },
  {
    key: 'slip',
    head: 'Slipped',
    cell: (line) => <Slip {...line} />,
    csv: ({ slipDays, moves }) => slipInWords({ slipDays, moves }),
  },
  {
    key: 'delivery',
    head: 'Computed',
    narrowHead: '',
    cell: ({ delivery }) => (
      <StatusTag status={delivery}>{deliveryInWords({ delivery: delivery.key, days: delivery.days })}</StatusTag>
    ),
    csv: ({ delivery }) => delivery.label,
  },
];

const restColumns: readonly Column<Rest>[] = [
  {
    key: 'area',
    head: 'Area',
    rowHead: true,
    cell: ({ number, title }) => (number === null ? title : `${number} ${title}`),
  },
  { key: 'delivery', head: 'Delivery', narrowHead: '', cell: ({ delivery }) => <DeliveryBar counts={delivery} /> },
];

/** What the board looks at in the period that runs, and what the rest comes to. Not there where no list was picked. */
export const FocusSection = ({ focus, illustrative }: { focus: FocusView | undefined; illustrative: boolean }) => {
  const { noticeId } = useNotice();
  if (!focus?.list || !focus.period) return null;
  const { actions, rest, setBy, setOn } = focus.list;
  const columns = columnsOf(noticeId);
  const mark = illustrative ? <SourceMark mark="illustrative" /> : null;
  return (
    <Columns wide="left">
      <Section
        title={`Focus list: ${plural(actions.length, 'action')}`}
        marks={mark}
        links={
          <>
            <Link to="/n/$noticeId/actions" params={{ noticeId }} search={{ focus: '1' }}>
              In the register
            </Link>
            <CsvLink name="focus-list" of="Focus list" columns={csvColumns(columns)} rows={actions} />
          </>
        }
        intro={`For the period that closes on ${formatDate(focus.period.closesOn)}. ${setBy === null ? 'Picked' : `${setBy} picked it`} on ${formatDate(setOn)}.`}
      >
        <DataTable caption="Actions in focus" columns={columns} rows={actions} rowKey={({ id }) => id} />
      </Section>
      <Section title={`The rest: ${formatNumber(rest.total, 0)}`} marks={mark} intro="All other actions, by area.">
        {rest.total === 0 ? (
          <p className="nb-meta">Every action is in the list.</p>
        ) : (
          <div className="nb-focus-rest">
            <DataTable
              caption="All other actions by area"
              columns={restColumns}
              rows={rest.areas}
              rowKey={({ key }) => key}
            />
          </div>
        )}
      </Section>
    </Columns>
  );
};
