import { Link } from '@tanstack/react-router';
import { deliveries, marks, ratings, reportStates, stages } from '@noticeboard/domain/scales';
import type { ActionLine, ActionListView } from '@noticeboard/domain/views/action-list';
import { plural } from '@noticeboard/domain/words';
import type { CsvColumn } from '@noticeboard/domain/csv';
import type { Column } from '../../components/data-table.tsx';
import { deliveryInWords } from '../../components/delivery-words.ts';
import { ReportTag } from '../../components/report-tag.tsx';
import { dateOrder, DueDates, Forecast, Slip } from '../../components/due-dates.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import type { Picking } from './focus-pick.ts';
import { urgencyOf } from './register.ts';

// An action that was never reported on is silent for longer than any other.
const longest = 1e7;

const stageOrder = Object.keys(stages);
const ratingOrder = ['red', 'amber', 'green'];

/** Gives the place of each key among them: sorting by number is far quicker than by words. */
const placesOf = (keys: readonly string[]): ReadonlyMap<string, number> =>
  new Map(keys.map((key, place) => [key, place]));

const silence = ({ lastUpdate, silentDays }: ActionLine): string =>
  lastUpdate === null ? 'Never' : silentDays === 0 ? 'Today' : `${plural(silentDays ?? 0, 'day')} ago`;

/** Gives the columns with a box before each action, which takes it into the focus list or out of it. */
export const pickingColumns = (
  columns: readonly Column<ActionLine>[],
  { chosen, toggle }: Picking,
): Column<ActionLine>[] =>
  columns.map((column) => {
    if (column.rowHead !== true) return column;
    const cell = (line: ActionLine) => (
      <span className="nb-pick">
        <input
          type="checkbox"
          aria-label={`In the focus list: ${line.code} ${line.title}`}
          checked={chosen.includes(line.id)}
          disabled={line.delivery === 'withdrawn' && !chosen.includes(line.id)}
          onChange={() => toggle(line.id)}
        />
        <span>{column.cell(line)}</span>
      </span>
    );
    return { ...column, cell };
  });

/** Gives the columns of the register. Built once for a register: nothing is looked up for a row that is not drawn. */
export const registerColumns = (noticeId: string, { areas, people }: ActionListView): Column<ActionLine>[] => {
  const area = new Map(areas.map(({ id, number }) => [id, number]));
  const title = new Map(people.map((person) => [person.id, person.title]));
  const leadPlace = placesOf(people.map(({ id }) => id));
  const lead = ({ leadId }: ActionLine): string | null => (leadId === null ? null : (title.get(leadId) ?? null));
  return [
    {
      key: 'action',
      head: 'Action',
      rowHead: true,
      cell: (line) => (
        <>
          <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: line.id }}>
            {line.code} {line.title}
          </Link>{' '}
          {line.focus ? <span className="nb-register__focus">In focus</span> : null}
        </>
      ),
      sort: ({ order }) => order,
    },
    {
      key: 'area',
      head: 'Area',
      numeric: true,
      cell: ({ areaId }) => area.get(areaId ?? '') ?? '–',
      sort: ({ areaId }) => area.get(areaId ?? '') ?? null,
    },
    {
      key: 'lead',
      head: 'Lead',
      cell: (line) => (
        <>
          {lead(line) ?? <StatusTag status={{ label: 'No lead', tone: 'none' }} />}
          <span className="nb-register__under">{line.organisation}</span>
        </>
      ),
      sort: ({ leadId }) => leadPlace.get(leadId ?? '') ?? null,
    },
    {
      key: 'stage',
      head: 'Stage',
      cell: ({ stage }) => stages[stage].label,
      sort: ({ stage }) => stageOrder.indexOf(stage),
    },
    {
      key: 'declared',
      head: 'Declared',
      cell: ({ declared, differs }) =>
        declared === null ? (
          <span className="nb-secondary">None</span>
        ) : (
          <>
            <StatusTag status={ratings[declared.rating]} />
            {differs ? <span className="nb-register__under">They differ</span> : null}
          </>
        ),
      sort: ({ declared }) => (declared === null ? null : ratingOrder.indexOf(declared.rating)),
    },
    {
      key: 'computed',
      head: 'Computed',
      cell: (line) => <StatusTag status={deliveries[line.delivery]}>{deliveryInWords(line)}</StatusTag>,
      sort: urgencyOf,
    },
    {
      key: 'due',
      head: 'Due',
      cell: (line) => <DueDates {...line} />,
      sort: ({ currentDue }) => dateOrder(currentDue),
    },
    {
      key: 'slipped',
      head: 'Slipped',
      numeric: true,
      cell: (line) => <Slip {...line} />,
      sort: ({ slipDays }) => slipDays,
    },
    {
      key: 'forecast',
      head: 'Forecast',
      cell: ({ forecast }) => <Forecast forecast={forecast} />,
      sort: ({ forecast }) => (forecast === null ? null : dateOrder(forecast)),
    },
    {
      key: 'update',
      head: 'Last update',
      cell: (line) => (
        <>
          <span className="nb-nowrap">{silence(line)}</span>
          <ReportTag report={line.report} />
          {line.silent ? <span className="nb-register__silent">Silent</span> : null}
        </>
      ),
      sort: ({ silentDays, silent }) => silentDays ?? (silent ? longest : null),
    },
  ];
};

/** Gives the columns of the register as a file: what the page puts into one cell stands in several. */
export const registerFile = ({ areas, people }: ActionListView): CsvColumn<ActionLine>[] => {
  const area = new Map(areas.map(({ id, number }) => [id, number]));
  const title = new Map(people.map((person) => [person.id, person.title]));
  return [
    { head: 'Code', cell: ({ code }) => code },
    { head: 'Title', cell: (line) => line.title },
    { head: 'Area', cell: ({ areaId }) => area.get(areaId ?? '') ?? null },
    { head: 'Lead', cell: ({ leadId }) => title.get(leadId ?? '') ?? null },
    { head: 'Deputy', cell: ({ deputyId }) => title.get(deputyId ?? '') ?? null },
    { head: 'Organisation', cell: ({ organisation }) => organisation },
    { head: 'Stage', cell: ({ stage }) => stages[stage].label },
    { head: 'Declared', cell: ({ declared }) => declared && ratings[declared.rating].label },
    { head: 'Declared on', cell: ({ declared }) => declared && declared.on },
    { head: 'Computed', cell: ({ delivery }) => deliveries[delivery].label },
    { head: 'Why', cell: ({ reason }) => reason },
    { head: 'Original due', cell: ({ originalDue }) => originalDue },
    { head: 'Current due', cell: ({ currentDue }) => currentDue },
    { head: 'Forecast', cell: ({ forecast }) => forecast },
    { head: 'Days slipped', cell: ({ slipDays }) => slipDays },
    { head: 'Approved moves', cell: ({ moves }) => moves },
    { head: 'Last update', cell: ({ lastUpdate }) => lastUpdate },
    { head: 'Update of this period', cell: ({ report }) => report && reportStates[report.state].label },
    { head: 'Days since update', cell: ({ silentDays }) => silentDays },
    { head: 'In focus', cell: ({ focus }) => (focus ? 'Yes' : 'No') },
    { head: 'Source', cell: ({ mark }) => marks[mark].label },
  ];
};
