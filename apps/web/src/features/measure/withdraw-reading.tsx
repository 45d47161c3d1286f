import { useState, type SyntheticEvent } from 'react';
import type { MeasureRow, ReadingAsWritten } from '@noticeboard/domain/views/measure-readings';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Textarea } from '../../components/textarea.tsx';

/** Withdraws a reading with a reason: it leaves the charts and stays in the history. */
export const WithdrawReading = ({
  row,
  reading,
  onDone,
}: {
  row: MeasureRow;
  reading: ReadingAsWritten;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const [reason, setReason] = useState('');
  const { save, saving, refusal } = useChange(trpc.reading.withdraw.mutationOptions());
  const problems: Readonly<Record<string, string>> =
    refusal === null ? {} : Object.keys(refusal.fields).length > 0 ? refusal.fields : { '': refusal.sentence };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const receipt = await save({ noticeId, id: reading.id, expectedVersion: reading.version, reason });
    if (receipt) onDone();
  };
  return (
    <form className="nb-form" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary problems={problems} />
      <p>
        {row.figure}, {row.period}. It leaves every page and stays in the history.
      </p>
      <Textarea
        id="reason"
        label="Why is it withdrawn?"
        rows={2}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
      <div className="govuk-button-group">
        <Button kind="warning" type="submit" disabled={saving}>
          Withdraw the reading
        </Button>
        <Button kind="secondary" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
