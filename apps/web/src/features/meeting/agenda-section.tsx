import { useEffect, useRef, useState } from 'react';
import type { AgendaLine, MeetingView } from '@noticeboard/domain/views/meeting';
import { useMay, useNotice } from '../../app/notice.ts';
import type { Refusal } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormPanel, OpenForm } from '../../components/form-panel.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { EditItemForm, ProposeForm } from './item-form.tsx';
import { OffersForm } from './offers-form.tsx';

type Way = 'up' | 'down';

/** Moves items up and down, and keeps the focus on the button that was pressed, or on its twin at an end. */
const useMoving = (agenda: readonly AgendaLine[]) => {
  const { noticeId } = useNotice();
  const { save, saving, refusal } = useChange(trpc.meeting.moveItem.mutationOptions());
  const moved = useRef<{ id: string; place: number; way: Way } | null>(null);
  useEffect(() => {
    if (moved.current === null || saving) return;
    const { id, place, way } = moved.current;
    if (agenda[place - 1]?.id !== id) return;
    moved.current = null;
    const buttons = [way, way === 'up' ? 'down' : 'up'].map((each) =>
      document.querySelector<HTMLButtonElement>(`#${each}-${CSS.escape(id)}`),
    );
    buttons.find((button) => button?.disabled === false)?.focus();
  }, [agenda, saving]);
  return {
    saving,
    refusal,
    move: (item: AgendaLine, place: number, way: Way) => {
      moved.current = { id: item.id, place, way };
      void save({ noticeId, id: item.id, expectedVersion: item.version, position: place });
    },
  };
};

const MoveButtons = ({
  item,
  place,
  last,
  moving: { move, saving },
}: {
  item: AgendaLine;
  place: number;
  last: number;
  moving: ReturnType<typeof useMoving>;
}) => (
  <>
    {(['up', 'down'] as const).map((way) => {
      const to = way === 'up' ? place - 1 : place + 1;
      return (
        <button
          key={way}
          id={`${way}-${item.id}`}
          type="button"
          className="nb-agenda__move"
          disabled={saving || to < 1 || to > last}
          onClick={() => move(item, to, way)}
        >
          <span aria-hidden="true">{way === 'up' ? '↑' : '↓'}</span>
          <span className="govuk-visually-hidden">
            Move {way}: {item.title}
          </span>
        </button>
      );
    })}
  </>
);

const Item = ({
  item,
  place,
  last,
  live,
  moving,
  onEdit,
  onWithdraw,
}: {
  item: AgendaLine;
  place: number;
  last: number;
  live: boolean;
  moving: ReturnType<typeof useMoving>;
  onEdit: () => void;
  onWithdraw: () => void;
}) => {
  const mayOrder = useMay('agenda.edit') && live;
  const mayChange = useMay('agenda.item', item.subject) && live && item.outcome === null;
  const { kind, ask, title, note, link, by, late, outcome, mark } = item;
  return (
    <li className="nb-agenda__item">
      <div className="nb-agenda__what">
        <p className="nb-agenda__title">
          <strong>{ask.label}</strong> <ToRow link={link}>{title}</ToRow>{' '}
          {mark === 'own' ? null : <SourceMark mark={mark} />}
        </p>
        {note === null ? null : <p className="nb-agenda__note nb-as-typed">{note}</p>}
        <p className="nb-meta">
          {kind.label}
          {by === null ? '' : `, put on by ${by}`}
          {late ? ', after the papers were due' : ''}
          {outcome === null ? '' : `. ${outcome.label} at the meeting`}
        </p>
      </div>
      {mayOrder || mayChange ? (
        <div className="nb-agenda__acts nb-no-print">
          {mayOrder ? <MoveButtons item={item} place={place} last={last} moving={moving} /> : null}
          {mayChange ? (
            <>
              <button type="button" className="nb-link-button" id={`open-item-${item.id}`} onClick={onEdit}>
                Edit<span className="govuk-visually-hidden"> {title}</span>
              </button>
              <button type="button" className="nb-link-button" onClick={onWithdraw}>
                Take off<span className="govuk-visually-hidden"> {title}</span>
              </button>
            </>
          ) : null}
        </div>
      ) : null}
    </li>
  );
};

const Refused = ({ refusals }: { refusals: readonly (Refusal | null)[] }) => {
  const [first] = refusals.filter((refusal) => refusal !== null);
  return first === undefined ? null : (
    <p className="govuk-error-message" role="alert">
      {first.sentence}
    </p>
  );
};

type FormKey = 'propose' | 'offers' | `item-${string}`;

/** What a meeting talks about, in its order: built from what needs the board, and from what its members propose. */
export const AgendaSection = ({ meeting }: { meeting: MeetingView }) => {
  const { noticeId } = useNotice();
  const { id, live, agenda, offers } = meeting;
  const { open, show, close, warning } = useOpenForm<FormKey>();
  const moving = useMoving(agenda);
  const withdrawing = useChange(trpc.meeting.withdrawItem.mutationOptions());
  const mayBuild = useMay('agenda.edit') && live;
  const mayPropose = useMay('agenda.propose') && live;
  const [taken, setTaken] = useState<string | null>(null);
  const edited = agenda.find((item) => open === `item-${item.id}`);
  return (
    <Section
      place="agenda"
      title="Agenda"
      links={
        mayBuild || mayPropose ? (
          <>
            {mayBuild && offers.length > 0 ? (
              <OpenForm form="offers" open={open} onOpen={show} primary={agenda.length === 0}>
                Add what needs the board ({offers.length})
              </OpenForm>
            ) : null}
            {mayPropose ? (
              <OpenForm form="propose" open={open} onOpen={show}>
                Propose an item
              </OpenForm>
            ) : null}
          </>
        ) : undefined
      }
    >
      {warning}
      {open === 'offers' ? (
        <FormPanel form="offers" title="What needs the board">
          <OffersForm meetingId={id} offers={offers} onDone={close} />
        </FormPanel>
      ) : null}
      {open === 'propose' ? (
        <FormPanel form="propose" title="Propose an item">
          <ProposeForm meetingId={id} onDone={close} />
        </FormPanel>
      ) : null}
      {edited ? (
        <FormPanel form={`item-${edited.id}`} title="Edit the item">
          <EditItemForm key={edited.id} item={edited} onDone={close} />
        </FormPanel>
      ) : null}
      <Refused refusals={[moving.refusal, withdrawing.refusal]} />
      <p className="govuk-visually-hidden" role="status">
        {taken === null ? '' : `Taken off: ${taken}`}
      </p>
      {agenda.length === 0 ? (
        <EmptyState>
          Nothing is on the agenda yet.{' '}
          {mayBuild && offers.length > 0
            ? `The plan has ${offers.length} things that need the board.`
            : 'The programme office and the chair build it; members of the board propose items.'}
        </EmptyState>
      ) : (
        <ol className="nb-agenda">
          {agenda.map((item, index) => (
            <Item
              key={item.id}
              item={item}
              place={index + 1}
              last={agenda.length}
              live={live}
              moving={moving}
              onEdit={() => show(`item-${item.id}`)}
              onWithdraw={() =>
                void withdrawing
                  .save({ noticeId, id: item.id, expectedVersion: item.version })
                  .then((receipt) => (receipt ? setTaken(item.title) : undefined))
              }
            />
          ))}
        </ol>
      )}
    </Section>
  );
};
