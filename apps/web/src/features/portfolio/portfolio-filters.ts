import type { PortfolioLine } from '@noticeboard/domain/views/portfolio';
import type { Address } from '../../app/address.ts';

/** The address without any filter. */
export const noFilter: Address = { name: undefined, life: undefined, fact: undefined, deadline: undefined };

/** Says whether an address filters a portfolio. */
export const isFiltered = (address: Address): boolean =>
  Object.keys(noFilter).some((key) => (address[key] ?? '') !== '');

/** What of the deadlines of a notice may be asked for. */
export const deadlineChoices = [
  { value: 'overdue', label: 'A requirement overdue' },
  { value: 'month', label: 'Due within 30 days' },
] as const;

const soonDays = 30;

const hasDeadline = ({ next, overdue }: PortfolioLine, asked: string): boolean => {
  if (asked === 'overdue') return overdue !== null;
  if (asked === 'month') return next !== null && next.days <= soonDays;
  return true;
};

/** Gives the notices that an address asks for: by name, by where they stand, by a kind of fact, by their deadlines. */
export const filterNotices = (rows: readonly PortfolioLine[], address: Address): PortfolioLine[] => {
  const { name = '', life = '', fact = '', deadline = '' } = address;
  const sought = name.trim().toLowerCase();
  return rows.filter(
    (row) =>
      `${row.authority} ${row.title}`.toLowerCase().includes(sought) &&
      (life === '' || row.life.key === life) &&
      (fact === '' || row.facts.some(({ kind }) => kind === fact)) &&
      hasDeadline(row, deadline),
  );
};
