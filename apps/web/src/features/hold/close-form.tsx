import { useState } from 'react';
import type { HoldView } from '@noticeboard/domain/views/hold';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { problemsOf } from '../../components/problems.ts';

/** Closes a meeting: names the items without an outcome, and asks of each whether the next meeting takes it up. */
export const CloseForm = ({ hold, onDone, onCancel }: { hold: HoldView; onDone: () => void; onCancel: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.close.mutationOptions());
  const { meeting, items, carriedTo } = hold;
  const left = items.filter(({ records }) => records.length === 0);
  const [dropped, setDropped] = useState<string[]>([]);
  const carriedIds = carriedTo === null ? [] : left.map(({ id }) => id).filter((id) => !dropped.includes(id));
  const send = async () => {
    const receipt = await save({
      noticeId,
      id: meeting.id,
      expectedVersion: meeting.version,
      carriedIds,
      leftIds: left.map(({ id }) => id).filter((id) => !carriedIds.includes(id)),
    });
    if (receipt) onDone();
  };
  return (
    <ChangeForm
      problems={problemsOf(['carriedIds'], {}, refusal)}
      save="Close the meeting"
      saving={saving}
      onSave={send}
      onCancel={onCancel}
    >
      <p>What was recorded stands, and can’t be undone once the meeting is closed.</p>
      {left.length === 0 ? (
        <p>Every item has an outcome.</p>
      ) : carriedTo === null ? (
        <>
          <p>These items have no outcome. No later meeting of this kind is planned, so they are left:</p>
          <ul className="govuk-list govuk-list--bullet">
            {left.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      ) : (
        <Checkboxes
          id="carriedIds"
          label={`Items without an outcome: carry over to ${carriedTo}`}
          hint="What is not carried over is left. The minutes say which."
          value={carriedIds}
          choices={left.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
          small
          onChange={(carried) => setDropped(left.map(({ id }) => id).filter((id) => !carried.includes(id)))}
        />
      )}
    </ChangeForm>
  );
};
