import { useSuspenseQuery } from '@tanstack/react-query';
import type { TargetChange } from '@noticeboard/domain/views/revisions';
import { formatDate } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';

const columns: Column<TargetChange>[] = [
  {
    key: 'target',
    head: 'Target',
    rowHead: true,
    cell: ({ target }) => target,
    sort: ({ day }) => day,
    csv: ({ target }) => target,
  },
  {
    key: 'before',
    head: 'Was',
    narrowHead: 'Was:',
    numeric: true,
    cell: ({ before }) => <del>{before}</del>,
    csv: ({ before }) => before,
  },
  {
    key: 'after',
    head: 'Became',
    narrowHead: 'Became:',
    numeric: true,
    cell: ({ after }) => after ?? 'None',
    csv: ({ after }) => after ?? 'None',
  },
  { key: 'step', head: 'Which is', narrowHead: '', cell: ({ step }) => step, csv: ({ step }) => step },
  {
    key: 'on',
    head: 'Changed',
    narrowHead: 'Changed:',
    cell: ({ on, by }) => `${formatDate(on)}, ${by}`,
    sort: ({ on }) => on,
    csv: ({ on, by }) => `${formatDate(on)}, ${by}`,
  },
  { key: 'why', head: 'Why', narrowHead: '', cell: ({ reason }) => reason ?? '–', csv: ({ reason }) => reason },
  {
    key: 'approved',
    head: 'Approved by',
    narrowHead: 'Approved by:',
    cell: ({ approved, after }) =>
      approved ?? <span className="nb-secondary">{after === null ? '–' : 'Nobody is named'}</span>,
    csv: ({ approved }) => approved,
  },
];

/** How the targets were changed: the old value stays to be seen beside the new. Nothing where none was. */
export const TargetChangesSection = ({ measureId, code }: { measureId: string; code: string }) => {
  const { input } = useNotice();
  const { data: changes } = useSuspenseQuery(trpc.measure.targetChanges.queryOptions({ ...input, id: measureId }));
  if (changes.length === 0) return null;
  return (
    <Section
      title="Targets that were changed"
      links={<CsvLink name={`targets-of-${code}`} of="changed targets" columns={csvColumns(columns)} rows={changes} />}
    >
      <DataTable
        caption={`How the targets of ${code} were changed, newest first`}
        columns={columns}
        rows={changes}
        rowKey={({ key }) => key}
      />
    </Section>
  );
};
