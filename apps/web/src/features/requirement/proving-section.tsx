import { Link } from '@tanstack/react-router';
import { polarities } from '@noticeboard/domain/scales';
import type { ProvingMeasure } from '@noticeboard/domain/views/requirement';
import { useNotice } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { SourceDetails, SourceMark } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const columnsOf = (noticeId: string): Column<ProvingMeasure>[] => [
  {
    key: 'measure',
    head: 'Measure',
    rowHead: true,
    cell: ({ id, code, title, polarity, beside }) => (
      <>
        {code}{' '}
        <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
          {title}
        </Link>
        <span className="nb-requirement-list__under">{polarities[polarity].label}</span>
        {beside === null ? null : <span className="nb-requirement-list__under">Beside it: {beside}</span>}
      </>
    ),
    csv: ({ code, title }) => `${code} ${title}`,
  },
  {
    key: 'latest',
    head: 'Latest reading',
    cell: ({ code, latest }) =>
      latest === null ? (
        <span className="nb-secondary">None yet</span>
      ) : (
        <>
          <strong>{latest.words}</strong> {latest.period}{' '}
          <SourceDetails source={latest.source} of={`measure ${code}`} />
        </>
      ),
    csv: ({ latest }) => (latest === null ? null : `${latest.words}, ${latest.period}`),
  },
  { key: 'target', head: 'Target in force', cell: ({ target }) => target ?? 'None', csv: ({ target }) => target },
  {
    key: 'impact',
    head: 'Impact',
    cell: ({ code, impact }) => (
      <>
        <StatusTag status={impact} /> <Reason of={`measure ${code}, ${impact.label}`}>{impact.reason}</Reason>
      </>
    ),
    csv: ({ impact }) => impact.label,
  },
  {
    key: 'direction',
    head: 'Direction',
    cell: ({ code, direction }) => (
      <>
        {direction.label} <Reason of={`measure ${code}, direction`}>{direction.reason}</Reason>
      </>
    ),
    csv: ({ direction }) => direction.label,
  },
];

/** The measures that would prove the requirement is met. */
export const ProvingSection = ({
  measures,
  illustrative,
}: {
  measures: readonly ProvingMeasure[];
  illustrative: boolean;
}) => {
  const { noticeId } = useNotice();
  return (
    <Section title="Measures that would prove it" marks={illustrative ? <SourceMark mark="illustrative" /> : null}>
      <DataTable
        caption="Measures that would prove this requirement is met"
        columns={columnsOf(noticeId)}
        rows={measures}
        rowKey={({ id }) => id}
        csv="requirement-measures"
        empty={<EmptyState>No measure is named as proof of it.</EmptyState>}
      />
    </Section>
  );
};
