import { Link } from '@tanstack/react-router';
import type { ChangeLine, ChangesView } from '@noticeboard/domain/views/changes';
import { formatDate, formatDayMonth, plural } from '@noticeboard/domain/words';
import { useNotice } from '../app/notice.ts';
import { CsvLink } from './csv-link.tsx';
import { csvColumns, DataTable, type Column } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { ToRow } from './row-link.tsx';
import { Section } from './section.tsx';
import { Skeleton } from './skeleton.tsx';
import { SourceMark } from './source-mark.tsx';

const columns: readonly Column<ChangeLine>[] = [
  {
    key: 'on',
    head: 'When',
    narrowHead: '',
    cell: ({ on }) => <span className="nb-nowrap">{formatDayMonth(on)}</span>,
    csv: ({ on }) => on,
  },
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    cell: ({ what, link }) => <ToRow link={link}>{what}</ToRow>,
    csv: ({ what }) => what,
  },
  {
    key: 'before',
    head: 'Before',
    cell: ({ before }) => before ?? <span className="nb-secondary">None</span>,
    csv: ({ before }) => before,
  },
  { key: 'after', head: 'After', cell: ({ after }) => <strong>{after}</strong>, csv: ({ after }) => after },
  {
    key: 'who',
    head: 'Who and why',
    narrowHead: '',
    cell: ({ who, why }) => (why === null ? `${who}.` : `${who}. ${why}`),
    csv: ({ who, why }) => (why === null ? who : `${who}: ${why}`),
  },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ mark }) => <SourceMark mark={mark} />,
    csv: ({ mark }) => mark,
  },
];

/**
 * What changed in the last thirty days that a board would want to know of, newest first.
 * @param changes undefined while they are read
 * @param file the name of the CSV
 * @param of what the history that it leads to is narrowed to
 */
export const ChangesSection = ({
  changes: data,
  file,
  of,
}: {
  changes: ChangesView | undefined;
  file: string;
  of?: { entity: string; id: string };
}) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title={data ? `Changed since ${formatDate(data.since)}` : 'Changed in the last 30 days'}
      links={
        data ? (
          <>
            <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ ...of, from: data.since }}>
              {data.recorded === 0 ? 'All history' : `All ${plural(data.recorded, 'recorded change')}`}
            </Link>
            <CsvLink name={file} of="what changed" columns={csvColumns(columns)} rows={data.lines} />
          </>
        ) : null
      }
    >
      {data ? (
        <div className="nb-changes">
          <DataTable
            caption="What changed, newest first"
            columns={columns}
            rows={data.lines}
            rowKey={({ seq }) => String(seq)}
            empty={<EmptyState>Nothing that a board would ask about changed in these 30 days.</EmptyState>}
            note={data.more ? 'The newest are shown. The rest is in the history.' : undefined}
          />
        </div>
      ) : (
        <Skeleton rows={8} height={40} />
      )}
    </Section>
  );
};
