import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id, type IsoDate } from '../fields.ts';
import { reading } from '../measure.ts';
import { may, nobodys, type Subject, type Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { saysSame } from '../rules/one-a-period.ts';
import { formatPeriod } from '../words.ts';
import { editedRow, ownSource, withdrawInput } from './inputs.ts';
import { measureSubject } from './measure.ts';
import { checkValue, parseNumber, parseValue, type ParsedValue } from './parse-value.ts';
import { periodFault } from './period.ts';
import { checkHasCome, findRow, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';
import { isSamePeriod, othersOfPeriod } from './same-period.ts';
import { checkShares } from './shares.ts';

const content = reading.omit({
  noticeId: true,
  id: true,
  version: true,
  measureId: true,
  qualifier: true,
  value: true,
  symbol: true,
  numerator: true,
  denominator: true,
  setAside: true,
  withdrawnOn: true,
});

/** Values are text as a person writes it: "1,080", "13.2%", "over 520", "c". */
export const written = z
  .string('Enter a value.')
  .trim()
  .min(1, 'Enter a value.')
  .max(50, 'A value must be 50 characters or fewer.');
const asWritten = {
  value: written,
  numerator: written.nullable().default(null),
  denominator: written.nullable().default(null),
};

export const addReadingInput = content.extend({ ...ownSource, ...asWritten, noticeId: id, measureId: id });
export const correctReadingInput = content.extend({ ...asWritten, ...editedRow });
export const withdrawReadingInput = withdrawInput;

type Measure = Plan['measures'][number];
type Written = z.output<typeof content> & { value: string; numerator: string | null; denominator: string | null };
type Shares = { numerator: number | null; denominator: number | null };

/** Gives whose a reading is: those of its measure. Throws `notFound`. */
export const readingSubject = (plan: Plan, readingId: string, today: IsoDate): Subject =>
  measureSubject(plan, findRow(plan.readings, readingId, 'reading').measureId, today);

const checkPeriod = (measure: Measure, input: Written, today: IsoDate): void => {
  const { basis, periodStart, periodEnd } = input;
  const wrong = periodFault(basis, periodStart, periodEnd, basis === measure.basis ? measure.resetMonth : null);
  if (wrong) refuse(wrong, 'periodEnd');
  checkHasCome(today, periodEnd, 'periodEnd', 'The end of the period');
};

const checkBasis = ({ basis, basisNote }: Written): void => {
  if (basis === 'other' && basisNote === null) refuse('Say what the basis is.', 'basisNote');
};

const checkOnlyOne = (plan: Plan, measure: Measure, input: Written, ownId: string | null): void => {
  const twins = othersOfPeriod(plan, { ...input, measureId: measure.id }, ownId);
  if (twins.length > 0 && input.disputed === null) {
    refuse(
      `There is already a reading for ${formatPeriod(input)}. Correct it instead, or say why this one disputes it.`,
      'periodEnd',
    );
  }
};

const valuesOf = (measure: Measure, input: Written): ParsedValue & Shares => {
  const parsed = parseValue(input.value, measure.unit);
  checkValue(parsed, measure);
  const share = (field: 'numerator' | 'denominator') =>
    input[field] === null ? null : parseNumber(input[field], 'rate', field);
  const shares = { numerator: share('numerator'), denominator: share('denominator') };
  checkShares(measure, parsed, shares);
  return { ...parsed, ...shares };
};

/**
 * Refuses to decide between two sources by the back door: whoever may not set a reading aside may not take it away or change
 * what it says either, while another source stands beside it.
 */
const checkMayDecide = (plan: Plan, before: Plan['readings'][number], who: Who): void => {
  if (may(who, 'plan.edit', nobodys) || othersOfPeriod(plan, before, before.id).length === 0) return;
  throw new DomainError(
    'forbidden',
    `Another source gives a value for ${formatPeriod(before)} too, and which of them is used is not for one of them to decide. Ask the programme office to make this change.`,
  );
};

/** Refuses to take the reading in use from a period whose other readings are all set aside: it would be left with none. */
const checkOneStays = (plan: Plan, before: Plan['readings'][number]): void => {
  const others = othersOfPeriod(plan, before, before.id);
  if (before.setAside !== null || others.length === 0 || others.some(({ setAside }) => setAside === null)) return;
  refuse(
    `The other reading for ${formatPeriod(before)} is set aside, so the period would be left without one in use. Use the other reading again first.`,
  );
};

/** Adds a reading of a measure. A second one of the same period and basis only where it is marked as disputed. */
export const addReading = onStandingNotice((plan, input: z.output<typeof addReadingInput>, { today, createId }) => {
  const measure = findStanding(plan.measures, input.measureId, 'measure');
  checkPeriod(measure, input, today);
  checkBasis(input);
  const values = valuesOf(measure, input);
  checkOnlyOne(plan, measure, input, null);
  return [
    added('reading', {
      ...contentOf(content, input),
      ...values,
      noticeId: plan.notice.id,
      id: createId(),
      measureId: measure.id,
      setAside: null,
      withdrawnOn: null,
    }),
  ];
});

/** Corrects a reading, with the reason why; the ledger keeps what it was. */
export const correctReading = onStandingNotice((plan, input: z.output<typeof correctReadingInput>, { today, who }) => {
  const before = findStanding(plan.readings, input.id, 'reading');
  const measure = findStanding(plan.measures, before.measureId, 'measure');
  // A source that dates a snapshot only to its month must not be made to name a day when its value is corrected.
  const moved = !isSamePeriod(before, input);
  if (moved) {
    checkPeriod(measure, input, today);
    checkOneStays(plan, before);
  }
  checkBasis(input);
  const values = valuesOf(measure, input);
  if (moved || input.state !== before.state || !saysSame(before, values)) checkMayDecide(plan, before, who);
  checkOnlyOne(plan, measure, input, before.id);
  // Why another source was used for one period says nothing of another period.
  const kept = moved ? null : before.setAside;
  return [
    edited('reading', before, { ...contentOf(content, input), ...values, setAside: kept }, input.expectedVersion),
  ];
});

/** Withdraws a reading. Where another source stands beside it, that is for whoever may choose between them. */
export const withdrawReading = onStandingNotice(
  (plan, input: z.output<typeof withdrawReadingInput>, { today, who }) => {
    const before = findStanding(plan.readings, input.id, 'reading');
    findStanding(plan.measures, before.measureId, 'measure');
    checkMayDecide(plan, before, who);
    checkOneStays(plan, before);
    return [edited('reading', before, { withdrawnOn: today }, input.expectedVersion)];
  },
);
