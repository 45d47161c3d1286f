import { useState } from 'react';
import type { Evidence } from '@noticeboard/domain/evidence';
import type { EvidenceLink, EvidenceView } from '@noticeboard/domain/views/evidence';
import { evidenceKinds } from '@noticeboard/domain/scales';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { draftOf, evidenceFields, readEvidence } from '../../components/evidence-draft.ts';
import { EvidenceFields } from '../../components/evidence-fields.tsx';
import { EvidenceLinksField, linksOf } from '../../components/evidence-links-field.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';

/** Edits what is said of evidence and what it is linked to, with the reason. */
export const EditForm = ({ evidence, onDone }: { evidence: EvidenceView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.evidence.edit.mutationOptions());
  const [opened] = useState(evidence.version);
  const [draft, setDraft] = useState(() => draftOf(evidence));
  const [links, setLinks] = useState<readonly EvidenceLink[]>(evidence.links);
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const { current: newer, version, see } = useSeenVersion(refusal, opened);
  const current = newer as Evidence | null;
  const problems = current ? {} : problemsOf([...evidenceFields, 'actionIds', 'reason'], own, refusal);

  const send = async () => {
    see();
    const read = readEvidence(draft);
    const found: Problems = {
      ...('problems' in read ? read.problems : {}),
      ...(links.length === 0 ? { actionIds: 'Choose what it is evidence of.' } : {}),
      ...(reason.trim() === '' ? { reason: 'Say why it is changed.' } : {}),
    };
    setOwn(found);
    if ('problems' in read || Object.keys(found).length > 0) return;
    const row = { noticeId, id: evidence.id, expectedVersion: version };
    if (await save({ ...row, ...read.said, ...linksOf(links), reason })) onDone();
  };

  return (
    <ChangeForm problems={problems} save="Save changes" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            {
              key: 'kind',
              label: 'Kind',
              theirs: evidenceKinds[current.kind].label,
              yours: draft.kind === '' ? '' : evidenceKinds[draft.kind].label,
            },
            { key: 'caption', label: 'Caption', theirs: current.caption, yours: draft.caption },
            { key: 'shows', label: 'What it shows', theirs: current.shows, yours: draft.shows },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <EvidenceFields draft={draft} problems={problems} onChange={setDraft} />
      <EvidenceLinksField links={links} error={problems['actionIds']} onChange={setLinks} />
      <Textarea
        id="reason"
        label="Why is it changed?"
        rows={2}
        value={reason}
        error={problems['reason']}
        onChange={setReason}
      />
    </ChangeForm>
  );
};
