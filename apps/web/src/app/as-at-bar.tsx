import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { formatDayMonth, formatWeekday } from '@noticeboard/domain/words';
import { Button } from '../components/button.tsx';
import { useChangeAddress } from './address.ts';
import { useNotice } from './notice.ts';
import { momentWords } from './moment-words.ts';

const Calendar = () => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 14 14"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
    focusable="false"
  >
    <path d="M1 2.5h12v10.5H1zM1 5.5h12M4 .5v3M10 .5v3" />
  </svg>
);

type Useful = readonly { day: string; label: string }[];

/** A day as it is offered: "3 months, 30 June" says that it is a checkpoint, and its first reason is enough. */
const inBar = ({ day, label }: Useful[number]): string => {
  const [first = label] = label.split('; ');
  return `${first.replace(' checkpoint', '')}, ${formatDayMonth(day)}`;
};

/** About how many letters there is room for in the bar on one line of a page 1280 px wide. */
const letters = { today: 84, lookingBack: 66 };

/** The days that fit, newest first; the box of the date button has them all. */
const fitting = (days: Useful, room: number): Useful => {
  const lengths = days.map((each) => inBar(each).length + 2);
  return days.filter((_, index) => lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0) <= room);
};

const UsefulDays = ({ days, onDay }: { days: Useful; onDay: (day: string) => void }) =>
  days.length === 0 ? null : (
    <ul className="nb-as-at__days" aria-label="Turn back to">
      <li aria-hidden="true">Turn back to</li>
      {days.map(({ day, label }) => (
        <li key={day}>
          <button type="button" className="nb-link-button" onClick={() => onDay(day)}>
            {inBar({ day, label })}
          </button>
        </li>
      ))}
    </ul>
  );

type Asking = {
  day: string;
  seq: number | null;
  first: string;
  last: string;
  days: Useful;
  onDay: (day: string) => void;
};

/** Asks for a day in a small box under its button; Escape closes it and gives the focus back. */
const DayButton = ({ day, seq, first, last, days, onDay }: Asking) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    input.current?.focus();
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (input.current?.value) onDay(input.current.value);
    close();
  };
  return (
    <div className="nb-as-at__moment">
      <span id="as-at">As at</span>
      <button
        ref={button}
        type="button"
        className="nb-as-at__button"
        aria-expanded={open}
        aria-controls="as-at-day"
        aria-describedby="as-at"
        onClick={() => setOpen(!open)}
      >
        <Calendar /> {seq === null ? formatWeekday(day) : momentWords({ day, seq })}
      </button>
      <form className="nb-as-at__popover" id="as-at-day" hidden={!open} onSubmit={show}>
        <label className="govuk-label" htmlFor="as-at-input">
          Show the notice as it stood at the end of
        </label>
        <input
          ref={input}
          className="govuk-input"
          id="as-at-input"
          type="date"
          min={first}
          max={last}
          defaultValue={day}
          key={day}
          required
        />
        <Button type="submit">Show this day</Button>
        <UsefulDays
          days={days}
          onDay={(useful) => {
            onDay(useful);
            close();
          }}
        />
      </form>
    </div>
  );
};

const CopyLink = ({ moment }: { moment: string }) => {
  const [said, say] = useState('');
  const copy = async () => {
    const address = new URL(location.href);
    // Today's page, too, is copied with its day, so that the link still shows it tomorrow.
    address.searchParams.set('asAt', moment);
    try {
      await navigator.clipboard.writeText(address.href);
      say('Link copied');
    } catch {
      say('Copy the address from your browser');
    }
  };
  return (
    <>
      <button type="button" className="nb-link-button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">{said}</span>
    </>
  );
};

type Bar = Asking & {
  /** What the address says of the moment that is shown. */
  moment: string;
  lookingBack: boolean;
  /** What is said of today. */
  state: string;
};

/** Says which day is shown, turns it back to another one, and back to today, the last that may be chosen. */
export const DayBar = ({ moment, lookingBack, state, ...asking }: Bar) => {
  const { days, last, onDay } = asking;
  return (
    <div className={lookingBack ? 'nb-as-at nb-as-at--back' : 'nb-as-at'}>
      <section className="govuk-width-container nb-as-at__row" aria-label="Day shown">
        <DayButton {...asking} />
        <UsefulDays days={fitting(days, lookingBack ? letters.lookingBack : letters.today)} onDay={onDay} />
        <div className="nb-as-at__state">
          {lookingBack ? (
            <>
              <strong>Looking back: read-only</strong>
              <button type="button" className="nb-link-button nb-no-print" onClick={() => onDay(last)}>
                Return to today
              </button>
            </>
          ) : (
            <span>{state}</span>
          )}
          <span className="nb-as-at__links">
            <CopyLink moment={moment} />
            <button type="button" className="nb-link-button" onClick={() => print()}>
              Print
            </button>
          </span>
        </div>
      </section>
    </div>
  );
};

/** The day of the notice that is open, with the days of it that are worth looking back to. */
export const AsAtBar = () => {
  const { frame, today, day, seq, asAt, lookingBack } = useNotice();
  const change = useChangeAddress();
  return (
    <DayBar
      day={day}
      seq={seq}
      first={frame.usefulDays[0]?.day ?? frame.notice.issuedOn}
      last={today}
      days={frame.usefulDays
        .filter((useful) => useful.day !== day || seq !== null)
        .slice(-4)
        .toReversed()}
      moment={asAt ?? today}
      lookingBack={lookingBack}
      state="Today: changes are open"
      onDay={(to) => change({ asAt: to === today ? undefined : to })}
    />
  );
};
