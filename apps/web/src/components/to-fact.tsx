import { Link } from '@tanstack/react-router';
import type { FactLink } from '@noticeboard/domain/rules/intervention';
import { useNotice } from '../app/notice.ts';
import { ToRow } from './row-link.tsx';

/** Leads to what a fact is about: the page of a row, or that of the owners. */
export const ToFact = ({ link: { page, id }, children }: { link: FactLink; children: string }) => {
  const { noticeId } = useNotice();
  return page === 'owners' ? (
    <Link to="/n/$noticeId/owners" params={{ noticeId }}>
      {children}
    </Link>
  ) : (
    <ToRow link={{ page, id }}>{children}</ToRow>
  );
};
