import { Link } from '@tanstack/react-router';
import { polarities, type Polarity } from '@noticeboard/domain/scales';
import type {
  CheckpointArea,
  CheckpointCell,
  CheckpointGrid,
  CheckpointHead,
  CheckpointMeasure,
} from '@noticeboard/domain/views/checkpoint-grid';
import type { RequirementsByCheckpoint } from '@noticeboard/domain/views/checkpoint-requirements';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Reason } from '../../components/reason.tsx';
import { Section } from '../../components/section.tsx';
import { Marks } from '../../components/source-mark.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { cellClass, CheckpointHeads } from './checkpoint-heads.tsx';
import { gridCsv } from './grid-csv.ts';
import { RequirementRows } from './requirement-rows.tsx';

const arrows: Readonly<Record<Polarity, string>> = { H: '▲', L: '▼', T: '◆' };
const decided = new Set(['met', 'near', 'missed']);

const Latest = ({ measure: { code, latest, impact, owner } }: { measure: CheckpointMeasure }) => {
  if (latest === null) return <span className="nb-secondary">None yet</span>;
  const { words, period, source, own, basis } = latest;
  return (
    <>
      <strong>{words}</strong> <span className="nb-checkpoints__period">{period}</span> <Marks source={source} dense />
      <span className="nb-checkpoints__line">
        {own ? <StatusTag status={impact} /> : <span className="nb-secondary">Another basis, so no colour</span>}{' '}
        <Reason of={`${code}, ${impact.label}`}>
          <p>{impact.reason}</p>
          <p>
            Basis: {basis.toLowerCase()}. Owner: {owner ?? 'none'}.
          </p>
          {source.title === null ? null : (
            <p>{source.url === null ? source.title : <a href={source.url}>{source.title}</a>}</p>
          )}
          {source.disputed === null ? null : <p>Disputed: {source.disputed}</p>}
        </Reason>
      </span>
    </>
  );
};

/** Where it is heading before the day: never tinted, for it is no result. */
const Heading = ({ projected }: Pick<CheckpointCell, 'projected'>) =>
  projected === null ? null : (
    <span className="nb-checkpoints__under nb-checkpoints__projected">
      Projection: {projected.words}
      {projected.against === null ? '' : `, ${projected.against}`}
    </span>
  );

const Cell = ({
  code,
  cell: { status, words, source, projected },
  head,
}: {
  code: string;
  cell: CheckpointCell;
  head: CheckpointHead;
}) => {
  const clear = decided.has(status.key);
  return (
    <td className={cellClass(status.tone, clear, head.next)} data-head={`${head.label}:`}>
      <StatusTag status={status} quiet={!clear} />{' '}
      {clear || status.key === 'notDecided' ? (
        <Reason of={`${code} at ${head.label}, ${status.label}`}>{status.reason}</Reason>
      ) : null}
      <span className="nb-checkpoints__under">
        {words} {source === null ? null : <Marks source={source} dense />}
      </span>
      <Heading projected={projected} />
    </td>
  );
};

const Row = ({
  measure,
  area,
  heads,
  first,
}: {
  measure: CheckpointMeasure;
  area: CheckpointArea;
  heads: readonly CheckpointHead[];
  first: boolean;
}) => {
  const { noticeId } = useNotice();
  const { id, code, title, polarity, beside } = measure;
  return (
    <tr>
      {first ? (
        <th scope="rowgroup" rowSpan={area.measures.length} className="nb-checkpoints__area">
          <strong>{area.number}</strong>{' '}
          <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: area.id }}>
            {area.title}
          </Link>
        </th>
      ) : null}
      <th scope="row" className="nb-checkpoints__measure">
        <span className="nb-checkpoints__code">{code}</span>{' '}
        <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }}>
          {title}
        </Link>{' '}
        <span className="nb-checkpoints__polarity" title={polarities[polarity].label} aria-hidden="true">
          {arrows[polarity]}
        </span>
        <span className="govuk-visually-hidden">, {polarities[polarity].label.toLowerCase()}</span>
        {beside === null ? null : <span className="nb-fact__detail">Beside it: {beside}</span>}
      </th>
      <td className="nb-checkpoints__latest" data-head="Latest:">
        <Latest measure={measure} />
      </td>
      {heads.map((head, index) => {
        const cell = measure.cells[index];
        return cell && <Cell key={head.months} code={code} cell={cell} head={head} />;
      })}
    </tr>
  );
};

/** One grid: the measures with a target by area, then the requirements, with what each has at every checkpoint. */
export const CheckpointTable = ({
  grid,
  requirements,
}: {
  grid: CheckpointGrid;
  requirements: RequirementsByCheckpoint;
}) => {
  const { heads, areas, totals, withoutTarget, illustrative } = grid;
  const caption = 'Measures and requirements by checkpoint';
  if (areas.length === 0 && requirements.rows.length === 0) {
    return (
      <Section title={caption}>
        <EmptyState>
          No measure has a target for a checkpoint yet, and no requirement is recorded. The programme office sets both
          in set-up.
        </EmptyState>
      </Section>
    );
  }
  const { columns, rows } = gridCsv(grid, requirements.rows);
  return (
    <Section title={caption} links={<CsvLink name="checkpoints" of={caption} columns={columns} rows={rows} />}>
      <table className="nb-table nb-table--stack nb-checkpoints">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Measure or requirement</th>
            <th scope="col">
              Latest reading
              <span className="nb-checkpoints__date">or state, and its colour today</span>
            </th>
            <CheckpointHeads heads={heads} />
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area.id}>
            {area.measures.map((measure, index) => (
              <Row key={measure.id} measure={measure} area={area} heads={heads} first={index === 0} />
            ))}
          </tbody>
        ))}
        <RequirementRows rows={requirements.rows} heads={heads} />
        <tfoot>
          <tr>
            <th scope="row">All areas</th>
            <td>{totals.measures}</td>
            <td>{totals.readings}</td>
            {heads.map(({ months, label, next }, index) => (
              <td key={months} className={next ? 'nb-checkpoints__cell--next' : undefined} data-head={`${label}:`}>
                {totals.cells[index]?.words}
              </td>
            ))}
          </tr>
          {requirements.rows.length === 0 ? null : (
            <tr>
              <th scope="row" colSpan={3}>
                All requirements
              </th>
              {heads.map(({ months, label, next }, index) => (
                <td key={months} className={next ? 'nb-checkpoints__cell--next' : undefined} data-head={`${label}:`}>
                  {requirements.totals[index]?.words}
                </td>
              ))}
            </tr>
          )}
        </tfoot>
      </table>
      <p className="nb-meta nb-checkpoints__key">
        ▲ high is good, ▼ low is good, ◆ near target is good. P published, R reported, I illustrative, D disputed. No
        data: no reading ends between this checkpoint and the one before. Projection: where the readings are heading
        while nothing changes, with its range; it decides nothing. Requirements stand by the dates that are recorded.
        {withoutTarget === 0
          ? ''
          : ` ${plural(withoutTarget, 'more measure')} without targets ${withoutTarget === 1 ? 'stands' : 'stand'} under Measures, for balance and context.`}
        {illustrative ? ' Targets are illustrative unless their measure says otherwise.' : ''}
      </p>
    </Section>
  );
};
