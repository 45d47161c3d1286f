import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { SincePackView } from '@noticeboard/domain/views/since-pack';
import type { Difference } from '@noticeboard/domain/views/difference';
import { plural } from '@noticeboard/domain/words';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { Breadcrumbs } from '../../components/breadcrumbs.tsx';
import { changeColumns, changeFile, type ChangeInFile } from '../../components/change-columns.tsx';
import { CsvLink } from '../../components/csv-link.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
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

const Group = ({
  id,
  title,
  intro,
  lines,
}: {
  id: string;
  title: string;
  intro?: string;
  lines: readonly (Difference & { area?: string })[];
}) => {
  if (lines.length === 0) return null;
  const rows: ChangeInFile[] = lines.map((line) => ({ ...line, area: line.area ?? title }));
  return (
    <Section
      place={id}
      title={title}
      {...(intro === undefined ? {} : { intro })}
      links={
        <>
          <span>{plural(lines.length, 'line')}</span>
          <CsvLink name={`since-${id}`} of={title} columns={changeFile} rows={rows} />
        </>
      }
    >
      <div className="nb-changes">
        <DataTable caption={`Since the pack: ${title}`} columns={changeColumns} rows={rows} rowKey={({ key }) => key} />
      </div>
    </Section>
  );
};

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
        {pack.erased === null ? (
          <a className="govuk-link" href={`/api/notices/${noticeId}/documents/${pack.id}`}>
            Open {pack.title.toLowerCase()}
          </a>
        ) : (
          pack.erased
        )}
      </p>
      <Group
        id="corrections"
        title="Corrections"
        intro="What it shows and is otherwise now: figures, evidence and judgements that were corrected or withdrawn."
        lines={corrections}
      />
      {areas.map(({ areaId, number, title: area, differences }) => (
        <Group key={areaId} id={areaId} title={`${number} ${area}`} lines={differences} />
      ))}
      <Group id="notice" title="The notice as a whole" lines={notice} />
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
