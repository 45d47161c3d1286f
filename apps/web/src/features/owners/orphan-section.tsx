import { Link } from '@tanstack/react-router';
import { nobodys } from '@noticeboard/domain/permissions';
import type { OrphanLine, Owns } from '@noticeboard/domain/views/owners';
import { formatDate, formatNumber, plural } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ownsInWords } from './owns-words.ts';

const Act = ({ orphan: { id, title, cover } }: { orphan: OrphanLine }) => {
  const { noticeId } = useNotice();
  const of = <span className="govuk-visually-hidden"> for {title}</span>;
  return (
    <span className="nb-acts nb-no-print">
      <Link to="/n/$noticeId/owners/handover" params={{ noticeId }} search={{ of: id }}>
        Hand over<span className="govuk-visually-hidden"> the work of {title}</span>
      </Link>
      {cover === null ? (
        <Link to="/n/$noticeId/owners/cover" params={{ noticeId }} search={{ of: id }}>
          Set cover{of}
        </Link>
      ) : null}
    </span>
  );
};

const columns: readonly Column<OrphanLine>[] = [
  {
    key: 'who',
    head: 'Owner',
    rowHead: true,
    cell: ({ title, organisation }) => (
      <>
        {title}
        <span className="nb-owners__under">{organisation}</span>
      </>
    ),
    csv: ({ title }) => title,
  },
  {
    key: 'why',
    head: 'Why nobody reaches them',
    narrowHead: '',
    cell: ({ causes }) => (
      <ul className="nb-list-plain">
        {causes.map((cause) => (
          <li key={cause.key}>
            <StatusTag status={cause} /> <span className="nb-owners__under">{cause.reason}</span>
          </li>
        ))}
      </ul>
    ),
    csv: ({ causes }) => causes.map(({ reason }) => reason).join(' '),
  },
  {
    key: 'since',
    head: 'Since',
    cell: ({ since, days }) => (
      <>
        {formatDate(since)}
        <span className="nb-owners__under">{plural(days, 'day')}</span>
      </>
    ),
    sort: ({ days }) => days,
    csv: ({ since }) => since,
  },
  {
    key: 'waits',
    head: 'What waits',
    cell: ({ owns }) => ownsInWords(owns),
    sort: ({ owns }) => owns.all,
    csv: ({ owns }) => owns.all,
  },
  {
    key: 'cover',
    head: 'Meanwhile',
    cell: ({ cover }) => cover ?? <span className="nb-secondary">Nobody acts</span>,
    csv: ({ cover }) => cover,
  },
];

const act: Column<OrphanLine> = {
  key: 'act',
  head: 'Act',
  narrowHead: '',
  cell: (orphan) => <Act orphan={orphan} />,
};

/** The owners whom nobody reaches, the weightiest cause first, each with the clicks that mend it. */
export const OrphanSection = ({ orphans, total }: { orphans: readonly OrphanLine[]; total: Owns }) => {
  const acts = useMay('handover.offer', nobodys);
  const waiting = orphans.reduce((sum, { owns }) => sum + owns.all, 0);
  return (
    <Section
      title="Nobody reaches them"
      links={
        orphans.length === 0 ? undefined : (
          <>
            <span className="nb-secondary">
              {formatNumber(waiting, 0)} of {plural(total.all, 'piece of work', 'pieces of work')}
            </span>
            <CsvLink
              name="orphaned-owners"
              of="Owners whom nobody reaches"
              columns={csvColumns(columns)}
              rows={orphans}
            />
          </>
        )
      }
    >
      <DataTable
        caption="Owners whom nobody reaches"
        columns={acts ? [...columns, act] : columns}
        rows={orphans}
        rowKey={({ id }) => id}
        sortName="orphans"
        empty={
          <EmptyState>
            Every owner has a role and gets mail. Nobody has left a report unanswered and been silent for 30 days.
          </EmptyState>
        }
      />
    </Section>
  );
};
