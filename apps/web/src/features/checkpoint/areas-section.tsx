import { Link } from '@tanstack/react-router';
import type { AreaReadiness, Share } from '@noticeboard/domain/views/area-readiness';
import type { NextCheckpoint } from '@noticeboard/domain/views/checkpoints';
import { formatNumber } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Section } from '../../components/section.tsx';

const shares = [
  { key: 'met', head: 'Targets met' },
  { key: 'onTrajectory', head: 'On trajectory' },
  { key: 'noData', head: 'No data' },
  { key: 'evidenced', head: 'Actions evidenced' },
] as const satisfies readonly { key: keyof AreaReadiness; head: string }[];

const inWords = ({ count, of }: Share): string =>
  of === 0 ? 'None asked' : `${formatNumber(count, 0)} of ${formatNumber(of, 0)}`;

const AreaName = ({ area: { id, number, title } }: { area: AreaReadiness }) => {
  const { noticeId } = useNotice();
  return (
    <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }}>
      {number} {title}
    </Link>
  );
};

/** The actions that lack evidence are seen beside the evidence that there is. */
const Evidenced = ({ area: { id, number, evidenced } }: { area: AreaReadiness }) => {
  const { noticeId } = useNotice();
  return (
    <>
      {inWords(evidenced)}{' '}
      <Link className="nb-no-print" to="/n/$noticeId/evidence" params={{ noticeId }} search={{ area: id }}>
        Evidence<span className="govuk-visually-hidden"> of area {number}</span>
      </Link>
    </>
  );
};

const columns: Column<AreaReadiness>[] = [
  { key: 'area', head: 'Area', rowHead: true, cell: (area) => <AreaName area={area} /> },
  ...shares.map(({ key, head }): Column<AreaReadiness> => ({
    key,
    head,
    numeric: true,
    cell: (area) => (key === 'evidenced' ? <Evidenced area={area} /> : inWords(area[key])),
  })),
];

/** How ready each area is for the next checkpoint, counted out of what is asked of it. */
export const AreasSection = ({ next: { areas, date, label } }: { next: NextCheckpoint }) => {
  const caption = `Areas on the way to ${label}, ${date}`;
  if (areas.length === 0) return null;
  return (
    <Section
      title={caption}
      links={
        <CsvLink
          name="areas-to-checkpoint"
          of={caption}
          columns={[
            { head: 'Area', cell: ({ number, title }: AreaReadiness) => `${number} ${title}` },
            ...shares.flatMap(({ key, head }) => [
              { head, cell: (area: AreaReadiness) => area[key].count },
              { head: `${head}, of`, cell: (area: AreaReadiness) => area[key].of },
            ]),
          ]}
          rows={areas}
        />
      }
    >
      <DataTable caption={caption} columns={columns} rows={areas} rowKey={({ id }) => id} />
      <p className="nb-meta">
        Of the measures that have a target there: the latest reading that counts meets it, keeps up with the trajectory,
        or there is none. Evidenced: of the actions that were due by then by their original dates.
      </p>
    </Section>
  );
};
