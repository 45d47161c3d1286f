/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows. No zod: the grid reads it as one pastes. */

/** Gives the cells of one text, row by row, as they stand in it; a cell in quotes may hold tabs, lines and doubled quotes. */
const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  // A quoted cell up to its closing quote, or anything up to the next tab or line; then what ends the cell.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  for (let end = '\t'; end !== '';) {
    const [, quoted, plain = '', after = ''] = cell.exec(text) ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (after !== '' && after !== '\t') rows.push([]);
    end = after;
  }
  return rows;
};

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell === '';

/**
 * Reads a block that was copied from a spreadsheet: each cell trimmed, with plain spaces, every row as long as the longest.
 * Rows and columns after the last that holds anything are left out: a whole column that was marked ends with thousands.
 */
export const readBlock = (text: string): string[][] => {
  const cells = cellsOf(text).map((row) => row.map((cell) => cell.replaceAll(/\s+/g, ' ').trim()));
  const rows = cells.slice(0, cells.findLastIndex((row) => !row.every(isBlank)) + 1);
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => !isBlank(cell)) + 1), 0);
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
};
