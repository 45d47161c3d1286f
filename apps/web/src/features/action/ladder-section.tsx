import type { ChartTable } from '@noticeboard/domain/charts/model';
import type { ActionView } from '@noticeboard/domain/views/action';
import { CsvLink } from '../../components/csv-link.tsx';
import { Section } from '../../components/section.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { SlipLadder } from './slip-ladder.tsx';

const Steps = ({ table: { caption, columns, rows } }: { table: ChartTable }) => (
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
      {rows.map(([step, from, to, days]) => (
        <tr key={`${step?.words} ${to?.words}`}>
          <th scope="row">{step?.words}</th>
          <td>{from?.words}</td>
          <td>{to?.words}</td>
          <td className="nb-table__number">{days?.words}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** How the due date moved, drawn and as a table; its title is the message. */
export const LadderSection = ({ action: { code, dates } }: { action: ActionView }) => {
  const { title, table } = dates.ladder;
  const columns = table.columns.map(({ head }, index) => ({
    head,
    cell: (row: ChartTable['rows'][number]) => row[index]?.value ?? null,
  }));
  return (
    <Section title={title}>
      <Tabs
        id="ladder"
        title={`${table.caption}: chart or table`}
        tabs={[
          { key: 'chart', label: 'Chart', panel: <SlipLadder ladder={dates.ladder} /> },
          { key: 'table', label: 'Table', panel: <Steps table={table} /> },
        ]}
        beside={<CsvLink name={`action-${code}-dates`} of={table.caption} columns={columns} rows={table.rows} />}
      />
    </Section>
  );
};
