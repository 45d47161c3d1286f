/** Tables: a caption, heads that are repeated on every page, rows that no page cuts. */
import type { ReactElement, ReactNode } from 'react';
import { h } from './element.ts';

/** One column. The one with `rowHead` names its row; `wide` takes what room is left. */
export type Column<Row> = {
  head: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Its cells are short and stand in one line: dates. */
  nowrap?: boolean;
  rowHead?: boolean;
  /** The share of the table's width, in per cent; the rest is shared out by the browser. */
  width?: number;
};

const classOf = ({ numeric = false, nowrap = false }: { numeric?: boolean; nowrap?: boolean }): string | undefined =>
  [numeric ? 'number' : '', nowrap ? 'nowrap' : ''].filter(Boolean).join(' ') || undefined;

/**
 * Gives a table; where there are no rows, the sentence `empty`.
 * @param caption what the table is, for those who do not see what stands above it
 * @param foot a last row under a rule
 * @param grid whether it is narrow enough to stay a table on a phone: its cells then do without the names of their columns
 */
export const table = <Row>({
  caption,
  columns,
  rows,
  empty,
  emphasis = () => false,
  foot = null,
  grid = false,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty: string;
  emphasis?: (row: Row) => boolean;
  foot?: ReactNode;
  grid?: boolean;
}): ReactElement => {
  if (rows.length === 0) return h('p', { className: 'empty' }, empty);
  const cell = (row: Row, column: Column<Row>): ReactElement =>
    column.rowHead === true
      ? h('th', { scope: 'row', className: classOf(column) }, column.cell(row))
      : h('td', { className: classOf(column), 'data-head': grid ? undefined : column.head }, column.cell(row));
  return h(
    'table',
    { className: grid ? 'grid' : undefined },
    h('caption', null, caption),
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        columns.map((column) =>
          h(
            'th',
            {
              scope: 'col',
              className: classOf(column),
              style: column.width === undefined ? undefined : { width: `${column.width}%` },
            },
            column.head,
          ),
        ),
      ),
    ),
    h(
      'tbody',
      null,
      rows.map((row) =>
        h(
          'tr',
          { className: emphasis(row) ? 'due' : undefined },
          columns.map((column) => cell(row, column)),
        ),
      ),
    ),
    foot === null ? null : h('tfoot', null, foot),
  );
};
