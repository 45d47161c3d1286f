import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { fates, keysOf, marks, ratings, type Fate } from '@noticeboard/domain/scales';
import type { DeclaredAs, FaredCase, FaredLine, FaredView } from '@noticeboard/domain/views/fared';
import { formatDate, formatNumber, formatShortDate } from '@noticeboard/domain/words';
import { useAddress, type Address } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { dateOrder } from '../../components/due-dates.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { FilterBar, FilterSelect } from '../../components/filter-bar.tsx';

const declaredLabels: Readonly<Record<DeclaredAs, string>> = {
  green: ratings.green.label,
  amber: ratings.amber.label,
  red: ratings.red.label,
  none: 'Not declared',
};
const declaredKeys = Object.keys(declaredLabels) as DeclaredAs[];

const filterNames = ['organisation', 'declared', 'fate'] as const;
const noFilter: Address = Object.fromEntries(filterNames.map((name) => [name, undefined]));

const casesFor = (cases: readonly FaredCase[], address: Address): FaredCase[] => {
  const { organisation = '', declared = '', fate = '' } = address;
  return cases.filter(
    (each) =>
      (organisation === '' || each.organisation === organisation) &&
      (declared === '' || each.declared === declared) &&
      (fate === '' || (fate === 'notKept' ? each.fate.key !== 'kept' : each.fate.key === fate)),
  );
};

const whole = (count: number): string => formatNumber(count, 0);

/** A figure that leads to the cases behind it; a zero leads nowhere. */
const Figure = ({ count, search, of }: { count: number; search: Address; of: string }) => {
  const { noticeId } = useNotice();
  if (count === 0) return <span className="nb-count--zero">0</span>;
  return (
    <Link to="/n/$noticeId/ratings" params={{ noticeId }} search={search} hash="cases">
      {whole(count)}
      <span className="govuk-visually-hidden"> {of}</span>
    </Link>
  );
};

/** How many of a rating were not kept, beside how many there were. */
const notKept = (declared: DeclaredAs): Column<FaredLine> => ({
  key: `${declared}-notKept`,
  head: `${declaredLabels[declared]}, not kept`,
  cell: ({ declared: { [declared]: of } }) =>
    of.all === 0 ? 'None' : `${whole(of.all - of.kept)} of ${whole(of.all)}`,
});

const columnsOf = (total: FaredLine): Column<FaredLine>[] => {
  const search = ({ organisation }: FaredLine, declared: DeclaredAs, fate?: Fate): Address => ({
    organisation: organisation === total.organisation ? undefined : organisation,
    declared,
    fate,
  });
  const part = (declared: DeclaredAs, fate: Fate): Column<FaredLine> => ({
    key: `${declared}-${fate}`,
    head: `${declaredLabels[declared]}, ${fates[fate].label.toLowerCase()}`,
    numeric: true,
    cell: (line) => (
      <Figure
        count={line.declared[declared][fate]}
        search={search(line, declared, fate)}
        of={`${declaredLabels[declared].toLowerCase()} of ${line.organisation}, ${fates[fate].label.toLowerCase()}`}
      />
    ),
  });
  const declaredColumn = (declared: DeclaredAs): Column<FaredLine> => ({
    key: declared,
    head: declaredLabels[declared],
    numeric: true,
    cell: (line) => (
      <Figure
        count={line.declared[declared].all}
        search={search(line, declared)}
        of={`${declaredLabels[declared].toLowerCase()} of ${line.organisation}`}
      />
    ),
  });
  return [
    { key: 'organisation', head: 'Organisation', rowHead: true, cell: ({ organisation }) => organisation },
    { key: 'compared', head: 'Due dates compared', numeric: true, cell: ({ compared }) => whole(compared) },
    declaredColumn('green'),
    part('green', 'kept'),
    part('green', 'moved'),
    part('green', 'missed'),
    {
      key: 'share',
      head: 'Greens not kept',
      cell: ({ greens }) => (
        <>
          {greens.share === null ? null : <strong>{greens.share} </strong>}
          <span className={greens.share === null ? 'nb-secondary' : 'nb-judgements__under'}>{greens.words}</span>
        </>
      ),
    },
    notKept('amber'),
    notKept('red'),
    declaredColumn('none'),
    { key: 'left', head: 'Left out', numeric: true, cell: ({ left }) => whole(left) },
  ];
};

const lineFile: CsvColumn<FaredLine>[] = [
  { head: 'Organisation', cell: ({ organisation }) => organisation },
  { head: 'Due dates compared', cell: ({ compared }) => compared },
  ...declaredKeys.flatMap((declared) => [
    { head: declaredLabels[declared], cell: (line: FaredLine) => line.declared[declared].all },
    ...keysOf(fates).map((fate) => ({
      head: `${declaredLabels[declared]}, ${fates[fate].label.toLowerCase()}`,
      cell: (line: FaredLine) => line.declared[declared][fate],
    })),
  ]),
  { head: 'Share of greens not kept', cell: ({ greens }) => greens.share },
  { head: 'Left out', cell: ({ left }) => left },
];

const Declared = ({ declared, declaredOn }: FaredCase) => (
  <>
    <StatusTag status={declared === 'none' ? { label: declaredLabels.none, tone: 'none' } : ratings[declared]} />
    {declaredOn === null ? null : <span className="nb-judgements__under">{formatDate(declaredOn)}</span>}
  </>
);

const caseColumns = (noticeId: string): Column<FaredCase>[] => [
  {
    key: 'action',
    head: 'Action',
    rowHead: true,
    cell: ({ action: { id, code, title }, organisation }) => (
      <>
        <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
          {code} {title}
        </Link>
        <span className="nb-judgements__under">{organisation}</span>
      </>
    ),
  },
  {
    key: 'seen',
    head: 'Looked at on',
    cell: ({ seenOn }) => <span className="nb-nowrap">{formatShortDate(seenOn)}</span>,
    sort: ({ seenOn }) => dateOrder(seenOn),
  },
  {
    key: 'declared',
    head: 'Declared by then',
    cell: (each) => <Declared {...each} />,
    sort: ({ declared }) => declaredKeys.indexOf(declared),
  },
  {
    key: 'due',
    head: 'Due',
    cell: ({ due }) => <span className="nb-nowrap">{formatShortDate(due)}</span>,
    sort: ({ due }) => dateOrder(due),
  },
  {
    key: 'fate',
    head: 'What happened',
    cell: ({ fate }) => (
      <>
        <StatusTag status={fate} />
        <span className="nb-judgements__under">{fate.reason}</span>
      </>
    ),
    sort: ({ fate }) => keysOf(fates).indexOf(fate.key),
  },
];

const caseFile: CsvColumn<FaredCase>[] = [
  { head: 'Code', cell: ({ action }) => action.code },
  { head: 'Action', cell: ({ action }) => action.title },
  { head: 'Organisation', cell: ({ organisation }) => organisation },
  { head: 'Looked at on', cell: ({ seenOn }) => seenOn },
  { head: 'Declared', cell: ({ declared }) => declaredLabels[declared] },
  { head: 'Declared on', cell: ({ declaredOn }) => declaredOn },
  { head: 'Due', cell: ({ due }) => due },
  { head: 'What happened', cell: ({ fate }) => fate.label },
  { head: 'In words', cell: ({ fate }) => fate.reason },
  { head: 'Source', cell: ({ mark }) => marks[mark].label },
];

const CasesSection = ({ view }: { view: FaredView }) => {
  const { noticeId } = useNotice();
  const address = useAddress();
  const shown = useMemo(() => casesFor(view.cases, address), [view.cases, address]);
  const filtered = filterNames.some((name) => (address[name] ?? '') !== '');
  return (
    <Section
      place="cases"
      title="The cases behind the figures"
      links={
        shown.length === 0 ? undefined : (
          <CsvLink name="ratings-cases" of="The cases behind the figures" columns={caseFile} rows={shown} />
        )
      }
    >
      <FilterBar
        label="Filter the cases"
        noun="case"
        shown={shown.length}
        all={view.cases.length}
        filtered={filtered}
        noFilter={noFilter}
      >
        <FilterSelect
          name="organisation"
          label="Organisation"
          empty="All organisations"
          choices={view.organisations.map(({ organisation }) => ({ value: organisation, label: organisation }))}
        />
        <FilterSelect
          name="declared"
          label="Declared"
          empty="Anything"
          choices={declaredKeys.map((value) => ({ value, label: declaredLabels[value] }))}
        />
        <FilterSelect
          name="fate"
          label="What happened"
          empty="Anything"
          choices={[
            { value: 'notKept', label: 'Not kept: moved or missed' },
            ...keysOf(fates).map((value) => ({ value, label: fates[value].label })),
          ]}
        />
      </FilterBar>
      <DataTable
        caption="Due dates with what was declared and what happened"
        columns={caseColumns(noticeId)}
        rows={shown}
        rowKey={({ key }) => key}
        pageSize={100}
        empty={<EmptyState>No case matches these filters.</EmptyState>}
      />
    </Section>
  );
};

const Fared = ({ view }: { view: FaredView }) => {
  const mark = view.illustrative ? <SourceMark mark="illustrative" /> : null;
  return (
    <>
      <Section
        title="By organisation"
        marks={mark}
        links={
          <CsvLink
            name="ratings"
            of="How ratings fared, by organisation"
            columns={lineFile}
            rows={[...view.organisations, view.total]}
          />
        }
      >
        <div className="nb-fared">
          <DataTable
            caption="What was declared four weeks before a due date against what happened, by organisation"
            columns={columnsOf(view.total)}
            rows={[...view.organisations, view.total]}
            rowKey={({ organisation }) => organisation}
          />
        </div>
        {view.left === null ? null : <p className="nb-meta">{view.left}</p>}
      </Section>
      <Section title="What is counted">
        <ul className="govuk-list govuk-list--bullet">
          {view.definitions.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      <CasesSection view={view} />
    </>
  );
};

/** How ratings fared: what was declared before a due date, and what had happened by it. */
export const RatingsPage = () => {
  const { noticeId, input } = useNotice();
  const { data: view } = useQuery(trpc.judgement.fared.queryOptions(input));
  if (!view)
    return (
      <>
        <PageTitle title="How ratings fared" />
        <Skeleton rows={8} height={48} />
      </>
    );
  return (
    <>
      <Breadcrumbs>
        <Link to="/n/$noticeId/judgements" params={{ noticeId }}>
          Judgements and assurance
        </Link>
        How ratings fared
      </Breadcrumbs>
      <PageTitle over="How ratings fared" title={view.title} />
      {view.total.compared === 0 && view.left === null ? (
        <EmptyState>No due date of an action has come by the day shown, so nothing can be compared yet.</EmptyState>
      ) : (
        <Fared view={view} />
      )}
    </>
  );
};
