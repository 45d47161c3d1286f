import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@noticeboard/db/operator-error';

/** One row of a file: its cells by column, and where it stands, for whoever has to mend it. */
export type CsvRow = { place: string; cells: ReadonlyMap<string, string> };

/** Refuses a row with a sentence that names its file and line. */
export const refuse = ({ place }: Pick<CsvRow, 'place'>, problem: string): never => {
  throw new OperatorError(`${place}: ${problem}`);
};

type Line = { number: number; cells: string[] };

/** Splits a text into lines of cells (RFC 4180: a quoted cell may hold commas, quotes written twice, and line breaks). */
const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  let line: Line = { number: 1, cells: [] };
  let number = 1;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) return refuse({ place: `line ${number}` }, 'A quotation mark is open. Close it, or write it twice.');
    const [whole, quoted, plain = '', end] = found;
    line.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    number += whole.split('\n').length - 1;
    if (end === ',') continue;
    lines.push(line);
    line = { number, cells: [] };
  }
  return line.cells.length > 0 ? [...lines, { ...line, cells: [...line.cells, ''] }] : lines;
};

/**
 * Reads the rows of a CSV file with a head.
 * @throws OperatorError with the file and line where it can't be read as one
 */
export const readCsv = (folder: string, name: string): CsvRow[] => {
  const file = `${path.basename(folder)}/${name}`;
  try {
    const [head, ...lines] = linesOf(readFileSync(path.join(folder, name), 'utf8'));
    return lines.map(({ number, cells }) => {
      const place = `line ${number}`;
      if (cells.length !== head?.cells.length) {
        return refuse(
          { place },
          `There are ${cells.length} cells under ${head?.cells.length ?? 0} columns. Give one for each.`,
        );
      }
      return {
        place: `${file}, ${place}`,
        cells: new Map(head.cells.map((column, index) => [column, cells[index] ?? ''])),
      };
    });
  } catch (error) {
    throw error instanceof Error ? new OperatorError(`${file}: ${error.message}`) : error;
  }
};
