import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { keysOf, factKinds } from '@noticeboard/domain/scales';
import type { InterventionView } from '@noticeboard/domain/views/intervention';
import { formatNumber } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { Select } from '../../components/choices.tsx';
import { Panel } from '../../components/columns.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { conditionColumns, factColumns } from './intervention-columns.tsx';

const What = () => (
  <Panel>
    <p>
      <strong>What this is.</strong> Every fact on record that a Department may hold against the notice, with what it
      rests on, since when, and where to look.
    </p>
    <p>
      <strong>What it is not.</strong> It is no score: nothing is weighed, added up or ranked, and there is nothing
      behind the list. Whether to step in is for ministers to decide, and nobody has said how they weigh these facts.
    </p>
  </Panel>
);

const Facts = ({ view: { facts, counts } }: { view: InterventionView }) => {
  const address = useAddress();
  const change = useChangeAddress();
  const kind = keysOf(factKinds).find((each) => each === address['kind']);
  const shown = kind === undefined ? facts : facts.filter((each) => each.kind === kind);
  return (
    <>
      {counts.length > 1 || kind !== undefined ? (
        <search className="nb-filters nb-no-print" aria-label="Filter the facts">
          <Select
            id="filter-kind"
            label="Kind of fact"
            empty="All kinds"
            value={kind ?? ''}
            choices={keysOf(factKinds)
              .filter((each) => each === kind || counts.some((counted) => counted.kind === each))
              .map((value) => {
                const count = counts.find((counted) => counted.kind === value)?.count ?? 0;
                return { value, label: `${factKinds[value].label}: ${formatNumber(count, 0)}` };
              })}
            onChange={(value) => change({ kind: value })}
          />
        </search>
      ) : null}
      <DataTable
        caption="Facts that may be held against the notice"
        columns={factColumns}
        rows={shown}
        rowKey={({ key }) => key}
        csv="intervention-risk"
        empty={
          <EmptyState>
            {facts.length === 0
              ? 'No such fact is on record on this day.'
              : 'No fact of this kind is on record on this day.'}
          </EmptyState>
        }
      />
    </>
  );
};

/** Intervention risk: an open list of facts, and what would have to be true to lift the notice. */
export const InterventionPage = () => {
  const { input, noticeId } = useNotice();
  const { data: view } = useQuery(trpc.notice.intervention.queryOptions(input));
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={110} />
        <Skeleton rows={1} height={130} />
        <Skeleton rows={12} height={70} />
      </>
    );
  }
  return (
    <div className="nb-intervention">
      <Breadcrumbs>
        <Link to="/n/$noticeId/requirements" params={{ noticeId }}>
          Requirements
        </Link>
        Intervention risk
      </Breadcrumbs>
      <PageTitle over="Intervention risk" title={view.title} {...(view.over === null ? {} : { under: view.over })} />
      <What />
      <Section
        title="Facts"
        intro={view.leftOut ?? undefined}
        links={
          <Link to="/n/$noticeId/course" params={{ noticeId }}>
            Course of the notice
          </Link>
        }
      >
        <Facts view={view} />
      </Section>
      <Section
        title="What would have to be true to lift it"
        intro="Each sentence is answered from what is recorded; “not known” is never counted as yes. Lifting the notice is the minister’s decision, also where not every sentence holds."
      >
        <DataTable
          caption="What would have to be true to lift the notice"
          columns={conditionColumns}
          rows={view.conditions}
          rowKey={({ key }) => key}
          sortName="lift"
          csv="what-would-lift-it"
        />
      </Section>
    </div>
  );
};
