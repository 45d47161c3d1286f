import { Link } from '@tanstack/react-router';
import { drawBullet } from '@noticeboard/domain/drawing/bullet';
import type { ListedMeasure } from '@noticeboard/domain/views/measures';
import { useNotice } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Drawn } from '../../components/drawn.tsx';
import { ReportTag } from '../../components/report-tag.tsx';
import { Marks, markWord } from '../../components/source-mark.tsx';
import { DirectionTag, StatusTag } from '../../components/status-tag.tsx';
import { AssuranceTag, NoiseTag } from '../../components/noise-tag.tsx';

/** The columns of the measures; a CSV has the same, and the numbers as numbers. */
export const measureColumns = (noticeId: string): Column<ListedMeasure>[] => [
  {
    key: 'code',
    head: 'Code',
    cell: ({ code }) => code,
    sort: ({ code }) => code,
    csv: ({ code }) => code,
    narrowHead: '',
  },
  {
    key: 'measure',
    head: 'Measure',
    rowHead: true,
    cell: ({ id, title, beside }) => (
      <>
        <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
          {title}
        </Link>
        {beside === null ? null : <span className="nb-fact__detail">Beside it: {beside}</span>}
      </>
    ),
    sort: ({ title }) => title,
    csv: ({ title }) => title,
  },
  {
    key: 'area',
    head: 'Area',
    cell: ({ area }) => area?.number ?? '–',
    sort: ({ area }) => area?.number ?? null,
    csv: ({ area }) => area?.number ?? null,
  },
  {
    key: 'latest',
    head: 'Latest',
    numeric: true,
    cell: ({ latest }) => latest?.words ?? 'No reading',
    csv: ({ latest }) => latest?.filed ?? null,
  },
  {
    key: 'period',
    head: 'Period',
    cell: ({ latest }) => latest?.period ?? '',
    sort: ({ latest }) => latest?.periodEnd ?? null,
    csv: ({ latest }) => latest?.period ?? null,
  },
  {
    key: 'basis',
    head: 'Basis',
    cell: ({ latest }) => latest?.basis ?? '',
    csv: ({ latest }) => latest?.basis ?? null,
  },
  {
    key: 'mark',
    head: 'Source',
    cell: ({ latest }) => (latest ? <Marks source={latest.source} /> : ''),
    csv: ({ latest }) => (latest ? markWord(latest.source) : null),
  },
  {
    key: 'target',
    head: 'Target',
    numeric: true,
    cell: ({ target }) => target?.words ?? '–',
    csv: ({ target }) => target?.value ?? null,
  },
  {
    key: 'bullet',
    head: 'Against floor and target',
    cell: ({ id, bullet }) => (bullet === null ? '' : <Drawn shape={drawBullet(id, bullet)} />),
    narrowHead: '',
  },
  {
    key: 'impact',
    head: 'Impact',
    cell: ({ impact }) => <StatusTag status={impact} />,
    sort: ({ impact }) => impact.label,
    csv: ({ impact }) => impact.label,
  },
  {
    key: 'direction',
    head: 'Direction',
    cell: ({ direction }) => <DirectionTag label={direction.label} moves={direction.moves} />,
    sort: ({ direction }) => direction.label,
    csv: ({ direction }) => direction.label,
  },
  {
    key: 'noise',
    head: 'Signal or noise',
    narrowHead: '',
    cell: ({ noise }) => (
      <span className="nb-noise-cell">
        <NoiseTag noise={noise} />
        {noise.assurance.key === 'notJudged' ? null : <AssuranceTag noise={noise} />}
      </span>
    ),
    sort: ({ noise }) => noise.variation.label,
    csv: ({ noise: { variation, assurance } }) => `${variation.label}. ${variation.reason} ${assurance.label}.`,
  },
  {
    key: 'owner',
    head: 'Owner',
    cell: ({ owner, report }) => (
      <>
        {owner?.title ?? 'None'}
        <ReportTag report={report} />
      </>
    ),
    sort: ({ owner }) => owner?.title ?? null,
    csv: ({ owner }) => owner?.title ?? null,
  },
];

/** The measures as a table, worst first unless sorted. */
export const MeasuresTable = ({ lines }: { lines: readonly ListedMeasure[] }) => {
  const { noticeId } = useNotice();
  return (
    <div className="nb-measures-table">
      <DataTable
        caption="Measures: latest reading, target in force, impact and direction"
        columns={measureColumns(noticeId)}
        rows={lines}
        rowKey={({ id }) => id}
      />
    </div>
  );
};
