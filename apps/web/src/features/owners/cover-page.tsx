import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { nobodys } from '@noticeboard/domain/permissions';
import type { OwnerChoices } from '@noticeboard/domain/views/owner-choices';
import { useAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Select } from '../../components/choices.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { noDate, partsOf, readDate } from '../../components/date-parts.ts';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { TextInput } from '../../components/text-input.tsx';
import { FormPage } from './form-page.tsx';
import { optional } from '../../components/optional.tsx';

const fields = ['memberId', 'deputyId', 'startsOn', 'endsOn', 'note'] as const;

const named = ({ id, title, organisation }: { id: string; title: string; organisation: string }) => ({
  value: id,
  label: `${title}, ${organisation}`,
});

/** Everybody who may need cover: whoever could update something, and whoever has work though their role has ended. */
const awayChoices = ({ people, owners }: OwnerChoices) => {
  const acting = people.filter(({ acts }) => acts);
  const gone = owners.filter(({ id }) => acting.every((person) => person.id !== id));
  return [
    ...acting.map(named),
    ...gone.map(({ id, title }) => ({ value: id, label: `${title}, whose role is not in force` })),
  ];
};

const CoverForm = () => {
  const { noticeId, frame, today, input } = useNotice();
  const { of } = useAddress();
  const navigate = useNavigate();
  const office = useMay('cover.set', nobodys);
  const { data: choices } = useSuspenseQuery(trpc.owner.choices.queryOptions(input));
  const { save, saving, refusal } = useChange(trpc.cover.set.mutationOptions());
  const [memberId, setMemberId] = useState(office ? (of ?? '') : frame.who.memberId);
  const [deputyId, setDeputyId] = useState('');
  const [starts, setStarts] = useState(() => partsOf(today));
  const [ends, setEnds] = useState(noDate);
  const [note, setNote] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(fields, own, refusal);
  const [first, last] = [readDate(starts, 'The first day'), readDate(ends, 'The last day')];
  const back = () => void navigate({ to: '/n/$noticeId/owners', params: { noticeId } });

  const send = async () => {
    const found: Problems = {
      ...(memberId === '' ? { memberId: 'Choose who will be away.' } : {}),
      ...(deputyId === '' ? { deputyId: 'Choose who acts for them.' } : {}),
      ...('error' in first ? { startsOn: first.error } : first.on === null ? { startsOn: 'Enter the first day.' } : {}),
      ...('error' in last ? { endsOn: last.error } : last.on === null ? { endsOn: 'Enter the last day.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    if (!('on' in first) || !('on' in last) || first.on === null || last.on === null) return;
    const given = { startsOn: first.on, endsOn: last.on, note: note.trim() === '' ? null : note };
    if (await save({ noticeId, memberId, deputyId, ...given })) back();
  };

  return (
    <ChangeForm problems={problems} save="Set cover" saving={saving} onSave={send} onCancel={back}>
      {office ? (
        <Select
          id="memberId"
          label="Who is away?"
          empty="Choose a person"
          value={memberId}
          choices={awayChoices(choices)}
          error={problems['memberId']}
          onChange={setMemberId}
        />
      ) : null}
      <Select
        id="deputyId"
        label={office ? 'Who acts for them?' : 'Who acts for you?'}
        hint="They can update all of this work from the first day to the last, both included."
        empty="Choose a person"
        value={deputyId}
        choices={choices.people.filter(({ id, acts }) => acts && id !== memberId).map(named)}
        error={problems['deputyId']}
        onChange={setDeputyId}
      />
      <DateInput
        id="startsOn"
        label="First day"
        value={starts}
        wrong={'error' in first ? first.part : undefined}
        error={problems['startsOn']}
        onChange={setStarts}
      />
      <DateInput
        id="endsOn"
        label="Last day"
        value={ends}
        wrong={'error' in last ? last.part : undefined}
        error={problems['endsOn']}
        onChange={setEnds}
      />
      <TextInput
        id="note"
        label={optional('Note')}
        hint="Such as annual leave. Everybody on the notice can read it."
        value={note}
        error={problems['note']}
        onChange={setNote}
      />
    </ChangeForm>
  );
};

/** Lets somebody act for a person who will be away: an officer for themselves, the programme office for anybody. */
export const CoverPage = () => {
  const allowed = useMay('cover.set');
  return (
    <FormPage
      title="Set cover"
      under="While somebody is away, a deputy acts on all that is theirs. Nothing changes hands."
      allowed={allowed}
    >
      <CoverForm />
    </FormPage>
  );
};
