import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNotice } from '../../app/notice.ts';
import { trpc } from '../../app/trpc.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useAddLink } from '../../components/form-links.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Section } from '../../components/section.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SourceMark } from '../../components/source-mark.tsx';
import { DeadlineSection } from './deadline-section.tsx';
import { requirementColumns } from './requirement-columns.tsx';

/** Every deadline with its chart, then every requirement and public commitment with its dates. */
export const RequirementsPage = () => {
  const { input, noticeId } = useNotice();
  const add = useAddLink('requirement');
  const { data: view } = useQuery(trpc.requirement.list.queryOptions(input));
  if (!view) {
    return (
      <>
        <Skeleton rows={1} height={90} />
        <Skeleton rows={3} height={520} />
        <Skeleton rows={10} height={70} />
      </>
    );
  }
  const { title, under, illustrative, deadlines, rows } = view;
  return (
    <>
      <PageTitle
        over="Requirements and deadlines"
        marks={illustrative ? <SourceMark mark="illustrative" /> : null}
        title={title}
        under={under}
        actions={add}
      />
      <p className="nb-requirement-list__more nb-no-print">
        <Link to="/n/$noticeId/course" params={{ noticeId }}>
          Course of the notice
        </Link>
        <Link to="/n/$noticeId/intervention" params={{ noticeId }}>
          Intervention risk
        </Link>
        <Link to="/n/$noticeId/plan-versions" params={{ noticeId }}>
          Versions of the plan
        </Link>
      </p>
      {deadlines.map((deadline) => (
        <DeadlineSection key={deadline.key} deadline={deadline} named />
      ))}
      <Section title="All requirements and commitments">
        <div className="nb-requirement-list">
          <DataTable
            caption="Requirements of the notice and public commitments, with their dates"
            columns={requirementColumns(noticeId)}
            rows={rows}
            rowKey={({ id }) => id}
            csv="requirements"
            empty={<EmptyState>No requirements are recorded yet. The programme office adds them in set-up.</EmptyState>}
          />
        </div>
      </Section>
    </>
  );
};
