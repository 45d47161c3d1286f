import { useState } from 'react';
import { judgementRatings, keysOf, progressLevels, type JudgementRating } from '@noticeboard/domain/scales';
import type { DfeReviewView, JudgedLine } from '@noticeboard/domain/views/dfe-review';
import { listInWords, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Radios } from '../../components/choices.tsx';
import { Details } from '../../components/details.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { useUpload } from '../../components/upload.ts';
import { draftOf, judgementsIn, keyOf, type Chosen, type JudgeDraft } from './judge-draft.ts';
import { optional } from '../../components/optional.tsx';

const choices = [...keysOf(progressLevels), 'notJudged' as const].map((value: JudgementRating) => ({
  value,
  label: judgementRatings[value].label,
}));

/** One area or requirement: how DfE judges it and, once it is judged, on what grounds. */
const JudgedField = ({
  line,
  chosen: { rating, grounds },
  onChange,
}: {
  line: JudgedLine;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}) => {
  const key = keyOf(line);
  return (
    <div className="nb-judge">
      <Radios
        id={key}
        label={`${line.name}, ${line.title}`}
        hint={line.before ? `Before: ${line.before.rating.label.toLowerCase()}, ${line.before.on}` : undefined}
        inline
        small
        value={rating}
        choices={choices}
        onChange={(value) => onChange({ rating: value, grounds })}
      />
      {rating === '' || rating === 'notJudged' ? null : (
        <Textarea
          id={`grounds-${key}`}
          label={optional(`Grounds for ${line.name.toLowerCase()}`)}
          rows={2}
          value={grounds}
          onChange={(words) => onChange({ rating, grounds: words })}
        />
      )}
    </div>
  );
};

const Released = ({ lines }: { lines: readonly JudgedLine[] }) =>
  lines.map(({ name, released }) => (
    <p className="nb-meta" key={name}>
      {released}
    </p>
  ));

/** Says what the press of the button does, before it is pressed: there is no draft, and no way back but a correction. */
const WhatHappens = ({ parts, correcting }: { parts: readonly string[]; correcting: boolean }) => (
  <p className="govuk-inset-text" role="status">
    {parts.length === 0
      ? 'Nothing is chosen yet.'
      : `You publish ${listInWords(parts)} to the council. Everybody of the notice sees it at once.`}{' '}
    {correcting
      ? 'What was published before stays in the history.'
      : 'There is no draft. What you correct later stays in the history beside it.'}
  </p>
);

const useJudging = ({ review, areas, requirements, outcome }: DfeReviewView, onDone: () => void) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.dfeReview.publish.mutationOptions());
  const upload = useUpload(noticeId);
  const lines = [...areas, ...requirements].filter(({ released }) => released === null);
  const [draft, setDraft] = useState<JudgeDraft>(() => draftOf(lines));
  const [summary, setSummary] = useState(outcome?.summary ?? '');
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const judgements = judgementsIn(lines, draft);
  const parts = [
    ...(judgements.length > 0 ? [plural(judgements.length, 'judgement')] : []),
    ...(summary.trim() !== (outcome?.summary ?? '') ? ['a summary'] : []),
    ...(upload.state.kind === 'sent' || upload.state.kind === 'sending' ? ['a letter'] : []),
  ];
  const send = async () => {
    const file = await upload.ready();
    const found: Problems = {
      ...(typeof file === 'string' ? { uploadId: file } : {}),
      ...(parts.length === 0 ? { '': 'Choose a judgement, write a summary or send the letter.' } : {}),
      ...(outcome && reason.trim() === '' ? { reason: 'Say why what was published is corrected.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0 || typeof file === 'string') return;
    const saved = await save({
      noticeId,
      meetingId: review.id,
      expectedVersion: outcome?.version ?? 0,
      judgements,
      summary: summary.trim() === '' ? null : summary,
      uploadId: file?.uploadId ?? null,
      reason: outcome ? reason : null,
    });
    if (saved) onDone();
  };
  return {
    draft,
    set: (key: string, chosen: Chosen) => setDraft({ ...draft, [key]: chosen }),
    summary,
    setSummary,
    reason,
    setReason,
    upload,
    parts,
    saving,
    send,
    problems: problemsOf(['summary', 'uploadId', 'reason'], own, refusal),
  };
};

/** Publishes what DfE judged at a review, or corrects what it published. */
export const JudgeForm = ({
  view: current,
  onBegin,
  onDone,
}: {
  view: DfeReviewView;
  /** Told once anything is chosen or written. */
  onBegin?: () => void;
  onDone: () => void;
}) => {
  // As it was opened: what somebody else publishes meanwhile has what is sent refused, and is never written over unread.
  const [view] = useState(current);
  const form = useJudging(view, onDone);
  const { areas, requirements, outcome } = view;
  const { draft, set, problems, parts } = form;
  const field = (line: JudgedLine) => (
    <JudgedField
      key={keyOf(line)}
      line={line}
      chosen={draft[keyOf(line)] ?? { rating: '', grounds: '' }}
      onChange={(chosen) => set(keyOf(line), chosen)}
    />
  );
  return (
    <div className="nb-judging" onChange={onBegin}>
      <ChangeForm
        problems={problems}
        save={outcome ? 'Publish the correction' : 'Publish to the council'}
        saving={form.saving}
        onSave={form.send}
        onCancel={onDone}
      >
        {areas.filter(({ released }) => released === null).map(field)}
        <Released lines={areas.filter(({ released }) => released !== null)} />
        {requirements.length === 0 ? null : (
          <Details
            summary={`Judge ${requirements.length === 1 ? 'the requirement' : `the ${plural(requirements.length, 'requirement')}`} too`}
            open={requirements.some(({ now }) => now !== null)}
          >
            {requirements.map(field)}
          </Details>
        )}
        <Textarea
          id="summary"
          label={optional('Summary')}
          hint="What DfE says of the notice as a whole. It stands for the grounds where you leave them empty."
          rows={4}
          value={form.summary}
          error={problems['summary']}
          onChange={form.setSummary}
        />
        <FileInput
          id="uploadId"
          label={optional(outcome?.letter ? 'A new version of the letter' : 'Letter')}
          hint="PDF or Word, up to 15 MB. It is kept with the evidence of the notice."
          error={problems['uploadId']}
          upload={form.upload}
          onName={() => undefined}
        />
        {outcome ? (
          <Textarea
            id="reason"
            label="Why is it corrected?"
            rows={2}
            value={form.reason}
            error={problems['reason']}
            onChange={form.setReason}
          />
        ) : null}
        <WhatHappens parts={parts} correcting={outcome !== null} />
      </ChangeForm>
    </div>
  );
};
