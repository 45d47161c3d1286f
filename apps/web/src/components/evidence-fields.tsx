import { evidenceKinds, keysOf } from '@noticeboard/domain/scales';
import { Radios } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { captionFrom, type EvidenceDraft } from './evidence-draft.ts';
import { FileInput } from './file-input.tsx';
import type { Problems } from './problems.ts';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';
import type { Uploading } from './upload.ts';

const kindHints = {
  data: 'Figures that moved, or that show who was reached.',
  voice: 'What children, young people and families say.',
  practice: 'What is seen in the work itself: audits, samples, observations.',
  document: 'A plan, a letter, minutes. It shows that something exists, and counts for no stage.',
} as const;
const kinds = keysOf(evidenceKinds).map((value) => ({
  value,
  label: evidenceKinds[value].label,
  hint: kindHints[value],
}));

/**
 * The fields of a piece of evidence.
 * @param upload the file; left out where it is not to be changed
 */
export const EvidenceFields = ({
  draft,
  problems,
  upload,
  onChange,
}: {
  draft: EvidenceDraft;
  problems: Problems;
  upload?: Uploading;
  onChange: (draft: EvidenceDraft) => void;
}) => {
  const set = (fields: Partial<EvidenceDraft>) => onChange({ ...draft, ...fields });
  return (
    <>
      {upload === undefined ? null : (
        <>
          <FileInput
            id="uploadId"
            label="File"
            hint="PDF, Word, Excel, PowerPoint, OpenDocument, an image, CSV or text, up to 15 MB. Nothing about a single child."
            error={problems['uploadId']}
            upload={upload}
            onName={(name) => {
              if (draft.caption.trim() === '') set({ caption: captionFrom(name) });
            }}
          />
          <TextInput
            id="url"
            label="Or a web address"
            type="url"
            value={draft.url}
            error={problems['url']}
            onChange={(url) => set({ url })}
          />
        </>
      )}
      <Radios
        id="kind"
        label="What kind of evidence is it?"
        small
        value={draft.kind}
        choices={kinds}
        error={problems['kind']}
        onChange={(kind) => set({ kind })}
      />
      <TextInput
        id="caption"
        label="Caption"
        value={draft.caption}
        error={problems['caption']}
        onChange={(caption) => set({ caption })}
      />
      <Textarea
        id="shows"
        label="What does it show?"
        hint="Say what changed for children and families."
        rows={3}
        words={60}
        value={draft.shows}
        error={problems['shows']}
        onChange={(shows) => set({ shows })}
      />
      <div className="nb-evidence__period">
        <DateInput
          id="periodStart"
          label="First day that it speaks of (optional)"
          value={draft.from}
          error={problems['periodStart']}
          onChange={(from) => set({ from })}
        />
        <DateInput
          id="periodEnd"
          label="Last day that it speaks of (optional)"
          value={draft.to}
          error={problems['periodEnd']}
          onChange={(to) => set({ to })}
        />
      </div>
    </>
  );
};
