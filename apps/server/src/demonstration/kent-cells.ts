/** Reads the cells of Kent's files into the fields of rows. */
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Entity } from '@noticeboard/domain/plan';
import { refuse, type CsvRow } from './csv-file.ts';

export type Fields = Record<string, unknown>;
/** One row of a file as a change of one row of the plan: its fields after it, from those before (empty for a new row). */
export type Edit = {
  day: IsoDate;
  actor: string;
  reason: string;
  source: CsvRow;
  entity: Entity;
  id: string;
  fields: (before: Fields | undefined) => Fields;
};

export const cell = (row: CsvRow, column: string): string =>
  row.cells.get(column) ?? refuse(row, `There is no column "${column}". Add it.`);
export const optional = (row: CsvRow, column: string): string | null => cell(row, column) || null;
export const list = (row: CsvRow, column: string): string[] =>
  cell(row, column)
    .split(';')
    .map((item) => item.trim())
    .filter(Boolean);

export const numberOf = (row: CsvRow, text: string): number => {
  const number = Number(text);
  return Number.isNaN(number) ? refuse(row, `"${text}" is not a number. Enter one, such as 13.2.`) : number;
};
export const number = (row: CsvRow, column: string): number | null => {
  const text = cell(row, column);
  return text ? numberOf(row, text) : null;
};

export const memberId = (key: string): string => `member-${key}`;
export const member = (row: CsvRow, column: string): string | null => {
  const key = optional(row, column);
  return key && memberId(key);
};
export const actorOf = (key: string): string => (key.startsWith('@') ? key : memberId(key));
export const prefixed = (prefix: string, codes: string[]): string[] => codes.map((code) => `${prefix}-${code}`);

/** Changes some fields of a row that is there. */
export const amended = (row: CsvRow, change: Fields) => (before: Fields | undefined) => ({
  ...(before ?? refuse(row, 'It changes a row that is not there yet. Check its code and its day.')),
  ...change,
});

/** A file that holds one new row a line, with what the line becomes. */
export type NewRows = {
  file: string;
  entity: Entity;
  reason: string;
  id: (row: CsvRow) => string;
  fields: (row: CsvRow, source: () => Fields) => Fields;
};
