import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotice } from '../app/notice.ts';
import type { Refusal } from '../app/refusal.ts';
import { trpc } from '../app/trpc.ts';
import { useChange } from '../app/use-change.ts';
import { ChangeForm } from './change-form.tsx';
import { Select } from './choices.tsx';
import { DateInput } from './date-input.tsx';
import { noDate, readDate, type DateParts } from './date-parts.ts';
import { problemsOf, type Problems } from './problems.ts';
import { Textarea } from './textarea.tsx';
import { optional } from './optional.tsx';

/** The row that a question is about: exactly one of the ids is set. */
export type AboutRow = { actionId: string } | { measureId: string } | { requirementId: string } | { areaId: string };

/** What is asked: the words, of whom and by when. */
type Asked = { question: string; toId: string; dueOn: DateParts };
const nothing: Asked = { question: '', toId: '', dueOn: noDate };

/** What is asked, with what stands wrong with it. */
export const useAsked = (refusal: Refusal | null) => {
  const [asked, setAsked] = useState(nothing);
  const [own, setOwn] = useState<Problems>({});
  const read = readDate(asked.dueOn, 'The day of the answer');
  return {
    asked,
    read,
    problems: problemsOf(['question', 'toId', 'dueOn', 'meetingId', 'askedOn'], own, refusal),
    set: (fields: Partial<Asked>) => setAsked({ ...asked, ...fields }),
    /** Gives what to send, or null where something is wrong, which is then shown. */
    checked: () => {
      const found: Problems = {
        ...(asked.question.trim() === '' ? { question: 'Enter the question.' } : {}),
        ...('error' in read ? { dueOn: read.error } : {}),
      };
      setOwn(found);
      if (Object.keys(found).length > 0 || !('on' in read)) return null;
      return { question: asked.question, toId: asked.toId === '' ? null : asked.toId, dueOn: read.on };
    },
  };
};

/** The fields of a question: the words, of whom and by when. */
export const AskedFields = ({
  form,
  owner,
  label,
}: {
  form: ReturnType<typeof useAsked>;
  owner: string | null;
  label: string;
}) => {
  const { input } = useNotice();
  const { data: choices } = useQuery(trpc.owner.choices.queryOptions(input));
  const { asked, read, problems, set } = form;
  return (
    <>
      <Textarea
        id="question"
        label={label}
        value={asked.question}
        rows={3}
        error={problems['question']}
        onChange={(question) => set({ question })}
      />
      <Select
        id="toId"
        label="Who is to answer"
        empty={owner === null ? 'Choose a person' : `${owner}, whose it is`}
        value={asked.toId}
        choices={(choices?.people ?? [])
          .filter(({ answers }) => answers)
          .map(({ id, title }) => ({ value: id, label: title }))}
        error={problems['toId']}
        onChange={(toId) => set({ toId })}
      />
      <DateInput
        id="dueOn"
        label={optional('Answer by')}
        hint="Two weeks from today, unless you name a day."
        value={asked.dueOn}
        wrong={'error' in read ? read.part : undefined}
        error={problems['dueOn']}
        onChange={(dueOn) => set({ dueOn })}
      />
    </>
  );
};

/** Asks about a row: of whoever it belongs to, for an answer within two weeks, unless said otherwise. */
export const AskForm = ({ about, owner, onDone }: { about: AboutRow; owner: string | null; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.challenge.ask.mutationOptions());
  const form = useAsked(refusal);
  const send = async () => {
    const asked = form.checked();
    if (asked && (await save({ noticeId, ...about, ...asked }))) onDone();
  };
  return (
    <ChangeForm problems={form.problems} save="Ask" saving={saving} onSave={send} onCancel={onDone}>
      <AskedFields form={form} owner={owner} label="Question" />
    </ChangeForm>
  );
};

/** A question as the forms on it need it: its id, and the version that the reader was shown. */
type Shown = { id: string; version: number };

/** Asks again where an answer was not enough: the answer stays, and this question follows it. */
export const AskAgainForm = ({
  question: { id, version },
  owner,
  onDone,
}: {
  question: Shown;
  owner: string | null;
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.challenge.askAgain.mutationOptions());
  const form = useAsked(refusal);
  const send = async () => {
    const asked = form.checked();
    if (asked && (await save({ noticeId, id, expectedVersion: version, ...asked }))) onDone();
  };
  return (
    <ChangeForm problems={form.problems} save="Ask again" saving={saving} onSave={send} onCancel={onDone}>
      <AskedFields form={form} owner={owner} label="What is still to be answered" />
    </ChangeForm>
  );
};

/** Answers a question of the board or of scrutiny. Several may stand on one page: the field is named after its question. */
export const AnswerForm = ({ question: { id, version }, onDone }: { question: Shown; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.challenge.answer.mutationOptions());
  const [answer, setAnswer] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const field = `answer-${id}`;
  const { answer: wrong, ...others } = problemsOf(['answer'], own, refusal);
  const problems: Problems = wrong === undefined ? others : { [field]: wrong };
  const send = async () => {
    const empty = answer.trim() === '';
    setOwn(empty ? { answer: 'Enter your answer.' } : {});
    if (!empty && (await save({ noticeId, id, expectedVersion: version, answer }))) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Send answer" saving={saving} onSave={send} onCancel={onDone}>
      <Textarea
        id={field}
        label="Your answer"
        hint="Say what you know and what shows it."
        value={answer}
        rows={4}
        words={120}
        error={problems[field]}
        onChange={setAnswer}
      />
    </ChangeForm>
  );
};
