import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Entity } from '@noticeboard/domain/plan';
import type { HistoryPageView } from '@noticeboard/domain/views/history-page';
import { formatDate } from '@noticeboard/domain/words';
import { type Address, useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ChangeEntry } from './change-entry.tsx';
import { fileColumns, fileLines } from './history-csv.ts';
import { HistoryFilters, noFilter } from './history-filters.tsx';
import { VerifySection } from './verify-section.tsx';

/** What the address asks of the server. An entity that is none is for the server to refuse, with its sentence. */
const askedIn = ({ entity, id, who, from, to, before }: Address) => ({
  ...(entity ? { entity: entity as Entity } : {}),
  ...(entity && id ? { entityId: id } : {}),
  ...(who ? { actor: who } : {}),
  ...(from ? { since: from } : {}),
  ...(to ? { until: to } : {}),
  ...(before ? { beforeSeq: Number(before) } : {}),
});

/** The same address, but for where its page begins. */
const from = (before: string | undefined) => (previous: Address) => ({ ...previous, before });

const Pages = ({ nextBefore }: Pick<HistoryPageView, 'nextBefore'>) => {
  const { noticeId } = useNotice();
  const { before } = useAddress();
  if (nextBefore === null && before === undefined) return null;
  return (
    <nav className="nb-history__pages nb-no-print" aria-label="Pages of the history">
      {before === undefined ? null : (
        <Link to="/n/$noticeId/history" params={{ noticeId }} search={from(undefined)}>
          ← Newest changes
        </Link>
      )}
      {nextBefore === null ? (
        <span className="nb-secondary">These are the first entries of the notice.</span>
      ) : (
        <Link to="/n/$noticeId/history" params={{ noticeId }} search={from(String(nextBefore))} rel="next">
          Older changes →
        </Link>
      )}
    </nav>
  );
};

const Nothing = () => {
  const change = useChangeAddress();
  return (
    <EmptyState>
      <p>Nothing was recorded that matches these filters.</p>
      <p>
        <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
          Show all changes
        </button>
      </p>
    </EmptyState>
  );
};

/** Every change of the notice, newest first: who, when, why, before and after. */
export const HistoryPage = () => {
  const { input, day, noticeId } = useNotice();
  const address = useAddress();
  const { data: view, isPlaceholderData } = useQuery({
    ...trpc.history.list.queryOptions({ ...input, ...askedIn(address) }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  if (!view) {
    return (
      <>
        <PageTitle over="History" title="Every change, newest first" />
        <Skeleton rows={1} height={84} />
        <Skeleton rows={8} height={120} />
      </>
    );
  }
  return (
    <>
      <PageTitle
        over="History"
        title={view.about === null ? view.title : `History of ${view.about}`}
        under={`Every change, newest first, as recorded by the end of ${formatDate(day)}. Nothing is ever overwritten.`}
      />
      <HistoryFilters view={view} />
      {view.changes.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <div className="nb-history__tools">
            <Link to="/n/$noticeId/plan-versions" params={{ noticeId }}>
              Versions of the plan
            </Link>
            <CsvLink
              name="history"
              of="the changes of this page"
              columns={fileColumns}
              rows={fileLines(view.changes)}
            />
          </div>
          <ol className="nb-history" aria-busy={isPlaceholderData}>
            {view.changes.map((change) => (
              <ChangeEntry key={`${change.changeId}-${change.head.seq}`} change={change} />
            ))}
          </ol>
          <Pages nextBefore={view.nextBefore} />
        </>
      )}
      <VerifySection head={view.head} />
    </>
  );
};
