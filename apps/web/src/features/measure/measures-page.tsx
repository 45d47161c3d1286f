import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { impacts, keysOf } from '@noticeboard/domain/scales';
import type { ListedMeasure } from '@noticeboard/domain/views/measures';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useMay, useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { ButtonLink } from '../../components/button.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns } from '../../components/data-table.tsx';
import { Either } from '../../components/either.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MeasureCard } from '../../components/measure-card.tsx';
import { useAddLink } from '../../components/form-links.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { MeasureFilterBar } from './measure-filter-bar.tsx';
import { passes } from './measure-filters.ts';
import { measureColumns, MeasuresTable } from './measures-table.tsx';

/** The measures in small, in groups of one impact; the groups come worst first, as the lines do. */
const Multiples = ({ lines }: { lines: readonly ListedMeasure[] }) =>
  [...Map.groupBy(lines, ({ impact }) => impact.key)].map(([key, group]) => (
    <Section
      key={key}
      title={impacts[key].label}
      links={<span className="nb-secondary">{plural(group.length, 'measure')}</span>}
    >
      <ul className="nb-measures">
        {group.map((line) => (
          <MeasureCard key={line.id} line={line} level={3} />
        ))}
      </ul>
    </Section>
  ));

const Views = ({ table, lines }: { table: boolean; lines: readonly ListedMeasure[] }) => {
  const change = useChangeAddress();
  const { noticeId } = useNotice();
  return (
    <div className="nb-measures-views nb-no-print">
      <Either
        legend="Show as"
        hideLegend
        ways={[
          { key: undefined, label: 'Small charts', pressed: !table },
          { key: 'table', label: 'Table', pressed: table },
        ]}
        onChoose={(key) => change({ view: key, sort: undefined })}
      />
      <CsvLink name="measures" of="the measures shown" columns={csvColumns(measureColumns(noticeId))} rows={lines} />
    </div>
  );
};

const Measures = () => {
  const { input, frame, noticeId } = useNotice();
  const add = useAddLink('measure');
  const enters = useMay('reading.write') && frame.notice.withdrawnOn === null;
  const { data: view } = useSuspenseQuery(trpc.measure.list.queryOptions(input));
  const address = useAddress();
  const lines = view.lines.filter((line) => passes(line, address, frame.who.memberId));
  const table = address['view'] === 'table';
  const anything = keysOf(view.counts).some((key) => view.counts[key] > 0);
  return (
    <>
      <PageTitle
        title={view.title}
        over="Measures"
        marks={view.illustrative ? <SourceMark mark="illustrative" /> : undefined}
        under={`Worst first, as at ${formatDate(view.today)}. Each against the target in force; nothing is averaged.`}
        actions={
          enters || add !== undefined ? (
            <>
              {enters ? (
                <ButtonLink to="/n/$noticeId/measures/enter" params={{ noticeId }}>
                  Enter readings
                </ButtonLink>
              ) : null}
              {add}
            </>
          ) : undefined
        }
      />
      {anything ? (
        <>
          <MeasureFilterBar view={view} shown={lines.length} />
          <Views table={table} lines={lines} />
          {lines.length === 0 ? (
            <EmptyState>
              <p>No measure passes these filters. Clear them to see all {view.lines.length}.</p>
            </EmptyState>
          ) : table ? (
            <MeasuresTable lines={lines} />
          ) : (
            <Multiples lines={lines} />
          )}
        </>
      ) : (
        <EmptyState>
          <p>The programme office adds measures in set-up. Then their readings and targets stand here.</p>
        </EmptyState>
      )}
    </>
  );
};

/** The measures of the notice, worst first. */
export const MeasuresPage = () => (
  <Suspense fallback={<Skeleton rows={6} height={150} />}>
    <Measures />
  </Suspense>
);
