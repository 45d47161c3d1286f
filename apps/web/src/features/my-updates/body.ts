/** What is typed about one row: how it starts, what it still lacks, and what is sent of it. No zod: it is read at every key. */
import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '@noticeboard/server/router';
import { checkUnit, parseValue } from '@noticeboard/domain/changes/parse-value';
import { DomainError } from '@noticeboard/domain/domain-error';
import type { Draft } from '@noticeboard/domain/draft';
import type { Due } from '@noticeboard/domain/views/my-updates';
import { noDate, partsOf, readDate } from '../../components/date-parts.ts';
import type { Typed } from './bodies.ts';

/** A row that is due, of whichever kind. */
export type Row = Due['actions' | 'requirements' | 'measures' | 'commentaries' | 'questions'][number];
export type ReportRow = Extract<Row, { unchanged: unknown }>;

export type Submitted = inferRouterInputs<AppRouter>['update']['submit']['rows'][number];

/** Gives every row of what is due, in the order of the page. */
export const rowsOf = ({ questions, actions, requirements, measures, commentaries }: Omit<Due, 'memberId'>): Row[] => [
  ...questions,
  ...actions,
  ...requirements,
  ...measures,
  ...commentaries,
];

/** Gives the id of what was last said of a row, as far as this page shows it. */
const seenIdOf = (row: Row): string | null => {
  switch (row.kind) {
    case 'action':
    case 'requirement':
      return row.last?.id ?? null;
    case 'measure':
      return row.seenReadingId;
    case 'commentary':
      return row.readingId;
    case 'question':
      return String(row.version);
    default:
      return row satisfies never;
  }
};

/** What a person has seen of a row: what was said last, and its forecast. */
export const seenOf = (row: Row): Pick<Draft, 'seenId' | 'seenForecast'> => ({
  seenId: seenIdOf(row),
  seenForecast: row.kind === 'action' ? row.forecast : null,
});

/** Says whether somebody has reported on a row, or moved its forecast, since what was typed on it was begun. */
export const isOvertaken = (row: Row, { seenId, seenForecast }: Draft): boolean => {
  const now = seenOf(row);
  return seenId !== now.seenId || seenForecast !== now.seenForecast;
};

/** Gives a row on which nothing is typed yet. */
export const untouched = (row: Row): Draft => ({
  noChange: false,
  ...seenOf(row),
  rating: null,
  confidence: null,
  words: '',
  recovery: '',
  forecast: row.kind === 'action' ? partsOf(row.forecast) : noDate,
  milestoneIds: [],
  value: '',
  numerator: '',
  denominator: '',
  answer: '',
});

const sameDate = (a: Draft['forecast'], b: Draft['forecast']): boolean =>
  a.day === b.day && a.month === b.month && a.year === b.year;

/** Says whether another forecast is typed than the one that was seen. */
export const hasNewForecast = (row: Row, { forecast, seenForecast }: Draft): boolean =>
  row.kind === 'action' && !sameDate(forecast, partsOf(seenForecast));

/**
 * Gives what is typed on a row as it goes on top of what was said meanwhile: a forecast that was not touched is theirs.
 */
export const onTopOf = (row: Row, body: Draft): Partial<Draft> => {
  const seen = seenOf(row);
  return hasNewForecast(row, body) ? seen : { ...seen, forecast: partsOf(seen.seenForecast) };
};

/** Says whether anything at all is typed on a row. */
export const isTouched = (row: Row, body: Draft): boolean =>
  body.noChange ||
  body.rating !== null ||
  body.confidence !== null ||
  body.milestoneIds.length > 0 ||
  hasNewForecast(row, body) ||
  (row.kind === 'commentary' && !sameDate(body.forecast, noDate)) ||
  [body.words, body.recovery, body.value, body.numerator, body.denominator, body.answer].some(
    (text) => text.trim() !== '',
  );

/** Says whether words, a forecast or a milestone would be lost if the row said “No change”. */
export const isWritten = (row: Row, body: Draft): boolean =>
  isTouched(row, { ...body, noChange: false, rating: null, confidence: null });

/** Says whether a row says “No change”, and may. */
export const isUnchanged = (row: ReportRow, body: Draft): boolean => body.noChange && row.unchanged.possible;

const fields: Readonly<Record<Row['kind'], readonly string[]>> = {
  action: ['rating', 'confidence', 'words', 'recovery', 'forecast', 'milestones'],
  requirement: ['rating', 'confidence', 'words', 'recovery'],
  measure: ['value', 'numerator', 'denominator'],
  question: ['answer'],
  commentary: ['reason', 'action', 'byWhen', 'effect'],
};

/** Gives the field of a row that a refusal of a part of it stands beside; empty where the row has none in sight. */
export const fieldAt = (row: Row, body: Draft, path: string): string => {
  const [first = ''] = path.split('.');
  const hidden = body.noChange || (first === 'recovery' && body.rating !== 'red');
  return hidden || !fields[row.kind].includes(first) ? '' : first;
};

/** Gives what is wrong with a value as typed; null where it can be read, or nothing is typed. */
export const valueProblem = (row: Extract<Row, { kind: 'measure' }>, value: string): string | null => {
  if (value.trim() === '') return null;
  try {
    const read = parseValue(value, row.unit);
    if (read.value !== null) checkUnit(read.value, row);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
};

/** Gives what is wrong with a forecast as typed; null where it is right. */
export const forecastProblem = (row: Row, body: Draft): string | null => {
  if (!hasNewForecast(row, body)) return null;
  const read = readDate(body.forecast, 'Forecast');
  if ('error' in read) return read.error;
  return read.on === null ? 'Enter a forecast, or leave it as it was.' : null;
};

const byWhenOf = (body: Draft): string | null => {
  const read = readDate(body.forecast, 'The day by which it is done');
  return 'error' in read ? null : read.on;
};

/** Gives what is wrong with the day of a commentary as typed; null where it is right, or not whole yet. */
export const byWhenProblem = ({ forecast }: Draft): string | null => {
  if (Object.values(forecast).some((part) => part.trim() === '')) return null;
  const read = readDate(forecast, 'The day by which it is done');
  return 'error' in read ? read.error : null;
};

const commentaryLacks = (body: Draft): string | null => {
  if (body.words.trim() === '') return 'a reason';
  if (body.recovery.trim() === '') return 'what is done';
  if (byWhenOf(body) === null) return 'by when';
  return body.answer.trim() === '' ? 'the effect on families' : null;
};

const reportLacks = (row: ReportRow, body: Draft): string | null => {
  if (body.noChange) return isUnchanged(row, body) ? null : 'an update';
  if (row.kind === 'action' && body.rating === null) return 'a rating';
  if (body.words.trim() === '') return 'what changed';
  if (body.rating === 'red' && body.recovery.trim() === '') return 'how it will recover';
  return forecastProblem(row, body) === null ? null : 'a forecast that is a date';
};

/** Gives what a row lacks before it can be submitted, in a few words; null where it is ready. */
export const lacks = (row: Row, body: Typed): string | null => {
  if (body.elsewhere) return 'a choice between what you typed here and elsewhere';
  if (isOvertaken(row, body)) return 'a look at what was said meanwhile';
  switch (row.kind) {
    case 'action':
    case 'requirement':
      return reportLacks(row, body);
    case 'measure':
      if (body.value.trim() === '') return 'a value';
      return valueProblem(row, body.value) === null ? null : 'a value that can be read';
    case 'question':
      return body.answer.trim() === '' ? 'an answer' : null;
    case 'commentary':
      return commentaryLacks(body);
    default:
      return row satisfies never;
  }
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

const reportOf = (row: ReportRow, body: Draft): Submitted => {
  const about = {
    actionId: row.kind === 'action' ? row.id : null,
    requirementId: row.kind === 'requirement' ? row.id : null,
    seenUpdateId: body.seenId,
    seenForecast: body.seenForecast,
  };
  if (body.noChange) return { kind: 'noChange', ...about };
  const read = readDate(body.forecast, 'Forecast');
  const milestones = row.kind === 'action' ? row.milestones : [];
  return {
    kind: 'update',
    ...about,
    rating: body.rating,
    confidence: body.confidence,
    words: body.words,
    recovery: body.rating === 'red' ? body.recovery : null,
    forecast: hasNewForecast(row, body) && 'on' in read ? read.on : null,
    milestones: milestones
      .filter(({ id }) => body.milestoneIds.includes(id))
      .map(({ id, version }) => ({ id, expectedVersion: version })),
  };
};

/** Gives what is sent of a row that is ready. */
export const submittedOf = (row: Row, body: Draft): Submitted => {
  switch (row.kind) {
    case 'action':
    case 'requirement':
      return reportOf(row, body);
    case 'measure':
      return {
        kind: 'reading',
        measureId: row.id,
        value: body.value,
        numerator: orNull(body.numerator),
        denominator: orNull(body.denominator),
        periodStart: row.period.start,
        periodEnd: row.period.end,
        seenReadingId: body.seenId,
      };
    case 'question':
      return { kind: 'answer', id: row.id, expectedVersion: Number(body.seenId), answer: body.answer };
    case 'commentary':
      return {
        kind: 'commentary',
        measureId: row.id,
        readingId: row.readingId,
        reason: body.words,
        action: body.recovery,
        byWhen: byWhenOf(body) ?? '',
        effect: body.answer,
      };
    default:
      return row satisfies never;
  }
};
