import { Link } from '@tanstack/react-router';
import type { OwnersView, Owns, PersonLine } from '@noticeboard/domain/views/owners';
import { formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

type Line = { owns: Owns };
const kinds = [
  { key: 'action', head: 'Actions' },
  { key: 'measure', head: 'Measures' },
  { key: 'requirement', head: 'Requirements' },
  { key: 'all', head: 'All' },
] as const;

/** The columns of counts, each with what it is out of. */
const counts = <Row extends Line>(total: Owns): Column<Row>[] =>
  kinds.map(({ key, head }) => ({
    key,
    head,
    numeric: true,
    cell: ({ owns }) =>
      owns[key] === 0 ? (
        <span className="nb-none">–</span>
      ) : (
        <>
          {key === 'all' ? <strong>{formatNumber(owns[key], 0)}</strong> : formatNumber(owns[key], 0)}{' '}
          <span className="nb-secondary">of {formatNumber(total[key], 0)}</span>
        </>
      ),
    sort: ({ owns }) => owns[key],
    csv: ({ owns }) => owns[key],
  }));

const Who = ({ person: { id, title } }: { person: PersonLine }) => {
  const { noticeId } = useNotice();
  if (id === null) return <StatusTag status={{ label: 'No owner', tone: 'none' }} />;
  return (
    <Link to="/n/$noticeId/actions" params={{ noticeId }} search={{ lead: id }}>
      {title}
    </Link>
  );
};

const people: readonly Column<PersonLine>[] = [
  {
    key: 'who',
    head: 'Owner',
    rowHead: true,
    cell: (person) => <Who person={person} />,
    sort: ({ title }) => title,
    csv: ({ title }) => title,
  },
  {
    key: 'organisation',
    head: 'Organisation',
    narrowHead: '',
    cell: ({ id, organisation }) => (id === null ? <span className="nb-none">–</span> : organisation),
    sort: ({ organisation }) => organisation,
    csv: ({ organisation }) => organisation,
  },
  {
    key: 'reached',
    head: 'Reached',
    narrowHead: '',
    cell: ({ id, orphaned, cover }) =>
      id === null ? (
        <span className="nb-none">–</span>
      ) : (
        <>
          <StatusTag
            status={orphaned ? { label: 'Nobody reaches them', tone: 'red' } : { label: 'Yes', tone: 'green' }}
            quiet={!orphaned}
          />
          {cover === null ? null : <span className="nb-owners__under">{cover}</span>}
        </>
      ),
    csv: ({ orphaned }) => (orphaned ? 'No' : 'Yes'),
  },
];

const organisation: Column<OwnersView['organisations'][number]>[] = [
  {
    key: 'organisation',
    head: 'Organisation',
    rowHead: true,
    cell: (line) => line.organisation,
    csv: (line) => line.organisation,
  },
  {
    key: 'people',
    head: 'Owners',
    numeric: true,
    cell: (line) => formatNumber(line.people, 0),
    csv: (line) => line.people,
  },
];

/** Who owns what: by organisation, then by person, each count with what it is out of. */
export const OwnsSection = ({ view }: { view: OwnersView }) => {
  const { organisations, total } = view;
  const byOrganisation = [...organisation, ...counts<OwnersView['organisations'][number]>(total)];
  const byPerson = [...people, ...counts<PersonLine>(total)];
  return (
    <>
      <Section
        title="Who owns what, by organisation"
        links={
          <CsvLink
            name="owners-by-organisation"
            of="Who owns what, by organisation"
            columns={csvColumns(byOrganisation)}
            rows={organisations}
          />
        }
      >
        <DataTable
          caption="Live work by the organisation of its owner"
          columns={byOrganisation}
          rows={organisations}
          rowKey={(line) => line.organisation}
          sortName="organisations"
          empty={<EmptyState>There is no live work.</EmptyState>}
        />
      </Section>
      <Section
        title="Who owns what, by person"
        links={
          <CsvLink name="owners" of="Who owns what, by person" columns={csvColumns(byPerson)} rows={view.people} />
        }
      >
        <DataTable
          caption="Live work by its owner"
          columns={byPerson}
          rows={view.people}
          rowKey={({ id }) => id ?? 'nobody'}
          empty={<EmptyState>There is no live work.</EmptyState>}
        />
      </Section>
    </>
  );
};
