/** A column of a table written as CSV: its head, and the cell it takes from a row. A number is written plain, a text guarded. */
export type CsvColumn<Row> = { head: string; cell: (row: Row) => string | number | null };

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

// A spreadsheet runs a text that starts like a formula; the apostrophe makes it show the text instead.
const guarded = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const written = (cell: string | number | null): string => {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : quoted(guarded(cell));
};

/** Writes rows as CSV (RFC 4180) with a head. Texts that a spreadsheet would run as a formula are guarded; numbers stay numbers. */
export const toCsv = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]
    .map((cells) => `${cells.map(written).join(',')}\r\n`)
    .join('');
