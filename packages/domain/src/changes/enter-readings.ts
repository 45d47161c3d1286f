/** Many readings in one change: all of them are recorded, or none. */
import { z } from 'zod';
import { endOfMonth } from '../day-number.ts';
import { DomainError } from '../domain-error.ts';
import { id, isoDate, text, type IsoDate } from '../fields.ts';
import { reading } from '../measure.ts';
import type { Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { largestMoveOf, readEntries, type EntryRead } from '../rules/doubts.ts';
import { readingsOf } from '../rules/impact.ts';
import { formatPeriod, plural } from '../words.ts';
import type { By } from './by.ts';
import { because, rowAsRead } from './inputs.ts';
import { measureSubject } from './measure.ts';
import { writeValue, type ParsedValue } from './parse-value.ts';
import { addReading, addReadingInput, correctReading, correctReadingInput, written } from './reading.ts';
import { findStanding, refuse } from './references.ts';
import { onStandingNotice } from './rows.ts';

const mostRows = 500;

/** One cell of the grid: a new reading of the measure's own basis, or a correction of the one that stood there. */
const row = z.object({
  measureId: id,
  periodStart: isoDate,
  periodEnd: isoDate,
  value: written,
  /** The reading that is corrected, and the version that the person was looking at; null for a new one. */
  corrects: z.object({ id, expectedVersion: rowAsRead.expectedVersion }).nullable(),
});

export const enterReadingsInput = z.object({
  noticeId: id,
  rows: z.array(row).min(1, 'Enter a reading first.').max(mostRows, `Save ${mostRows} readings at once, or fewer.`),
  /** Of the new readings; a corrected one keeps its own. */
  state: reading.shape.state,
  /** Where the figures can be checked. */
  sourceTitle: text('Source', 500).nullable(),
  /** That the person has looked at what is doubtful about them. */
  checked: z.boolean(),
  /** Why readings are corrected; needed where any is. */
  reason: because.nullable(),
});
type Input = z.output<typeof enterReadingsInput>;
type Row = Input['rows'][number];
type Standing = Plan['readings'][number];
type Cell = { row: Row; measure: Plan['measures'][number]; standing: Standing | null };

/** Gives whose the readings are: each measure's own people. Throws `notFound`. */
export const enterReadingsSubject = (plan: Plan, { rows }: Input, today: IsoDate): Subject[] =>
  rows.map(({ measureId }) => measureSubject(plan, measureId, today));

const nameOf = ({ row: { periodStart, periodEnd }, measure, standing }: Cell): string =>
  `${measure.code}, ${formatPeriod(standing ?? { periodStart, periodEnd, printedPeriod: null })}`;

const findCell = (plan: Plan, given: Row): Cell => {
  const measure = findStanding(plan.measures, given.measureId, 'measure');
  const found = given.corrects === null ? null : findStanding(plan.readings, given.corrects.id, 'reading');
  // The measure is what the permission was asked for, so a reading of another one is not this person's to name.
  if (found && (found.measureId !== measure.id || found.basis !== measure.basis))
    throw new DomainError('notFound', `That reading is not one of measure ${measure.code}. Reload the page.`);
  return { row: given, measure, standing: found };
};

const checkOnce = (cells: readonly Cell[]): void => {
  const seen = new Set<string>();
  for (const cell of cells) {
    const key = cell.standing?.id ?? `${cell.measure.id} ${cell.row.periodEnd}`;
    if (seen.has(key)) refuse(`${nameOf(cell)} is there twice. Enter it once.`);
    seen.add(key);
  }
};

const checkStillFree = (plan: Plan, cell: Cell): void => {
  const { measure, row: given, standing } = cell;
  if (standing) return;
  const taken = readingsOf(plan, measure, { ownBasis: true }).some(({ periodEnd }) => periodEnd === given.periodEnd);
  if (!taken) return;
  const sentence = `Someone else recorded ${nameOf(cell)} while you were working on it, so nothing of yours was saved. Look at theirs, then save yours again.`;
  throw new DomainError('conflict', sentence);
};

const isBeside = ({ basis }: Cell['measure'], periodEnd: IsoDate, other: Standing): boolean =>
  other.basis === basis && endOfMonth(other.periodEnd) === endOfMonth(periodEnd);

/** Reads the cells as the grid does, with those of one measure held against each other. */
const readCells = (plan: Plan, cells: readonly Cell[], today: IsoDate): Map<Cell, EntryRead> => {
  const reads = [...Map.groupBy(cells, ({ measure }) => measure)].flatMap(([measure, group]) => {
    const points = readingsOf(plan, measure, { ownBasis: false });
    const entries = group.map(({ row: { periodStart, periodEnd, value }, standing }) => {
      const beside = standing === null ? points.findLast((point) => isBeside(measure, periodEnd, point)) : undefined;
      return { periodStart, periodEnd, written: value, standing, beside: beside ?? null };
    });
    const read = readEntries(measure, { points, largestMove: largestMoveOf(measure.basis, points) }, entries, today);
    return group.map((cell, index): [Cell, EntryRead | undefined] => [cell, read[index]]);
  });
  return new Map(reads.filter((each): each is [Cell, EntryRead] => each[1] !== undefined));
};

const checkFindings = (reads: ReadonlyMap<Cell, EntryRead>, { checked, reason }: Input): void => {
  let doubtful = 0;
  for (const [cell, { findings, outcome }] of reads) {
    const blocking = findings.find(({ blocks }) => blocks);
    if (blocking) refuse(`${nameOf(cell)}: ${blocking.sentence}`);
    if (outcome === 'correct' && reason === null) refuse('Say why the readings are corrected.', 'reason');
    if (findings.length > 0) doubtful += 1;
  }
  if (doubtful > 0 && !checked)
    refuse(`Look at what is doubtful about ${plural(doubtful, 'reading')}, then confirm that you checked.`, 'checked');
};

/** What was cited is the person's own figure once they correct it: its source never said so. */
const sourceAfter = ({ mark, sourceTitle, sourceUrl, sourcePublishedOn }: Standing, given: string | null) =>
  mark === 'own' && given === null
    ? { sourceTitle, sourceUrl, sourcePublishedOn }
    : { mark: 'own', unconfirmed: null, sourceTitle: given, sourceUrl: null, sourcePublishedOn: null };

/** Records what a cell was read as: what stands in it may be the mark of another publisher, or a number that a spreadsheet shortened. */
const changesOf = (plan: Plan, cell: Cell, read: ParsedValue, input: Input, by: By): Change[] => {
  const { row: given, measure, standing } = cell;
  const value = writeValue(read);
  const { noticeId, reason, state, sourceTitle } = input;
  try {
    if (!standing || !given.corrects) {
      const { periodStart, periodEnd } = given;
      const own = { basis: measure.basis, basisNote: null, printedPeriod: null, note: null };
      const content = { noticeId, measureId: measure.id, periodStart, periodEnd, value, state, sourceTitle, ...own };
      return addReading(plan, addReadingInput.parse(content), by);
    }
    const { expectedVersion } = given.corrects;
    const shares = { numerator: null, denominator: null };
    const source = sourceAfter(standing, sourceTitle);
    const corrected = { ...standing, ...shares, ...source, value, reason, expectedVersion };
    return correctReading(plan, correctReadingInput.parse(corrected), by);
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError(error.code, `${nameOf(cell)}: ${error.message}`);
    throw error;
  }
};

/**
 * Enters the readings of a grid: new ones of each measure's own basis, and corrections with one reason for all. Cells that say
 * nothing or what stands already are left out. Whatever is doubtful about the rest must have been looked at.
 */
export const enterReadings = onStandingNotice((plan, input: Input, by) => {
  const cells = input.rows.map((each) => findCell(plan, each));
  checkOnce(cells);
  for (const cell of cells) checkStillFree(plan, cell);
  const reads = readCells(plan, cells, by.today);
  checkFindings(reads, input);
  const entered = cells.flatMap((cell) => {
    const { outcome, value } = reads.get(cell) ?? { outcome: 'nothing', value: null };
    return value !== null && (outcome === 'add' || outcome === 'correct') ? [{ cell, value }] : [];
  });
  if (entered.length === 0) refuse('Nothing differs from what stands already. Enter a reading first.');
  return entered.flatMap(({ cell, value }) => changesOf(plan, cell, value, input, by));
});
