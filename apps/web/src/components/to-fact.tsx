import { Link } from '@tanstack/react-router';
import type { FactLink } from '@noticeboard/domain/rules/intervention';
import { useNotice } from '../app/notice.ts';
import { ToRow } from './row-link.tsx';

/** Leads to what a fact is about: the page of a row, of a meeting, or of the owners. */
export const ToFact = ({ link, children }: { link: FactLink; children: string }) => {
  const { noticeId } = useNotice();
  const { page, id } = link;
  if (page === 'owners')
    return (
      <Link to="/n/$noticeId/owners" params={{ noticeId }}>
        {children}
      </Link>
    );
  const meeting: string = `/n/${noticeId}/meetings/${id}`;
  if (page === 'meetings') return <Link to={meeting}>{children}</Link>;
  return <ToRow link={{ page, id }}>{children}</ToRow>;
};
