import { useState } from 'react';
import type { HoldItem, HoldView } from '@noticeboard/domain/views/hold';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { FollowUpFields, useFollowUp } from './follow-up-fields.tsx';

type Given = { item: HoldItem; people: HoldView['people']; onDone: () => void; onCancel: () => void };

const followUpIds = ['followUp', 'followUpToId', 'followUpDueOn'];

/** Notes an item, in the words that are offered or in others. */
export const NoteForm = ({ item: opened, people, onDone, onCancel }: Given) => {
  const [item] = useState(opened);
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.note.mutationOptions());
  const [minute, setMinute] = useState(item.records.length === 0 ? item.offers.note : '');
  const [own, setOwn] = useState<Problems>({});
  const followUp = useFollowUp();
  const problems = problemsOf(['minute', ...followUpIds], own, refusal);
  const send = async () => {
    const found: Problems = {
      ...(minute.trim() === '' ? { minute: 'Enter the minute.' } : {}),
      ...followUp.problems,
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    if (await save({ noticeId, itemId: item.id, seenId: item.seenId, minute, ...followUp.input })) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Record note" saving={saving} onSave={send} onCancel={onCancel}>
      <Textarea id="minute" label="Minute" value={minute} rows={4} error={problems['minute']} onChange={setMinute} />
      <FollowUpFields form={followUp} people={people} problems={problems} />
    </ChangeForm>
  );
};

/** Assures the action of an item. What convinced the board is offered from the evidence that was seen. */
export const AssureForm = ({ item: opened, people, onDone, onCancel }: Given) => {
  const [item] = useState(opened);
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.assure.mutationOptions());
  const [reason, setReason] = useState(item.offers.convinced);
  const [minute, setMinute] = useState(item.offers.assure);
  const [own, setOwn] = useState<Problems>({});
  const followUp = useFollowUp();
  const problems = problemsOf(['reason', 'minute', ...followUpIds], own, refusal);
  const send = async () => {
    const found: Problems = {
      ...(reason.trim() === '' ? { reason: 'Say what convinced the board.' } : {}),
      ...(minute.trim() === '' ? { minute: 'Enter the minute.' } : {}),
      ...followUp.problems,
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    if (await save({ noticeId, itemId: item.id, seenId: item.seenId, minute, reason, ...followUp.input })) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Record assurance" saving={saving} onSave={send} onCancel={onCancel}>
      <Textarea
        id="reason"
        label="What convinced the board"
        value={reason}
        rows={5}
        error={problems['reason']}
        onChange={setReason}
      />
      <Textarea id="minute" label="Minute" value={minute} rows={2} error={problems['minute']} onChange={setMinute} />
      <FollowUpFields form={followUp} people={people} problems={problems} />
    </ChangeForm>
  );
};
