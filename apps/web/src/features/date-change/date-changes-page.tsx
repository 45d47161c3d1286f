import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { DateChangeEntry, DateChangesView } from '@noticeboard/domain/views/date-changes';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DecideDateForm } from '../../components/decide-date-form.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormPanel } from '../../components/form-panel.tsx';
import { moveDays } from '../../components/move-words.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { useOpenForm } from '../../components/use-open-form.tsx';
import { dateChangeColumns, dateChangeFile, requestTitle } from './date-change-columns.tsx';
import { DateChangeFilterBar } from './date-change-filter-bar.tsx';
import { filterEntries, isFiltered, noFilter } from './date-change-filters.ts';

const rowsAPage = 100;

const Crumbs = () => {
  const { noticeId } = useNotice();
  return (
    <Breadcrumbs>
      <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/actions" params={{ noticeId }}>
        Actions
      </Link>
      <span aria-current="page">Date changes</span>
    </Breadcrumbs>
  );
};

/**
 * The decision on one request, with what it is about beside the form: as it was when the form was opened, so that it stays, with
 * what was typed, when somebody else decides meanwhile.
 */
const Deciding = ({ entry: opened, onDone }: { entry: DateChangeEntry; onDone: () => void }) => {
  const [entry] = useState(opened);
  return (
    <FormPanel form={entry.id} title={requestTitle(entry)}>
      <SummaryList
        rows={[
          { name: 'Action', value: entry.action.title },
          { name: 'Move', value: `${moveDays(entry)}. The original date is ${formatDate(entry.action.originalDue)}.` },
          { name: 'Reason', value: entry.reason },
          { name: 'Effect', value: entry.effect ?? 'Not said' },
          { name: 'Asked by', value: `${entry.askedBy}, ${formatDate(entry.askedOn)}` },
        ]}
      />
      <DecideDateForm request={entry} onDone={onDone} />
    </FormPanel>
  );
};

const NothingMatches = () => {
  const change = useChangeAddress();
  return (
    <EmptyState>
      <p>No request matches these filters.</p>
      <p>
        <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
          Show all requests
        </button>
      </p>
    </EmptyState>
  );
};

const Register = ({ view }: { view: DateChangesView }) => {
  const { noticeId } = useNotice();
  const address = useAddress();
  const mayDecide = useMay('date.decide');
  const { open, show, close, warning } = useOpenForm();
  const { entries, title, rule } = view;
  const deciding = entries.find(({ id }) => id === open);
  const shown = useMemo(() => filterEntries(entries, address), [entries, address]);
  const columns = dateChangeColumns(noticeId, mayDecide, ({ id }) => show(id));
  return (
    <>
      {warning}
      <Crumbs />
      <PageTitle
        over="Date changes"
        title={title}
        under={rule}
        marks={entries.some(({ mark }) => mark === 'illustrative') ? <SourceMark mark="illustrative" /> : null}
      />
      {deciding ? <Deciding key={deciding.id} entry={deciding} onDone={close} /> : null}
      {entries.length === 0 ? null : <DateChangeFilterBar view={view} shown={shown.length} />}
      <Section
        title={isFiltered(address) ? 'The requests that match' : 'Every request, open ones first'}
        links={
          shown.length === 0 ? undefined : (
            <CsvLink name="date-changes" of="Date changes" columns={dateChangeFile} rows={shown} />
          )
        }
      >
        <div className="nb-date-changes">
          <DataTable
            caption="Date changes"
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
            pageSize={rowsAPage}
            isDue={({ state }) => state.key === 'asked'}
            empty={
              entries.length === 0 ? (
                <EmptyState>
                  Nobody has asked to move a date by the day shown. A lead asks on the page of the action.
                </EmptyState>
              ) : (
                <NothingMatches />
              )
            }
          />
        </div>
      </Section>
    </>
  );
};

/** The register of date changes: who asked for what and why, what it does, and what was decided. */
export const DateChangesPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.dateChange.list.queryOptions(input));
  if (view) return <Register view={view} />;
  return (
    <>
      <PageTitle title="Date changes" />
      <Skeleton rows={8} height={72} />
    </>
  );
};
