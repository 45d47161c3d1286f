import type { ActionView } from '@noticeboard/domain/views/action';
import { formatDate, plural } from '@noticeboard/domain/words';
import { FiguresCsv, FiguresTable } from '../../components/figures.tsx';
import { Section } from '../../components/section.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { SlipLadder } from '../../components/slip-ladder.tsx';

/** The three dates side by side, with how far and how often the due date was moved. */
const Dates = ({ action: { originalDue, originalFrom, currentDue, forecast, slip } }: { action: ActionView }) => (
  <table className="nb-table nb-table--stack nb-dates">
    <caption className="govuk-visually-hidden">Dates of the action</caption>
    <thead>
      <tr>
        <th scope="col">Original</th>
        <th scope="col">Current</th>
        <th scope="col">Forecast</th>
        <th scope="col">Slipped</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td data-head="Original:">
          {formatDate(originalDue)}
          <span className="nb-register__under">{originalFrom}</span>
        </td>
        <td data-head="Current:">{formatDate(currentDue)}</td>
        <td data-head="Forecast:">
          {forecast === null ? <span className="nb-secondary">None</span> : formatDate(forecast)}
        </td>
        <td data-head="Slipped:">
          {slip.times === 0 && slip.days === 0
            ? 'Not moved'
            : `${slip.days < 0 ? '−' : '+'}${plural(Math.abs(slip.days), 'day')}, moved ${plural(slip.times, 'time')}`}
        </td>
      </tr>
    </tbody>
  </table>
);

/** How the due date moved, drawn and as a table; its title is the message. */
export const LadderSection = ({ action }: { action: ActionView }) => {
  const { code, dates } = action;
  const { title, table } = dates.ladder;
  return (
    <Section title={title}>
      <Dates action={action} />
      <Tabs
        id="ladder"
        title={`${table.caption}: chart or table`}
        tabs={[
          { key: 'chart', label: 'Chart', panel: <SlipLadder ladder={dates.ladder} /> },
          { key: 'table', label: 'Table', panel: <FiguresTable table={table} /> },
        ]}
        beside={<FiguresCsv name={`action-${code}-dates`} table={table} />}
      />
    </Section>
  );
};
