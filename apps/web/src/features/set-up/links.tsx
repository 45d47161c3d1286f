import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAddress } from '../../app/address.ts';

/** The way around the set-up: where a form is, and where to go once it is done. */
export const setUpPath = (noticeId: string, ...parts: string[]): string =>
  ['', 'n', noticeId, 'set-up', ...parts].map(encodeURIComponent).join('/');

/** Gives the page to go back to: the one the person came from, where the address tells, else the one given. */
export const useBack = (otherwise: string): string => {
  const { from = '' } = useAddress();
  return /^\/n\/[^\\]*$/.test(from) ? from : otherwise;
};

/** Leaves a form without saving. */
export const CancelLink = ({ to, children = 'Cancel' }: { to: string; children?: ReactNode }) => (
  <Link to={to} className="govuk-link">
    {children}
  </Link>
);
