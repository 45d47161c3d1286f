import { Link } from '@tanstack/react-router';
import type { AreaReadiness, Share } from '@noticeboard/domain/views/area-readiness';
import type {
  AskedAction,
  AskedException,
  AskedMeasure,
  AskedRequirement,
  ReviewAsks,
} from '@noticeboard/domain/views/review-asks';
import { formatNumber, plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { StatusWithReason } from '../../components/status-tag.tsx';

type Coded = { id: string; code: string; title: string };

const coded = <Row extends Coded>(head: string, page: 'actions' | 'measures' | 'requirements'): Column<Row> => ({
  key: 'what',
  head,
  rowHead: true,
  cell: ({ id, code, title }) => <ToRow link={{ page, id }}>{`${code} ${title}`}</ToRow>,
  csv: ({ code, title }) => `${code} ${title}`,
});

const ShownBy = ({ requirement: { id, code, shownBy } }: { requirement: AskedRequirement }) => {
  const { noticeId } = useNotice();
  const [first] = shownBy;
  if (!first) return <span className="nb-secondary">No evidence is linked to it</span>;
  return (
    <>
      <ToRow link={{ page: 'evidence', id: first.id }}>{first.caption}</ToRow>
      {shownBy.length === 1 ? null : (
        <span className="nb-register__under">
          <Link to="/n/$noticeId/evidence" params={{ noticeId }} search={{ requirement: id }}>
            All {plural(shownBy.length, 'piece')}
            <span className="govuk-visually-hidden"> for requirement {code}</span>
          </Link>
        </span>
      )}
    </>
  );
};

const requirementColumns: Column<AskedRequirement>[] = [
  coded('Requirement', 'requirements'),
  {
    key: 'state',
    head: 'State',
    cell: ({ state, days }) => (
      <>
        <StatusWithReason status={state} />
        <span className="nb-register__under">{days}</span>
      </>
    ),
    csv: ({ state }) => state.label,
  },
  {
    key: 'decision',
    head: 'Government’s decision',
    cell: ({ decision }) => <StatusWithReason status={decision} />,
    csv: ({ decision }) => decision.label,
  },
  {
    key: 'shown',
    head: 'Shown by',
    cell: (requirement) => <ShownBy requirement={requirement} />,
    csv: ({ shownBy }) => shownBy.map(({ caption }) => caption).join('; '),
  },
];

const shareWords = ({ count, of }: Share): string =>
  of === 0 ? 'None asked' : `${formatNumber(count, 0)} of ${formatNumber(of, 0)}`;

const shares = [
  { key: 'met', head: 'Targets met' },
  { key: 'onTrajectory', head: 'On trajectory' },
  { key: 'noData', head: 'No data' },
  { key: 'evidenced', head: 'Actions evidenced' },
] as const satisfies readonly { key: keyof AreaReadiness; head: string }[];

const areaColumns: Column<AreaReadiness>[] = [
  {
    key: 'area',
    head: 'Area',
    rowHead: true,
    cell: ({ id, number, title }) => <ToRow link={{ page: 'areas', id }}>{`${number} ${title}`}</ToRow>,
    csv: ({ number, title }) => `${number} ${title}`,
  },
  ...shares.map(({ key, head }): Column<AreaReadiness> => ({
    key,
    head,
    numeric: true,
    cell: (area) => shareWords(area[key]),
    csv: (area) => shareWords(area[key]),
  })),
];

const measureColumns: Column<AskedMeasure>[] = [
  coded('Measure', 'measures'),
  {
    key: 'readiness',
    head: 'Standing',
    cell: ({ readiness }) => <StatusWithReason status={readiness} />,
    csv: ({ readiness }) => readiness.label,
  },
  {
    key: 'latest',
    head: 'Reading that counts',
    cell: ({ latest }) => latest ?? <span className="nb-secondary">None</span>,
    csv: ({ latest }) => latest,
  },
  { key: 'target', head: 'Target', numeric: true, cell: ({ target }) => target ?? 'None', csv: ({ target }) => target },
];

const actionColumns: Column<AskedAction>[] = [
  coded('Action', 'actions'),
  { key: 'lead', head: 'Lead', cell: ({ lead }) => lead ?? 'Nobody', csv: ({ lead }) => lead },
  { key: 'due', head: 'First due', cell: ({ due }) => due, csv: ({ due }) => due },
  {
    key: 'delivery',
    head: 'Delivery',
    cell: ({ delivery }) => <StatusWithReason status={delivery} />,
    csv: ({ delivery }) => delivery.label,
  },
  { key: 'lacks', head: 'Lacks', cell: ({ lacks }) => lacks, csv: ({ lacks }) => lacks },
];

const exceptionColumns: Column<AskedException>[] = [
  coded('Measure', 'measures'),
  { key: 'owner', head: 'Owner', cell: ({ owner }) => owner ?? 'Nobody', csv: ({ owner }) => owner },
  { key: 'words', head: 'Why it asks', cell: ({ words }) => words, csv: ({ words }) => words },
];

const rowKey = ({ id }: { id: string }) => id;

/** What the council must show at a review: each thing with where it stands, and what it lacks. */
export const AsksSections = ({ asks }: { asks: ReviewAsks }) => {
  const { requirements, areas, measures, actions, exceptions, checkpoint } = asks;
  const at = checkpoint === null ? '' : ` for ${checkpoint.label}, ${checkpoint.date}`;
  return (
    <>
      <Section place="requirements" title="Requirements, and what shows them">
        <DataTable
          caption="Requirements"
          columns={requirementColumns}
          rows={requirements}
          rowKey={rowKey}
          csv="review-requirements"
          empty={<EmptyState>No requirement is recorded yet.</EmptyState>}
        />
      </Section>
      <Section place="areas" title={`Areas on the way${at}`}>
        <DataTable
          caption={`Areas${at}`}
          columns={areaColumns}
          rows={areas}
          rowKey={rowKey}
          csv="review-areas"
          empty={<EmptyState>No checkpoint is set, so there is nothing to be ready for.</EmptyState>}
        />
      </Section>
      <Section place="measures" title={`Measures due${at}`}>
        <DataTable
          caption="Measures due"
          columns={measureColumns}
          rows={measures}
          rowKey={rowKey}
          csv="review-measures"
          empty={<EmptyState>No measure has a target there.</EmptyState>}
        />
      </Section>
      <Section place="actions" title={`${plural(actions.length, 'action')} without evidence of impact`}>
        <DataTable
          caption="Actions without evidence of impact"
          columns={actionColumns}
          rows={actions}
          rowKey={rowKey}
          pageSize={20}
          csv="review-actions"
          empty={<EmptyState>Every action that was due has evidence of impact, or a recorded waiver.</EmptyState>}
        />
      </Section>
      <Section place="exceptions" title={`${plural(exceptions.length, 'exception')} that nobody explained`}>
        <DataTable
          caption="Exceptions that nobody explained"
          columns={exceptionColumns}
          rows={exceptions}
          rowKey={rowKey}
          csv="review-exceptions"
          empty={<EmptyState>Every measure that asks for it was explained.</EmptyState>}
        />
      </Section>
    </>
  );
};
