/** Lays a block from a spreadsheet over the grid of readings: all of it, or nothing with a sentence. */
import { saysNothing } from '@noticeboard/domain/rules/doubts';
import type { EntryGrid, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { plural } from '@noticeboard/domain/words';
import { typedInto, type Drafts, type Put } from './entry-drafts.ts';

const nothing = 'Nothing was pasted.';

const standing = (count: number, one: string): string => `${plural(count, one)} ${count === 1 ? 'stands' : 'stand'}`;

const misfit = (rows: number, rowsLeft: number, columns: number, columnsLeft: number): string | null => {
  if (rows > rowsLeft)
    return `The block has ${plural(rows, 'row')}, but only ${standing(rowsLeft, 'measure')} from this cell down. ${nothing}`;
  if (columns > columnsLeft)
    return `The block has ${plural(columns, 'column')}, but only ${standing(columnsLeft, 'month')} from this cell on. ${nothing}`;
  return null;
};

/**
 * Gives what a block puts into the cells from one on, to the right and down. A blank leaves a cell as it is.
 * @param rows the measures shown, in their order
 * @param at the row and the column of the cell that was pasted into
 */
export const placeBlock = (
  block: readonly (readonly string[])[],
  rows: readonly EntryRow[],
  months: EntryGrid['months'],
  at: { row: number; column: number },
  drafts: Drafts,
): { puts: Put[] } | { sentence: string } => {
  if (block.length === 0) return { sentence: `There is nothing but blanks on the clipboard. ${nothing}` };
  const sentence = misfit(block.length, rows.length - at.row, block[0]?.length ?? 0, months.length - at.column);
  if (sentence !== null) return { sentence };
  const puts: Put[] = [];
  for (const [down, texts] of block.entries()) {
    for (const [along, text] of texts.entries()) {
      const [row, month] = [rows[at.row + down], months[at.column + along]];
      const cell = row?.cells[at.column + along];
      if (!row || !month || text === '') continue;
      // Where nothing can be entered, a dash or the value that stands says what the grid says.
      if ((!cell || cell.closed) && (saysNothing(text) || text === cell?.reading?.written)) continue;
      if (!cell) {
        const why = `${row.code} has no period that ends in ${month.name}, but the block has “${text.slice(0, 50)}” there.`;
        return { sentence: `${why} ${nothing}` };
      }
      if (cell.closed)
        return { sentence: `${row.code}, ${cell.period} can’t be entered. ${cell.closed.why} ${nothing}` };
      puts.push({ measureId: row.id, month: month.end, draft: typedInto(cell, text, drafts[row.id]?.[month.end]) });
    }
  }
  return { puts };
};
