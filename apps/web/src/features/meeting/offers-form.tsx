import { useState } from 'react';
import { agendaKinds, keysOf } from '@noticeboard/domain/scales';
import type { OfferLine } from '@noticeboard/domain/views/meeting';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { ChangeForm } from '../../components/change-form.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { problemsOf, type Problems } from '../../components/problems.ts';

const legends: Readonly<Record<OfferLine['kind'], string>> = {
  dateChange: 'Date changes asked for',
  assurance: 'Actions to assure',
  exception: 'Measures that are red, or worsened twice',
  focus: 'Actions in focus',
  challenge: 'Questions whose answer is due or waits',
};

const keyOf = ({ kind, id }: Pick<OfferLine, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Chooses what of the plan goes on the agenda: all of it, unless some is left out. */
export const OffersForm = ({
  meetingId,
  offers,
  onDone,
}: {
  meetingId: string;
  offers: readonly OfferLine[];
  onDone: () => void;
}) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.addItems.mutationOptions());
  const [left, setLeft] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<Problems>({});
  const chosen = offers.filter((offer) => !left.includes(keyOf(offer)));
  const send = async () => {
    setOwn(chosen.length === 0 ? { '': 'Choose at least one item.' } : {});
    if (chosen.length === 0) return;
    if (await save({ noticeId, meetingId, offers: chosen.map(({ kind, id }) => ({ kind, id })) })) onDone();
  };
  return (
    <ChangeForm
      problems={problemsOf([], own, refusal)}
      save={chosen.length === offers.length ? `Add all ${offers.length}` : `Add ${plural(chosen.length, 'item')}`}
      saving={saving}
      onSave={send}
      onCancel={onDone}
    >
      {keysOf(agendaKinds)
        .filter((kind) => kind !== 'item')
        .map((kind) => {
          const some = offers.filter((offer) => offer.kind === kind);
          if (some.length === 0) return null;
          const keys = some.map(keyOf);
          return (
            <Checkboxes
              key={kind}
              id={`offers-${kind}`}
              label={`${legends[kind]} (${some.length})`}
              small
              value={keys.filter((key) => !left.includes(key))}
              choices={some.map((offer) => ({
                value: keyOf(offer),
                label: offer.title,
                hint: `${offer.ask}. ${offer.reason}`,
              }))}
              onChange={(kept) =>
                setLeft([...left.filter((key) => !keys.includes(key)), ...keys.filter((key) => !kept.includes(key))])
              }
            />
          );
        })}
    </ChangeForm>
  );
};
