import type { IsoDate } from '@noticeboard/domain/fields';
import { units } from '@noticeboard/domain/scales';
import type { EntryGrid, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { ClosedCell, OpenCell, type CellActs } from './entry-cell.tsx';
import type { Drafts } from './entry-drafts.ts';
import type { Typed } from './read-drafts.ts';

const place = (month: IsoDate, shown: IsoDate): string =>
  month === shown ? 'nb-entry__cell' : 'nb-entry__cell nb-entry__cell--away';

type RowProps = {
  row: EntryRow;
  index: number;
  months: EntryGrid['months'];
  shown: IsoDate;
  drafts: Drafts[string] | undefined;
  typed: readonly Typed[];
  acts: CellActs;
};

const Row = ({ row, index, months, shown, drafts, typed, acts }: RowProps) => (
  <tr>
    <th scope="row" className="nb-entry__measure">
      <span className="nb-entry__title">
        <span className="nb-entry__code">{row.code}</span> {row.title}
      </span>
      <span className="nb-entry__read">
        {row.basis}, {units[row.rules.unit].label.toLowerCase()}
      </span>
    </th>
    {months.map(({ end }, column) => {
      const cell = row.cells[column] ?? null;
      return (
        <td key={end} className={`${place(end, shown)}${cell === null ? ' nb-entry__cell--none' : ''}`}>
          {cell === null ? (
            <span className="nb-secondary">
              <span aria-hidden="true">–</span>
              <span className="govuk-visually-hidden">No period ends in this month</span>
            </span>
          ) : cell.closed ? (
            <ClosedCell cell={cell} />
          ) : (
            <OpenCell
              at={{ row, cell, place: { row: index, column } }}
              draft={drafts?.[end]}
              typed={typed.find((each) => each.cell === cell)}
              acts={acts}
            />
          )}
        </td>
      );
    })}
  </tr>
);

/**
 * Measures by month, a field in each cell where a period ends. On a phone it shows one month at a time.
 * @param shown the month that a phone shows
 */
export const EntryTable = ({
  grid: { months },
  rows,
  shown,
  drafts,
  typed,
  acts,
}: {
  grid: EntryGrid;
  rows: readonly EntryRow[];
  shown: IsoDate;
  drafts: Drafts;
  typed: readonly Typed[];
  acts: CellActs;
}) => {
  const byRow = Map.groupBy(typed, ({ row }) => row.id);
  return (
    <div className="nb-entry__scroll" tabIndex={0} role="region" aria-label="Readings by month">
      <table className="nb-table nb-entry">
        <caption className="govuk-visually-hidden">
          Readings of measures by the month in which their period ends
        </caption>
        <thead>
          <tr>
            <th scope="col" className="nb-entry__measure">
              Measure
            </th>
            {months.map(({ end, name, ended }) => (
              <th key={end} scope="col" className={place(end, shown)}>
                {name}
                {ended ? null : <span className="nb-entry__read">not ended</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              index={index}
              months={months}
              shown={shown}
              drafts={drafts[row.id]}
              typed={byRow.get(row.id) ?? []}
              acts={acts}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
