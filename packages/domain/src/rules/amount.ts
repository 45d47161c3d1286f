/**
 * Amounts that are known exactly or only as a bound, and how they add, subtract and divide: a bound decides only where it does.
 * No zod or Temporal: the what-if of the browser reckons with them.
 */
import type { Reading } from '../measure.ts';

/** How sure an amount is; `unknown` where bounds in both directions met. */
export type Bound = 'exact' | 'atLeast' | 'atMost' | 'unknown';
export type Amount = { value: number; bound: Bound };

const bounds = { exact: 'exact', about: 'exact', over: 'atLeast', under: 'atMost' } as const;

/** Gives the amount of a reading; null where a symbol stands in place of a value. */
export const amountOf = ({
  value,
  symbol,
  qualifier,
}: Pick<Reading, 'value' | 'symbol' | 'qualifier'>): Amount | null =>
  value === null || symbol !== null ? null : { value, bound: bounds[qualifier] };

const opposite = { exact: 'exact', atLeast: 'atMost', atMost: 'atLeast', unknown: 'unknown' } as const;

/** Gives what is known of a sum of two amounts that are known so far. */
const joined = (a: Bound, b: Bound): Bound => (a === 'exact' ? b : b === 'exact' || a === b ? a : 'unknown');

/** Gives what is known of a difference, or of a quotient of amounts that are not negative. */
export const against = (a: Bound, b: Bound): Bound => joined(a, opposite[b]);

/** Gives the sum of amounts of which none is negative: one that is not known makes it a bound; null where none is known. */
export const sumOf = (amounts: readonly (Amount | null)[]): Amount | null => {
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0) return null;
  return {
    value: known.reduce((sum, { value }) => sum + value, 0),
    bound: [
      ...known.map(({ bound }) => bound),
      ...(known.length < amounts.length ? (['atLeast'] as const) : []),
    ].reduce(joined, 'exact'),
  };
};

/** Gives `a` less `b`; null where either is not known. */
export const less = (a: Amount | null, b: Amount | null): Amount | null =>
  a && b && { value: a.value - b.value, bound: against(a.bound, b.bound) };

/** Gives `a` for each of `b`, neither negative; null where either is not known, or there is none to divide by. */
export const forEach = (a: Amount | null, b: Amount | null): Amount | null =>
  a === null || b === null || b.value <= 0 ? null : { value: a.value / b.value, bound: against(a.bound, b.bound) };
