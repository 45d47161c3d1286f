import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { FamilyPart } from '../scales.ts';
import { bases, familyParts, symbols } from '../scales.ts';
import { formatPeriod } from '../words.ts';
import { type Amount, amountOf } from './amount.ts';
import type { FamilyOf } from './families.ts';
import { conflictInWords } from './direction.ts';
import { readingsOf } from './impact.ts';
import { onePerPeriod } from './one-a-period.ts';

/** What a family knows of one of its parts on a day: its measure, the reading that is used, and what is missing. */
export type Figure = {
  part: FamilyPart;
  measure: Recorded<Measure> | null;
  reading: Recorded<Reading> | null;
  amount: Amount | null;
  /** Why there is no figure, or that a newer period has none; null where nothing is missing. */
  missing: string | null;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * Gives the figure of one part of a family: the last reading of its measure's own basis that has a value. A symbol is never
 * zero, sources that conflict decide nothing, and what is missing is said.
 */
export const figureOf = (plan: Plan, { placed }: FamilyOf, part: FamilyPart, today: IsoDate): Figure => {
  const measure = placed.find((each) => each.part === part)?.measure ?? null;
  const figure = (fields: Partial<Figure>): Figure => ({
    part,
    measure,
    reading: null,
    amount: null,
    missing: null,
    ...fields,
  });
  if (!measure) return figure({ missing: `No measure counts this: ${lower(familyParts[part].label)}.` });
  const periods = onePerPeriod(
    readingsOf(plan, measure, { ownBasis: true }).filter(({ periodEnd }) => periodEnd <= today),
  );
  const newest = periods.at(-1)?.reading ?? null;
  const used = periods.findLast(({ reading }) => amountOf(reading) !== null) ?? null;
  if (used?.contested) return figure({ missing: conflictInWords(measure, used) });
  const reading = used?.reading ?? null;
  const silent =
    newest && newest !== reading && newest.symbol !== null
      ? `${symbols[newest.symbol].label} for ${formatPeriod(newest)}.`
      : null;
  if (reading) return figure({ reading, amount: amountOf(reading), missing: silent });
  return figure({
    missing: silent ?? `No reading of its own basis (${lower(bases[measure.basis].label)}) is recorded.`,
  });
};
