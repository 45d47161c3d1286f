import { Link } from '@tanstack/react-router';
import type { RowLink } from '@noticeboard/domain/views/row-link';
import { useNotice } from '../app/notice.ts';

/** Leads to the page of a row, or to a place on it; plain words where no page shows it. */
export const ToRow = ({ link, hash, children }: { link: RowLink; hash?: string; children: string }) => {
  const { noticeId } = useNotice();
  if (!link) return children;
  const { page, id } = link;
  const place = hash === undefined ? {} : { hash };
  if (page === 'actions')
    return (
      <Link to="/n/$noticeId/actions/$actionId" params={{ noticeId, actionId: id }} {...place}>
        {children}
      </Link>
    );
  if (page === 'measures')
    return (
      <Link to="/n/$noticeId/measures/$measureId" params={{ noticeId, measureId: id }} {...place}>
        {children}
      </Link>
    );
  if (page === 'areas')
    return (
      <Link to="/n/$noticeId/areas/$areaId" params={{ noticeId, areaId: id }} {...place}>
        {children}
      </Link>
    );
  if (page === 'risks')
    return (
      <Link to="/n/$noticeId/risks/$riskId" params={{ noticeId, riskId: id }}>
        {children}
      </Link>
    );
  if (page === 'evidence')
    return (
      <Link to="/n/$noticeId/evidence/$evidenceId" params={{ noticeId, evidenceId: id }} {...place}>
        {children}
      </Link>
    );
  if (page === 'events')
    return (
      <Link to="/n/$noticeId/course" params={{ noticeId }}>
        {children}
      </Link>
    );
  if (page === 'planVersions')
    return (
      <Link to="/n/$noticeId/plan-versions" params={{ noticeId }}>
        {children}
      </Link>
    );
  if (page === 'meetings')
    return (
      <Link to="/n/$noticeId/meetings/$meetingId" params={{ noticeId, meetingId: id }}>
        {children}
      </Link>
    );
  return (
    <Link to="/n/$noticeId/requirements/$requirementId" params={{ noticeId, requirementId: id }} {...place}>
      {children}
    </Link>
  );
};
