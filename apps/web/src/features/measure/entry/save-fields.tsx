import { keysOf, readingStates, type ReadingState } from '@noticeboard/domain/scales';
import { Checkboxes, Radios } from '../../../components/choices.tsx';
import type { Problems } from '../../../components/problems.ts';
import { TextInput } from '../../../components/text-input.tsx';
import { Textarea } from '../../../components/textarea.tsx';

/** What is said of all the readings together. */
export type SaveDraft = { state: ReadingState; sourceTitle: string; reason: string; checked: boolean };
export const noSaveDraft: SaveDraft = { state: 'provisional', sourceTitle: '', reason: '', checked: false };

/** Asks what belongs to all the readings; why, where any is a correction; and the tick, where any is doubtful. */
export const SaveFields = ({
  draft,
  corrections,
  doubtful,
  problems,
  onChange,
}: {
  draft: SaveDraft;
  corrections: boolean;
  doubtful: boolean;
  problems: Problems;
  onChange: (draft: SaveDraft) => void;
}) => (
  <div className="nb-entry-save">
    {corrections ? (
      <Textarea
        id="reason"
        label="Why are they corrected?"
        hint="One reason for every correction. Old and new both stay in the history."
        rows={2}
        value={draft.reason}
        error={problems['reason']}
        onChange={(reason) => onChange({ ...draft, reason })}
      />
    ) : null}
    {doubtful ? (
      <Checkboxes
        id="checked"
        label={<span className="govuk-visually-hidden">What is doubtful</span>}
        small
        value={draft.checked ? ['checked'] : []}
        choices={[{ value: 'checked', label: 'I have checked these' }]}
        error={problems['checked']}
        onChange={(value) => onChange({ ...draft, checked: value.length > 0 })}
      />
    ) : null}
    <div className="nb-form__columns">
      <Radios
        id="state"
        label="How final are they?"
        hint="Of new readings. A corrected one keeps its own."
        inline
        small
        value={draft.state}
        choices={keysOf(readingStates).map((value) => ({ value, label: readingStates[value].label }))}
        onChange={(state) => onChange({ ...draft, state })}
      />
      <TextInput
        id="sourceTitle"
        label="Source (optional)"
        hint="Where these figures can be checked."
        value={draft.sourceTitle}
        error={problems['sourceTitle']}
        onChange={(sourceTitle) => onChange({ ...draft, sourceTitle })}
      />
    </div>
  </div>
);
