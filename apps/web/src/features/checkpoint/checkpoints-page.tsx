import { useQuery } from '@tanstack/react-query';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Columns } from '../../components/columns.tsx';
import { NextReview } from '../../components/next-review.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { AreasSection } from './areas-section.tsx';
import { CheckpointTable } from './checkpoint-table.tsx';
import { NeededSection } from './needed-section.tsx';
import { ReadinessSection } from './readiness-section.tsx';
import { SlipSection } from './slip-section.tsx';

/** How ready the notice is for its next checkpoint, and what every measure and requirement has at each. */
export const CheckpointsPage = () => {
  const { input } = useNotice();
  const { data: view } = useQuery(trpc.checkpoint.read.queryOptions(input));
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={90} />
        <Skeleton rows={1} height={270} />
        <Skeleton rows={24} height={48} />
      </>
    );
  }
  const { title, under, illustrative, next, grid, requirements } = view;
  return (
    <>
      <PageTitle
        over="Checkpoints"
        marks={illustrative ? <SourceMark mark="illustrative" /> : null}
        title={title}
        under={under}
      />
      <NextReview />
      {next === null ? null : (
        <>
          <Columns>
            <ReadinessSection next={next} />
            <NeededSection next={next} />
          </Columns>
          <AreasSection next={next} />
        </>
      )}
      <CheckpointTable grid={grid} requirements={requirements} />
      <SlipSection />
    </>
  );
};
