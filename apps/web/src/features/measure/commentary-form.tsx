import { useState } from 'react';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { CommentaryFields, readByWhen, type Explanation } from '../../components/commentary-fields.tsx';
import { noDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';

const nothing: Explanation = { reason: '', action: '', byWhen: noDate, effect: '' };
const fields = ['reason', 'action', 'byWhen', 'effect'] as const;

const found = (typed: Explanation): Problems => {
  const read = readByWhen(typed);
  return {
    ...(typed.reason.trim() === '' ? { reason: 'Say why it is so.' } : {}),
    ...(typed.action.trim() === '' ? { action: 'Say what is done about it.' } : {}),
    ...('error' in read ? { byWhen: read.error } : read.on === null ? { byWhen: 'Enter by when it is done.' } : {}),
    ...(typed.effect.trim() === '' ? { effect: 'Say what it means for children and families.' } : {}),
  };
};

/** Explains a measure that is red or worsened twice. */
export const CommentaryForm = ({
  measureId,
  readingId,
  onDone,
}: {
  measureId: string;
  readingId: string;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.commentary.write.mutationOptions());
  const [typed, setTyped] = useState(nothing);
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(fields, own, refusal);
  const send = async () => {
    const wrong = found(typed);
    setOwn(wrong);
    const read = readByWhen(typed);
    if (Object.keys(wrong).length > 0 || !('on' in read) || read.on === null) return;
    const { reason, action, effect } = typed;
    if (await save({ noticeId, measureId, readingId, reason, action, byWhen: read.on, effect })) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Save explanation" saving={saving} onSave={send} onCancel={onDone}>
      <CommentaryFields
        value={typed}
        problems={problems}
        onChange={(patch) => setTyped((before) => ({ ...before, ...patch }))}
      />
    </ChangeForm>
  );
};
