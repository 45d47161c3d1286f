import { useState } from 'react';
import type { VersionLine } from '@noticeboard/domain/views/plan-versions';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

/** Withdraws a version that was recorded by mistake, with the reason. */
export const WithdrawForm = ({ line, onDone }: { line: VersionLine; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.planVersion.withdraw.mutationOptions());
  const [opened] = useState(line.version);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['reason'], own, refusal);

  const send = async () => {
    if (reason.trim() === '') return setOwn({ reason: 'Say why it is withdrawn.' });
    setOwn({});
    if (await save({ noticeId, id: line.id, expectedVersion: opened, reason })) onDone();
  };

  return (
    <ChangeForm
      problems={problems}
      save="Withdraw version"
      kind="warning"
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <p>
        It leaves this list and stays in the history.
        {line.fixes === 0 ? '' : ' The original dates that it set stay until another agreed version is recorded.'}
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
