import { Link } from '@tanstack/react-router';
import type { RequirementLine } from '@noticeboard/domain/views/position-requirements';
import { useNotice } from '../../app/notice.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusWithReason } from '../../components/status-tag.tsx';

/** The requirements of the notice that an area serves. */
export const RequirementsSection = ({ requirements }: { requirements: readonly RequirementLine[] }) => {
  const { noticeId } = useNotice();
  return (
    <Section title="Requirements it serves">
      {requirements.length === 0 ? (
        <EmptyState>No action or measure of this area is tied to a requirement.</EmptyState>
      ) : (
        <ul className="nb-area__requirements">
          {requirements.map(({ id, code, title, due, state }) => (
            <li key={id}>
              <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }}>
                {code} {title}
              </Link>
              <span>
                <StatusWithReason status={state} />
              </span>
              <span className="nb-secondary">{due === null ? 'No date given' : `Due ${due.words}, ${due.days}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
