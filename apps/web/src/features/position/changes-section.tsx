import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ChangeLine } from '@noticeboard/domain/views/changes';
import { formatDate, formatDayMonth, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';

const What = ({ what, link, noticeId }: { what: string; link: ChangeLine['link']; noticeId: string }) => {
  if (!link) return what;
  const { page, id } = link;
  if (page === 'actions')
    return (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
        {what}
      </Link>
    );
  if (page === 'measures')
    return (
      <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
        {what}
      </Link>
    );
  if (page === 'areas')
    return (
      <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }}>
        {what}
      </Link>
    );
  return (
    <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
      {what}
    </Link>
  );
};

const columnsOf = (noticeId: string): Column<ChangeLine>[] => [
  { key: 'on', head: 'When', narrowHead: '', cell: ({ on }) => formatDayMonth(on), csv: ({ on }) => on },
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    cell: ({ what, link }) => <What what={what} link={link} noticeId={noticeId} />,
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

/** What changed in the last thirty days that a board would want to know of, newest first. */
export const ChangesSection = () => {
  const { noticeId, input } = useNotice();
  const { data } = useQuery(trpc.position.changes.queryOptions(input));
  const columns = columnsOf(noticeId);
  return (
    <Section
      title={data ? `Changed since ${formatDate(data.since)}` : 'Changed in the last 30 days'}
      links={
        data ? (
          <>
            <Link to="/n/$noticeId/history" params={{ noticeId }}>
              {data.recorded === 0 ? 'All history' : `All ${plural(data.recorded, 'recorded change')}`}
            </Link>
            <CsvLink name="changes" of="what changed" columns={csvColumns(columns)} rows={data.lines} />
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
