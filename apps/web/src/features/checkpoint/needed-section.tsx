import type { Needed, NextCheckpoint } from '@noticeboard/domain/views/checkpoints';
import { formatNumber } from '@noticeboard/domain/words';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const columns: Column<Needed>[] = [
  {
    key: 'standing',
    head: 'Standing',
    narrowHead: '',
    cell: ({ standing }) => <StatusTag status={standing} />,
    csv: ({ standing }) => standing.label,
  },
  { key: 'what', head: 'What', rowHead: true, cell: ({ what }) => what, csv: ({ what }) => what },
  {
    key: 'count',
    head: 'There',
    narrowHead: '',
    numeric: true,
    cell: ({ have, of }) => `${formatNumber(have, 0)} of ${formatNumber(of, 0)}`,
    csv: ({ have }) => have,
  },
  {
    key: 'note',
    head: 'Note',
    narrowHead: '',
    cell: ({ note }) => <span className="nb-secondary">{note}</span>,
    csv: ({ of, note }) => `of ${of}; ${note}`,
  },
];

/** What the next checkpoint still needs, counted. */
export const NeededSection = ({ next }: { next: NextCheckpoint }) => {
  const caption = `What is still needed for ${next.date}`;
  return (
    <Section
      title="What is still needed"
      links={<CsvLink name="checkpoint-needs" of={caption} columns={csvColumns(columns)} rows={next.needed} />}
    >
      <div className="nb-needed">
        <DataTable
          caption={caption}
          columns={columns}
          rows={next.needed}
          rowKey={({ key }) => key}
          empty={<EmptyState>Nothing is asked for this checkpoint yet.</EmptyState>}
        />
      </div>
      <p className="nb-meta">Behind: less than half is there. Part: half or more. Ready: all.</p>
    </Section>
  );
};
