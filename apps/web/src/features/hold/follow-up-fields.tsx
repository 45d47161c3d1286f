import { useState } from 'react';
import type { HoldView } from '@noticeboard/domain/views/hold';
import { Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, readDate, type DateParts } from '../../components/date-parts.ts';
import { Details } from '../../components/details.tsx';
import type { Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';

type Typed = { what: string; toId: string; dueOn: DateParts };
const nothing: Typed = { what: '', toId: '', dueOn: noDate };

/** The follow-up of a record as it is typed, and what of it is sent. */
export const useFollowUp = () => {
  const [typed, setTyped] = useState(nothing);
  const read = readDate(typed.dueOn, 'The day');
  const problems: Problems = 'error' in read ? { followUpDueOn: read.error } : {};
  return {
    typed,
    set: (fields: Partial<Typed>) => setTyped({ ...typed, ...fields }),
    read,
    /** What is wrong with it before it is sent. */
    problems,
    input: {
      followUp: typed.what.trim() === '' ? null : typed.what,
      followUpToId: typed.toId === '' ? null : typed.toId,
      followUpDueOn: 'on' in read ? read.on : null,
    },
  };
};

/** What somebody is to do, who and by when; closed until it is wanted. */
export const FollowUpFields = ({
  form: { typed, set, read },
  people,
  problems,
}: {
  form: ReturnType<typeof useFollowUp>;
  people: HoldView['people'];
  problems: Problems;
}) => (
  <Details
    summary="Add a follow-up"
    open={['followUp', 'followUpToId', 'followUpDueOn'].some((field) => problems[field] !== undefined)}
  >
    <Textarea
      id="followUp"
      label="What is to be done"
      value={typed.what}
      rows={2}
      error={problems['followUp']}
      onChange={(what) => set({ what })}
    />
    <Select
      id="followUpToId"
      label="Who does it"
      empty="Choose a person"
      value={typed.toId}
      choices={people.map(({ id, title }) => ({ value: id, label: title }))}
      error={problems['followUpToId']}
      onChange={(toId) => set({ toId })}
    />
    <DateInput
      id="followUpDueOn"
      label="By when"
      value={typed.dueOn}
      wrong={'error' in read ? read.part : undefined}
      error={problems['followUpDueOn']}
      onChange={(dueOn) => set({ dueOn })}
    />
  </Details>
);
