import { useState } from 'react';
import type { MeetingView } from '@noticeboard/domain/views/meeting';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { TextInput } from '../../components/text-input.tsx';

/** Cancels a meeting: it stays to be read, and calendars say so. */
export const CancelForm = ({ meeting, onDone }: { meeting: MeetingView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.cancel.mutationOptions());
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['reason'], own, refusal);
  const send = async () => {
    const empty = reason.trim() === '';
    setOwn(empty ? { reason: 'Give the reason.' } : {});
    if (!empty && (await save({ noticeId, id: meeting.id, expectedVersion: meeting.version, reason }))) onDone();
  };
  return (
    <ChangeForm
      problems={problems}
      save="Cancel the meeting"
      kind="warning"
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <p>It stays in the list as cancelled, and so it does in the calendars that follow this notice.</p>
      <TextInput id="reason" label="Why" value={reason} error={problems['reason']} onChange={setReason} />
    </ChangeForm>
  );
};
