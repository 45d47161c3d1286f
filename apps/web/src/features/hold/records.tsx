import type { RecordLine } from '@noticeboard/domain/views/hold';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const RecordOf = ({ record, held }: { record: RecordLine; held: boolean }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.undo.mutationOptions());
  const undoes = useMay('meeting.undo', record.undoer) && held;
  const { id, version, outcome, minute, by, on, followUp, whyNotUndo } = record;
  return (
    <li className="nb-hold__record">
      <p>
        <StatusTag status={outcome} /> <span className="nb-as-typed">{minute}</span>
      </p>
      {followUp === null ? null : (
        <p>
          <strong>Follow-up:</strong> {followUp.what} {followUp.to}, by {formatDate(followUp.dueOn)}.
        </p>
      )}
      <p className="nb-meta">
        {by}, {formatDate(on)}
        {undoes && whyNotUndo !== null ? `. ${whyNotUndo}` : ''}
      </p>
      {refusal ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
      {undoes && whyNotUndo === null ? (
        <Button
          kind="secondary"
          disabled={saving}
          onClick={() => void save({ noticeId, id, expectedVersion: version })}
        >
          Undo<span className="govuk-visually-hidden">: {minute}</span>
        </Button>
      ) : null}
    </li>
  );
};

/** What the meeting recorded of an item, with the way to undo it while the meeting is held. */
export const Records = ({ records, held }: { records: readonly RecordLine[]; held: boolean }) =>
  records.length === 0 ? null : (
    <ol className="nb-list-plain nb-hold__records" aria-label="Recorded">
      {records.map((record) => (
        <RecordOf key={record.id} record={record} held={held} />
      ))}
    </ol>
  );
