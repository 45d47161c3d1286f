import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AreaView } from '@noticeboard/domain/views/area';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { ChangesSection } from '../../components/changes-section.tsx';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Columns } from '../../components/columns.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { EvidenceSection } from '../../components/evidence-section.tsx';
import { RisksSection } from '../../components/risks-section.tsx';
import { MeasureCard } from '../../components/measure-card.tsx';
import { useEditLink } from '../../components/form-links.tsx';
import { JudgementsSection } from '../../components/judgements-section.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QuestionsSection } from '../../components/questions-section.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceDetails, SourceMark } from '../../components/source-mark.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { ActionsSection } from './actions-section.tsx';
import { ImpactCounts, Worst } from './area-facts.tsx';
import { RequirementsSection } from './requirements-section.tsx';

const ToNeighbour = ({ to, way }: { to: AreaView['previous']; way: 'Previous' | 'Next' }) => {
  const { noticeId } = useNotice();
  if (!to) return null;
  return (
    <Link
      to="/n/$noticeId/areas/$areaId"
      params={{ noticeId, areaId: to.id }}
      rel={way === 'Next' ? 'next' : 'prev'}
      className="nb-area__neighbour"
    >
      {way === 'Previous' ? '← ' : ''}
      <span className="govuk-visually-hidden">{way} area: </span>
      {to.number} {to.title}
      {way === 'Next' ? ' →' : ''}
    </Link>
  );
};

const Statement = ({ area }: { area: AreaView }) => (
  <div className="nb-area__top">
    <figure className="nb-area__statement">
      <blockquote>{area.statement}</blockquote>
      <figcaption>
        What the inspectors found <SourceDetails source={area.source} of="the statement" />
      </figcaption>
    </figure>
    <SummaryList
      rows={[
        { name: 'Sponsor', value: area.sponsor ?? 'None named' },
        { name: 'Monitoring', value: area.withdrawn ?? area.released ?? 'Monitored by DfE' },
        { name: 'Why released', value: area.releaseReason },
        { name: 'Worst', value: <Worst worst={area.worst} /> },
      ]}
    />
  </div>
);

const MeasuresSection = ({ area }: { area: AreaView }) => {
  const { noticeId } = useNotice();
  return (
    <Section
      title="Impact: is it moving?"
      marks={area.illustrative.measures ? <SourceMark mark="illustrative" /> : null}
      links={
        <Link to="/n/$noticeId/measures" params={{ noticeId }} search={{ area: area.id }}>
          Among all measures
        </Link>
      }
    >
      {area.measures.length === 0 ? (
        <EmptyState>No measure is set for this area, so nobody can say whether it gets better.</EmptyState>
      ) : (
        <>
          <ImpactCounts impact={area.impact} />
          <ul className="nb-measures">
            {area.measures.map((line) => (
              <MeasureCard key={line.id} line={line} level={3} inArea />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};

const CompletionSection = ({ chart }: { chart: AreaView['completion'] }) =>
  chart === null ? (
    <Section title="Completion of actions">
      <EmptyState>This area has no actions yet. The agreed plan is drawn once it has.</EmptyState>
    </Section>
  ) : (
    <Section title={chart.title} intro={chart.subtitle} marks={null}>
      <ChartFigure model={chart} title={false} note="The plan line never moves." />
    </Section>
  );

/** One area of weakness: what was found, what is done about it, and whether anything moves. */
export const AreaPage = () => {
  const { noticeId, input, frame } = useNotice();
  const { areaId = '' } = useParams({ strict: false });
  const edit = useEditLink('area', areaId);
  const { data: area } = useQuery({ ...trpc.area.read.queryOptions({ ...input, id: areaId }), throwOnError: true });
  const { data: changes } = useQuery(trpc.area.changes.queryOptions({ ...input, id: areaId }));
  if (!area) {
    return (
      <>
        <Skeleton rows={1} height={110} />
        <Skeleton rows={1} height={150} />
        <Skeleton rows={1} height={300} />
        <Skeleton rows={10} height={52} />
      </>
    );
  }
  return (
    <div className="nb-area">
      <Breadcrumbs>
        <Link to="/n/$noticeId/areas" params={{ noticeId }}>
          Areas
        </Link>
        {`Area ${area.number}`}
      </Breadcrumbs>
      <PageTitle
        over={`Area ${area.number} of ${area.areas}`}
        title={`${area.title}: ${area.message}`}
        actions={area.withdrawn === null ? edit : undefined}
      />
      <Statement area={area} />
      <MeasuresSection area={area} />
      <Columns wide="left">
        <CompletionSection chart={area.completion} />
        <RequirementsSection requirements={area.requirements} />
      </Columns>
      <ActionsSection area={area} />
      <JudgementsSection kind="area" id={area.id} />
      <QuestionsSection
        questions={area.questions}
        about={{ areaId: area.id }}
        owner={area.sponsor}
        locked={area.withdrawn !== null || frame.notice.withdrawnOn !== null}
      />
      <EvidenceSection link={{ page: 'areas', id: area.id }} words={`Area ${area.number}, ${area.title}`} />
      <RisksSection risks={area.risks} of="area" />
      <ChangesSection changes={changes} file={`area-${area.number}-changes`} areaId={area.id} />
      <nav className="nb-area__neighbours nb-no-print" aria-label="Areas before and after this one">
        <ToNeighbour to={area.previous} way="Previous" />
        <ToNeighbour to={area.next} way="Next" />
      </nav>
    </div>
  );
};
