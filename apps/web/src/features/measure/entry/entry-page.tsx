import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { EntryGrid, EntryRow } from '@noticeboard/domain/views/entry-grid';
import { fileFigure, plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress, type Address } from '../../../app/address.ts';
import { useMay, useNotice } from '../../../app/notice.ts';
import { trpc } from '../../../app/trpc.ts';
import { Breadcrumbs } from '../../../components/breadcrumbs.tsx';
import { Select } from '../../../components/choices.tsx';
import { CsvLink } from '../../../components/csv-link.tsx';
import { Details } from '../../../components/details.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LookingBack } from '../../../components/looking-back.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { EntryForm } from './entry-form.tsx';

const byName = new Intl.Collator('en', { numeric: true });

const passes = ({ area, owner }: EntryRow, address: Address): boolean =>
  (!address['area'] || area?.id === address['area']) && (!address['owner'] || owner?.id === address['owner']);

const choicesOf = (found: readonly (readonly [string, string])[]) =>
  [...new Map(found)].map(([value, label]) => ({ value, label })).toSorted((a, b) => byName.compare(a.label, b.label));

/** Narrows the measures by area and owner, where there are several. */
const Filters = ({ rows }: Pick<EntryGrid, 'rows'>) => {
  const address = useAddress();
  const change = useChangeAddress();
  const areas = choicesOf(rows.flatMap(({ area }) => (area ? [[area.id, `${area.number} ${area.title}`]] : [])));
  const owners = choicesOf(rows.flatMap(({ owner }) => (owner ? [[owner.id, owner.title]] : [])));
  if (areas.length < 2 && owners.length < 2) return null;
  return (
    <search className="nb-filters nb-no-print" aria-label="Filter the measures">
      <Select
        id="filter-area"
        label="Area"
        empty="All areas"
        value={address['area'] ?? ''}
        choices={areas}
        onChange={(area) => change({ area })}
      />
      <Select
        id="filter-owner"
        label="Owner"
        empty="All owners"
        value={address['owner'] ?? ''}
        choices={owners}
        onChange={(owner) => change({ owner })}
      />
    </search>
  );
};

/** Turns to other months, all of them or, on a phone, one; and the CSV of what is shown. */
const Months = ({ grid, rows, shown }: { grid: EntryGrid; rows: readonly EntryRow[]; shown: IsoDate }) => {
  const change = useChangeAddress();
  const { earlier, later, months } = grid;
  const columns = [
    { head: 'Code', cell: ({ code }: EntryRow) => code },
    { head: 'Measure', cell: ({ title }: EntryRow) => title },
    { head: 'Basis', cell: ({ basis }: EntryRow) => basis },
    ...months.map(({ name }, index) => ({
      head: name,
      cell: ({ cells, rules }: EntryRow) => {
        const reading = cells[index]?.reading;
        return reading ? fileFigure(reading, rules) : null;
      },
    })),
  ];
  return (
    <div className="nb-entry-months nb-no-print">
      <div className="nb-entry-months__one">
        <Select
          id="month"
          label="Month"
          value={shown}
          choices={months.map(({ end, name }) => ({ value: end, label: name }))}
          onChange={(month) => change({ month })}
        />
      </div>
      <output>
        {rows.length === grid.rows.length
          ? plural(rows.length, 'measure')
          : `${rows.length} of ${plural(grid.rows.length, 'measure')}`}
      </output>
      <span className="nb-entry-months__links">
        <button type="button" className="nb-link-button" onClick={() => change({ to: earlier, month: undefined })}>
          Earlier months
        </button>
        {later === null ? null : (
          <button type="button" className="nb-link-button" onClick={() => change({ to: later, month: undefined })}>
            Later months
          </button>
        )}
        <CsvLink name="readings" of="the readings shown" columns={columns} rows={rows} />
      </span>
    </div>
  );
};

/** The measures that have no cell here, and where they are entered instead. */
const Elsewhere = ({ elsewhere }: Pick<EntryGrid, 'elsewhere'>) => {
  const { noticeId } = useNotice();
  if (elsewhere.length === 0) return null;
  return (
    <Details summary={`${plural(elsewhere.length, 'measure')} not in these months`}>
      <ul className="govuk-list">
        {elsewhere.map(({ id, code, title, why }) => (
          <li key={id}>
            <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
              {code} {title}
            </Link>
            : {why}
          </li>
        ))}
      </ul>
      <p>A reading of these is added on the page of the measure.</p>
    </Details>
  );
};

const Grid = () => {
  const { input } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  const to = address['to'];
  const { data: grid } = useSuspenseQuery(
    trpc.reading.grid.queryOptions(to === undefined || to === '' ? input : { ...input, to }),
  );
  const rows = grid.rows.filter((row) => passes(row, address));
  const last = grid.months.findLast(({ ended }) => ended) ?? grid.months[0];
  const shown = grid.months.find(({ end }) => end === address['month'])?.end ?? last?.end ?? grid.today;
  if (grid.rows.length + grid.elsewhere.length === 0)
    return (
      <EmptyState>
        <p>
          You own no measure and cover for nobody who does. The programme office names the owner of each measure in
          set-up.
        </p>
      </EmptyState>
    );
  return (
    <>
      <Filters rows={grid.rows} />
      <Months grid={grid} rows={rows} shown={shown} />
      {rows.length === 0 ? (
        <EmptyState>
          <p>No measure of these has a period that ends in these months. Choose others, or earlier months.</p>
        </EmptyState>
      ) : (
        <EntryForm
          grid={grid}
          rows={rows}
          shown={shown}
          onShow={(month, all) => {
            const there = grid.months.some(({ end }) => end === month);
            change({ month, ...(there ? {} : { to: month }), ...(all ? { area: undefined, owner: undefined } : {}) });
          }}
        />
      )}
      <Elsewhere elsewhere={grid.elsewhere} />
    </>
  );
};

const Instead = () => {
  const { lookingBack, frame } = useNotice();
  if (lookingBack) return <LookingBack />;
  const withdrawn = frame.notice.withdrawnOn !== null;
  return (
    <EmptyState>
      <p>
        {withdrawn ? 'The notice was withdrawn, so no reading can be entered.' : 'Your role enters no readings.'} Those
        of every measure stand on its page.
      </p>
    </EmptyState>
  );
};

/** Enters the readings of many measures at once: typed, or pasted from a spreadsheet. */
export const EnterReadingsPage = () => {
  const { noticeId, frame } = useNotice();
  const may = useMay('reading.write') && frame.notice.withdrawnOn === null;
  return (
    <>
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/measures" params={{ noticeId }}>
          Measures
        </Link>
        <span>Enter readings</span>
      </Breadcrumbs>
      <PageTitle
        title="Enter readings"
        under={
          may
            ? 'Type, or paste a column or a block from a spreadsheet. A blank or a dash changes nothing. Without a figure: z (not applicable), x (not available), c (suppressed), low (rounds to zero), u (unreliable).'
            : undefined
        }
      />
      {may ? (
        <Suspense fallback={<Skeleton rows={12} height={48} />}>
          <Grid />
        </Suspense>
      ) : (
        <Instead />
      )}
    </>
  );
};
