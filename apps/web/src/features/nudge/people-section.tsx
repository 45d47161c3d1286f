import { Link } from '@tanstack/react-router';
import type { NudgePerson } from '@noticeboard/domain/views/nudges';
import { useNotice } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';

const counts = { late: 'Late', returned: 'Returned', due: 'Due' } as const;
type Count = keyof typeof counts;

const countColumn = (key: Count): Column<NudgePerson> => ({
  key,
  head: counts[key],
  cell: (row) => row[key],
  sort: (row) => row[key],
  csv: (row) => row[key],
  numeric: true,
});

const Preview = ({ person: { title, subject, text } }: { person: NudgePerson }) => (
  <Reason label="What the mail says" of={`to ${title}`}>
    <p>
      <strong>{subject}</strong>
    </p>
    <p className="nb-letter">{text}</p>
  </Reason>
);

const Way = ({ person, canSend, onSend }: { person: NudgePerson; canSend: boolean; onSend: () => void }) => {
  const { noticeId } = useNotice();
  const { memberId, title, why, lacksAddress } = person;
  return (
    <>
      {why === null ? null : <span className="nb-nudge__why">{why} </span>}
      {why !== null && lacksAddress ? (
        <Link to="/n/$noticeId/set-up/members/$memberId" params={{ noticeId, memberId }} className="govuk-link">
          E-mail address<span className="govuk-visually-hidden"> of {title}</span>
        </Link>
      ) : null}
      {why === null && canSend ? (
        <button type="button" className="nb-link-button" onClick={onSend}>
          Nudge<span className="govuk-visually-hidden"> {title}</span>
        </button>
      ) : null}
    </>
  );
};

const columnsOf = (
  people: readonly NudgePerson[],
  canSend: boolean,
  onSend: (memberId: string) => void,
): readonly Column<NudgePerson>[] => [
  {
    key: 'title',
    head: 'Person',
    rowHead: true,
    cell: (row) => (
      <>
        {row.title}
        <span className="nb-meta nb-nudge__organisation">{row.organisation}</span>
      </>
    ),
    sort: (row) => row.title,
    csv: (row) => row.title,
  },
  ...(Object.keys(counts) as Count[])
    .filter((key) => people.some((person) => person[key] > 0))
    .map((key) => countColumn(key)),
  {
    key: 'mail',
    head: 'Mail today',
    narrowHead: '',
    cell: (row) => (
      <div className="nb-nudge__mail">
        <Way person={row} canSend={canSend} onSend={() => onSend(row.memberId)} />
        <Preview person={row} />
      </div>
    ),
    csv: (row) => row.why ?? 'Not written to yet',
  },
];

/** People from whom something is due: how much, whether a mail would reach them, and what it would say. */
export const PeopleSection = ({
  title,
  intro,
  sortName,
  people,
  canSend,
  onSend,
}: {
  title: string;
  intro?: string;
  /** The name of its sorting in the address. */
  sortName: string;
  people: readonly NudgePerson[];
  canSend: boolean;
  onSend: (memberId: string) => void;
}) => {
  const columns = columnsOf(people, canSend, onSend);
  return (
    <Section title={title} {...(intro === undefined ? {} : { intro })}>
      <div className="nb-nudge">
        <DataTable
          caption={title}
          columns={columns}
          rows={people}
          rowKey={({ memberId }) => memberId}
          sortName={sortName}
          csv={sortName.replace('sort-', '')}
        />
      </div>
    </Section>
  );
};
