import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import type { LastReport } from '@noticeboard/domain/views/due-reports';
import type { Part } from '@noticeboard/domain/views/due-row';
import type { RowLink } from '@noticeboard/domain/views/row-link';
import { formatDate, plural } from '@noticeboard/domain/words';
import { ToRow } from '../../components/row-link.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type Desk, elementId } from './desk.ts';
import type { Row } from './body.ts';

const linkOf = (row: Row): RowLink => {
  switch (row.kind) {
    case 'action':
      return { page: 'actions', id: row.id };
    case 'measure':
    case 'commentary':
      return { page: 'measures', id: row.id };
    case 'requirement':
      return { page: 'requirements', id: row.id };
    case 'question':
      return row.about.link;
    default:
      return row satisfies never;
  }
};

/** Gives what a row is called. */
export const nameOf = (row: Row): string =>
  row.kind === 'question' ? `About ${row.about.words}` : `${row.code} ${row.title}`;

/** Gives what a row is called in front of a sentence about it. */
export const shortNameOf = (row: Row): string => (row.kind === 'question' ? nameOf(row) : row.code);

/** The frame of a row: its place in the list, which the summary of problems and the foot lead to. */
export const RowFrame = ({
  row,
  state,
  problem,
  children,
}: {
  row: Row;
  state: 'open' | 'done' | 'closed';
  problem: string | undefined;
  children: ReactNode;
}) => {
  const id = elementId(row);
  return (
    <li className={`nb-due nb-due--${state}`} id={id} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <div className="nb-due__row" role="group" aria-labelledby={`${id}-title`}>
        {problem === undefined ? null : (
          <p className="govuk-error-message nb-due__problem">
            <span className="govuk-visually-hidden">Error:</span> {problem}
          </p>
        )}
        {children}
      </div>
    </li>
  );
};

const partInWords = ({ as, of }: Part): string | null => {
  if (as === 'owner') return null;
  const whom = of ?? 'nobody yet';
  return as === 'deputy' ? `You deputise for: ${whom}` : `You cover for: ${whom}`;
};

/** The name of a row, leading to its page, and whose it is where it is not the reader's own. */
export const RowTitle = ({ row, desk }: { row: Row; desk: Desk }) => {
  const part = partInWords(row.part);
  return (
    <>
      <h3 className="nb-due__title" id={`${elementId(row)}-title`}>
        {desk.noticeId === null ? nameOf(row) : <ToRow link={linkOf(row)}>{nameOf(row)}</ToRow>}
      </h3>
      {part === null ? null : <p className="nb-meta nb-due__part">{part}</p>}
    </>
  );
};

/** A row of which only the name is drawn yet: the rest follows at once. */
export const RowToCome = ({ row, desk }: { row: Row; desk: Desk }) => (
  <RowFrame row={row} state="open" problem={undefined}>
    <div className="nb-due__facts">
      <RowTitle row={row} desk={desk} />
    </div>
  </RowFrame>
);

/** What was said last of a row, and what became of it. */
export const Last = ({ last, desk }: { last: LastReport | null; desk: Desk }) => {
  if (last === null) return <p className="nb-meta">No update yet</p>;
  // A link names nobody.
  const who = last.byId === desk.memberId ? 'You' : (last.by ?? 'The demonstration');
  const said = desk.noticeId === null ? 'Said' : `${who} said`;
  const ago = last.daysAgo === 0 ? 'today' : `${plural(last.daysAgo, 'day')} ago`;
  return (
    <>
      <p className="nb-meta">
        {said}, {formatDate(last.on)}, {ago}
      </p>
      {last.rating === null ? null : (
        <p className="nb-due__rating">
          <StatusTag status={last.rating} />
        </p>
      )}
      <p>{last.words}</p>
      {last.state.key === 'returned' ? (
        <p className="nb-notice-line nb-due__returned">
          <strong>Returned.</strong> {last.reviewNote}
        </p>
      ) : null}
    </>
  );
};

/** A row that needs no more: what was chosen or submitted, in one line, and a way back. */
export const DoneLine = ({
  title,
  words,
  back,
}: {
  title: ReactNode;
  words: ReactNode;
  back?: { label: string; of: string; act: () => void; focus: boolean };
}) => {
  const button = useRef<HTMLButtonElement>(null);
  const focus = back?.focus ?? false;
  // What was pressed is gone, so the focus goes to what takes it back.
  useEffect(() => {
    if (focus) button.current?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <div className="nb-due__done">
      <svg className="nb-due__tick" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M2 8.5 6 12.5 14 3.5" fill="none" stroke="currentColor" strokeWidth="2.2" />
      </svg>
      <div>
        <p className="nb-due__done-title">{title}</p>
        <p className="nb-due__done-words">{words}</p>
      </div>
      {back === undefined ? null : (
        <button type="button" className="nb-link-button" ref={button} onClick={back.act}>
          {back.label}
          <span className="govuk-visually-hidden">: {back.of}</span>
        </button>
      )}
    </div>
  );
};

/** Leads to the page on which a new due date is asked for. */
export const AskForDate = ({ noticeId, actionId, asked }: { noticeId: string; actionId: string; asked: boolean }) => (
  <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId }}>
    {asked ? 'See the request' : 'Ask to move the date'}
  </Link>
);
