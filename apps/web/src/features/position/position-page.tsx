import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PositionView } from '@noticeboard/domain/views/position';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { ChangesSection } from '../../components/changes-section.tsx';
import { KeyFigure, KeyFigures } from '../../components/key-figure.tsx';
import { MeetingNow } from '../../components/meeting-now.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { AreasSection } from './areas-section.tsx';
import { AttentionSection } from './attention-section.tsx';
import { BoardSection } from './board-section.tsx';
import { CompletionSection } from './completion-section.tsx';
import { FocusSection } from './focus-section.tsx';
import { PositionSkeleton } from './position-skeleton.tsx';
import { RequirementsSection } from './requirements-section.tsx';
import { TimeStrip } from '../../components/time-strip.tsx';

const Figures = ({ figures }: Pick<PositionView, 'figures'>) => (
  <div className="nb-position__figures">
    <KeyFigures>
      {figures.map(({ key, value, of, words, illustrative }) => (
        <KeyFigure key={key} value={value} of={of} marks={illustrative ? <SourceMark mark="illustrative" /> : null}>
          {words}
        </KeyFigure>
      ))}
    </KeyFigures>
  </div>
);

/** The notice on a page: its deadlines first, then what is done, what moves, and what needs attention. */
export const PositionPage = () => {
  const { input, noticeId } = useNotice();
  const { data: position } = useQuery(trpc.position.read.queryOptions(input));
  const { data: changes } = useQuery(trpc.position.changes.queryOptions(input));
  const { data: focus } = useQuery(trpc.focus.read.queryOptions(input));
  const { data: meeting } = useQuery(trpc.decision.now.queryOptions(input));
  if (!position) return <PositionSkeleton />;
  const { headline, issued, strip, figures, requirements, areas, totals, completion, attention, illustrative } =
    position;
  return (
    <>
      <PageTitle
        over={issued}
        title={headline.title}
        under={headline.beside.length === 0 ? undefined : headline.beside.join(' ')}
        actions={meeting ? <MeetingNow meeting={meeting} /> : undefined}
      />
      <Section
        title="The notice over time"
        links={
          <>
            <span className="nb-secondary">{strip.counted}</span>
            <Link to="/n/$noticeId/course" params={{ noticeId }}>
              Course of the notice
            </Link>
          </>
        }
      >
        <p className="govuk-visually-hidden">{strip.summary}</p>
        <TimeStrip strip={strip} />
      </Section>
      <AttentionSection attention={attention} illustrative={illustrative.actions} />
      <BoardSection board={position.board} />
      <Figures figures={figures} />
      <RequirementsSection requirements={requirements} />
      <AreasSection areas={areas} totals={totals} illustrative={illustrative.actions} />
      <FocusSection focus={focus} illustrative={illustrative.actions} />
      <CompletionSection completion={completion} today={position.today} illustrative={illustrative.actions} />
      <ChangesSection changes={changes} file="changes" />
    </>
  );
};
