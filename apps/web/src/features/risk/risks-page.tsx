import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { riskStates } from '@noticeboard/domain/scales';
import type { RegisterLine, RisksView } from '@noticeboard/domain/views/risks';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { RiskFilterBar } from './risk-filter-bar.tsx';
import { filterRisks, isFiltered, noFilter } from './risk-filters.ts';
import { RiskGrid } from './risk-grid.tsx';

const listed = (texts: readonly string[]): string => texts.join(', ');

const columnsOf = (noticeId: string, since: string | null): Column<RegisterLine>[] => [
  {
    key: 'risk',
    head: 'Risk',
    rowHead: true,
    cell: ({ id, code, title, state, since: when }) => (
      <>
        <ToRow link={{ page: 'risks', id }}>{`${code} ${title}`}</ToRow>
        {state === 'closed' ? <span className="nb-register__under">{when}</span> : null}
      </>
    ),
    csv: ({ code, title }) => `${code} ${title}`,
  },
  {
    key: 'likelihood',
    head: 'Likelihood',
    cell: ({ likelihood }) => <span className="nb-nowrap">{likelihood} of 5</span>,
    sort: ({ likelihood }) => likelihood,
    csv: ({ likelihood }) => likelihood,
  },
  {
    key: 'impact',
    head: 'Impact',
    cell: ({ impact }) => <span className="nb-nowrap">{impact} of 5</span>,
    sort: ({ impact }) => impact,
    csv: ({ impact }) => impact,
  },
  ...(since === null
    ? []
    : [
        {
          key: 'move',
          head: 'Since the last board',
          cell: ({ moveInWords }: RegisterLine) => moveInWords,
          csv: ({ moveInWords }: RegisterLine) => moveInWords,
        },
      ]),
  {
    key: 'controls',
    head: 'Controls and next step',
    cell: ({ controls, nextStep }) => (
      <>
        {controls ?? 'No controls recorded.'}
        {nextStep === null ? null : <span className="nb-register__under">Next: {nextStep}</span>}
      </>
    ),
    csv: ({ controls, nextStep }) => [controls ?? '', nextStep ?? ''].filter(Boolean).join(' Next: '),
  },
  {
    key: 'owner',
    head: 'Owner',
    cell: ({ owner }) => owner ?? 'Nobody',
    sort: ({ owner }) => owner ?? '',
    csv: ({ owner }) => owner,
  },
  {
    key: 'areas',
    head: 'Areas and actions',
    cell: ({ areas, actions }) => (
      <>
        {areas.map(({ id, number }, index) => (
          <span key={id}>
            {index === 0 ? '' : ', '}
            <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }}>{`Area ${number}`}</Link>
          </span>
        ))}
        {actions.map(({ id, code }, index) => (
          <span key={id}>
            {index === 0 && areas.length === 0 ? '' : ', '}
            <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
              {code}
            </Link>
          </span>
        ))}
      </>
    ),
    csv: ({ areas, actions }) =>
      listed([...areas.map(({ number }) => `Area ${number}`), ...actions.map(({ code }) => code)]),
  },
];

const fileOf = (columns: readonly Column<RegisterLine>[]) => [
  ...csvColumns(columns),
  { head: 'Effect', cell: ({ effect }: RegisterLine) => effect },
  { head: 'State', cell: ({ state }: RegisterLine) => riskStates[state].label },
  { head: 'Order (likelihood times impact)', cell: ({ order }: RegisterLine) => order },
  { head: 'Source', cell: ({ mark }: RegisterLine) => mark },
];

const Register = ({ view }: { view: RisksView }) => {
  const { noticeId } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  const mayRaise = useMay('risk.edit');
  const { lines, title, order, since, grid } = view;
  const shown = useMemo(() => filterRisks(lines, address), [lines, address]);
  const columns = columnsOf(noticeId, since);
  return (
    <>
      <PageTitle
        over="Risks"
        title={title}
        under={order}
        marks={lines.some(({ mark }) => mark === 'illustrative') ? <SourceMark mark="illustrative" /> : null}
        actions={
          mayRaise ? (
            <ButtonLink to="/n/$noticeId/set-up/$noun/$rowId" params={{ noticeId, noun: 'risk', rowId: 'new' }}>
              Raise a risk
            </ButtonLink>
          ) : undefined
        }
      />
      {lines.length === 0 ? null : (
        <>
          <RiskGrid grid={grid} />
          <RiskFilterBar view={view} shown={shown.length} />
        </>
      )}
      <Section
        title={isFiltered(address) ? 'The risks that match' : 'Open risks, the greatest first'}
        links={
          shown.length === 0 ? undefined : <CsvLink name="risks" of="Risks" columns={fileOf(columns)} rows={shown} />
        }
      >
        <DataTable
          caption="Risks"
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          {...(since === null ? {} : { note: `The last board was on ${since}.` })}
          empty={
            lines.length === 0 ? (
              <EmptyState>
                No risk was recorded by the day shown. The programme office raises risks, and officers those that they
                own.
              </EmptyState>
            ) : (
              <EmptyState>
                <p>No risk matches these filters.</p>
                <p>
                  <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
                    Show the open risks
                  </button>
                </p>
              </EmptyState>
            )
          }
        />
      </Section>
    </>
  );
};

/** The register of risks: how likely, how bad, what is done, whose, and how that moved since the last board. */
export const RisksPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.risk.list.queryOptions(input));
  if (view) return <Register view={view} />;
  return (
    <>
      <PageTitle title="Risks" />
      <Skeleton rows={10} height={56} />
    </>
  );
};
