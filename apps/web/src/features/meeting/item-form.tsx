import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgendaItem } from '@noticeboard/domain/meeting';
import { asks, keysOf, type Ask } from '@noticeboard/domain/scales';
import type { AgendaLine } from '@noticeboard/domain/views/meeting';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Radios, Select } from '../../components/choices.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';
import { useSeenVersion } from '../../components/seen-version.ts';
import { Textarea } from '../../components/textarea.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { TheirsBesideYours } from '../../components/theirs-beside-yours.tsx';
import { optional } from '../../components/optional.tsx';

const hints: Readonly<Record<Ask, string>> = {
  decide: 'The board chooses.',
  assure: 'The board says that it is convinced of an action.',
  note: 'The board is told.',
};
const choicesOf = (some: readonly Ask[]) =>
  some.map((value) => ({ value, label: asks[value].label, hint: hints[value] }));

type Typed = { title: string; ask: Ask; note: string };

const useItem = (start: Typed) => {
  const [typed, setTyped] = useState(start);
  const [own, setOwn] = useState<Problems>({});
  return {
    typed,
    own,
    set: (more: Partial<Typed>) => setTyped({ ...typed, ...more }),
    /** Gives what to send, or null where the title is missing, which is then shown. */
    checked: () => {
      const empty = typed.title.trim() === '';
      setOwn(empty ? { title: 'Enter a title.' } : {});
      return empty ? null : { title: typed.title, ask: typed.ask, note: typed.note.trim() === '' ? null : typed.note };
    },
  };
};

const ItemFields = ({
  form: { typed, set },
  problems,
  may,
}: {
  form: ReturnType<typeof useItem>;
  problems: Problems;
  may: readonly Ask[];
}) => (
  <>
    <TextInput
      id="title"
      label="Item"
      hint="What the board is to talk about, in a line."
      value={typed.title}
      error={problems['title']}
      onChange={(title) => set({ title })}
    />
    <Radios
      id="ask"
      label="What is asked of the board"
      small
      value={typed.ask}
      choices={choicesOf(may)}
      error={problems['ask']}
      onChange={(ask) => set({ ask })}
    />
    <Textarea
      id="note"
      label={optional('What it should know')}
      rows={3}
      words={60}
      value={typed.note}
      error={problems['note']}
      onChange={(note) => set({ note })}
    />
  </>
);

/** Proposes an item of one's own. */
export const ProposeForm = ({ meetingId, onDone }: { meetingId: string; onDone: () => void }) => {
  const { noticeId, input } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.proposeItem.mutationOptions());
  const { data: areas } = useQuery(trpc.area.list.queryOptions(input));
  const [areaId, setAreaId] = useState('');
  const form = useItem({ title: '', ask: 'note', note: '' });
  const problems = problemsOf(['title', 'ask', 'note', 'areaId'], form.own, refusal);
  const send = async () => {
    const said = form.checked();
    if (said && (await save({ noticeId, meetingId, ...said, areaId: areaId === '' ? null : areaId }))) onDone();
  };
  return (
    <ChangeForm problems={problems} save="Propose it" saving={saving} onSave={send} onCancel={onDone}>
      <ItemFields form={form} problems={problems} may={['decide', 'note']} />
      <Select
        id="areaId"
        label={optional('Area that it is about')}
        empty="None"
        value={areaId}
        choices={(areas?.areas ?? []).map(({ id, number, title }) => ({
          value: id,
          label: `Area ${number}, ${title}`,
        }))}
        error={problems['areaId']}
        onChange={setAreaId}
      />
    </ChangeForm>
  );
};

/** Says what an item is called and what it asks. */
export const EditItemForm = ({ item, onDone }: { item: AgendaLine; onDone: () => void }) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal, forget } = useChange(trpc.meeting.editItem.mutationOptions());
  const form = useItem({ title: item.title, ask: item.ask.key, note: item.note ?? '' });
  const { current: newer, version, see } = useSeenVersion(refusal, item.version);
  const current = newer as AgendaItem | null;
  const problems = current ? {} : problemsOf(['title', 'ask', 'note'], form.own, refusal);
  const send = async () => {
    see();
    const said = form.checked();
    if (said && (await save({ noticeId, id: item.id, expectedVersion: version, ...said }))) onDone();
  };
  const may = keysOf(asks).filter((ask) => ask !== 'assure' || item.link?.page === 'actions');
  return (
    <ChangeForm problems={problems} save="Save" saving={saving} onSave={send} onCancel={onDone}>
      {current ? (
        <TheirsBesideYours
          by={refusal?.by ?? null}
          fields={[
            { key: 'title', label: 'Item', theirs: current.title, yours: form.typed.title },
            {
              key: 'ask',
              label: 'What is asked of the board',
              theirs: asks[current.ask].label,
              yours: asks[form.typed.ask].label,
            },
            { key: 'note', label: 'What it should know', theirs: current.note ?? '', yours: form.typed.note },
          ]}
          onUseMine={() => void send()}
          onUseTheirs={() => {
            forget();
            onDone();
          }}
        />
      ) : null}
      <ItemFields form={form} problems={problems} may={may} />
    </ChangeForm>
  );
};
