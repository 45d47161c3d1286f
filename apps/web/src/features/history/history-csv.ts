import type { CsvColumn } from '@noticeboard/domain/csv';
import type { FieldChange } from '@noticeboard/domain/views/history-words';
import type { HistoryChange, HistoryRow } from '@noticeboard/domain/views/history-page';

/** A line of the file: one field of one row that an act touched. */
export type FileLine = { change: HistoryChange; row: HistoryRow; field: FieldChange | null };

/** Gives the lines of a page of the history; a row without fields, such as a redacted one, keeps a line. */
export const fileLines = (changes: readonly HistoryChange[]): FileLine[] =>
  changes.flatMap((change) =>
    change.rows.flatMap((row) =>
      row.fields.length === 0
        ? [{ change, row, field: null }]
        : row.fields.map((field): FileLine => ({ change, row, field })),
    ),
  );

export const fileColumns: readonly CsvColumn<FileLine>[] = [
  { head: 'Entry', cell: ({ row }) => row.seq },
  { head: 'Recorded at', cell: ({ row }) => row.at },
  { head: 'Who', cell: ({ row }) => row.by },
  { head: 'Did', cell: ({ row }) => row.did },
  { head: 'What', cell: ({ row }) => row.what },
  { head: 'Tells of', cell: ({ row }) => row.tellsOf },
  { head: 'Field', cell: ({ field }) => field && field.label },
  { head: 'Before', cell: ({ field }) => field && field.before },
  { head: 'After', cell: ({ field }) => field && field.after },
  { head: 'Reason', cell: ({ change }) => change.reason },
  { head: 'Hash', cell: ({ row }) => row.hash },
];
