import { useState } from 'react';
import type { HoldItem, HoldView } from '@noticeboard/domain/views/hold';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { optional } from '../../components/optional.tsx';

/** Asks a question about an item, of its owner for an answer within two weeks unless said otherwise; the minute says so. */
export const ChallengeForm = ({
  item: opened,
  people,
  onDone,
  onCancel,
}: {
  item: HoldItem;
  people: HoldView['people'];
  onDone: () => void;
  onCancel: () => void;
}) => {
  const [item] = useState(opened);
  const { noticeId, frame } = useNotice();
  const { save, saving, refusal } = useChange(trpc.decision.challenge.mutationOptions());
  const [question, setQuestion] = useState('');
  const [askedById, setAskedById] = useState('');
  const [toId, setToId] = useState('');
  const [parts, setParts] = useState(noDate);
  const [own, setOwn] = useState<Problems>({});
  const read = readDate(parts, 'The day of the answer');
  const problems = problemsOf(['question', 'askedById', 'toId', 'dueOn'], own, refusal);
  const isChair = frame.who.roles.includes('chair');
  const send = async () => {
    const found: Problems = {
      ...(question.trim() === '' ? { question: 'Enter the question.' } : {}),
      ...('error' in read ? { dueOn: read.error } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0 || !('on' in read)) return;
    const receipt = await save({
      noticeId,
      itemId: item.id,
      seenId: item.seenId,
      question,
      askedById: askedById === '' ? null : askedById,
      toId: toId === '' ? null : toId,
      dueOn: read.on,
    });
    if (receipt) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Record question" saving={saving} onSave={send} onCancel={onCancel}>
      <Textarea
        id="question"
        label="Question"
        value={question}
        rows={3}
        error={problems['question']}
        onChange={setQuestion}
      />
      {isChair ? (
        <Select
          id="askedById"
          label="Who asks"
          empty={frame.who.title}
          value={askedById}
          choices={people
            .filter(({ id, asks }) => asks && id !== frame.who.memberId)
            .map(({ id, title }) => ({ value: id, label: title }))}
          error={problems['askedById']}
          onChange={setAskedById}
        />
      ) : null}
      <Select
        id="toId"
        label="Who is to answer"
        empty={item.owner === null ? 'Choose a person' : `${item.owner}, whose it is`}
        value={toId}
        choices={people.filter(({ answers }) => answers).map(({ id, title }) => ({ value: id, label: title }))}
        error={problems['toId']}
        onChange={setToId}
      />
      <DateInput
        id="dueOn"
        label={optional('Answer by')}
        hint="Two weeks from today, unless you name a day."
        value={parts}
        wrong={'error' in read ? read.part : undefined}
        error={problems['dueOn']}
        onChange={setParts}
      />
    </ChangeForm>
  );
};
