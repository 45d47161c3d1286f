/** What the drafts of the rows that are shown come to: what is saved, what is wrong, what is doubtful. */
import type { IsoDate } from '@noticeboard/domain/fields';
import { readEntries, type EntryRead, type Finding } from '@noticeboard/domain/rules/doubts';
import type { EntryCell, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { isOvertaken, type Draft, type Drafts } from './entry-drafts.ts';

/** One cell that was typed into, with what it comes to. */
export type Typed = { row: EntryRow; cell: EntryCell; draft: Draft; read: EntryRead; overtaken: boolean };

/** Gives the id of the field of a cell. */
export const cellId = (measureId: string, month: IsoDate): string => `reading-${measureId}-${month.slice(0, 7)}`;

/** Names a cell: "6.1, August 2023". */
export const nameOf = ({ row, cell }: Pick<Typed, 'row' | 'cell'>): string => `${row.code}, ${cell.period}`;

/** Reads every draft of the rows shown, in their order. */
export const readDrafts = (rows: readonly EntryRow[], drafts: Drafts, today: IsoDate): Typed[] =>
  rows.flatMap((row) => {
    const typed = row.cells.flatMap((cell) => {
      const draft = cell === null ? undefined : drafts[row.id]?.[cell.month];
      return cell && draft ? [{ cell, draft }] : [];
    });
    const entries = typed.map(({ cell, draft }) => ({
      periodStart: cell.periodStart,
      periodEnd: cell.periodEnd,
      written: draft.text,
      standing: cell.reading,
      beside: cell.beside,
    }));
    const reads = readEntries(row.rules, row.series, entries, today);
    return typed.flatMap(({ cell, draft }, index): Typed[] => {
      const read = reads[index];
      return read ? [{ row, cell, draft, read, overtaken: isOvertaken(cell, draft) }] : [];
    });
  });

/** Gives each finding of some kind with its cell. */
export const findingsOf = (typed: readonly Typed[], blocks: boolean): { at: Typed; finding: Finding }[] =>
  typed.flatMap((at) =>
    at.read.findings.filter((finding) => finding.blocks === blocks).map((finding) => ({ at, finding })),
  );

/** Gives the cells that a save would record. */
export const savedOf = (typed: readonly Typed[]): Typed[] =>
  typed.filter(({ read: { outcome } }) => outcome === 'add' || outcome === 'correct');

/** Counts the drafts that none of these cells holds: in other months, or of measures that a filter hides. */
export const hiddenDrafts = (typed: readonly Typed[], drafts: Drafts): { count: number; month: IsoDate | null } => {
  const shown = new Set(typed.map(({ row, cell }) => cellId(row.id, cell.month)));
  const hidden = Object.entries(drafts).flatMap(([measureId, row]) =>
    Object.keys(row).filter((month) => !shown.has(cellId(measureId, month))),
  );
  return { count: hidden.length, month: hidden.toSorted().at(-1) ?? null };
};
