import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { SincePackView } from '@noticeboard/domain/views/since-pack';
import type { HistoryLine } from '@noticeboard/domain/views/history';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { ChangeGroup } from '../../components/change-group.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { csvColumns, DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { ToRow } from '../../components/row-link.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';

const Crumbs = ({ meeting, pack }: Pick<SincePackView, 'meeting' | 'pack'>) => {
  const { noticeId } = useNotice();
  return (
    <Breadcrumbs>
      <Link className="govuk-breadcrumbs__link" to="/n/$noticeId/meetings" params={{ noticeId }}>
        Meetings
      </Link>
      {meeting ? (
        <Link
          className="govuk-breadcrumbs__link"
          to="/n/$noticeId/meetings/$meetingId"
          params={{ noticeId, meetingId: meeting.id }}
        >
          {meeting.words}
        </Link>
      ) : null}
      <span aria-current="page">Since {pack.title.toLowerCase()}</span>
    </Breadcrumbs>
  );
};

const correctionColumns: readonly Column<HistoryLine>[] = [
  { key: 'at', head: 'When', cell: ({ atInWords }) => atInWords, csv: ({ at }) => at },
  {
    key: 'what',
    head: 'What',
    rowHead: true,
    cell: ({ what, link, tellsOf }) => (
      <>
        <ToRow link={link}>{what}</ToRow>
        {tellsOf === null ? null : <span className="nb-register__under">{tellsOf}</span>}
      </>
    ),
    csv: ({ what }) => what,
  },
  {
    key: 'fields',
    head: 'From what, to what',
    cell: ({ fields, note }) => (
      <ul className="govuk-list">
        {fields.map(({ label, before, after }) => (
          <li key={label}>
            {label}: {before ?? 'none'} to <strong>{after ?? 'none'}</strong>
          </li>
        ))}
        {note === null ? null : <li>{note}</li>}
      </ul>
    ),
    csv: ({ fields }) =>
      fields.map(({ label, before, after }) => `${label}: ${before ?? ''} to ${after ?? ''}`).join('; '),
  },
  {
    key: 'who',
    head: 'Who and why',
    cell: ({ by, reason }) => (reason === null ? `${by}.` : `${by}. ${reason}`),
    csv: ({ by, reason }) => `${by}. ${reason ?? ''}`,
  },
];

const Corrections = ({ corrections }: Pick<SincePackView, 'corrections'>) =>
  corrections.length === 0 ? null : (
    <Section
      place="corrections"
      title="Corrections"
      intro="What was changed or withdrawn of the readings, the evidence and the judgements that the pack was made from."
      links={<CsvLink name="corrections" of="Corrections" columns={csvColumns(correctionColumns)} rows={corrections} />}
    >
      <DataTable
        caption="Corrections since the pack"
        columns={correctionColumns}
        rows={corrections}
        rowKey={({ seq }) => `${seq}`}
      />
    </Section>
  );

const Since = ({ view }: { view: SincePackView }) => {
  const { noticeId } = useNotice();
  const { title, span, pack, corrections, areas, notice, meeting } = view;
  const nothing = corrections.length + areas.length + notice.length === 0;
  return (
    <>
      <Crumbs meeting={meeting} pack={pack} />
      <PageTitle over={meeting?.words ?? pack.title} title={title} under={`${span}, each thing once.`} />
      <p>
        {pack.title} itself stays as it was frozen.{' '}
        {corrections.length === 0
          ? 'No reading, evidence or judgement that it was made from was corrected since. '
          : null}
        {pack.erased === null ? (
          <a className="govuk-link" href={`/api/notices/${noticeId}/documents/${pack.id}`}>
            Open {pack.title.toLowerCase()}
          </a>
        ) : (
          pack.erased
        )}
      </p>
      <Corrections corrections={corrections} />
      {areas.map(({ areaId, number, title: area, differences }) => (
        <ChangeGroup key={areaId} id={areaId} title={`Area ${number}: ${area}`} lines={differences} />
      ))}
      {notice.length === 0 ? null : <ChangeGroup id="notice" title="The notice as a whole" lines={notice} />}
      {nothing ? <EmptyState>Nothing that a board would ask about was recorded after it.</EmptyState> : null}
    </>
  );
};

/** What was corrected and changed since a pack was frozen: beside the pack, never in it. */
export const SincePackPage = () => {
  const { input } = useNotice();
  const { frozenId = '' } = useParams({ strict: false });
  const { data: view } = useQuery(trpc.pack.since.queryOptions({ ...input, id: frozenId }));
  return view ? <Since view={view} /> : <PageSkeleton />;
};
