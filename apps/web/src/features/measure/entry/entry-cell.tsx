import type { ClipboardEvent, KeyboardEvent } from 'react';
import { findingKinds } from '@noticeboard/domain/scales';
import type { EntryCell, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { Marks } from '../../../components/source-mark.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { Draft } from './entry-drafts.ts';
import { cellId, type Typed } from './read-drafts.ts';

/** What is done in a field, by the place of its cell. */
export type CellActs = {
  type: (row: EntryRow, cell: EntryCell, text: string) => void;
  paste: (at: { row: number; column: number }, text: string) => void;
  /** Says whether the key was one that the grid knows. */
  press: (event: KeyboardEvent<HTMLInputElement>, at: { row: number; column: number }, cell: EntryCell) => boolean;
  focus: (row: EntryRow, cell: EntryCell) => void;
};

type At = { row: EntryRow; cell: EntryCell; place: { row: number; column: number } };

/** What stands under a field: how sure the reading is, another one of the month, and what was found about what is typed. */
const Under = ({ row, cell, typed }: Pick<At, 'row' | 'cell'> & { typed: Typed | undefined }) => {
  const { reading, beside } = cell;
  const id = cellId(row.id, cell.month);
  const findings = typed?.read.findings ?? [];
  return (
    <>
      {typed === undefined && reading ? <Marks source={reading.source} dense /> : null}
      {beside ? (
        <span className="nb-secondary">
          {beside.words}, {beside.period} <Marks source={beside.source} dense />
        </span>
      ) : null}
      {findings.map(({ kind }) => (
        <StatusTag key={kind} status={findingKinds[kind]} quiet />
      ))}
      {findings.length === 0 ? null : (
        <span className="govuk-visually-hidden" id={`${id}-found`}>
          {findings.map(({ sentence }) => sentence).join(' ')}
        </span>
      )}
    </>
  );
};

/** A cell that can be typed into. It is named by its measure and its period. */
export const OpenCell = ({
  at: { row, cell, place },
  draft,
  typed,
  acts,
}: {
  at: At;
  draft: Draft | undefined;
  typed: Typed | undefined;
  acts: CellActs;
}) => {
  const id = cellId(row.id, cell.month);
  const blocks = typed?.read.findings.some((finding) => finding.blocks) ?? false;
  const doubtful = (typed?.read.findings.length ?? 0) > 0;
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (acts.press(event, place, cell)) event.preventDefault();
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    event.preventDefault();
    acts.paste(place, event.clipboardData.getData('text/plain'));
  };
  return (
    <>
      <input
        id={id}
        className={`nb-entry__field${draft ? ' nb-entry__field--typed' : ''}${blocks ? ' nb-entry__field--wrong' : ''}`}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={`${row.code} ${row.title}, ${cell.period}`}
        aria-invalid={blocks}
        aria-describedby={doubtful ? `${id}-found` : undefined}
        value={draft?.text ?? cell.reading?.written ?? ''}
        onChange={(event) => acts.type(row, cell, event.target.value)}
        onPaste={paste}
        onKeyDown={press}
        onFocus={(event) => {
          event.target.select();
          acts.focus(row, cell);
        }}
      />
      <span className="nb-entry__under">
        <Under row={row} cell={cell} typed={typed} />
      </span>
    </>
  );
};

/** A cell that nothing can be entered into, with what stands there and why. */
export const ClosedCell = ({ cell: { reading, closed } }: { cell: EntryCell }) => (
  <span className="nb-entry__closed">
    {reading ? (
      <>
        {reading.words} <Marks source={reading.source} dense />{' '}
      </>
    ) : null}
    {closed?.label}
  </span>
);
