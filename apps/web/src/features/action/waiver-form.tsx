import { useState } from 'react';
import type { KindLine } from '@noticeboard/domain/views/action-evidence';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

/** Records why one kind of evidence is not asked of an action, or takes the waiver back: each with its reason. */
export const WaiverForm = ({
  actionId,
  kind: { kind, label, waiver },
  onDone,
}: {
  actionId: string;
  kind: KindLine;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const record = useChange(trpc.waiver.record.mutationOptions());
  const withdraw = useChange(trpc.waiver.withdraw.mutationOptions());
  const { saving, refusal } = waiver ? withdraw : record;
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['reason'], own, refusal);
  const name = label.toLowerCase();

  const send = async () => {
    if (reason.trim() === '')
      return setOwn({ reason: waiver ? 'Say why it is asked for again.' : 'Say why it is not asked for.' });
    setOwn({});
    const receipt = await (waiver
      ? withdraw.save({ noticeId, id: waiver.id, expectedVersion: waiver.version, reason })
      : record.save({ noticeId, actionId, kind, reason }));
    if (receipt) onDone();
  };

  return (
    <ChangeForm
      problems={problems}
      save={waiver ? 'Ask for it again' : 'Record the waiver'}
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <Textarea
        id="reason"
        label={waiver ? `Why is evidence in ${name} asked for again?` : `Why is evidence in ${name} not asked for?`}
        hint="It stands beside the action, and everybody reads it."
        rows={3}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};
