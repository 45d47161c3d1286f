import { Link } from '@tanstack/react-router';
import type { AssuranceLine, AssuranceView } from '@noticeboard/domain/views/assurance';
import { formatDate, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { Shape } from '../../components/shape.tsx';
import { SourceMark } from '../../components/source-mark.tsx';

const columnsOf = (noticeId: string, words: string): Column<AssuranceLine>[] => [
  {
    key: 'action',
    head: 'Action',
    rowHead: true,
    cell: ({ id, code, title, area }) => (
      <>
        <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }}>
          {code} {title}
        </Link>
        {area === null ? null : <span className="nb-judgements__under">Area {area}</span>}
      </>
    ),
  },
  { key: 'lead', head: 'Lead', cell: ({ lead }) => lead ?? 'No lead' },
  { key: 'since', head: 'Since', cell: ({ since }) => (since === null ? 'Not recorded' : formatDate(since)) },
  { key: 'by', head: 'Said by', cell: ({ by }) => by ?? 'Not recorded' },
  { key: 'words', head: words, cell: (line) => line.words ?? 'No words were recorded' },
];

const file = [
  { head: 'Stage', cell: ({ stage }: { stage: string }) => stage },
  { head: 'Code', cell: ({ line }: { line: AssuranceLine }) => line.code },
  { head: 'Action', cell: ({ line }: { line: AssuranceLine }) => line.title },
  { head: 'Area', cell: ({ line }: { line: AssuranceLine }) => line.area },
  { head: 'Lead', cell: ({ line }: { line: AssuranceLine }) => line.lead },
  { head: 'Since', cell: ({ line }: { line: AssuranceLine }) => line.since },
  { head: 'Said by', cell: ({ line }: { line: AssuranceLine }) => line.by },
  { head: 'What it rests on', cell: ({ line }: { line: AssuranceLine }) => line.words },
];

/** What the board has assured with what convinced it, and what is embedded and waits for it. */
export const AssuranceSection = ({ view }: { view: AssuranceView }) => {
  const { noticeId } = useNotice();
  const { assured, waiting, evidenced, title } = view;
  const rows = [
    ...assured.map((line) => ({ stage: 'Assured', line })),
    ...waiting.map((line) => ({ stage: 'Embedded', line })),
  ];
  return (
    <Section
      place="assurance"
      title="Actions assured by the board"
      marks={view.illustrative ? <SourceMark mark="illustrative" /> : null}
      links={
        rows.length === 0 ? undefined : (
          <CsvLink name="assurance" of="Actions assured and waiting" columns={file} rows={rows} />
        )
      }
      intro={`${title}. Only the board assures an action, once its measures have held, and says what convinced it. ${plural(evidenced, 'more action')} ${evidenced === 1 ? 'is' : 'are'} evidenced, and ${evidenced === 1 ? 'has' : 'have'} not held yet.`}
    >
      <h3 className="govuk-heading-s">
        <Shape tone="blue" /> Assured
      </h3>
      <DataTable
        caption="Actions that the board has assured"
        columns={columnsOf(noticeId, 'What convinced the board')}
        rows={assured}
        rowKey={({ id }) => id}
        empty={<EmptyState>The board has assured no action by the day shown.</EmptyState>}
      />
      <h3 className="govuk-heading-s">Embedded, waiting for the board</h3>
      <DataTable
        caption="Actions that are embedded and wait for the board"
        columns={columnsOf(noticeId, 'What it rests on')}
        rows={waiting}
        rowKey={({ id }) => id}
        empty={<EmptyState>No action waits to be assured. One does once it is embedded.</EmptyState>}
      />
    </Section>
  );
};
