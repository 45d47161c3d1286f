/** Moves the focus through the fields of a grid as the keys of a spreadsheet do. */
type Way = readonly [down: number, along: number];

/** Says which way a key moves out of a field; null where it moves within its text, or not at all. */
const wayOf = (key: string, shift: boolean, { value, selectionStart, selectionEnd }: HTMLInputElement): Way | null => {
  const all = selectionStart === 0 && selectionEnd === value.length;
  const collapsed = selectionStart === selectionEnd;
  switch (key) {
    case 'ArrowDown':
      return [1, 0];
    case 'ArrowUp':
      return [-1, 0];
    case 'Enter':
      return [shift ? -1 : 1, 0];
    case 'ArrowRight':
      return all || (collapsed && selectionEnd === value.length) ? [0, 1] : null;
    case 'ArrowLeft':
      return all || (collapsed && selectionStart === 0) ? [0, -1] : null;
    default:
      return null;
  }
};

const isShown = (field: HTMLElement | null): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.checkVisibility();

/**
 * Moves the focus from a field to the next one that a key leads to, over cells that have none. Says whether the key was such
 * a key, so that it does nothing else.
 * @param fieldAt gives the id of the field of a row and a column; null outside the grid
 */
export const moveFocus = (
  { key, shiftKey }: { key: string; shiftKey: boolean },
  field: HTMLInputElement,
  at: { row: number; column: number },
  fieldAt: (row: number, column: number) => string | null,
): boolean => {
  const way = wayOf(key, shiftKey, field);
  if (way === null) return false;
  for (let [row, column] = [at.row + way[0], at.column + way[1]]; ; row += way[0], column += way[1]) {
    const id = fieldAt(row, column);
    if (id === null) return true;
    const next = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (!isShown(next)) continue;
    next.focus();
    return true;
  }
};
