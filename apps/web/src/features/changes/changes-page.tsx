import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ChangesView } from '@noticeboard/domain/views/changes';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { refusalOf } from '../../app/refusal.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { changeFile } from '../../components/change-columns.tsx';
import { ChangeGroup } from '../../components/change-group.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ChangesFilterBar } from './changes-filter-bar.tsx';
import { groupsOf, noFilter } from './changes-filters.ts';

const Crumbs = () => {
  const { noticeId } = useNotice();
  return (
    <Breadcrumbs>
      <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/position" params={{ noticeId }}>
        Position
      </Link>
      <span aria-current="page">What changed</span>
    </Breadcrumbs>
  );
};

const Changes = ({ view }: { view: ChangesView }) => {
  const { noticeId } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  const groups = useMemo(() => groupsOf(view, address), [view, address]);
  const all = view.notice.length + view.areas.reduce((sum, { differences }) => sum + differences.length, 0);
  const shown = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const everything = groups.flatMap(({ title, lines }) => lines.map((line) => ({ ...line, area: title })));
  return (
    <>
      <PageTitle
        over="What changed"
        title={view.title}
        under={`From the end of ${formatDate(view.since.on)} to ${formatDate(view.until)}, each thing once. ${view.order}`}
      />
      <ChangesFilterBar view={view} shown={shown} all={all} />
      <p className="nb-changes__beside">
        {view.unchanged === null ? '' : `${view.unchanged} `}
        Members, settings and paperwork stand in the{' '}
        <Link to="/n/$noticeId/history" params={{ noticeId }} search={{ from: view.since.on, to: view.until }}>
          history
        </Link>
        .{' '}
        {shown === 0 ? null : <CsvLink name="changes" of="all that is shown" columns={changeFile} rows={everything} />}
      </p>
      {groups.map((group) => (
        <ChangeGroup key={group.id} {...group} whole={shown < all} />
      ))}
      {shown > 0 ? null : all === 0 ? (
        <EmptyState>Nothing that a board would ask about changed. Choose an earlier day.</EmptyState>
      ) : (
        <EmptyState>
          <p>No change matches these filters.</p>
          <p>
            <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
              Show all changes
            </button>
          </p>
        </EmptyState>
      )}
    </>
  );
};

const Refused = ({ error }: { error: unknown }) => {
  const change = useChangeAddress();
  return (
    <>
      <PageTitle title="What changed" />
      <EmptyState>
        <p role="alert">{refusalOf(error).sentence}</p>
        <p>
          <button type="button" className="nb-link-button" onClick={() => change({ since: undefined })}>
            Show what changed since the last board
          </button>
        </p>
      </EmptyState>
    </>
  );
};

/** What changed since the last board, another, a checkpoint or any day, area by area. */
export const ChangesPage = () => {
  const { input } = useNotice();
  const { since } = useAddress();
  const { data: view, error } = useQuery(
    trpc.changes.read.queryOptions(
      { ...input, ...(since === undefined ? {} : { since }) },
      { placeholderData: keepPreviousData, throwOnError: false },
    ),
  );
  return (
    <>
      <Crumbs />
      {error ? <Refused error={error} /> : view ? <Changes view={view} /> : null}
      {view || error ? null : (
        <>
          <PageTitle title="What changed" />
          <Skeleton rows={12} height={40} />
        </>
      )}
    </>
  );
};
