import type { CsvColumn } from '@noticeboard/domain/csv';
import { marks, polarities } from '@noticeboard/domain/scales';
import type { CheckpointGrid, CheckpointMeasure } from '@noticeboard/domain/views/checkpoint-grid';

type Line = CheckpointMeasure & { area: string };

/** Gives the grid as a file: a line a measure, and for each checkpoint its status, the value used and the target. */
export const gridCsv = ({
  heads,
  areas,
}: Pick<CheckpointGrid, 'heads' | 'areas'>): { columns: CsvColumn<Line>[]; rows: Line[] } => ({
  columns: [
    { head: 'Area', cell: ({ area }) => area },
    { head: 'Code', cell: ({ code }) => code },
    { head: 'Measure', cell: ({ title }) => title },
    { head: 'Polarity', cell: ({ polarity }) => polarities[polarity].label },
    { head: 'Owner', cell: ({ owner }) => owner },
    { head: 'Latest reading', cell: ({ latest }) => latest?.filed ?? null },
    { head: 'Period', cell: ({ latest }) => latest?.period ?? null },
    { head: 'Basis', cell: ({ latest }) => latest?.basis ?? null },
    { head: 'Mark', cell: ({ latest }) => (latest === null ? null : marks[latest.source.mark].label) },
    { head: 'Disputed', cell: ({ latest }) => latest?.source.disputed ?? null },
    { head: 'Colour today', cell: ({ impact }) => impact.label },
    ...heads.flatMap(({ label }, index): CsvColumn<Line>[] => [
      { head: `${label}: status`, cell: ({ cells }) => cells[index]?.status.label ?? null },
      { head: `${label}: value`, cell: ({ cells }) => cells[index]?.filed ?? null },
      { head: `${label}: target`, cell: ({ cells }) => cells[index]?.target ?? null },
    ]),
  ],
  rows: areas.flatMap(({ number, title, measures }) =>
    measures.map((measure) => ({ ...measure, area: `${number} ${title}` })),
  ),
});
