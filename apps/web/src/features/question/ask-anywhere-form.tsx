import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuestionChoices } from '@noticeboard/domain/views/question-choices';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, readDate } from '../../components/date-parts.ts';
import type { Problems } from '../../components/problems.ts';
import { type AboutRow, AskedFields, useAsked } from '../../components/question-forms.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { optional } from '../../components/optional.tsx';

type Row = QuestionChoices['rows'][number];

const aboutOf = ({ kind, id }: Row): AboutRow => {
  if (kind === 'area') return { areaId: id };
  if (kind === 'requirement') return { requirementId: id };
  return kind === 'measure' ? { measureId: id } : { actionId: id };
};

const keyOf = ({ kind, id }: Row): string => `${kind} ${id}`;

/** Asks about any row; with `scrutiny`, the programme office records what a scrutiny committee asked. */
export const AskAnywhereForm = ({ scrutiny, onDone }: { scrutiny: boolean; onDone: () => void }) => {
  const { input } = useNotice();
  const { data: choices } = useQuery(trpc.challenge.choices.queryOptions(input));
  return choices ? <Form choices={choices} scrutiny={scrutiny} onDone={onDone} /> : <Skeleton rows={3} height={72} />;
};

const Form = ({ choices, scrutiny, onDone }: { choices: QuestionChoices; scrutiny: boolean; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const asking = useChange(trpc.challenge.ask.mutationOptions());
  const recording = useChange(trpc.challenge.record.mutationOptions());
  const { saving, refusal } = scrutiny ? recording : asking;
  const form = useAsked(refusal);
  const [rowKey, setRowKey] = useState('');
  const [meetingId, setMeetingId] = useState('');
  const [day, setDay] = useState(noDate);
  const [own, setOwn] = useState<Problems>({});
  const row = choices.rows.find((each) => keyOf(each) === rowKey);
  const askedOn = readDate(day, 'The day of the question');
  const problems: Problems = { ...own, ...form.problems };

  const send = async () => {
    const asked = form.checked();
    const found: Problems = {
      ...(row ? {} : { about: 'Choose what the question is about.' }),
      ...('error' in askedOn ? { askedOn: askedOn.error } : {}),
    };
    setOwn(found);
    if (!row || !asked || 'error' in askedOn) return;
    const all = { noticeId, ...aboutOf(row), ...asked, meetingId: meetingId === '' ? null : meetingId };
    const done = scrutiny ? await recording.save({ ...all, askedOn: askedOn.on }) : await asking.save(all);
    if (done) onDone();
  };

  return (
    <ChangeForm
      problems={problems}
      save={scrutiny ? 'Record the question' : 'Ask'}
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      <Select
        id="about"
        label="About"
        empty="Choose an area, requirement, measure or action"
        value={rowKey}
        choices={choices.rows.map((each) => ({ value: keyOf(each), label: each.label }))}
        error={problems['about']}
        onChange={setRowKey}
      />
      <AskedFields form={form} owner={row?.owner ?? null} label="Question" />
      <Select
        id="meetingId"
        label={optional('Asked at')}
        empty="Between meetings"
        value={meetingId}
        choices={choices.meetings
          .filter((each) => each.scrutiny === scrutiny)
          .map(({ id, label }) => ({ value: id, label }))}
        error={problems['meetingId']}
        onChange={setMeetingId}
      />
      {scrutiny ? (
        <DateInput
          id="askedOn"
          label={optional('Asked on')}
          hint="Today, unless you name an earlier day."
          value={day}
          wrong={'error' in askedOn ? askedOn.part : undefined}
          error={problems['askedOn']}
          onChange={setDay}
        />
      ) : null}
    </ChangeForm>
  );
};
