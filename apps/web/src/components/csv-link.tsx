import { toCsv, type CsvColumn } from '@noticeboard/domain/csv';

const download = (name: string, text: string): void => {
  // Excel takes a file for UTF-8 only where it starts with this mark.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
};

/** Downloads the rows of a table as CSV. `of` names the table for those who hear "CSV" alone. */
export const CsvLink = <Row,>({
  name,
  of,
  columns,
  rows,
}: {
  name: string;
  of: string;
  columns: readonly CsvColumn<Row>[];
  rows: readonly Row[];
}) => (
  <button type="button" className="nb-link-button nb-no-print" onClick={() => download(name, toCsv(columns, rows))}>
    CSV<span className="govuk-visually-hidden">: {of}</span>
  </button>
);
