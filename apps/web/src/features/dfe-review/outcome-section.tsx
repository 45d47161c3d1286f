import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DfeReviewView, OutcomeView } from '@noticeboard/domain/views/dfe-review';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { EvidenceItem } from '../../components/evidence-item.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { Textarea } from '../../components/textarea.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';

const AnswerForm = ({ outcome, onDone }: { outcome: OutcomeView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.dfeReview.answer.mutationOptions());
  const [opened] = useState(outcome);
  const [answer, setAnswer] = useState(outcome.answer?.words ?? '');
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['answer', 'reason'], own, refusal);
  const correcting = opened.answer !== null;
  const send = async () => {
    const found: Problems = {
      ...(answer.trim() === '' ? { answer: 'Enter the answer.' } : {}),
      ...(correcting && reason.trim() === '' ? { reason: 'Say why the answer is corrected.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    const { id, version } = opened;
    if (await save({ noticeId, id, expectedVersion: version, answer, reason: correcting ? reason : null })) onDone();
  };
  return (
    <ChangeForm
      problems={problems}
      save={correcting ? 'Save the correction' : 'Send the answer'}
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <Textarea
        id="answer"
        label="Answer of the council"
        hint="What the council accepts, what it does, and by when. DfE and everybody of the notice see it at once."
        rows={6}
        value={answer}
        error={problems['answer']}
        onChange={setAnswer}
      />
      {correcting ? (
        <Textarea
          id="reason"
          label="Why is it corrected?"
          rows={2}
          value={reason}
          error={problems['reason']}
          onChange={setReason}
        />
      ) : null}
    </ChangeForm>
  );
};

/** What DfE said in its summary and its letter, and what the council answered. */
export const OutcomeSection = ({ view: { outcome, answers } }: { view: DfeReviewView }) => {
  const { noticeId } = useNotice();
  const mayAnswer = useMay('review.answer', answers);
  const { open, show, close, warning } = useOpenForm<'answer'>();
  if (!outcome) return null;
  const { summary, letter, answer, source, id } = outcome;
  return (
    <>
      <Section
        place="outcome"
        title="What DfE said"
        marks={<Marks source={source} />}
        links={
          <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ entity: 'reviewOutcome', id }}>
            Every version
          </Link>
        }
      >
        {summary === null ? null : <p className="nb-words">{summary}</p>}
        {letter ? (
          <ul className="nb-evidence">
            <EvidenceItem line={letter} />
          </ul>
        ) : (
          <p className="nb-secondary">No letter is attached.</p>
        )}
      </Section>
      <Section place="council-answer" title="What the council answered">
        {warning}
        {answer === null ? (
          <p className="nb-secondary">The council has not answered yet.</p>
        ) : (
          <>
            <p className="nb-words">{answer.words}</p>
            <p className="nb-meta">
              {answer.by ?? 'The council'}, {answer.on}
            </p>
          </>
        )}
        {mayAnswer ? (
          <p className="nb-no-print">
            <OpenForm form="answer" open={open} onOpen={show} primary={answer === null}>
              {answer === null ? 'Answer for the council' : 'Correct the answer'}
            </OpenForm>
          </p>
        ) : null}
        {open === 'answer' ? (
          <FormPanel form="answer" title={answer === null ? 'Answer for the council' : 'Correct the answer'}>
            <AnswerForm outcome={outcome} onDone={close} />
          </FormPanel>
        ) : null}
      </Section>
    </>
  );
};
