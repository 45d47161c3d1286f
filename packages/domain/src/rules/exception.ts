/**
 * When a measure asks its owner to explain it: it is red, or it has worsened twice running (issue 4, "Exception commentary").
 * Why, what is done, by when, and what families notice.
 */
import type { Commentary } from '../commentary.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { ExceptionState, Status } from '../scales.ts';
import { exceptionStates, statusOf } from '../scales.ts';
import { formatDate, formatPeriod, formatReading } from '../words.ts';
import { directionOf } from './direction.ts';
import { byTime, groupedBy } from './grouped.ts';
import { impactOf, readingsOf } from './impact.ts';

/** What is asked, since which reading, for what cause in words, and the commentary that answers it; null while it is missing. */
export type Exception = Status<ExceptionState> & {
  cause: 'red' | 'worsening';
  reading: Recorded<Reading>;
  words: string;
  answer: Recorded<Commentary> | null;
};

const byMeasure = groupedBy<Recorded<Commentary>>(
  ({ measureId }) => measureId,
  byTime(({ on }) => on),
);

/** Gives the commentaries of a measure, oldest first. */
export const commentariesOf = (plan: Plan, { id }: Pick<Measure, 'id'>): readonly Recorded<Commentary>[] =>
  byMeasure(plan.commentaries, id);

/** Gives the latest reading and those before it in words, where it and the one before it each were a worsening of the measure's own basis. */
const twiceWorse = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
): { reading: Recorded<Reading>; words: string } | null => {
  const last = directionOf(plan, measure, today);
  if (last.key !== 'worse' || !last.to || last.to.basis !== measure.basis) return null;
  const end = last.to.periodEnd;
  const before = readingsOf(plan, measure, { ownBasis: true }).findLast(
    ({ periodEnd, value, symbol }) => periodEnd < end && value !== null && symbol === null,
  );
  if (!before) return null;
  const earlier = directionOf(plan, measure, before.periodEnd);
  if (earlier.key !== 'worse' || earlier.to?.periodEnd !== before.periodEnd || earlier.from?.basis !== measure.basis)
    return null;
  const cite = (reading: Reading): string => `${formatReading(reading, measure)} for ${formatPeriod(reading)}`;
  const step = ({ from, to }: typeof last): string => (from && to ? `from ${cite(from)} to ${cite(to)}` : '');
  return { reading: last.to, words: `It worsened twice running: ${step(earlier)}, then ${step(last)}.` };
};

const causeOf = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
): Pick<Exception, 'cause' | 'reading' | 'words'> | null => {
  const { reading, tone, label, reason } = impactOf(plan, measure, today);
  if (reading && tone === 'red')
    return { cause: 'red', reading, words: `${label} for ${formatPeriod(reading)}. ${reason}` };
  const worse = twiceWorse(plan, measure, today);
  return worse && { cause: 'worsening', ...worse };
};

/**
 * Gives what a measure asks its owner to explain on a day; null where it asks nothing. A commentary answers the latest reading
 * where it was recorded after it, corrections of the reading apart; a newer reading that calls for one asks again.
 */
export const exceptionOf = (plan: Plan, measure: Recorded<Measure>, today: IsoDate): Exception | null => {
  if (measure.withdrawnOn !== null) return null;
  const cause = causeOf(plan, measure, today);
  if (cause === null) return null;
  const answer =
    commentariesOf(plan, measure).findLast(
      ({ recordedAt, on }) => on <= today && recordedAt >= cause.reading.addedAt,
    ) ?? null;
  return {
    ...cause,
    answer,
    ...(answer === null
      ? statusOf(exceptionStates, 'missing', `${cause.words} Nobody has said why, and what is done about it.`)
      : statusOf(exceptionStates, 'given', `Explained on ${formatDate(answer.on)}.`)),
  };
};
