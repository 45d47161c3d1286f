import { useState } from 'react';
import type { EvidenceView } from '@noticeboard/domain/views/evidence';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

/** Withdraws evidence with the reason; it stays to be read. */
export const WithdrawForm = ({ evidence, onDone }: { evidence: EvidenceView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.evidence.withdraw.mutationOptions());
  const [opened] = useState(evidence.version);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});

  const send = async () => {
    if (reason.trim() === '') return setOwn({ reason: 'Say why it is withdrawn.' });
    setOwn({});
    if (await save({ noticeId, id: evidence.id, expectedVersion: opened, reason })) onDone();
  };

  return (
    <ChangeForm
      problems={problemsOf(['reason'], own, refusal)}
      save="Withdraw evidence"
      kind="warning"
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <p>
        It counts no more for any stage. {evidence.versions.length === 0 ? '' : 'The version before it counts again. '}
        It stays here to be read.
      </p>
      <Textarea
        id="reason"
        label="Why is it withdrawn?"
        rows={2}
        value={reason}
        error={problemsOf(['reason'], own, refusal)['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};
