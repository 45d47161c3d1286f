import { useState } from 'react';
import { stages, type Stage } from '@noticeboard/domain/scales';
import type { Action } from '@noticeboard/domain/action';
import type { ActionView } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Radios } from '../../components/choices.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { useSeenVersion } from '../../components/seen-version.ts';

const settable = ['notStarted', 'inProgress', 'delivered'] as const;
type Settable = (typeof settable)[number];
const order = Object.keys(stages);
const hints: Readonly<Record<Settable, string>> = {
  notStarted: 'No work has begun.',
  inProgress: 'Work is under way.',
  delivered: 'You say that it is done. The programme office looks at the evidence next.',
};

const labelOf = (stage: Stage | '') => (stage === '' ? '' : stages[stage].label);

/** Moves an action between not started, in progress and delivered; back only with a reason. */
export const StageForm = ({ action, onDone }: { action: ActionView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.action.setStage.mutationOptions());
  // As it stood when the form was opened: another person's change must not slip under what is typed.
  const [read] = useState(() => ({ version: action.version, stage: action.stage }));
  const choices = settable.filter((stage) => stage !== read.stage);
  const [to, setTo] = useState<Settable | ''>(
    choices.at(-1) === 'delivered' && read.stage === 'inProgress' ? 'delivered' : '',
  );
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const back = to !== '' && order.indexOf(to) < order.indexOf(read.stage);
  const { current: newer, version, see } = useSeenVersion(refusal, read.version);
  const current = newer as Action | null;
  const problems = current ? {} : problemsOf(['to', 'reason'], own, refusal);

  const send = async () => {
    see();
    const found: Problems = {
      ...(to === '' ? { to: 'Choose a stage.' } : {}),
      ...(back && reason.trim() === '' ? { reason: 'Say why the action goes back.' } : {}),
    };
    setOwn(found);
    if (to === '' || Object.keys(found).length > 0) return;
    if (
      await save({
        noticeId,
        id: action.id,
        expectedVersion: version,
        to,
        reason: reason.trim() === '' ? null : reason,
      })
    )
      onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save stage" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[{ key: 'to', label: 'Stage', theirs: labelOf(current.stage), yours: labelOf(to) }]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <p>
        It is {stages[read.stage].label.toLowerCase()} now. What comes after delivered rests on evidence and on the
        board.
      </p>
      <Radios
        id="to"
        label="New stage"
        value={to}
        choices={choices.map((value) => ({ value, label: stages[value].label, hint: hints[value] }))}
        error={problems['to']}
        onChange={setTo}
      />
      {back ? (
        <Textarea
          id="reason"
          label="Why does it go back?"
          value={reason}
          rows={3}
          error={problems['reason']}
          onChange={setReason}
        />
      ) : null}
    </ChangeForm>
  );
};
