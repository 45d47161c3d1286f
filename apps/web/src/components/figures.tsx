import type { ChartTable } from '@noticeboard/domain/charts/model';
import { CsvLink } from './csv-link.tsx';

/** The figures of a chart as a table. */
export const FiguresTable = ({ table: { caption, columns, rows } }: { table: ChartTable }) => (
  <table className="nb-table">
    <caption className="govuk-visually-hidden">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ head, numeric }) => (
          <th key={head} scope="col" className={numeric ? 'nb-table__number' : undefined}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells, row) => (
        <tr key={`${row}-${cells[0]?.words}`}>
          {cells.map(({ words }, index) => {
            const { head, numeric } = columns[index] ?? { head: index, numeric: false };
            return index === 0 ? (
              <th key={head} scope="row">
                {words}
              </th>
            ) : (
              <td key={head} className={numeric ? 'nb-table__number' : undefined}>
                {words}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

/**
 * The figures of a chart as a CSV.
 * @param name what the file is called
 */
export const FiguresCsv = ({ name, table }: { name: string; table: ChartTable }) => (
  <CsvLink
    name={name}
    of={table.caption}
    columns={table.columns.map(({ head }, index) => ({
      head,
      cell: (row: ChartTable['rows'][number]) => row[index]?.value ?? null,
    }))}
    rows={table.rows}
  />
);
