import { useEffect, useReducer, useState } from 'react';
import { readBlock } from '@noticeboard/domain/clipboard';
import type { EntryGrid, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { plural } from '@noticeboard/domain/words';
import { draftsAfter, draftsKey, keepDrafts, keptDrafts, typedInto, type Drafts, type Put } from './entry-drafts.ts';
import type { CellActs } from './entry-cell.tsx';
import { moveFocus } from './move.ts';
import { placeBlock } from './paste.ts';
import { cellId } from './read-drafts.ts';

type Told = { message: string; wrong: boolean };
const silent: Told = { message: '', wrong: false };

const everything = (drafts: Drafts): Put[] =>
  Object.entries(drafts).flatMap(([measureId, row]) =>
    Object.keys(row).map((month) => ({ measureId, month, draft: null })),
  );

/**
 * Keeps what is typed into the grid, in the browser too until it is saved or put away, and what the keys and the clipboard do to it.
 * @param rows the measures shown, in their order
 */
export const useEntry = (
  { months }: EntryGrid,
  rows: readonly EntryRow[],
  { noticeId, memberId }: { noticeId: string; memberId: string },
) => {
  const key = draftsKey(noticeId, memberId);
  const [{ drafts, step }, dispatch] = useReducer(draftsAfter, null, () => ({
    drafts: keptDrafts(localStorage, key),
    step: null,
  }));
  const [told, tell] = useState<Told>(() =>
    Object.keys(drafts).length === 0
      ? silent
      : { message: 'What you typed here before is here again. It is not saved yet.', wrong: false },
  );
  const [focus, setFocus] = useState<string | null>(null);
  useEffect(() => keepDrafts(localStorage, key, drafts), [key, drafts]);

  const put = (puts: readonly Put[]) => dispatch({ type: 'put', puts });
  const undo = () => {
    dispatch({ type: 'undo' });
    tell({ message: step?.name === 'paste' ? 'The paste is undone.' : 'What was typed is here again.', wrong: false });
  };
  const acts: CellActs = {
    type: (row, cell, text) => {
      put([{ measureId: row.id, month: cell.month, draft: typedInto(cell, text, drafts[row.id]?.[cell.month]) }]);
      tell(silent);
    },
    paste: (at, text) => {
      const placed = placeBlock(readBlock(text), rows, months, at, drafts);
      if ('sentence' in placed) return tell({ message: placed.sentence, wrong: true });
      dispatch({ type: 'put', puts: placed.puts, as: 'paste' });
      tell({ message: `${plural(placed.puts.length, 'value')} pasted.`, wrong: false });
    },
    press: (event, at, { month }) => {
      const row = rows[at.row];
      if (event.key === 'Escape' && row) {
        put([{ measureId: row.id, month, draft: null }]);
        return true;
      }
      if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && step?.fresh === true) {
        undo();
        return true;
      }
      return moveFocus(event, event.currentTarget, at, (down, along) => {
        const [there, column] = [rows[down], months[along]];
        return there && column ? cellId(there.id, column.end) : null;
      });
    },
    focus: (row, cell) => setFocus(cellId(row.id, cell.month)),
  };
  return {
    drafts,
    acts,
    put,
    undo,
    step: step?.name ?? null,
    discard: () => {
      dispatch({ type: 'put', puts: everything(drafts), as: 'discard' });
      tell({ message: 'What was typed is put away.', wrong: false });
    },
    told,
    hush: () => tell(silent),
    focus,
  };
};
