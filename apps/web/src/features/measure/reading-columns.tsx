import type { MeasureRow } from '@noticeboard/domain/views/measure-readings';
import { marks } from '@noticeboard/domain/scales';
import type { Column } from '../../components/data-table.tsx';
import { SourceDetails } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

/** What may be done to a row. */
export type RowAct = 'correct' | 'withdraw' | 'setAside' | 'putBack';

type Given = {
  mayWrite: boolean;
  /** Whether the person may say which of two sources is used. */
  mayChoose: boolean;
  act: (what: RowAct, row: MeasureRow) => void;
  /** What readings were before they were revised. */
  revised: readonly { readingId: string; words: string }[];
};

const names: Readonly<Record<RowAct, string>> = {
  correct: 'Correct',
  withdraw: 'Withdraw',
  setAside: 'Do not use',
  putBack: 'Use again',
};

const chosen: Partial<Readonly<Record<string, RowAct>>> = { conflict: 'setAside', setAside: 'putBack' };

const actsOf = ({ choice, reading }: MeasureRow, { mayWrite, mayChoose }: Given): RowAct[] => {
  if (reading === null) return [];
  const choose = mayChoose ? chosen[choice?.state ?? ''] : undefined;
  // Beside another source's value, to withdraw one is to choose between them.
  const withdraw = mayWrite && (mayChoose || choice === null) ? ('withdraw' as const) : [];
  return [mayWrite ? ('correct' as const) : [], withdraw, choose ?? []].flat();
};

const Buttons = ({ row, acts, act }: { row: MeasureRow; acts: readonly RowAct[]; act: Given['act'] }) => (
  <span className="nb-row-buttons">
    {acts.map((what) => (
      <button key={what} type="button" className="nb-link-button" onClick={() => act(what, row)}>
        {names[what]}
        <span className="govuk-visually-hidden">
          {' '}
          {row.figure ?? ''}, {row.period}
        </span>
      </button>
    ))}
  </span>
);

const Figure = ({ row: { figure, latest, status, instead, choice } }: { row: MeasureRow }) => {
  if (figure !== null && choice?.state === 'setAside') return <del>{figure}</del>;
  if (figure !== null) return latest ? <strong>{figure}</strong> : figure;
  const due = status === null ? instead !== 'Not due' : status.key !== 'pending';
  return <span className="nb-secondary">{due ? 'None' : 'Not due'}</span>;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const toldOf = ({ key, extra }: MeasureRow, revised: Given['revised']): string[] => [
  ...extra,
  ...revised.filter(({ readingId }) => readingId === key).map(({ words }) => capital(words)),
];

const Told = ({ row, revised }: { row: MeasureRow; revised: Given['revised'] }) => {
  const told = toldOf(row, revised);
  return (
    <>
      {told.length === 0 ? null : <span>{told.join('. ')}. </span>}
      {row.note === null ? null : <span>{row.note} </span>}
      <span className="nb-secondary">{row.recorded}</span>
    </>
  );
};

/** The columns of readings and targets, with what the person may do to each row. */
export const readingColumns = (given: Given): Column<MeasureRow>[] => [
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
    cell: (row) => <Told row={row} revised={given.revised} />,
    csv: (row) =>
      [...toldOf(row, given.revised).map((each) => `${each}.`), row.note, row.recorded]
        .filter((each) => each !== null)
        .join(' '),
  },
  ...(given.mayWrite || given.mayChoose
    ? [
        {
          key: 'change',
          head: 'Change',
          narrowHead: '',
          cell: (row: MeasureRow) => {
            const acts = actsOf(row, given);
            return acts.length === 0 ? '' : <Buttons row={row} acts={acts} act={given.act} />;
          },
        },
      ]
    : []),
];
