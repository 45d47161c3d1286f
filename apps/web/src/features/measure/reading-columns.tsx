import type { MeasureRow } from '@noticeboard/domain/views/measure-readings';
import { marks } from '@noticeboard/domain/scales';
import type { Column } from '../../components/data-table.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

type Act = (what: 'correct' | 'withdraw', row: MeasureRow) => void;

const Buttons = ({ row, act }: { row: MeasureRow; act: Act }) => {
  const name = `${row.figure ?? ''}, ${row.period}`;
  return (
    <span className="nb-row-buttons">
      <button type="button" className="nb-link-button" onClick={() => act('correct', row)}>
        Correct<span className="govuk-visually-hidden"> {name}</span>
      </button>
      <button type="button" className="nb-link-button" onClick={() => act('withdraw', row)}>
        Withdraw<span className="govuk-visually-hidden"> {name}</span>
      </button>
    </span>
  );
};

const Figure = ({ row: { figure, latest, status, instead } }: { row: MeasureRow }) => {
  if (figure !== null) return latest ? <strong>{figure}</strong> : figure;
  const due = status === null ? instead !== 'Not due' : status.key !== 'pending';
  return <span className="nb-secondary">{due ? 'None' : 'Not due'}</span>;
};

const Told = ({ row: { note, extra, recorded } }: { row: MeasureRow }) => (
  <>
    {extra.length === 0 ? null : <span>{extra.join('. ')}. </span>}
    {note === null ? null : <span>{note} </span>}
    <span className="nb-secondary">{recorded}</span>
  </>
);

/**
 * The columns of readings and targets.
 * @param act what a row's buttons do; null where nothing may be changed
 */
export const readingColumns = (act: Act | null): Column<MeasureRow>[] => [
  {
    key: 'period',
    head: 'Period',
    rowHead: true,
    cell: ({ period, latest }) => (latest ? <strong>{period}</strong> : period),
    sort: ({ on }) => on,
    csv: ({ period }) => period,
  },
  {
    key: 'reading',
    head: 'Reading',
    numeric: true,
    narrowHead: 'Reading:',
    cell: (row) => <Figure row={row} />,
    sort: ({ value }) => value,
    csv: ({ filed }) => filed,
  },
  {
    key: 'basis',
    head: 'Basis',
    narrowHead: '',
    cell: ({ basis }) => (basis.length > 17 ? basis : <span className="nb-nowrap">{basis}</span>),
    csv: ({ basis }) => basis,
  },
  {
    key: 'floor',
    head: 'Floor',
    numeric: true,
    narrowHead: 'Floor:',
    cell: ({ floor }) => floor ?? <span className="nb-none">–</span>,
    csv: ({ floor }) => floor,
  },
  {
    key: 'target',
    head: 'Target',
    numeric: true,
    narrowHead: 'Target:',
    cell: ({ target }) => target?.words ?? <span className="nb-none">–</span>,
    csv: ({ target }) => target?.value ?? null,
  },
  {
    key: 'status',
    head: 'Impact',
    narrowHead: '',
    cell: ({ status, instead }) =>
      status ? <StatusTag status={status} /> : <span className="nb-secondary">{instead}</span>,
    csv: ({ status, instead }) => status?.label ?? instead,
  },
  {
    key: 'source',
    head: 'Source',
    narrowHead: '',
    cell: ({ source, figure, period }) => <SourceDetails source={source} of={`${figure ?? 'target'}, ${period}`} />,
    csv: ({ source }) =>
      source.title === null ? marks[source.mark].label : `${marks[source.mark].label}: ${source.title}`,
  },
  {
    key: 'told',
    head: 'What to know',
    narrowHead: '',
    cell: (row) => <Told row={row} />,
    csv: ({ note, recorded }) => [note, recorded].filter((each) => each !== null).join(' '),
  },
  ...(act === null
    ? []
    : [
        {
          key: 'change',
          head: 'Change',
          narrowHead: '',
          cell: (row: MeasureRow) => (row.reading === null ? '' : <Buttons row={row} act={act} />),
        },
      ]),
];
