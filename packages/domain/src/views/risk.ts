/** One risk on a page: why it may happen, what it would do, what is done about it, and how it was rated before. */
import { londonDay } from '../calendar.ts';
import { riskSubject } from '../changes/risk.ts';
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { orderOf, ratedInWords } from '../rules/risk.ts';
import { formatDate } from '../words.ts';
import type { LedgerEntry } from './history.ts';
import { actorInWords } from './history.ts';
import { namesOf } from './history-words.ts';
import { riskLineOf, type RiskLine } from './risks.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

/** One step in the life of a risk: raised, rated again, closed or reopened. */
export type RiskStep = {
  seq: number;
  on: IsoDate;
  what: string;
  way: 'worse' | 'better' | null;
  who: string;
  why: string | null;
};

export type RiskView = RiskLine & {
  version: number;
  cause: string;
  raised: string;
  /** "Closed on 1 September 2023"; null while it is open. */
  closed: string | null;
  withdrawn: string | null;
  /** Whose it is, for who may edit it. */
  subject: Subject;
  source: SourceView;
  /** Newest first. */
  steps: RiskStep[];
};

type Rated = { likelihood: number; impact: number; state: string };
const isRated = (row: object | null): row is Rated => row !== null && 'likelihood' in row && 'impact' in row;

/** What an entry did to a rating or a state, in words; null where it did neither. */
const stepOf = ({ before, after, kind }: LedgerEntry): Pick<RiskStep, 'what' | 'way'> | null => {
  if (kind === 'redacted') return { what: 'What was recorded here was erased by law', way: null };
  if (!isRated(after)) return null;
  const rated = ratedInWords(after);
  if (!isRated(before)) return { what: `Raised. ${rated}`, way: null };
  if (before.state !== after.state)
    return { what: after.state === 'closed' ? 'Closed' : `Reopened. ${rated}`, way: null };
  if (before.likelihood === after.likelihood && before.impact === after.impact) return null;
  const way = Math.sign(orderOf(after) - orderOf(before));
  return {
    what: `${rated}, was ${before.likelihood} of 5 and ${before.impact} of 5`,
    way: way > 0 ? 'worse' : way < 0 ? 'better' : null,
  };
};

/**
 * Gives the page of a risk on a day. Throws `notFound` where the plan of that day has none of that id.
 * @param entries of the ledger about it, newest first
 */
export const riskOf = (entire: Plan, riskId: string, today: IsoDate, entries: readonly LedgerEntry[]): RiskView => {
  const plan = planOn(entire, today);
  const risk = findRow(plan.risks, riskId, 'risk');
  const { titles } = namesOf(plan);
  return {
    ...riskLineOf(plan, risk),
    version: risk.version,
    cause: risk.cause,
    raised: formatDate(risk.raisedOn),
    closed: risk.closedOn === null ? null : `Closed on ${formatDate(risk.closedOn)}`,
    withdrawn: risk.withdrawnOn === null ? null : `Withdrawn on ${formatDate(risk.withdrawnOn)}`,
    subject: risk.withdrawnOn === null ? riskSubject(plan, risk.id, today) : { memberIds: [], organisation: null },
    source: sourceView(risk, today),
    steps: entries.flatMap((entry) => {
      const step = stepOf(entry);
      if (!step) return [];
      const { seq, at, actor, reason } = entry;
      return [{ seq, on: londonDay(at), ...step, who: actorInWords(actor, titles), why: reason }];
    }),
  };
};
