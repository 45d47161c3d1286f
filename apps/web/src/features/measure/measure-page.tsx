import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense, useDeferredValue } from 'react';
import { formatDate } from '@noticeboard/domain/words';
import { useAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { BalanceSection } from '../../components/balance-section.tsx';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Details } from '../../components/details.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { EvidenceSection } from '../../components/evidence-section.tsx';
import { useEditLink } from '../../components/form-links.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QuestionsSection } from '../../components/questions-section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { BenchmarksSection } from './benchmarks-section.tsx';
import { CommentarySection } from './commentary-section.tsx';
import { CorrectionsSection } from './corrections-section.tsx';
import { ExceptionSection } from './exception-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { ReadingsSection } from './readings-section.tsx';
import { TargetChangesSection } from './target-changes-section.tsx';

const chartNote =
  'Readings stand at the end of their period. Disc: a reading of its own. Ring: its basis is not stated. Bar: an average over its months. Diamonds are targets, the dashed line is the trajectory.';
const bandNote = ' Pale band: the projection, in which the readings ahead will lie while nothing changes.';
const limitsNote =
  ' Grey: the mean, and dashed the limits between which readings are noise. A triangle is a special cause for the better, a square one for the worse.';

const Measure = ({ measureId }: { measureId: string }) => {
  const { input, noticeId, frame } = useNotice();
  // Deferred, so that the page stays while the other limits are fetched.
  const screening = useDeferredValue(useAddress()['screening'] === 'off' ? 'off' : 'on');
  const { data: view } = useSuspenseQuery(trpc.measure.read.queryOptions({ ...input, id: measureId, screening }));
  const edit = useEditLink('measure', measureId);
  const { line, chart, marks, withdrawnOn } = view;
  return (
    <>
      <Breadcrumbs>
        <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/measures" params={{ noticeId }}>
          Measures
        </Link>
        {line.area === null ? null : (
          <Link
            className="govuk-breadcrumbs__link"
            to="/n/$noticeId/areas/$areaId"
            params={{ noticeId, areaId: line.area.id }}
          >
            Area {line.area.number}, {line.area.title}
          </Link>
        )}
        <span>{line.code}</span>
      </Breadcrumbs>
      <PageTitle
        over={`${line.code} ${line.title}`}
        marks={marks.map((source) => (
          <Marks key={source.disputed === null ? source.mark : 'disputed'} source={source} />
        ))}
        title={line.message}
        under={view.subtitle}
        actions={withdrawnOn === null ? edit : undefined}
      />
      {withdrawnOn === null ? null : (
        <EmptyState>
          <p>This measure was withdrawn on {formatDate(withdrawnOn)}. It counts no more, and its readings stay.</p>
        </EmptyState>
      )}
      <div className="nb-measure-top">
        {chart === null ? (
          <EmptyState>
            <p>
              No reading is recorded and no target is set, so there is nothing to draw. Nobody can say whether this gets
              better.
            </p>
          </EmptyState>
        ) : (
          <ChartFigure
            model={chart}
            size="large"
            title={false}
            note={`${chartNote}${view.noise.screening === null ? '' : limitsNote}${view.outlook.kind === 'none' ? '' : bandNote}`}
          />
        )}
        <MeasurePanel view={view} />
      </div>
      <ExceptionSection view={view} />
      <LimitsSection view={view} />
      <BalanceSection balance={view.balance} of={line.code} title="Balance: is it bought elsewhere?" />
      <CommentarySection view={view} />
      <QuestionsSection
        questions={view.questions}
        about={{ measureId: line.id }}
        owner={line.owner?.title ?? null}
        locked={withdrawnOn !== null || frame.notice.withdrawnOn !== null}
      />
      <ReadingsSection view={view} />
      <BenchmarksSection view={view} />
      <EvidenceSection link={{ page: 'measures', id: measureId }} words={`Measure ${line.code} ${line.title}`} />
      <Suspense fallback={null}>
        <TargetChangesSection measureId={measureId} code={line.code} />
        <CorrectionsSection measureId={measureId} />
      </Suspense>
      <div className="nb-definition">
        <Details summary="Definition and how it is read">
          <p>{view.definition ?? 'No definition is recorded.'}</p>
          <SummaryList rows={view.definitionFacts.map(({ name, value }) => ({ name, value }))} />
        </Details>
      </div>
    </>
  );
};

/** One measure: where it stands, how it got there, and what is said of it. */
export const MeasurePage = () => {
  const { measureId = '' } = useParams({ strict: false });
  return (
    <Suspense fallback={<Skeleton rows={5} height={140} />}>
      <Measure measureId={measureId} />
    </Suspense>
  );
};
