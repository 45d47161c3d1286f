import { useState } from 'react';
import type { Action } from '@noticeboard/domain/action';
import type { GatedStage } from '@noticeboard/domain/rules/gate';
import { stages } from '@noticeboard/domain/scales';
import type { ActionView } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { MissingList } from './missing-list.tsx';

/** The words of each gate: on its button, over its form, and beside the reason. */
export const gateWords: Readonly<Record<GatedStage, { button: string; reason: string; hint: string }>> = {
  evidenced: {
    button: 'Mark evidenced',
    reason: 'What did you see? (optional)',
    hint: 'It stands in the history of the action.',
  },
  embedded: {
    button: 'Mark embedded',
    reason: 'What shows that it will last? (optional)',
    hint: 'It stands in the history of the action.',
  },
  assured: {
    button: 'Record assurance',
    reason: 'What convinced the board?',
    hint: 'It stands in the history of the action, and everybody reads it.',
  },
};

const Form = ({ action, to, onDone }: { action: ActionView; to: GatedStage; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const changes = {
    evidenced: useChange(trpc.action.evidence.mutationOptions()),
    embedded: useChange(trpc.action.embed.mutationOptions()),
    assured: useChange(trpc.action.assure.mutationOptions()),
  };
  const { saving, refusal, forget } = changes[to];
  const [opened] = useState(action.version);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const { current: newer, version, see } = useSeenVersion(refusal, opened);
  const current = newer as Action | null;
  const problems = current ? {} : problemsOf(['reason'], own, refusal);

  const send = async () => {
    see();
    const said = reason.trim() === '' ? null : reason;
    if (to === 'assured' && said === null) return setOwn({ reason: 'Say what convinced the board.' });
    setOwn({});
    const row = { noticeId, id: action.id, expectedVersion: version };
    const receipt = await (to === 'assured'
      ? changes.assured.save({ ...row, reason: said ?? '' })
      : changes[to].save({ ...row, reason: said }));
    if (receipt) onDone();
  };

  return (
    <ChangeForm problems={problems} save={gateWords[to].button} saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[{ key: 'to', label: 'Stage', theirs: stages[current.stage].label, yours: stages[to].label }]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <Textarea
        id="reason"
        label={gateWords[to].reason}
        hint={gateWords[to].hint}
        rows={3}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};

/** Takes an action through a gate, or says what is missing while it is shut. */
export const GateForm = ({ action, to, onDone }: { action: ActionView; to: GatedStage; onDone: () => void }) => {
  const missing = action.gates.find((gate) => gate.to === to)?.missing ?? [];
  if (missing.length === 0) return <Form action={action} to={to} onDone={onDone} />;
  return (
    <>
      <p>It can’t be called {stages[to].label.toLowerCase()} yet:</p>
      <MissingList missing={missing} />
      <Button kind="secondary" onClick={onDone}>
        Close
      </Button>
    </>
  );
};
