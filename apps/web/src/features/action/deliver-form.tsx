import { useState } from 'react';
import type { Action } from '@noticeboard/domain/action';
import { stages } from '@noticeboard/domain/scales';
import type { ActionView } from '@noticeboard/domain/views/action';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { evidenceFields, isUntouched, noEvidence, readEvidence } from '../../components/evidence-draft.ts';
import { EvidenceFields } from '../../components/evidence-fields.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { useUpload } from '../../components/upload.ts';

/** Marks an action delivered, in one change with evidence of its impact where there is some already. */
export const DeliverForm = ({ action, onDone }: { action: ActionView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal: given, forget } = useChange(trpc.action.deliver.mutationOptions());
  const upload = useUpload(noticeId);
  const [opened] = useState(action.version);
  const [first] = useState(() => action.evidence.kinds.find(({ status }) => status.key === 'missing')?.kind ?? 'data');
  const [draft, setDraft] = useState(() => noEvidence(first));
  const [own, setOwn] = useState<Problems>({});
  const [waiting, setWaiting] = useState(false);
  // What is wrong with the evidence is named as a part of it.
  const refusal = given && {
    ...given,
    fields: Object.fromEntries(
      Object.entries(given.fields).map(([field, sentence]) => [field.replace(/^evidence\./, ''), sentence]),
    ),
  };
  const { current: newer, version, see } = useSeenVersion(refusal, opened);
  const current = newer as Action | null;
  const problems = current ? {} : problemsOf(evidenceFields, own, refusal);

  const send = async () => {
    see();
    const read = readEvidence(draft);
    const without = upload.state.kind === 'none' && isUntouched(draft);
    const found: Problems = without
      ? {}
      : {
          ...(upload.state.kind === 'none' && draft.url.trim() === ''
            ? { uploadId: 'Choose a file or enter a web address, or empty the rest to add evidence later.' }
            : {}),
          ...('problems' in read ? read.problems : {}),
        };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    setWaiting(true);
    const file = await upload.ready();
    setWaiting(false);
    if (typeof file === 'string') return setOwn({ uploadId: file });
    const url = draft.url.trim() === '' ? null : draft.url.trim();
    const evidence = without || 'problems' in read ? null : { ...read.said, uploadId: file?.uploadId ?? null, url };
    if (await save({ noticeId, id: action.id, expectedVersion: version, evidence })) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Mark delivered" saving={saving || waiting} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={given?.by ?? null}
          fields={[{ key: 'to', label: 'Stage', theirs: stages[current.stage].label, yours: stages.delivered.label }]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <p>
        You say that it is done. The programme office calls it evidenced once it has seen the impact in data, voice and
        practice. Leave what follows empty to add evidence later.
      </p>
      <EvidenceFields draft={draft} problems={problems} upload={upload} onChange={setDraft} />
    </ChangeForm>
  );
};
