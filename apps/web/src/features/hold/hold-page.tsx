import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { HoldItem, HoldView } from '@noticeboard/domain/views/hold';
import { formatDate, formatTime } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { mustStay } from '../../app/stay.ts';
import { trpc } from '../../app/trpc.ts';
import { Button, ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LeaveDialog } from '../../components/leave-warning.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { Acts } from './acts.tsx';
import { AgendaSide } from './agenda-side.tsx';
import { CloseForm } from './close-form.tsx';
import { ItemFactsOf } from './item-facts.tsx';
import { NotHeld } from './not-held.tsx';
import { Records } from './records.tsx';
import { useKeys, useKeysOn } from './use-keys.ts';

/** The time of day, for who keeps the meeting to it. */
const Clock = () => {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return <span className="nb-hold__clock">{formatTime(now)}</span>;
};

/** The item under discussion, with what was recorded of it. Takes the focus when another one is shown. */
const ItemOf = ({ item, items, held }: { item: HoldItem; items: readonly HoldItem[]; held: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(item.id);
  useEffect(() => {
    if (shown.current === item.id) return;
    shown.current = item.id;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [item.id]);
  return (
    <section className="nb-hold__item" aria-labelledby="item-title">
      <p className="nb-hold__over" role="status">
        {items.some(({ id }) => id === item.id)
          ? `Item ${item.number} of ${items.length}: ${item.kind.toLowerCase()}, to ${item.askLabel.toLowerCase()} `
          : 'Somebody has taken this item off the agenda, so nothing more can be recorded of it. '}
        <SourceMark mark={item.mark} />
      </p>
      <h2 className="nb-hold__title" id="item-title" tabIndex={-1} ref={heading}>
        {item.title}
      </h2>
      <Records records={item.records} held={held} />
      {item.note === null ? null : <p className="nb-hold__note nb-as-typed">{item.note}</p>}
      <ItemFactsOf facts={item.facts} title={item.title} />
      {item.by === null ? null : <p className="nb-meta">On the agenda by {item.by}</p>}
    </section>
  );
};

/** Turns the keys off and on, and says what each does that the person may do here. */
const KeysHelp = ({ on, held, onChange }: { on: boolean; held: boolean; onChange: (on: boolean) => void }) => {
  const decides = useMay('meeting.decide') && held;
  const asks = useMay('challenge.ask') && held;
  const notes = useMay('meeting.minute') && held;
  return (
    <div className="nb-hold__keys nb-no-print">
      <label>
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} /> Keyboard shortcuts
      </label>
      {on ? (
        <p>
          <kbd>→</kbd> or <kbd>J</kbd> next item, <kbd>←</kbd> or <kbd>K</kbd> the one before
          {decides ? (
            <>
              , <kbd>D</kbd> or <kbd>1</kbd> decide
            </>
          ) : null}
          {asks ? (
            <>
              , <kbd>C</kbd> or <kbd>2</kbd> challenge
            </>
          ) : null}
          {decides ? (
            <>
              , <kbd>A</kbd> or <kbd>3</kbd> assure
            </>
          ) : null}
          {notes ? (
            <>
              , <kbd>N</kbd> or <kbd>4</kbd> note
            </>
          ) : null}
        </p>
      ) : null}
    </div>
  );
};

/** Gives the item that comes some places after another; none beyond the ends. */
const beside = (items: readonly HoldItem[], item: HoldItem, places: 1 | -1): HoldItem | undefined =>
  items[items.indexOf(item) + places];

/** Gives the next item of which nothing is recorded, after another and then from the start. */
const nextLeft = (items: readonly HoldItem[], item: HoldItem): HoldItem | undefined => {
  const at = items.indexOf(item);
  return [...items.slice(at + 1), ...items.slice(0, at)].find(({ records }) => records.length === 0);
};

const Room = ({ hold }: { hold: HoldView }) => {
  const { noticeId, lookingBack } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  const minutes = useMay('meeting.minute');
  const [keys, setKeys] = useKeysOn();
  const [closing, setClosing] = useState(false);
  const [asked, setAsked] = useState<{ goOn: () => void } | null>(null);
  const { meeting, items, quorum, whyNotHeld } = hold;
  const held = whyNotHeld === null && !lookingBack;
  // The item that is shown stays, whatever somebody else records of it, and where they take it off: what is typed is about that one.
  const [first] = useState(() => items.find(({ records }) => records.length === 0) ?? items[0]);
  const found = items.find(({ id }) => id === (address['item'] ?? first?.id));
  const [last, setLast] = useState(found ?? first);
  if (found && found !== last) setLast(found);
  const current = found ?? last ?? items[0];
  const show = (itemId: string) => {
    setClosing(false);
    change({ item: itemId });
  };
  /** What is typed is not lost by a key or a button. */
  const orAsk = (goOn: () => void) => (mustStay() ? setAsked({ goOn }) : goOn());
  const go = (item: string | undefined) => {
    if (item !== undefined && item !== current?.id) orAsk(() => show(item));
  };
  const move = (places: 1 | -1) => go(current && beside(items, current, places)?.id);
  useKeys(keys, {
    arrowright: () => move(1),
    j: () => move(1),
    arrowleft: () => move(-1),
    k: () => move(-1),
  });
  const shown = useRef(current?.id);
  useEffect(() => {
    shown.current = current?.id;
  });
  /** Goes on to what is left, unless the person went elsewhere while it was saved. */
  const recorded = () => {
    if (shown.current !== current?.id) return;
    const next = current && nextLeft(items, current);
    if (next) show(next.id);
    else setClosing(minutes);
  };
  return (
    <div className={lookingBack ? 'nb-hold' : 'nb-hold nb-hold--room'}>
      <PageTitle
        title={`${meeting.title}, ${formatDate(meeting.on)}`}
        under={
          // Before it is opened nobody can be present.
          meeting.state === 'planned' ? undefined : (
            <span className={quorum.met ? undefined : 'nb-hold__no-quorum'}>
              {quorum.sentence}
              {quorum.met || !held ? null : (
                <>
                  {' '}
                  Until then the meeting can note and challenge, but not decide or assure.{' '}
                  {minutes ? (
                    <Link to="/n/$noticeId/meetings/$meetingId" params={{ noticeId, meetingId: meeting.id }}>
                      Mark who is present
                    </Link>
                  ) : null}
                </>
              )}
            </span>
          )
        }
        marks={<SourceMark mark={meeting.mark} />}
        actions={
          <>
            <Clock />
            {held && minutes ? (
              <Button kind="secondary" aria-expanded={closing} onClick={() => orAsk(() => setClosing(!closing))}>
                Close the meeting
              </Button>
            ) : null}
            <ButtonLink
              kind="secondary"
              to="/n/$noticeId/meetings/$meetingId/minutes"
              params={{ noticeId, meetingId: meeting.id }}
            >
              Minutes
            </ButtonLink>
            <ButtonLink
              kind="secondary"
              to="/n/$noticeId/meetings/$meetingId"
              params={{ noticeId, meetingId: meeting.id }}
            >
              Leave the room
            </ButtonLink>
          </>
        }
      />
      <LeaveDialog
        open={asked !== null}
        title="Go on without recording?"
        leave="Go on"
        onStay={() => setAsked(null)}
        onLeave={() => {
          setAsked(null);
          asked?.goOn();
        }}
      />
      <div className="nb-hold__room">
        <AgendaSide hold={hold} currentId={current?.id ?? null} onGo={go} />
        {current === undefined ? (
          <EmptyState>Nothing is on the agenda yet.</EmptyState>
        ) : (
          <ItemOf item={current} items={items} held={held} />
        )}
        <div className="nb-hold__acts nb-no-print">
          {current === undefined ? null : (
            <div className="nb-hold__move">
              <Button kind="secondary" disabled={!beside(items, current, -1)} onClick={() => move(-1)}>
                Previous item
              </Button>
              <Button kind="secondary" disabled={!beside(items, current, 1)} onClick={() => move(1)}>
                Next item
              </Button>
            </div>
          )}
          {held ? null : <NotHeld hold={hold} />}
          {held && closing ? (
            <div className="nb-hold__form">
              <h3 className="govuk-heading-s">Close the meeting</h3>
              <CloseForm hold={hold} onDone={() => setClosing(false)} onCancel={() => setClosing(false)} />
            </div>
          ) : null}
          {/* What is being typed stays when somebody else closes the meeting; recording it then says who did. */}
          {(held || mustStay()) && !closing && current ? (
            <Acts
              key={current.id}
              item={current}
              hold={hold}
              held={held}
              keys={keys}
              orAsk={orAsk}
              onRecorded={recorded}
            />
          ) : null}
          <KeysHelp on={keys} held={held} onChange={setKeys} />
        </div>
      </div>
    </div>
  );
};

/** A meeting on the screen in the room. */
export const HoldPage = () => {
  const { meetingId = '' } = useParams({ strict: false });
  const { input } = useNotice();
  const { data: hold } = useQuery(trpc.decision.hold.queryOptions({ ...input, id: meetingId }));
  return hold ? <Room key={hold.meeting.id} hold={hold} /> : <PageSkeleton />;
};
