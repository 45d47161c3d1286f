import { Link } from '@tanstack/react-router';
import type { CsvColumn } from '@noticeboard/domain/csv';
import { keysOf, voices } from '@noticeboard/domain/scales';
import type { JudgedRow, JudgementLine } from '@noticeboard/domain/views/judgements';
import type { Column } from '../../components/data-table.tsx';
import { JudgementCell } from '../../components/judgement-cell.tsx';
import { markWord } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

const ToJudged = ({ noticeId, row: { kind, id, code, title } }: { noticeId: string; row: JudgedRow }) =>
  kind === 'area' ? (
    <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }} hash="judgements">
      {code} {title}
    </Link>
  ) : (
    <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }} hash="judgements">
      {code} {title}
    </Link>
  );

/** Gives the columns of the voices side by side. */
export const judgementColumns = (noticeId: string, head: string): Column<JudgedRow>[] => [
  {
    key: 'what',
    head,
    rowHead: true,
    cell: (row) => (
      <>
        <ToJudged noticeId={noticeId} row={row} />
        {row.released === null ? null : <span className="nb-judgements__under">{row.released}</span>}
      </>
    ),
  },
  ...keysOf(voices).map((voice): Column<JudgedRow> => ({
    key: voice,
    head: voices[voice].label,
    cell: (row) => <JudgementCell line={row.voices[voice]} of={`${voices[voice].label}, ${row.code} ${row.title}`} />,
  })),
  {
    key: 'gap',
    head: 'Gap',
    cell: ({ gap }) => (
      <>
        <StatusTag status={gap} quiet={gap.steps === null || gap.steps === 0} />
        {gap.steps === null ? null : <span className="nb-judgements__under">{gap.words}</span>}
      </>
    ),
  },
];

type Voiced = { row: JudgedRow; line: JudgementLine };

/** Gives one line for each voice on each row, in the order of the table. */
export const voicedLines = (rows: readonly JudgedRow[]): Voiced[] =>
  rows.flatMap((row) =>
    keysOf(voices).flatMap((voice) => {
      const line = row.voices[voice];
      return line === null ? [] : [{ row, line }];
    }),
  );

/** The same as a file: a line for each voice. */
export const judgementFile: CsvColumn<Voiced>[] = [
  { head: 'Of', cell: ({ row }) => (row.kind === 'area' ? 'Area' : 'Requirement') },
  { head: 'Code', cell: ({ row }) => row.code },
  { head: 'Title', cell: ({ row }) => row.title },
  { head: 'Sponsor or owner', cell: ({ row }) => row.owner },
  { head: 'Voice', cell: ({ line }) => voices[line.voice].label },
  { head: 'Judgement', cell: ({ line }) => line.rating.label },
  { head: 'Day', cell: ({ line }) => line.on },
  { head: 'Age', cell: ({ line }) => line.age },
  { head: 'Before the notice', cell: ({ line }) => (line.beforeNotice ? 'Yes' : 'No') },
  { head: 'Grounds', cell: ({ line }) => line.grounds },
  { head: 'By', cell: ({ line }) => line.by },
  { head: 'Meeting', cell: ({ line }) => line.meeting?.title ?? null },
  { head: 'Gap in steps', cell: ({ row }) => row.gap.steps },
  { head: 'Source', cell: ({ line }) => markWord(line.source) },
];
