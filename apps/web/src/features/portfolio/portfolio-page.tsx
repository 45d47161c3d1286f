import { useQuery } from '@tanstack/react-query';
import { factKinds, keysOf, lifeStates } from '@noticeboard/domain/scales';
import type { PortfolioView } from '@noticeboard/domain/views/portfolio';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { DayBar } from '../../app/as-at-bar.tsx';
import { IdleWarning } from '../../app/idle-warning.tsx';
import { useSession } from '../../app/notice.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { trpc } from '../../app/trpc.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { MarksKey } from '../../components/source-mark.tsx';
import { TextInput } from '../../components/text-input.tsx';
import { FilterBar, FilterSelect } from '../../components/filter-bar.tsx';
import { portfolioColumns } from './portfolio-columns.tsx';
import { deadlineChoices, filterNotices, isFiltered, noFilter } from './portfolio-filters.ts';

const titleOf = ({ rows }: PortfolioView): string => {
  if (rows.length === 0) return 'No notice';
  return rows.length === 1 ? '1 notice' : `${plural(rows.length, 'notice')} side by side`;
};

const Filters = ({ rows, shown }: { rows: PortfolioView['rows']; shown: number }) => {
  const address = useAddress();
  const change = useChangeAddress();
  return (
    <FilterBar
      label="Filter the notices"
      noun="notice"
      shown={shown}
      all={rows.length}
      filtered={isFiltered(address)}
      noFilter={noFilter}
    >
      <TextInput
        id="filter-name"
        label="Authority"
        value={address['name'] ?? ''}
        onChange={(name) => change({ name })}
      />
      <FilterSelect
        name="life"
        label="State of the notice"
        empty="All"
        choices={keysOf(lifeStates)
          .filter((key) => rows.some(({ life }) => life.key === key))
          .map((value) => ({ value, label: lifeStates[value].label }))}
      />
      <FilterSelect name="deadline" label="Deadlines" empty="All" choices={deadlineChoices} />
      <FilterSelect
        name="fact"
        label="Kind of fact"
        empty="All"
        choices={keysOf(factKinds)
          .filter((key) => rows.some(({ facts }) => facts.some(({ kind }) => kind === key)))
          .map((value) => ({ value, label: factKinds[value].label }))}
      />
    </FilterBar>
  );
};

const Notices = ({ view, search }: { view: PortfolioView; search: { asAt?: string } }) => {
  const address = useAddress();
  const { rows, leftOut } = view;
  const shown = filterNotices(rows, address);
  return (
    <div className="nb-portfolio">
      {rows.length > 1 || isFiltered(address) ? <Filters rows={rows} shown={shown.length} /> : null}
      <DataTable
        caption="The notices that are shared with you, side by side"
        columns={portfolioColumns(search)}
        rows={shown}
        rowKey={({ noticeId }) => noticeId}
        pageSize={50}
        csv="portfolio"
        empty={
          <EmptyState>
            {rows.length > 0
              ? 'No notice matches these filters.'
              : leftOut.length > 0
                ? 'No notice of yours stood on this day.'
                : 'No notice is shared with you for reading. Ask your administrator for a role on one.'}
          </EmptyState>
        }
      />
      {leftOut.length === 0 ? null : (
        <div className="nb-portfolio__left-out">
          <h2 className="govuk-heading-s">Left out on this day</h2>
          <ul className="govuk-list govuk-list--bullet">
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};

/** Every notice of a person, side by side, as at any day. */
export const PortfolioPage = () => {
  const { asAt } = useAddress();
  const change = useChangeAddress();
  const { data: session } = useSession();
  const { data: view } = useQuery(trpc.portfolio.read.queryOptions(asAt === undefined ? {} : { asAt }));
  const today = session?.today;
  return (
    <PageFrame
      bar={
        today === undefined ? null : (
          <>
            <DayBar
              day={asAt ?? today}
              seq={null}
              first="1900-01-01"
              last={today}
              days={[]}
              moment={asAt ?? today}
              lookingBack={asAt !== undefined && asAt !== today}
              state="Today"
              onDay={(day) => change({ asAt: day === today ? undefined : day })}
            />
            <section className="nb-key" aria-label="What the marks mean">
              <div className="govuk-width-container">
                <MarksKey />
              </div>
            </section>
          </>
        )
      }
    >
      {view ? (
        <>
          <PageTitle
            over="All notices"
            title={titleOf(view)}
            under={`As at ${formatDate(view.today)}. Facts are counted by kind and never added up; no notice is ranked.`}
          />
          <Notices view={view} search={asAt === undefined ? {} : { asAt }} />
        </>
      ) : (
        <>
          <Skeleton rows={1} height={110} />
          <Skeleton rows={4} height={180} />
        </>
      )}
      <IdleWarning />
    </PageFrame>
  );
};
