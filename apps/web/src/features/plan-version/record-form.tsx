import { useState } from 'react';
import { keysOf, planVersionKinds, type PlanVersionKind } from '@noticeboard/domain/scales';
import type { PlanVersionsView } from '@noticeboard/domain/views/plan-versions';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes, Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, partsOf, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { TextInput } from '../../components/text-input.tsx';
import { Textarea } from '../../components/textarea.tsx';

const fields = ['kind', 'title', 'on', 'standsOn', 'evidenceId', 'note', 'reason'] as const;

/** What the record of an agreed version did to the original dates of its actions. */
const saidOf = ({ fixed, moved }: { fixed: number; moved: number }, kind: PlanVersionKind | ''): string => {
  if (kind !== 'agreed') return 'The version is recorded.';
  const set = `The version is recorded. ${plural(fixed, 'action')} ${fixed === 1 ? 'takes its' : 'take their'} original date from it`;
  return moved === 0
    ? `${set}; none of them changed.`
    : `${set}, ${plural(moved, 'of them', 'of them')} another than before.`;
};

/** Records a version of the plan: as it stands, or as at the end of a past day. */
export const RecordForm = ({
  evidence,
  onDone,
}: Pick<PlanVersionsView, 'evidence'> & { onDone: (said: string | null) => void }) => {
  const { noticeId, today } = useNotice();
  const { save, saving, refusal } = useChange(trpc.planVersion.record.mutationOptions());
  const [kind, setKind] = useState<PlanVersionKind | ''>('');
  const [title, setTitle] = useState('');
  const [on, setOn] = useState(() => partsOf(today));
  const [standsOn, setStandsOn] = useState(noDate);
  const [evidenceId, setEvidenceId] = useState('');
  const [note, setNote] = useState('');
  const [frozen, setFrozen] = useState<string[]>(['page']);
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(fields, own, refusal);

  const send = async () => {
    const [day, position] = [readDate(on, 'Day'), readDate(standsOn, 'Day of the plan')];
    const found: Record<string, string> = {};
    if (kind === '') found['kind'] = 'Choose what became of the plan.';
    if (title.trim() === '') found['title'] = 'Enter title.';
    if ('error' in day) found['on'] = day.error;
    else if (day.on === null) found['on'] = 'Enter the day.';
    if ('error' in position) found['standsOn'] = position.error;
    setOwn(found);
    if (kind === '' || 'error' in day || day.on === null || 'error' in position || title.trim() === '') return;
    const receipt = await save({
      noticeId,
      kind,
      title,
      on: day.on,
      standsOn: position.on,
      evidenceId: evidenceId === '' ? null : evidenceId,
      note: note.trim() === '' ? null : note,
      freeze: frozen.length > 0,
      reason: `Plan ${planVersionKinds[kind].label.toLowerCase()}`,
    });
    if (receipt) onDone(saidOf(receipt, kind));
  };

  return (
    <ChangeForm problems={problems} save="Record version" saving={saving} onSave={send} onCancel={() => onDone(null)}>
      <Select
        id="kind"
        label="What became of the plan"
        empty="Choose one"
        error={problems['kind']}
        value={kind}
        choices={keysOf(planVersionKinds).map((value) => ({ value, label: planVersionKinds[value].label }))}
        onChange={setKind}
      />
      {kind === 'agreed' ? (
        <p>
          The due date that each action has in it becomes its original date, for good. Actions that an earlier agreed
          version holds keep theirs.
        </p>
      ) : null}
      <TextInput id="title" label="Title" value={title} error={problems['title']} onChange={setTitle} />
      <DateInput id="on" label="When" value={on} error={problems['on']} onChange={setOn} />
      <DateInput
        id="standsOn"
        label="Which day’s plan it is (optional)"
        hint="The plan as at the end of that day. Leave it empty for the plan as it stands now."
        value={standsOn}
        error={problems['standsOn']}
        onChange={setStandsOn}
      />
      <Checkboxes
        id="freeze"
        label="Document"
        small
        value={frozen}
        choices={[{ value: 'page', label: 'Freeze a page of the plan with it' }]}
        onChange={setFrozen}
      />
      <Select
        id="evidenceId"
        label="File or link among the evidence (optional)"
        empty="None"
        error={problems['evidenceId']}
        value={evidenceId}
        choices={evidence}
        onChange={setEvidenceId}
      />
      <Textarea id="note" label="Note (optional)" rows={2} value={note} error={problems['note']} onChange={setNote} />
    </ChangeForm>
  );
};
