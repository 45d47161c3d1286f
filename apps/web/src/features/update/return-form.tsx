import { useState } from 'react';
import type { PeriodUpdate } from '@noticeboard/domain/views/updates';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

/** Returns an update with a note, which its writer reads beside it: it is due again. */
export const ReturnForm = ({ update: { id, version, by }, onDone }: { update: PeriodUpdate; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const [note, setNote] = useState('');
  const { save, saving, refusal } = useChange(trpc.update.return.mutationOptions());
  // Several may be open at once, each with its own note.
  const field = `note-${id}`;
  const { note: wrong, ...other } = problemsOf(['note'], {}, refusal);
  const problems = wrong === undefined ? other : { [field]: wrong };
  return (
    <ChangeForm
      problems={problems}
      save="Return it"
      saving={saving}
      onSave={async () => {
        if (await save({ noticeId, id, expectedVersion: version, note })) onDone();
      }}
      onCancel={onDone}
    >
      <Textarea
        id={field}
        label="What is missing"
        hint={`${by} reads this beside the update, which is then due again.`}
        rows={2}
        value={note}
        error={wrong}
        onChange={setNote}
      />
    </ChangeForm>
  );
};
