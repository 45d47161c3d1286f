import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import type { QuestionLine } from '@noticeboard/domain/views/questions';
import { formatDate } from '@noticeboard/domain/words';
import { useMay, useNotice } from '../app/notice.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { AnswerForm, AskAgainForm, AskForm, type AboutRow } from './question-forms.tsx';
import { Section } from './section.tsx';
import { SourceMark } from './source-mark.tsx';
import { StatusTag } from './status-tag.tsx';
import { useOpenForm } from './use-open-form.tsx';

/** Holds an open form and takes the focus to it; once it is closed the focus goes back to what is named after `id`. */
const Opened = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    return () => (document.querySelector<HTMLElement>(`#${CSS.escape(id)}`) ?? document.querySelector('h1'))?.focus();
  }, [id]);
  return (
    <div className="nb-doing">
      <h3 className="govuk-heading-s" tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {children}
    </div>
  );
};

/** What may be done to an answer by whoever asked: accept it, or ask again. */
const Close = ({ question, onAgain }: { question: QuestionLine; onAgain: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.challenge.accept.mutationOptions());
  return (
    <>
      {refusal ? (
        <p className="govuk-error-message" role="alert">
          {refusal.sentence}
        </p>
      ) : null}
      <div className="govuk-button-group nb-no-print">
        <Button
          disabled={saving}
          onClick={() => void save({ noticeId, id: question.id, expectedVersion: question.version })}
        >
          Accept the answer
        </Button>
        <Button kind="secondary" id={`again-${question.id}`} onClick={onAgain}>
          Ask again
        </Button>
      </div>
    </>
  );
};

const Question = ({ question, owner }: { question: QuestionLine; owner: string | null }) => {
  const { frame } = useNotice();
  const { open: doing, show, close, warning } = useOpenForm<'answer' | 'again'>();
  const answers = useMay('challenge.answer', question.answerer) && question.answer === null;
  const waits = question.state.key === 'answered' && question.answer?.byId !== frame.who.memberId;
  const closes = useMay('challenge.close', question.asker) && waits;
  const { id, state, answer, closed, follows } = question;
  return (
    <li className="nb-question">
      {warning}
      <p className="nb-question__head">
        <StatusTag status={state} /> <SourceMark mark={question.mark} dense />
      </p>
      <p className="nb-question__words">{question.question}</p>
      <p className="nb-meta">
        {question.askedBy} asked {question.to} on {formatDate(question.askedOn)}
        {question.meeting === null ? '' : ` (${question.meeting.title})`}
        {follows === null ? '' : `, after the answer to the question of ${formatDate(follows)}`}. {state.reason}
      </p>
      {answer === null ? null : (
        <div className="nb-question__answer">
          <p>{answer.words}</p>
          <p className="nb-meta">
            {answer.by}, {formatDate(answer.on)}
            {closed === null ? '' : `. ${closed}.`}
          </p>
        </div>
      )}
      {answers && doing === null ? (
        <div className="nb-no-print">
          <Button kind="secondary" id={`open-answer-${id}`} onClick={() => show('answer')}>
            Answer<span className="govuk-visually-hidden">: {question.question}</span>
          </Button>
        </div>
      ) : null}
      {/* A form that is open stays, whatever somebody else does meanwhile: what was typed is not lost, and saving it says why. */}
      {doing === 'answer' ? (
        <Opened
          id={`open-answer-${id}`}
          title={question.forum === 'scrutiny' ? 'Answer the scrutiny committee' : 'Answer the board'}
        >
          <AnswerForm question={question} onDone={close} />
        </Opened>
      ) : null}
      {closes && doing === null ? <Close question={question} onAgain={() => show('again')} /> : null}
      {doing === 'again' ? (
        <Opened id={`again-${id}`} title="Ask again">
          <AskAgainForm question={question} owner={owner} onDone={close} />
        </Opened>
      ) : null}
    </li>
  );
};

/**
 * What the board and scrutiny ask about a row, newest first, with what the reader may do: ask, answer, accept or ask again.
 * @param owner the title of whose the row is, who is asked unless somebody is named
 * @param locked set where the row was withdrawn, so that nothing is asked of it any more
 */
export const QuestionsSection = ({
  questions,
  about,
  owner,
  locked,
}: {
  questions: readonly QuestionLine[];
  about: AboutRow;
  owner: string | null;
  locked: boolean;
}) => {
  const { noticeId } = useNotice();
  const asks = useMay('challenge.ask') && !locked;
  const { open: asking, show, close, warning } = useOpenForm<'ask'>();
  const open = questions.filter(({ state }) => state.key === 'asked' || state.key === 'overdue').length;
  return (
    <Section
      place="questions"
      title="Questions of the board"
      links={
        <>
          {questions.length === 0 ? null : (
            <span className="nb-secondary">
              {open === 0 ? 'None waits for an answer' : `${open} of ${questions.length} without an answer`}
            </span>
          )}
          <Link to="/n/$noticeId/questions" params={{ noticeId }}>
            Every question
          </Link>
        </>
      }
    >
      {warning}
      {asks && asking ? (
        <Opened id="open-ask-question" title="Ask a question">
          <AskForm about={about} owner={owner} onDone={close} />
        </Opened>
      ) : null}
      {questions.length === 0 ? (
        <EmptyState>The board has asked nothing about this.</EmptyState>
      ) : (
        <ol className="nb-list-plain nb-questions">
          {questions.map((question) => (
            <Question key={question.id} question={question} owner={owner} />
          ))}
        </ol>
      )}
      {asks && asking === null ? (
        <div className="nb-no-print">
          <Button kind="secondary" id="open-ask-question" onClick={() => show('ask')}>
            Ask a question
          </Button>
        </div>
      ) : null}
    </Section>
  );
};
