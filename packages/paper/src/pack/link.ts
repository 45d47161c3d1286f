import type { ReactNode } from 'react';
import { h } from '../element.ts';
import type { RowLink } from '@noticeboard/domain/views/row-link';

/** Gives the address of a page of the notice, from its path: "/actions/action-6.04". */
export type Links = (path: string) => string;

const pathOf = ({ page, id }: NonNullable<RowLink>): string => {
  if (page === 'events') return '/course';
  return page === 'planVersions' ? '/plan-versions' : `/${page}/${id}`;
};

/** Gives words that lead to the page of a row; the words alone where no page shows it. */
export const linked = (links: Links, to: RowLink, words: ReactNode): ReactNode =>
  to === null ? words : h('a', { href: links(pathOf(to)) }, words);
