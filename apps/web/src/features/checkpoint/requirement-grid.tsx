import { Link } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import type { CheckpointHead } from '@noticeboard/domain/views/checkpoint-grid';
import type { RequirementRow, RequirementsByCheckpoint } from '@noticeboard/domain/views/checkpoint-requirements';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { cellClass, CheckpointHeads } from './checkpoint-heads.tsx';

const decided = new Set(['met', 'metLate', 'notMet']);

const csvOf = (heads: readonly CheckpointHead[]): CsvColumn<RequirementRow>[] => [
  { head: 'Number', cell: ({ code }) => code },
  { head: 'Requirement', cell: ({ title }) => title },
  { head: 'Due', cell: ({ due }) => due },
  { head: 'State today', cell: ({ state }) => state.label },
  ...heads.map(({ label }, index): CsvColumn<RequirementRow> => ({
    head: label,
    cell: ({ cells }) => cells[index]?.status.label ?? null,
  })),
];

const Row = ({ row, heads }: { row: RequirementRow; heads: readonly CheckpointHead[] }) => {
  const { noticeId, day: today } = useNotice();
  const { id, code, title, due, state, kind } = row;
  return (
    <tr>
      <th scope="row" className="nb-checkpoints__measure">
        <span className="nb-checkpoints__code">{code}</span>{' '}
        <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
          {title}
        </Link>
        {kind === 'commitment' ? <span className="nb-checkpoints__under">Public commitment</span> : null}
      </th>
      <td data-head="Due:">{due ?? <span className="nb-secondary">No date given</span>}</td>
      <td data-head="Today:">
        <StatusTag status={state} /> <Reason of={`requirement ${code}, ${state.label}`}>{state.reason}</Reason>
      </td>
      {heads.map(({ months, on, label, next }, index) => {
        const status = row.cells[index]?.status;
        if (!status) return null;
        const clear = decided.has(status.key) && on <= today;
        return (
          <td key={months} className={cellClass(status.tone, clear, next)} data-head={`${label}:`}>
            <StatusTag status={status} quiet={!clear} />
          </td>
        );
      })}
    </tr>
  );
};

/** The requirements: due, state today, and how each stood at every checkpoint by its dates. */
export const RequirementGrid = ({
  heads,
  requirements: { rows, totals },
}: {
  heads: readonly CheckpointHead[];
  requirements: RequirementsByCheckpoint;
}) => {
  const caption = 'Requirements by checkpoint';
  if (rows.length === 0) {
    return (
      <Section title={caption}>
        <EmptyState>No requirements are recorded yet. The programme office adds them in set-up.</EmptyState>
      </Section>
    );
  }
  return (
    <Section
      title={caption}
      links={<CsvLink name="requirements-by-checkpoint" of={caption} columns={csvOf(heads)} rows={rows} />}
    >
      <table className="nb-table nb-table--stack nb-checkpoints nb-checkpoints--requirements">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            <th scope="col">Due</th>
            <th scope="col">State today</th>
            <CheckpointHeads heads={heads} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} heads={heads} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              All requirements
            </th>
            {heads.map(({ months, label, next }, index) => (
              <td key={months} className={next ? 'nb-checkpoints__cell--next' : undefined} data-head={`${label}:`}>
                {totals[index]?.words}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p className="nb-meta">
        By the dates that are recorded. A requirement that is met already is shown as met at every later checkpoint.
      </p>
    </Section>
  );
};
