import { useState } from 'react';
import type { EvidenceLink } from '@noticeboard/domain/views/evidence';
import { useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { ChangeForm } from './change-form.tsx';
import { type EvidenceDraft, evidenceFields, readEvidence } from './evidence-draft.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import { EvidenceLinksField, linksOf } from './evidence-links-field.tsx';
import { problemsOf, type Problems } from './problems.ts';
import { useUpload } from './upload.ts';

/**
 * Adds evidence, or a new version of some.
 * @param start what the fields hold at first
 * @param links what it is evidence of
 * @param choosing whether the reader chooses that
 * @param replacesId the evidence that it is a new version of
 * @param onDone called once it is saved or cancelled
 */
export const AddEvidenceForm = ({
  start,
  links: given,
  choosing = false,
  replacesId = null,
  onDone,
}: {
  start: EvidenceDraft;
  links: readonly EvidenceLink[];
  choosing?: boolean;
  replacesId?: string | null;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.evidence.add.mutationOptions());
  const upload = useUpload(noticeId);
  const [draft, setDraft] = useState(start);
  const [links, setLinks] = useState(given);
  const [own, setOwn] = useState<Problems>({});
  const [waiting, setWaiting] = useState(false);
  const problems = problemsOf([...evidenceFields, ...(choosing ? ['actionIds'] : [])], own, refusal);

  const send = async () => {
    const read = readEvidence(draft);
    const found: Problems = {
      ...(upload.state.kind === 'none' && draft.url.trim() === ''
        ? { uploadId: 'Choose a file, or enter a web address.' }
        : {}),
      ...('problems' in read ? read.problems : {}),
      ...(links.length === 0 ? { actionIds: 'Choose what it is evidence of.' } : {}),
    };
    setOwn(found);
    if ('problems' in read || Object.keys(found).length > 0) return;
    setWaiting(true);
    const file = await upload.ready();
    setWaiting(false);
    if (typeof file === 'string') return setOwn({ uploadId: file });
    const receipt = await save({
      noticeId,
      ...read.said,
      ...linksOf(links),
      uploadId: file?.uploadId ?? null,
      url: draft.url.trim() === '' ? null : draft.url.trim(),
      replacesId,
    });
    if (receipt) onDone();
  };

  return (
    <ChangeForm
      problems={problems}
      save={replacesId === null ? 'Save evidence' : 'Save new version'}
      saving={saving || waiting}
      onSave={send}
      onCancel={onDone}
    >
      <EvidenceFields draft={draft} problems={problems} upload={upload} onChange={setDraft} />
      {choosing ? <EvidenceLinksField links={links} error={problems['actionIds']} onChange={setLinks} /> : null}
    </ChangeForm>
  );
};
