import { useState, type ReactNode } from 'react';
import { useNotice } from '../../app/notice.ts';
import type { Changing } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

type Input = { noticeId: string; id: string; expectedVersion: number; reason: string };

/**
 * The form of a change of one row that takes nothing but a reason.
 * @param question what the reason answers
 * @param save the words of its button
 */
export const OneReasonForm = <Receipt,>({
  row,
  change: { save: send, saving, refusal },
  question,
  hint,
  save,
  kind = 'primary',
  onDone,
  children,
}: {
  row: { id: string; version: number };
  change: Changing<Input, Receipt>;
  question: string;
  hint?: string;
  save: string;
  kind?: 'primary' | 'warning';
  onDone: () => void;
  children: ReactNode;
}) => {
  const { noticeId } = useNotice();
  const [reason, setReason] = useState('');
  const problems = problemsOf(['reason'], {}, refusal);
  const onSave = async () => {
    if (await send({ noticeId, id: row.id, expectedVersion: row.version, reason })) onDone();
  };
  return (
    <ChangeForm problems={problems} save={save} kind={kind} saving={saving} onSave={onSave} onCancel={onDone}>
      {children}
      <Textarea
        id="reason"
        label={question}
        hint={hint}
        rows={2}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};
