import { useState } from 'react';
import type { MeasureRow, ReadingAsWritten } from '@noticeboard/domain/views/measure-readings';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
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
  const send = async () => {
    const receipt = await save({ noticeId, id: reading.id, expectedVersion: reading.version, reason });
    if (receipt) onDone();
  };
  return (
    <ChangeForm
      problems={problems}
      save="Withdraw the reading"
      kind="warning"
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
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
    </ChangeForm>
  );
};
