import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAddress, useChangeAddress } from '../../app/address.ts';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Select } from '../../components/choices.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';

/** When the actions due by a checkpoint were expected, report by report: the next one, unless the address names another. */
export const SlipSection = () => {
  const { input } = useNotice();
  const address = useAddress();
  const change = useChangeAddress();
  const asked = Number(address['slip']);
  const { data: slip } = useQuery({
    ...trpc.checkpoint.slip.queryOptions({ ...input, ...(Number.isInteger(asked) ? { months: asked } : {}) }),
    // The drawing of one checkpoint stands until the next is there: nothing jumps.
    placeholderData: keepPreviousData,
  });
  if (slip === undefined) return <Skeleton rows={1} height={560} />;
  const { months, choices, chart, illustrative } = slip;
  if (months === null) return null;
  const choose = (
    <div className="nb-filters nb-no-print">
      <Select
        id="slip"
        label="Checkpoint"
        value={String(months)}
        choices={choices.map((choice) => ({ value: String(choice.months), label: choice.label }))}
        onChange={(value) => change({ slip: value })}
      />
    </div>
  );
  if (chart === null) {
    return (
      <Section title="How its actions slipped">
        {choose}
        <EmptyState>No action was originally due by this checkpoint.</EmptyState>
      </Section>
    );
  }
  return (
    <Section
      title={chart.title}
      marks={illustrative ? <SourceMark mark="illustrative" /> : null}
      intro={chart.subtitle}
    >
      {choose}
      <ChartFigure key={chart.key} model={chart} title={false} />
    </Section>
  );
};
