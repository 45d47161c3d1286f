import type { DfeReviewView, SubmissionLine } from '@noticeboard/domain/views/dfe-review';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { ToEvidenceIndex } from '../../components/next-review.tsx';
import { problemsOf } from '../../components/problems.ts';
import { Section } from '../../components/section.tsx';
import { StatusWithReason } from '../../components/status-tag.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';

const Submission = ({ submission }: { submission: SubmissionLine }) => {
  const { noticeId } = useNotice();
  const { id, title, at, by, head, size, erased, moved } = submission;
  return (
    <li className="nb-evidence__item">
      <p>
        {erased === null ? <a href={`/api/notices/${noticeId}/documents/${id}`}>{title}</a> : title}, frozen {at} by{' '}
        {by}
        {size === null ? '' : `, ${size}`}. {erased}
      </p>
      <p className="nb-meta">Ledger {head}</p>
      {moved === null ? null : <p>{moved}</p>}
    </li>
  );
};

const SubmitForm = ({ view: { review, nextSubmission }, onDone }: { view: DfeReviewView; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.dfeReview.submit.mutationOptions());
  const { number, warnings } = nextSubmission ?? { number: 1, warnings: [] };
  const send = async () => {
    if (await save({ noticeId, meetingId: review.id, number })) onDone();
  };
  return (
    <ChangeForm
      problems={problemsOf([], {}, refusal)}
      save="Freeze the submission"
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <p>
        It holds every requirement with what shows it, the areas and measures on the way to the checkpoint, what is
        missing, and the index of evidence with the hash of each file, as they stand now. DfE sees it at once, and it
        stays as it is.
      </p>
      {warnings.map((words) => (
        <p className="govuk-inset-text" key={words}>
          {words}
        </p>
      ))}
    </ChangeForm>
  );
};

/** What was submitted for a review, and the form that freezes it. */
export const SubmissionSection = ({ view }: { view: DfeReviewView }) => {
  const { review, submissions, nextSubmission } = view;
  const submits = useMay('review.submit') && nextSubmission !== null;
  const { open, show, close, warning } = useOpenForm<'submit'>();
  return (
    <Section
      place="submission"
      title="Submission"
      links={
        <ToEvidenceIndex review={review}>
          {review.submission.moment === null ? 'Evidence index' : 'Evidence index, as submitted'}
        </ToEvidenceIndex>
      }
    >
      {warning}
      <p>
        <StatusWithReason status={review.submission.state} />
      </p>
      {submissions.length === 0 ? (
        <EmptyState>
          {nextSubmission === null
            ? 'Nothing was submitted through Noticeboard.'
            : `Nothing is submitted yet. The programme office freezes it, by ${review.submission.due}.`}
        </EmptyState>
      ) : (
        <ul className="nb-evidence">
          {submissions.map((submission) => (
            <Submission key={submission.id} submission={submission} />
          ))}
        </ul>
      )}
      {submits ? (
        <p className="nb-no-print">
          <OpenForm form="submit" open={open} onOpen={show}>
            Freeze a submission
          </OpenForm>
        </p>
      ) : null}
      {open === 'submit' ? (
        <FormPanel form="submit" title={`Submission ${nextSubmission?.number ?? 1} for ${review.date}`}>
          <SubmitForm view={view} onDone={close} />
        </FormPanel>
      ) : null}
    </Section>
  );
};
