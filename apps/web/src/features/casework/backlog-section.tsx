import type { BacklogSection as Backlog } from '@noticeboard/domain/views/casework-backlog';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Columns } from '../../components/columns.tsx';
import { Section } from '../../components/section.tsx';
import { FiguresTableOf, Headlines } from './figures-section.tsx';

/** One backlog: what remains, what comes in and goes out, and when it will be cleared. */
export const BacklogSection = ({ section }: { section: Backlog }) => {
  const { id, title, note, figures, remaining, old, net, clearance, chart, flow } = section;
  return (
    <Section title={`Backlog: ${title}`} {...(note === null ? {} : { intro: note })}>
      <Headlines
        of={[
          { key: 'remaining', ...remaining },
          { key: 'old', ...old },
          { key: 'net', ...net },
          { key: 'clearance', ...clearance },
        ]}
      />
      {chart !== null && flow !== null ? (
        <Columns>
          <ChartFigure model={chart} />
          <ChartFigure model={flow} />
        </Columns>
      ) : (
        [chart, flow].map((model) => (model === null ? null : <ChartFigure key={model.key} model={model} />))
      )}
      <FiguresTableOf title={title} figures={figures} csv={`backlog-${id}`} />
    </Section>
  );
};
