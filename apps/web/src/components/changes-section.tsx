import { Link } from '@tanstack/react-router';
import type { ChangesInBrief } from '@noticeboard/domain/views/changes';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../app/notice.ts';
import { changeColumns } from './change-columns.tsx';
import { CsvLink } from './csv-link.tsx';
import { csvColumns, DataTable } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { Section } from './section.tsx';
import { Skeleton } from './skeleton.tsx';

/**
 * What matters most of what changed since the last board, with the way to the whole.
 * @param changes undefined while they are read
 * @param file the name of the CSV
 * @param areaId what the page that it leads to is narrowed to
 */
export const ChangesSection = ({
  changes: data,
  file,
  areaId,
}: {
  changes: ChangesInBrief | undefined;
  file: string;
  areaId?: string;
}) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title={data ? `Changed since ${data.since.words}` : 'Changed since the last board'}
      links={
        data ? (
          <>
            <Link to="/n/$noticeId/changes" params={{ noticeId }} search={{ area: areaId }}>
              {data.all === 0 ? 'Since another day' : `All ${plural(data.all, 'change')}`}
            </Link>
            <CsvLink name={file} of="what changed" columns={csvColumns(changeColumns)} rows={data.lines} />
          </>
        ) : null
      }
    >
      {data ? (
        <div className="nb-changes">
          <DataTable
            caption="What changed, the important first"
            columns={changeColumns}
            rows={data.lines}
            rowKey={({ key }) => key}
            empty={<EmptyState>Nothing that a board would ask about changed since then.</EmptyState>}
            note={data.lines.length < data.all ? 'The most important are shown.' : undefined}
          />
        </div>
      ) : (
        <Skeleton rows={8} height={40} />
      )}
    </Section>
  );
};
