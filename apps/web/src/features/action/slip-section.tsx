import { useQuery } from '@tanstack/react-query';
import type { Mark } from '@noticeboard/domain/scales';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';

/** When the action was expected, report by report. */
export const SlipSection = ({ actionId, mark }: { actionId: string; mark: Mark }) => {
  const { input } = useNotice();
  const { data: chart } = useQuery(trpc.action.slip.queryOptions({ ...input, id: actionId }));
  if (chart === undefined) return <Skeleton rows={1} height={470} />;
  if (chart === null) {
    return (
      <Section title="How its date slipped">
        <EmptyState>Nothing was recorded of this action by the day shown.</EmptyState>
      </Section>
    );
  }
  return (
    <Section title={chart.title} marks={<SourceMark mark={mark} />} intro={chart.subtitle}>
      <ChartFigure model={chart} title={false} />
    </Section>
  );
};
