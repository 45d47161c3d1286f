import { useId, useMemo, type ReactNode } from 'react';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../app/address.ts';
import { CsvLink } from './csv-link.tsx';
import { Pagination } from './pagination.tsx';
import { readSorting, sortRows, writeSorting, type Sorting, type SortValue } from './sort.ts';

/** A column: what a cell shows, what it is sorted by (left out: not sortable), what a CSV holds (left out: not in it). */
export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  sort?: (row: Row) => SortValue;
  csv?: (row: Row) => string | number | null;
  numeric?: boolean;
  /** The cell that names the row. */
  rowHead?: boolean;
  /** Words before the cell where rows are stacked on a phone; the head with a colon, unless told. Empty for none. */
  narrowHead?: string;
  /** What can only be pressed: not on paper. */
  screenOnly?: boolean;
};

type Props<Row> = {
  /** What the table holds: its caption, said but not shown unless `captionShown`. */
  caption: string;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Such as "-due"; the order of the rows, unless told. */
  defaultSort?: string;
  /** The name of the sorting in the address, where a page has several sortable tables. */
  sortName?: string;
  /** Rows a page; the page goes into the address as `page`. Left out: all of them. */
  pageSize?: number;
  /** How many rows the screen shows, the first ones; paper has them all. */
  few?: number;
  /** The name of the CSV file; left out: no CSV link under the table. */
  csv?: string;
  /** Marks the row that is due next. */
  isDue?: (row: Row) => boolean;
  /** On a phone rows are stacked, or the table scrolls sideways. */
  narrow?: 'stack' | 'scroll';
  /** What stands in place of a table without rows. */
  empty?: ReactNode;
  foot?: ReactNode;
  /** Small words under the table. */
  note?: ReactNode;
};

/** Gives the columns of a CSV of the same rows: for a `CsvLink` in the head of a section. */
export const csvColumns = <Row,>(columns: readonly Column<Row>[]): CsvColumn<Row>[] =>
  columns.flatMap(({ head, csv }) => (csv ? [{ head, cell: csv }] : []));

const classOf = ({ numeric, screenOnly }: Pick<Column<never>, 'numeric' | 'screenOnly'>): string | undefined =>
  [numeric ? ['nb-table__number'] : [], screenOnly ? ['nb-no-print'] : []].flat().join(' ') || undefined;

const SortArrow = ({ state }: { state: 'up' | 'down' | 'none' }) => (
  <svg className="nb-table__sort" viewBox="0 0 8 10" aria-hidden="true" focusable="false">
    {state === 'down' ? null : <path d="M4 0 7.5 4h-7Z" />}
    {state === 'up' ? null : <path d="M4 10 .5 6h7Z" />}
  </svg>
);

const Head = <Row,>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>;
  sorting: Sorting | null;
  onSort: (sorting: Sorting) => void;
}) => {
  const { key, head, sort } = column;
  const className = classOf(column);
  const here = sorting?.key === key;
  if (!sort) {
    return (
      <th scope="col" className={className}>
        {head}
      </th>
    );
  }
  return (
    <th scope="col" className={className} aria-sort={here ? (sorting.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="nb-table__head-button"
        onClick={() => onSort({ key, down: here && !sorting.down })}
      >
        {head} <SortArrow state={here ? (sorting.down ? 'down' : 'up') : 'none'} />
      </button>
    </th>
  );
};

const Row = <Row,>({
  row,
  columns,
  due,
  paperOnly,
}: {
  row: Row;
  columns: readonly Column<Row>[];
  due: boolean;
  paperOnly: boolean;
}) => (
  <tr className={[due ? ['nb-table__due'] : [], paperOnly ? ['nb-print-only'] : []].flat().join(' ') || undefined}>
    {columns.map((column) => {
      const { key, head, cell, rowHead, narrowHead = `${head}:` } = column;
      const className = classOf(column);
      return rowHead ? (
        <th key={key} scope="row" className={className}>
          {cell(row)}
        </th>
      ) : (
        <td key={key} className={className} data-head={narrowHead === '' ? undefined : narrowHead}>
          {cell(row)}
        </td>
      );
    })}
  </tr>
);

/** A real table: caption, heads that sort through the address, pages, and a CSV of all its rows in the order shown. */
export const DataTable = <Row,>(props: Props<Row>) => {
  const {
    caption,
    captionShown = false,
    columns,
    rows,
    rowKey,
    defaultSort,
    sortName = 'sort',
    pageSize,
    few = Infinity,
    csv,
    isDue,
    narrow = 'stack',
    empty,
    foot,
    note,
  } = props;
  const address = useAddress();
  const change = useChangeAddress();
  const captionId = useId();
  const sorted = readSorting(address[sortName] ?? defaultSort);
  const by = columns.find(({ key, sort }) => key === sorted?.key && sort);
  const sort = by?.sort;
  const down = sorted?.down ?? false;
  const ordered = useMemo(() => (sort ? sortRows(rows, sort, down) : rows), [rows, sort, down]);
  const pages = pageSize === undefined ? 1 : Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(address['page'])) || 1));
  const shown = pageSize === undefined ? ordered : ordered.slice((page - 1) * pageSize, page * pageSize);
  if (rows.length === 0 && empty !== undefined) return empty;

  const table = (
    <table className={narrow === 'stack' ? 'nb-table nb-table--stack' : 'nb-table'}>
      <caption id={captionId} className={captionShown ? undefined : 'govuk-visually-hidden'}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head
              key={column.key}
              column={column}
              sorting={by ? sorted : null}
              onSort={(next) => change({ [sortName]: writeSorting(next), page: undefined })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, index) => (
          <Row key={rowKey(row)} row={row} columns={columns} due={isDue?.(row) ?? false} paperOnly={index >= few} />
        ))}
      </tbody>
      {foot === undefined ? null : <tfoot>{foot}</tfoot>}
    </table>
  );
  return (
    <>
      {narrow === 'scroll' ? (
        // Focusable, so that the keyboard can scroll it too.
        <div className="nb-table__scroll" role="region" tabIndex={0} aria-labelledby={captionId}>
          {table}
        </div>
      ) : (
        table
      )}
      {pages === 1 && csv === undefined && note === undefined ? null : (
        <div className="nb-table-foot">
          {pages === 1 ? null : (
            <>
              <span>
                {(page - 1) * (pageSize ?? 0) + 1} to {(page - 1) * (pageSize ?? 0) + shown.length} of{' '}
                {plural(rows.length, 'row')}
              </span>
              <Pagination
                page={page}
                pages={pages}
                label={`Pages of ${caption}`}
                onPage={(to) => change({ page: to === 1 ? undefined : String(to) })}
              />
            </>
          )}
          {note === undefined ? null : <span>{note}</span>}
          {csv === undefined ? null : <CsvLink name={csv} of={caption} columns={csvColumns(columns)} rows={ordered} />}
        </div>
      )}
    </>
  );
};
