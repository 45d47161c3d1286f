import type { OrganisationShare } from '@noticeboard/domain/views/needs-attention';
import { formatNumber } from '@noticeboard/domain/words';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';

type Share = OrganisationShare['late'];

const inWords = ({ count, of }: Share): string => `${formatNumber(count, 0)} of ${formatNumber(of, 0)}`;

const shareColumn = (key: 'overdue' | 'late' | 'noLead' | 'unevidenced', head: string): Column<OrganisationShare> => ({
  key,
  head,
  cell: (row) =>
    row[key].count === 0 ? (
      <span className="nb-secondary">{inWords(row[key])}</span>
    ) : (
      <strong>{inWords(row[key])}</strong>
    ),
  sort: (row) => row[key].count,
  csv: (row) => inWords(row[key]),
});

const columns: readonly Column<OrganisationShare>[] = [
  {
    key: 'organisation',
    head: 'Organisation',
    rowHead: true,
    cell: ({ organisation }) => organisation,
    sort: ({ organisation }) => organisation,
    csv: ({ organisation }) => organisation,
  },
  shareColumn('overdue', 'Overdue'),
  shareColumn('late', 'Late update'),
  shareColumn('noLead', 'No lead'),
  shareColumn('unevidenced', 'Not evidenced'),
];

/** How each organisation stands, always out of how many. */
export const OrganisationsSection = ({ organisations }: { organisations: readonly OrganisationShare[] }) => {
  const [worst] = organisations;
  return (
    <Section title="By organisation" {...(worst && worst.late.count > 0 ? { intro: `${worst.words}.` } : {})}>
      <DataTable
        caption="Actions of each organisation: overdue, late, without a lead, not evidenced, each out of how many"
        columns={columns}
        rows={organisations}
        rowKey={({ organisation }) => organisation}
        csv="organisations"
        empty={<EmptyState>The plan has no actions yet.</EmptyState>}
        note="Overdue and no lead: of actions not complete. Late: of actions that report. Not evidenced: of all."
      />
    </Section>
  );
};
