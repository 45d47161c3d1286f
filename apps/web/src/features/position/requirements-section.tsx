import { Link } from '@tanstack/react-router';
import type { RequirementLine } from '@noticeboard/domain/views/position-requirements';
import { useNotice } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const Due = ({ due, next }: Pick<RequirementLine, 'due' | 'next'>) => {
  if (!due) return <span className="nb-secondary">No date given</span>;
  return (
    <>
      {next ? <strong>{due.words}</strong> : due.words}{' '}
      {due.disputed === null ? null : <Marks source={{ mark: 'own', disputed: due.disputed, unconfirmed: null }} />}
      <span className="nb-position__under">{due.days}</span>
    </>
  );
};

const State = ({ state, stands }: Pick<RequirementLine, 'state' | 'stands'>) => (
  <>
    <StatusTag status={state} />
    {state.reason === stands ? null : (
      <>
        {' '}
        <Reason of={state.label}>{state.reason}</Reason>
      </>
    )}
  </>
);

const columnsOf = (noticeId: string): Column<RequirementLine>[] => [
  { key: 'code', head: 'No.', cell: ({ code }) => code, csv: ({ code }) => code, narrowHead: '' },
  {
    key: 'title',
    head: 'What the notice requires',
    rowHead: true,
    cell: ({ id, title, kind }) => (
      <>
        <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
          {title}
        </Link>
        {kind === 'commitment' ? <span className="nb-position__under">Public commitment</span> : null}
      </>
    ),
    csv: ({ title }) => title,
  },
  {
    key: 'due',
    head: 'Due',
    cell: ({ due, next }) => <Due due={due} next={next} />,
    csv: ({ due }) => due?.words ?? null,
  },
  {
    key: 'state',
    head: 'State',
    narrowHead: '',
    cell: ({ state, stands }) => <State state={state} stands={stands} />,
    csv: ({ state }) => state.label,
  },
  { key: 'stands', head: 'Where it stands', narrowHead: '', cell: ({ stands }) => stands, csv: ({ stands }) => stands },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ sources }) => (
      <span className="nb-marks">
        {sources.map((source) => (
          <Marks key={source.mark} source={{ ...source, disputed: null, unconfirmed: null }} />
        ))}
      </span>
    ),
    csv: ({ sources }) => sources.map(({ mark }) => mark).join(', '),
  },
];

/** The requirements of the notice: due, state, and where each stands. */
export const RequirementsSection = ({ requirements }: { requirements: readonly RequirementLine[] }) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title="Requirements"
      links={
        <>
          <Link to="/n/$noticeId/intervention" params={{ noticeId }}>
            Intervention risk
          </Link>
          <Link to="/n/$noticeId/requirements" params={{ noticeId }}>
            All requirements and deadlines
          </Link>
        </>
      }
    >
      <div className="nb-requirements">
        <DataTable
          caption="Requirements of the notice and public commitments"
          columns={columnsOf(noticeId)}
          rows={requirements}
          rowKey={({ id }) => id}
          isDue={({ next }) => next}
          csv="requirements"
          empty={<EmptyState>No requirements are recorded yet. The programme office adds them in set-up.</EmptyState>}
        />
      </div>
    </Section>
  );
};
