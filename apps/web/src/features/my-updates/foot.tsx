import { useEffect, useRef, type MouseEvent } from 'react';
import { formatNumber, formatTime, plural } from '@noticeboard/domain/words';
import { Button } from '../../components/button.tsx';
import type { Row } from './body.ts';
import { type Desk, elementId, type Readiness, useKeeping, useReadiness } from './desk.ts';
import { nameOf } from './row-parts.tsx';

const mostNamed = 4;

/** Gives the rows that a report is wanted for or that something is typed on, each with what it lacks. */
const wanted = (rows: readonly Row[], readiness: readonly Readiness[]) =>
  rows.flatMap((row, index) => {
    const { started = false, lacks = null } = readiness[index] ?? {};
    return row.asked || started ? [{ row, started, ready: started && lacks === null, lacks }] : [];
  });

/** How many rows are ready, as a figure and as a bar with a part for each. */
export const ReadyBar = ({ desk, rows }: { desk: Desk; rows: readonly Row[] }) => {
  const those = wanted(rows, useReadiness(desk, rows));
  const ready = those.filter((each) => each.ready).length;
  if (those.length === 0) return null;
  return (
    <div className="nb-ready-rows">
      <p className="nb-ready-rows__words">
        <strong>
          {formatNumber(ready, 0)} of {formatNumber(those.length, 0)}
        </strong>{' '}
        ready
      </p>
      <div className="nb-ready-rows__bar" aria-hidden="true">
        {those.map(({ row, ready: full }) => (
          <span
            key={row.key}
            className={full ? 'nb-ready-rows__part nb-ready-rows__part--full' : 'nb-ready-rows__part'}
          />
        ))}
      </div>
    </div>
  );
};

const goTo = (event: MouseEvent, id: string) => {
  const row = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (!row) return;
  event.preventDefault();
  row.scrollIntoView();
  row.focus({ preventScroll: true });
};

/** Leads to a row of the page, which opens where one row is open at a time. */
const ToRowHere = ({ row, desk }: { row: Row; desk: Desk }) => (
  <a
    href={`#${elementId(row)}`}
    onClick={(event) => {
      desk.open(row.key);
      goTo(event, elementId(row));
    }}
  >
    {nameOf(row)}
  </a>
);

const Left = ({
  left,
  desk,
}: {
  left: readonly { row: Row; started: boolean; lacks: string | null }[];
  desk: Desk;
}) => {
  const named = left.length > mostNamed ? left.slice(0, mostNamed - 1) : left;
  return (
    <>
      Left:{' '}
      {named.map(({ row, started, lacks }, index) => (
        <span key={row.key}>
          {index === 0 ? '' : index === left.length - 1 ? ' and ' : ', '}
          <ToRowHere row={row} desk={desk} />
          {started && lacks !== null ? ` (lacks ${lacks})` : ''}
        </span>
      ))}
      {named.length < left.length ? ` and ${left.length - named.length} more` : ''}.
    </>
  );
};

/** Where keeping what is typed stands: said aloud when it goes wrong, quietly shown otherwise. */
const Kept = ({ desk, rows }: { desk: Desk; rows: readonly Row[] }) => {
  const { busy, at, why, refused } = useKeeping(desk);
  const row = rows.find(({ key }) => refused.has(key));
  const wrong =
    why ??
    (row ? (
      <>
        something you typed can’t be kept. The reason stands beside it, at <ToRowHere row={row} desk={desk} />.
      </>
    ) : null);
  return (
    <p
      className={wrong === null ? 'nb-meta nb-foot__kept' : 'nb-foot__kept nb-foot__kept--not'}
      role={wrong === null ? undefined : 'alert'}
    >
      {wrong === null ? (busy ? 'Keeping draft' : at === null ? '' : `Draft kept ${formatTime(at)}`) : null}
      {wrong === null ? null : <>Not kept: {wrong}</>}
    </p>
  );
};

/** The foot of the page: how much is ready, what is left, and the one button that submits what is ready. */
export const Foot = ({
  desk,
  rows,
  busy,
  onSubmit,
}: {
  desk: Desk;
  rows: readonly Row[];
  busy: boolean;
  onSubmit: () => void;
}) => {
  const those = wanted(rows, useReadiness(desk, rows));
  const ready = those.filter((each) => each.ready).length;
  const left = those.filter((each) => !each.ready);
  const foot = useRef<HTMLElement>(null);
  const wasBusy = useRef(false);
  const nothing = those.length === 0;
  // The button that was pressed goes once all is submitted: the focus stays here, where that is said.
  useEffect(() => {
    if (wasBusy.current && !busy && nothing) foot.current?.focus({ preventScroll: true });
    wasBusy.current = busy;
  }, [busy, nothing]);
  return (
    <section className={nothing ? 'nb-foot nb-foot--done' : 'nb-foot'} aria-label="Submit" ref={foot} tabIndex={-1}>
      <div className="nb-foot__words">
        <p className="nb-foot__ready" role="status">
          <strong>
            {nothing
              ? 'Everything is submitted'
              : busy
                ? 'Submitting'
                : `${formatNumber(ready, 0)} of ${formatNumber(those.length, 0)} ready`}
          </strong>
        </p>
        {left.length === 0 || busy ? null : (
          <p className="nb-foot__left">
            <Left left={left} desk={desk} />{' '}
            {ready === 0
              ? ''
              : `“Submit all” sends the ${plural(ready, 'row')} that ${ready === 1 ? 'is' : 'are'} ready.`}
          </p>
        )}
      </div>
      <Kept desk={desk} rows={rows} />
      {nothing ? null : (
        <Button disabled={busy} onClick={onSubmit}>
          Submit all
        </Button>
      )}
    </section>
  );
};
