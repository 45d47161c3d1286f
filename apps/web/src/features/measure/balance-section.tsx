import { Link } from '@tanstack/react-router';
import { drawSparkline } from '@noticeboard/domain/drawing/small';
import type { MeasureLine } from '@noticeboard/domain/views/measures';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { Drawn } from '../../components/drawn.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Marks, markWord } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const columnsOf = (noticeId: string): Column<MeasureLine>[] => [
  {
    key: 'measure',
    head: 'Measure',
    rowHead: true,
    cell: ({ id, code, title }) => (
      <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
        {code} {title}
      </Link>
    ),
    csv: ({ code, title }) => `${code} ${title}`,
  },
  {
    key: 'latest',
    head: 'Latest',
    numeric: true,
    cell: ({ latest }) => latest?.words ?? <span className="nb-secondary">No reading</span>,
    csv: ({ latest }) => latest?.filed ?? null,
  },
  {
    key: 'period',
    head: 'Period',
    narrowHead: 'Period:',
    cell: ({ latest }) => latest?.period ?? '',
    csv: ({ latest }) => latest?.period ?? null,
  },
  {
    key: 'course',
    head: 'Course',
    narrowHead: '',
    cell: ({ chart }) => (chart === null ? '' : <Drawn shape={drawSparkline(chart)} />),
  },
  {
    key: 'impact',
    head: 'Impact',
    narrowHead: '',
    cell: ({ impact, latest }) => (latest ? <StatusTag status={impact} quiet /> : ''),
    csv: ({ impact }) => impact.label,
  },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ latest }) => (latest ? <Marks source={latest.source} /> : ''),
    csv: ({ latest }) => (latest ? markWord(latest.source) : null),
  },
];

/** The measures that show whether this one was bought elsewhere. */
export const BalanceSection = ({ balance, code }: { balance: readonly MeasureLine[]; code: string }) => {
  const { noticeId } = useNotice();
  const columns = columnsOf(noticeId);
  return (
    <Section
      title="Balance: is it bought elsewhere?"
      links={
        balance.length === 0 ? undefined : (
          <CsvLink name={`balance-of-${code}`} of="balancing measures" columns={csvColumns(columns)} rows={balance} />
        )
      }
    >
      <div className="nb-measure-balance">
        <DataTable
          caption={`Measures that balance ${code}`}
          columns={columns}
          rows={balance}
          rowKey={({ id }) => id}
          empty={
            <EmptyState>
              <p>No measure stands beside this one yet to show what it may cost elsewhere.</p>
            </EmptyState>
          }
        />
      </div>
    </Section>
  );
};
