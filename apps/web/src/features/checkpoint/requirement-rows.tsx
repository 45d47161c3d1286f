import { Link } from '@tanstack/react-router';
import type { CheckpointHead } from '@noticeboard/domain/views/checkpoint-grid';
import type { RequirementRow } from '@noticeboard/domain/views/checkpoint-requirements';
import { useNotice } from '../../app/notice.ts';
import { Reason } from '../../components/reason.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { cellClass } from './checkpoint-heads.tsx';

const decided = new Set(['met', 'metLate', 'notMet']);

const Row = ({
  row: { id, code, title, due, state, kind, cells },
  heads,
  of,
}: {
  row: RequirementRow;
  heads: readonly CheckpointHead[];
  /** How many rows the head of the group spans; null where it stands above. */
  of: number | null;
}) => {
  const { noticeId, day: today } = useNotice();
  return (
    <tr>
      {of === null ? null : (
        <th scope="rowgroup" rowSpan={of} className="nb-checkpoints__area">
          <Link to="/n/$noticeId/requirements" params={{ noticeId }}>
            Requirements
          </Link>
        </th>
      )}
      <th scope="row" className="nb-checkpoints__measure">
        <span className="nb-checkpoints__code">{code}</span>{' '}
        <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
          {title}
        </Link>
        {kind === 'commitment' ? <span className="nb-checkpoints__under">Public commitment</span> : null}
      </th>
      <td className="nb-checkpoints__latest" data-head="Today:">
        <StatusTag status={state} /> <Reason of={`requirement ${code}, ${state.label}`}>{state.reason}</Reason>
        <span className="nb-checkpoints__under">{due === null ? 'No date given' : `Due ${due}`}</span>
      </td>
      {heads.map(({ months, on, label, next }, index) => {
        const status = cells[index]?.status;
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

/** The requirements, in the same grid as the measures: due and state today, and how each stood at every checkpoint by its dates. */
export const RequirementRows = ({
  rows,
  heads,
}: {
  rows: readonly RequirementRow[];
  heads: readonly CheckpointHead[];
}) =>
  rows.length === 0 ? null : (
    <tbody>
      {rows.map((row, index) => (
        <Row key={row.id} row={row} heads={heads} of={index === 0 ? rows.length : null} />
      ))}
    </tbody>
  );
