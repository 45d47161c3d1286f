import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { may, nobodys } from '@noticeboard/domain/permissions';
import type { OwnerChoices } from '@noticeboard/domain/views/owner-choices';
import { useAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes, Select } from '../../components/choices.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { Textarea } from '../../components/textarea.tsx';
import { FormPage } from './form-page.tsx';
import { optional } from '../../components/optional.tsx';

type Row = OwnerChoices['rows'][number];
const keyOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string => `${kind} ${id}`;
/** Stands in the choice of owners for what nobody has. */
const nobody = '-';
const mine = (owner: string) => (row: Row) => (row.ownerId ?? nobody) === owner;

const idsOf = (rows: readonly Row[], kind: Row['kind']): string[] =>
  rows.filter((row) => row.kind === kind).map(({ id }) => id);

const HandoverForm = () => {
  const { noticeId, frame, input } = useNotice();
  const { of, kind, row: named } = useAddress();
  const navigate = useNavigate();
  const office = useMay('handover.offer', nobodys);
  const { data: choices } = useSuspenseQuery(trpc.owner.choices.queryOptions(input));
  const { save, saving, refusal } = useChange(trpc.handover.offer.mutationOptions());
  const allowed = choices.rows.filter(({ subject }) => may(frame.who, 'handover.offer', subject));
  const asked = allowed.find((row) => row.kind === kind && row.id === named);
  const [owner, setOwner] = useState(asked ? (asked.ownerId ?? nobody) : (of ?? (office ? '' : frame.who.memberId)));
  const [chosen, setChosen] = useState<readonly string[]>(asked ? [keyOf(asked)] : []);
  const [toId, setToId] = useState('');
  const [note, setNote] = useState('');
  const [own, setOwn] = useState<Problems>({});
  const problems = problemsOf(['owner', 'rows', 'toId', 'note'], own, refusal);
  const back = () => void navigate({ to: '/n/$noticeId/owners', params: { noticeId } });

  const owners = [
    ...choices.owners.filter(({ id }) => allowed.some(mine(id))).map(({ id, title }) => ({ value: id, label: title })),
    ...(allowed.some(mine(nobody)) ? [{ value: nobody, label: 'Nobody: work without an owner' }] : []),
  ];
  const rows = allowed.filter(mine(owner));
  // Whoever is still here offers their work themselves: nobody else takes it.
  const keeps = choices.owners.some(({ id, inForce }) => id === owner && inForce);
  const free = rows.filter(({ offeredTo }) => offeredTo === null);
  const taken = rows.filter(({ offeredTo }) => offeredTo !== null);

  const send = async () => {
    const picked = free.filter((row) => chosen.includes(keyOf(row)));
    const found: Problems = {
      ...(owner === '' ? { owner: 'Choose whose work it is.' } : {}),
      ...(owner !== '' && picked.length === 0 ? { rows: 'Choose at least one row to hand over.' } : {}),
      ...(toId === '' ? { toId: 'Choose who is to take it over.' } : {}),
    };
    setOwn(found);
    if (Object.keys(found).length > 0) return;
    const receipt = await save({
      noticeId,
      actionIds: idsOf(picked, 'action'),
      measureIds: idsOf(picked, 'measure'),
      requirementIds: idsOf(picked, 'requirement'),
      toId,
      note: note.trim() === '' ? null : note,
    });
    if (receipt) back();
  };

  if (owners.length === 0)
    return <EmptyState>You own nothing that is live, so there is nothing to hand over.</EmptyState>;
  return (
    <ChangeForm problems={problems} save="Offer" saving={saving} onSave={send} onCancel={back}>
      {owners.length > 1 || owner === '' ? (
        <Select
          id="owner"
          label="Whose work is it now?"
          empty="Choose a person"
          value={owner}
          choices={owners}
          error={problems['owner']}
          onChange={(value) => {
            setOwner(value);
            setChosen([]);
          }}
        />
      ) : null}
      {free.length < 2 ? null : (
        <p>
          <button
            type="button"
            className="nb-link-button"
            onClick={() => setChosen(chosen.length === free.length ? [] : free.map(keyOf))}
          >
            {chosen.length === free.length ? 'Choose none' : `Choose all ${free.length}`}
          </button>
        </p>
      )}
      {free.length === 0 ? null : (
        <Checkboxes
          id="rows"
          label="What is handed over?"
          small
          value={chosen}
          choices={free.map((row) => ({ value: keyOf(row), label: row.what }))}
          error={problems['rows']}
          onChange={setChosen}
        />
      )}
      {taken.length === 0 ? null : (
        <div className="nb-meta">
          <p>Offered already:</p>
          <ul>
            {taken.map((row) => (
              <li key={keyOf(row)}>
                {row.what}, to {row.offeredTo}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Select
        id="toId"
        label="Who is to take it over?"
        hint="It is theirs once they accept. Until then nothing changes."
        empty="Choose a person"
        value={toId}
        choices={choices.people
          .filter(({ id, takes }) => takes && id !== owner && (id !== frame.who.memberId || !keeps))
          .map(({ id, title, organisation }) => ({ value: id, label: `${title}, ${organisation}` }))}
        error={problems['toId']}
        onChange={setToId}
      />
      <Textarea
        id="note"
        label={optional('Note')}
        hint="What they must know before they decide."
        value={note}
        rows={3}
        error={problems['note']}
        onChange={setNote}
      />
    </ChangeForm>
  );
};

/** Offers work to somebody else: one row or several, of one's own or, for the programme office, of anybody. */
export const HandoverPage = () => {
  const allowed = useMay('handover.offer');
  return (
    <FormPage
      title="Hand over"
      under="Offer work to somebody who can take it. Nobody is given work that they did not accept."
      allowed={allowed}
    >
      <HandoverForm />
    </FormPage>
  );
};
