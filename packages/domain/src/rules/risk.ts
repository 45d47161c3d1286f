/** How risks are rated and put in order. */
import type { Risk } from '../risk.ts';

type Rated = Pick<Risk, 'likelihood' | 'impact'>;

/** Gives likelihood times impact: it puts risks in order, and is used for nothing else. */
export const orderOf = ({ likelihood, impact }: Rated): number => likelihood * impact;

/** Writes a rating: "Likelihood 4 of 5, impact 5 of 5". */
export const ratedInWords = ({ likelihood, impact }: Rated): string =>
  `Likelihood ${likelihood} of 5, impact ${impact} of 5`;

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Orders risks by likelihood times impact, then by impact, then by number. */
export const worstRiskFirst = (a: Rated & { code: string }, b: Rated & { code: string }): number =>
  orderOf(b) - orderOf(a) || b.impact - a.impact || byCode.compare(a.code, b.code);
