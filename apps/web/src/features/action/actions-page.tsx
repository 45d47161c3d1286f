import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatNumber, plural } from '@noticeboard/domain/words';
import type { ActionLine, ActionListView } from '@noticeboard/domain/views/action-list';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DeliveryBar, DeliveryKey } from '../../components/delivery-bar.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAddLink } from '../../components/form-links.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { FocusBar, pickButtonId } from './focus-bar.tsx';
import { useFocusPick } from './focus-pick.ts';
import { pickingColumns, registerColumns, registerFile } from './register-columns.tsx';
import { RegisterFilters } from './register-filters.tsx';
import {
  actsFor,
  countByDelivery,
  filterLines,
  isMine,
  messageOf,
  noFilter,
  readFilter,
  searchTexts,
  type RegisterFilter,
} from './register.ts';

const rowsAPage = 100;
const widestBar = 1120;
const pxAnAction = 11;

const ActionsSkeleton = () => (
  <>
    <PageTitle title="Actions" />
    <Skeleton rows={1} height={140} />
    <Skeleton rows={12} height={48} />
  </>
);

const Totals = ({ shown }: { shown: readonly ActionLine[] }) => {
  const slipped = shown.filter(({ slipDays }) => slipDays > 0);
  const days = slipped.reduce((sum, { slipDays }) => sum + slipDays, 0);
  const count = (keep: (line: ActionLine) => boolean) => formatNumber(shown.filter(keep).length, 0);
  return (
    <tr className="nb-register__totals">
      <th scope="row" colSpan={4}>
        {plural(shown.length, 'action')}
      </th>
      <td>{count(({ differs }) => differs)} differ</td>
      <td>{count(({ delivery }) => delivery === 'overdue')} overdue</td>
      <td colSpan={3}>
        {formatNumber(slipped.length, 0)} slipped, by {plural(days, 'day')} in all
      </td>
      <td>
        {count(({ silent }) => silent)} silent, {count(({ report }) => report?.state === 'late')} late
      </td>
    </tr>
  );
};

const NothingMatches = ({ filter }: { filter: RegisterFilter }) => {
  const change = useChangeAddress();
  return (
    <EmptyState>
      <p>
        {filter.mine ? 'You lead, deputise for or cover no action that matches.' : 'No action matches these filters.'}
      </p>
      <p>
        <button type="button" className="nb-link-button" onClick={() => change(noFilter)}>
          Show all actions
        </button>
      </p>
    </EmptyState>
  );
};

const Register = ({ view }: { view: ActionListView }) => {
  const { noticeId, frame, input } = useNotice();
  const { data: focus } = useQuery(trpc.focus.read.queryOptions(input));
  const mayPick = useMay('focus.set');
  const { picking, start, end } = useFocusPick(focus);
  const address = useAddress();
  const { memberId } = frame.who;
  const add = useAddLink('action');
  const { lines, people, covers } = view;
  const filter = useMemo(() => readFilter(address), [address]);
  const base = useMemo(() => registerColumns(noticeId, view), [noticeId, view]);
  const columns = picking ? pickingColumns(base, picking) : base;
  const mine = useMemo(() => actsFor(memberId, covers), [memberId, covers]);
  const texts = useMemo(() => searchTexts(lines, new Map(people.map(({ id, title }) => [id, title]))), [lines, people]);
  const shown = useMemo(() => filterLines(lines, filter, mine, texts), [lines, filter, mine, texts]);
  const counts = useMemo(() => countByDelivery(shown), [shown]);
  const illustrative = shown.some(({ mark }) => mark === 'illustrative');
  const mark = illustrative ? <SourceMark mark="illustrative" /> : null;
  return (
    <>
      <PageTitle
        title={messageOf(shown, lines.length, filter)}
        over={filter.mine ? 'Actions that you lead, deputise for or cover' : 'Actions'}
        under="Declared is what the lead says. Computed follows from the dates and the updates. Both are kept."
        marks={mark}
        actions={add}
      />
      <RegisterFilters
        key={view.today}
        view={view}
        filter={filter}
        offerMine={lines.some((line) => isMine(line, mine))}
      />
      <Section
        title={`${plural(shown.length, 'action')}${shown.length === lines.length ? '' : ` of ${formatNumber(lines.length, 0)}`}`}
        links={
          <>
            <Link to="/n/$noticeId/owners" params={{ noticeId }}>
              Owners, cover and handovers
            </Link>
            {mayPick && focus?.period && picking === null ? (
              <button type="button" className="nb-link-button nb-no-print" id={pickButtonId} onClick={start}>
                {focus.list ? 'Change the focus list' : 'Pick the focus list'}
              </button>
            ) : null}
            <Link to="/n/$noticeId/date-changes" params={{ noticeId }}>
              Date changes
            </Link>
            {shown.length === 0 ? null : (
              <CsvLink name="actions" of="Actions" columns={registerFile(view)} rows={shown} />
            )}
          </>
        }
      >
        {shown.length === 0 ? null : (
          <div className="nb-register__bar">
            <DeliveryKey counts={counts} />
            <DeliveryBar counts={counts} width={Math.min(widestBar, shown.length * pxAnAction)} />
          </div>
        )}
        {focus && picking ? <FocusBar focus={focus} picking={picking} lines={lines} onDone={end} /> : null}
        <div className="nb-register">
          <DataTable
            caption="Actions"
            columns={columns}
            rows={shown}
            rowKey={({ id }) => id}
            defaultSort="computed"
            pageSize={rowsAPage}
            empty={
              lines.length === 0 ? (
                <EmptyState>The plan has no actions yet. The programme office adds them.</EmptyState>
              ) : (
                <NothingMatches filter={filter} />
              )
            }
            foot={<Totals shown={shown} />}
            note={`Silent: no update within ${plural(view.updateEveryDays, 'day')}.`}
          />
        </div>
      </Section>
    </>
  );
};

/** The register of actions: every one of them, filtered and sorted through the address. */
export const ActionsPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.action.list.queryOptions(input));
  return view ? <Register view={view} /> : <ActionsSkeleton />;
};
