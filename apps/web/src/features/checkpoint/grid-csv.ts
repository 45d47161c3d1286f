import type { CsvColumn } from '@noticeboard/domain/csv';
import { marks, polarities } from '@noticeboard/domain/scales';
import type { CheckpointGrid, CheckpointMeasure } from '@noticeboard/domain/views/checkpoint-grid';
import type { RequirementRow } from '@noticeboard/domain/views/checkpoint-requirements';

/** A row of the grid: a measure of an area, or a requirement, whose other columns stay empty. */
type Line = { area: string; code: string; title: string } & (
  | { kind: 'measure'; measure: CheckpointMeasure }
  | { kind: 'requirement'; requirement: RequirementRow }
);

type Figure = string | number | null;

const ofMeasure =
  (cell: (measure: CheckpointMeasure) => Figure) =>
  (line: Line): Figure =>
    line.kind === 'measure' ? cell(line.measure) : null;

/** Gives the grid as a file: a line a measure or requirement, and for each checkpoint its status, the value used with its period, the target and the projection. */
export const gridCsv = (
  { heads, areas }: Pick<CheckpointGrid, 'heads' | 'areas'>,
  requirements: readonly RequirementRow[],
): { columns: CsvColumn<Line>[]; rows: Line[] } => ({
  columns: [
    { head: 'Area', cell: ({ area }) => area },
    { head: 'Code', cell: ({ code }) => code },
    { head: 'Measure or requirement', cell: ({ title }) => title },
    { head: 'Polarity', cell: ofMeasure(({ polarity }) => polarities[polarity].label) },
    { head: 'Owner', cell: ofMeasure(({ owner }) => owner) },
    { head: 'Latest reading', cell: ofMeasure(({ latest }) => latest?.filed ?? null) },
    { head: 'Period', cell: ofMeasure(({ latest }) => latest?.period ?? null) },
    { head: 'Basis', cell: ofMeasure(({ latest }) => latest?.basis ?? null) },
    { head: 'Mark', cell: ofMeasure(({ latest }) => (latest === null ? null : marks[latest.source.mark].label)) },
    { head: 'Disputed', cell: ofMeasure(({ latest }) => latest?.source.disputed ?? null) },
    { head: 'Due', cell: (line) => (line.kind === 'requirement' ? line.requirement.due : null) },
    {
      head: 'Today',
      cell: (line) => (line.kind === 'measure' ? line.measure.impact.label : line.requirement.state.label),
    },
    ...heads.flatMap(({ label }, index): CsvColumn<Line>[] => [
      {
        head: `${label}: status`,
        cell: (line) => (line.kind === 'measure' ? line.measure : line.requirement).cells[index]?.status.label ?? null,
      },
      { head: `${label}: value`, cell: ofMeasure(({ cells }) => cells[index]?.filed ?? null) },
      { head: `${label}: period`, cell: ofMeasure(({ cells }) => cells[index]?.period ?? null) },
      { head: `${label}: target`, cell: ofMeasure(({ cells }) => cells[index]?.target ?? null) },
      { head: `${label}: projected, least`, cell: ofMeasure(({ cells }) => cells[index]?.projected?.low ?? null) },
      { head: `${label}: projected, most`, cell: ofMeasure(({ cells }) => cells[index]?.projected?.high ?? null) },
    ]),
  ],
  rows: [
    ...areas.flatMap(({ number, title: area, measures }) =>
      measures.map((measure): Line => ({
        kind: 'measure',
        area: `${number} ${area}`,
        code: measure.code,
        title: measure.title,
        measure,
      })),
    ),
    ...requirements.map((requirement): Line => ({
      kind: 'requirement',
      area: 'Requirements',
      code: requirement.code,
      title: requirement.title,
      requirement,
    })),
  ],
});
