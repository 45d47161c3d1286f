/** What each kind of row that is due from a person shows: the readings of measures, what they ask to be explained, and the questions of the board and of scrutiny. */
import { londonDay } from '../calendar.ts';
import type { Challenge } from '../challenge.ts';
import { writeValue } from '../changes/parse-value.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { type Exception, exceptionOf } from '../rules/exception.ts';
import { latestReading, readingsOf } from '../rules/impact.ts';
import { periodToRead } from '../rules/next-reading.ts';
import { readingInPeriod } from '../rules/reported.ts';
import type { ReportStatus } from '../rules/reporting.ts';
import { isAskedFor, periodOn, reportStatusOf } from '../rules/reporting.ts';
import type { ChallengeForum, Unit } from '../scales.ts';
import { reportStates, statusOf, units } from '../scales.ts';
import { formatPeriod, formatReading } from '../words.ts';
import type { DueRow, Part } from './due-row.ts';
import { titleIn } from './due-row.ts';
import type { RowLink } from './row-link.ts';
import { rowLinkOf } from './row-link.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

export type DueMeasure = DueRow & {
  kind: 'measure';
  code: string;
  title: string;
  definition: string | null;
  unit: Unit;
  suffix: string;
  decimals: number;
  period: { start: IsoDate; end: IsoDate; words: string };
  /** The last reading of the measure's own basis, which a newer one must not overtake unseen. */
  seenReadingId: string | null;
  last: { words: string; period: string; source: SourceView } | null;
  /** What was given in this period, as a person writes it. */
  given: { value: string; words: string; period: string } | null;
};

/** A measure that asks to be explained. */
export type DueCommentary = DueRow & {
  kind: 'commentary';
  code: string;
  title: string;
  /** The reading that asks for it. */
  readingId: string;
  why: string;
  /** What was written in the period that runs. */
  given: { reason: string; on: IsoDate } | null;
};

export type DueQuestion = DueRow & {
  kind: 'question';
  version: number;
  question: string;
  forum: ChallengeForum;
  askedBy: string | null;
  askedOn: IsoDate;
  dueOn: IsoDate;
  about: { words: string; link: RowLink };
  answer: { words: string; on: IsoDate } | null;
};

export const dueMeasure = (
  plan: Plan,
  measure: Recorded<Measure>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueMeasure => {
  const last = latestReading(plan, measure, today);
  const own = readingsOf(plan, measure, { ownBasis: true }).at(-1);
  const given = readingInPeriod(plan, measure, today);
  const { periodStart, periodEnd } = periodToRead(plan, measure, today);
  return {
    kind: 'measure',
    key: `measure ${measure.id}`,
    id: measure.id,
    code: measure.code,
    title: measure.title,
    report,
    asked: isAskedFor(report),
    part,
    mark: measure.mark,
    silentDays: last ? daysBetween(last.periodEnd, today) : null,
    definition: measure.definition,
    unit: measure.unit,
    suffix: units[measure.unit].suffix,
    decimals: measure.decimals,
    period: {
      start: periodStart,
      end: periodEnd,
      words: formatPeriod({ periodStart, periodEnd, printedPeriod: null }),
    },
    seenReadingId: own?.id ?? null,
    last: last && {
      words: formatReading(last, measure),
      period: formatPeriod(last),
      source: sourceView(last, today),
    },
    given: given && { value: writeValue(given), words: formatReading(given, measure), period: formatPeriod(given) },
  };
};

/**
 * Gives where the report of a commentary stands: it is asked for from the day of the reading that calls for it, and late as
 * whatever else is asked for in the period that runs. Between periods it is asked for without a day.
 */
const commentaryReportOf = (
  plan: Plan,
  { answer, reading, words, reason }: Exception,
  today: IsoDate,
): ReportStatus => {
  if (answer) return { ...statusOf(reportStates, 'submitted', reason), days: null };
  const report = reportStatusOf(plan.notice, [], londonDay(reading.addedAt), today);
  return isAskedFor(report)
    ? { ...report, reason: `${words} ${report.reason}` }
    : { ...statusOf(reportStates, 'due', words), days: null };
};

/** Gives the row of a measure that asks to be explained, or that was in the period that runs; null where it does neither. */
export const dueCommentary = (
  plan: Plan,
  measure: Recorded<Measure>,
  part: Part,
  today: IsoDate,
): DueCommentary | null => {
  const exception = exceptionOf(plan, measure, today);
  if (!exception) return null;
  const { answer, reading, words } = exception;
  const period = periodOn(plan.notice, today);
  if (answer && (!period || answer.on < period.opensOn)) return null;
  return {
    kind: 'commentary',
    key: `commentary ${measure.id}`,
    id: measure.id,
    code: measure.code,
    title: measure.title,
    report: commentaryReportOf(plan, exception, today),
    asked: answer === null,
    part,
    mark: measure.mark,
    silentDays: daysBetween(londonDay(reading.addedAt), today),
    readingId: reading.id,
    why: words,
    given: answer && { reason: answer.reason, on: answer.on },
  };
};

const aboutOf = (plan: Plan, challenge: Recorded<Challenge>): DueQuestion['about'] => {
  const link = rowLinkOf(plan, 'challenge', challenge.id, challenge);
  const row = link && plan[link.page].find(({ id }) => id === link.id);
  const code = row && ('code' in row ? row.code : 'number' in row ? `Area ${row.number}` : null);
  return { words: row && 'title' in row && code ? `${code} ${row.title}` : 'the plan', link };
};

export const dueQuestion = (
  plan: Plan,
  challenge: Recorded<Challenge>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueQuestion => ({
  kind: 'question',
  key: `question ${challenge.id}`,
  id: challenge.id,
  report,
  asked: isAskedFor(report),
  part,
  mark: challenge.mark,
  silentDays: daysBetween(challenge.askedOn, today),
  version: challenge.version,
  question: challenge.question,
  forum: challenge.forum,
  askedBy: challenge.forum === 'scrutiny' ? 'Scrutiny committee' : titleIn(plan, challenge.askedById),
  askedOn: challenge.askedOn,
  dueOn: challenge.dueOn,
  about: aboutOf(plan, challenge),
  answer:
    challenge.answer === null || challenge.answeredOn === null
      ? null
      : { words: challenge.answer, on: challenge.answeredOn },
});
