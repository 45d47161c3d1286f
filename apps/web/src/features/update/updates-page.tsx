import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keysOf, updateStates } from '@noticeboard/domain/scales';
import type { PeriodUpdate, UpdatesView } from '@noticeboard/domain/views/updates';
import { formatNumber, formatWeekday, plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { useChange } from '../../app/use-change.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/choices.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ReportCounts } from '../../components/report-counts.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { PeriodLinks } from './period-links.tsx';
import { filterUpdates, messageOf, readFilter, readPeriod, waits } from './update-filters.ts';
import { UpdateItem } from './update-item.tsx';

const Filters = ({ view }: { view: UpdatesView }) => {
  const filter = readFilter(useAddress());
  const change = useChangeAddress();
  const set = (name: string) => (value: string) => change({ [name]: value });
  return (
    <search className="nb-filters">
      <Select
        id="state"
        label="State"
        empty="All"
        value={filter.state}
        choices={keysOf(updateStates).map((value) => ({ value, label: updateStates[value].label }))}
        onChange={set('state')}
      />
      <Select
        id="area"
        label="Area"
        empty="All areas"
        value={filter.area}
        choices={view.areas.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        onChange={set('area')}
      />
      <Select
        id="organisation"
        label="Organisation"
        empty="All organisations"
        value={filter.organisation}
        choices={view.organisations.map((value) => ({ value, label: value }))}
        onChange={set('organisation')}
      />
    </search>
  );
};

const nothingOf = ({ showing, beside }: UpdatesView): string => {
  if (showing === 'waiting') return 'Everything that was sent has been looked at.';
  return beside.runs ? 'Nobody has sent an update in this period yet.' : 'Nobody sent an update in that period.';
};

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

const Updates = ({ view }: { view: UpdatesView }) => {
  const { noticeId, frame } = useNotice();
  const may = useMay('update.review') && frame.notice.withdrawnOn === null;
  const shown = filterUpdates(view.updates, readFilter(useAddress()));
  const accept = useChange(trpc.update.accept.mutationOptions());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Each that is being returned keeps its own note while another is opened.
  const [returning, setReturning] = useState<ReadonlySet<string>>(new Set());
  const waiting = may ? shown.filter(waits) : [];
  // What was reviewed meanwhile, or filtered away, is not accepted unseen.
  const selected = waiting.filter(({ id }) => chosen.has(id));
  const send = async (updates: readonly PeriodUpdate[]) => {
    accept.forget();
    const asRead = updates.map(({ id, version }) => ({ id, expectedVersion: version }));
    const sent = new Set(updates.map(({ id }) => id));
    const last = waiting.findLastIndex(({ id }) => sent.has(id));
    const next = waiting.slice(last + 1).find(({ id }) => !sent.has(id)) ?? waiting.find(({ id }) => !sent.has(id));
    if (!(await accept.save({ noticeId, updates: asRead }))) return;
    setChosen(new Set());
    // The button that was pressed is gone: the next update takes the focus, so that the keyboard goes on from there.
    document.getElementById(next ? `update-${next.id}` : 'main')?.focus();
  };
  const choose = (id: string) => setChosen(toggled(chosen, id));
  const all = waiting.length > 0 && selected.length === waiting.length;
  return (
    <>
      <Filters view={view} />
      <ErrorSummary problems={accept.refusal === null ? {} : { '': accept.refusal.sentence }} />
      {waiting.length === 0 ? null : (
        <div className="nb-review-bar">
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id="choose-all"
                type="checkbox"
                checked={all}
                onChange={() => setChosen(new Set(all ? [] : waiting.map(({ id }) => id)))}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor="choose-all">
                All {plural(waiting.length, 'update')} to review here
              </label>
            </div>
          </div>
          <Button disabled={selected.length === 0 || accept.saving} onClick={() => void send(selected)}>
            {selected.length === 0 ? 'Accept selected' : `Accept ${plural(selected.length, 'update')}`}
          </Button>
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState>{view.updates.length > 0 ? 'No update matches.' : nothingOf(view)}</EmptyState>
      ) : (
        <ol className="nb-updates">
          {shown.map((update) => (
            <UpdateItem
              key={update.id}
              update={update}
              reviewing={
                may && waits(update)
                  ? {
                      chosen: chosen.has(update.id),
                      saving: accept.saving,
                      returning: returning.has(update.id),
                      onReturn: () => setReturning(toggled(returning, update.id)),
                      onChoose: () => choose(update.id),
                      onAccept: () => void send([update]),
                    }
                  : null
              }
            />
          ))}
        </ol>
      )}
    </>
  );
};

const underOf = ({ showing, period, beside, today, updates }: UpdatesView): string => {
  if (showing === 'waiting')
    return `Whatever their period, newest first. You can review ${formatNumber(updates.filter(waits).length, 0)} of them: nobody reviews their own.`;
  if (period === null) return 'Updates are not asked for yet.';
  const closing = `${period.closesOn < today ? 'closed' : 'close'} on ${formatWeekday(period.closesOn)}`;
  const until = beside.runs ? '' : ' What came late, until the next period opened, is among them.';
  return `Updates opened on ${formatWeekday(period.opensOn)} and ${closing}.${until} Nobody reviews their own.`;
};

/** The updates of a period, newest first, or all that wait, to accept or to return with a note. */
export const UpdatesPage = () => {
  const { input } = useNotice();
  const which = readPeriod(useAddress());
  const { data: view } = useQuery(trpc.update.list.queryOptions({ ...input, ...which }));
  if (!view) return <PageSkeleton />;
  return (
    <>
      <PageTitle over="Updates" title={messageOf(view)} under={underOf(view)} />
      <PeriodLinks view={view} />
      {view.reports === null ? null : <ReportCounts reports={view.reports} />}
      <Updates key={which.period ?? ''} view={view} />
    </>
  );
};
