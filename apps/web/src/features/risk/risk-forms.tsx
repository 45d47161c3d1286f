import { useState } from 'react';
import type { RiskView } from '@noticeboard/domain/views/risk';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Select } from '../../components/choices.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { impacts, likelihoods } from '../../components/risk-scales.ts';
import { Textarea } from '../../components/textarea.tsx';

type Props = { risk: RiskView; onDone: () => void };

/** Rates a risk again, with the reason. */
export const RateForm = ({ risk, onDone }: Props) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.risk.rate.mutationOptions());
  const [opened] = useState(risk.version);
  const [likelihood, setLikelihood] = useState(String(risk.likelihood));
  const [impact, setImpact] = useState(String(risk.impact));
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['likelihood', 'impact', 'reason'], own, refusal);

  const send = async () => {
    if (reason.trim() === '') return setOwn({ reason: 'Say why it is rated otherwise.' });
    setOwn({});
    const rated = { likelihood: Number(likelihood), impact: Number(impact) };
    if (await save({ noticeId, id: risk.id, expectedVersion: opened, ...rated, reason })) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save rating" saving={saving} onSave={send} onCancel={onDone}>
      <Select
        id="likelihood"
        label="Likelihood"
        error={problems['likelihood']}
        value={likelihood}
        choices={likelihoods}
        onChange={setLikelihood}
      />
      <Select
        id="impact"
        label="Impact"
        error={problems['impact']}
        value={impact}
        choices={impacts}
        onChange={setImpact}
      />
      <Textarea id="reason" label="Why?" rows={2} value={reason} error={problems['reason']} onChange={setReason} />
    </ChangeForm>
  );
};

/** Closes a risk or opens it again, with the reason. */
export const CloseForm = ({ risk, onDone }: Props) => {
  const { noticeId } = useNotice();
  const open = risk.state === 'open';
  const closing = useChange(trpc.risk.close.mutationOptions());
  const reopening = useChange(trpc.risk.reopen.mutationOptions());
  const { save, saving, refusal } = open ? closing : reopening;
  const [opened] = useState(risk.version);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['reason'], own, refusal);

  const send = async () => {
    if (reason.trim() === '') return setOwn({ reason: open ? 'Say why it is closed.' : 'Say why it is open again.' });
    setOwn({});
    if (await save({ noticeId, id: risk.id, expectedVersion: opened, reason })) onDone();
  };

  return (
    <ChangeForm
      problems={problems}
      save={open ? 'Close risk' : 'Reopen risk'}
      kind={open ? 'warning' : 'primary'}
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <Textarea
        id="reason"
        label={open ? 'Why is it closed?' : 'Why is it open again?'}
        hint={open ? 'It can no longer happen, it has happened, or it is lived with.' : undefined}
        rows={2}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};
