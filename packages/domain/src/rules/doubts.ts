/**
 * What is wrong or doubtful about values that are about to be saved, said before anything is. The grid asks as one types and
 * the server asks again, so there is no zod and no Temporal here.
 */
import { checkValue, parsePasted, type ParsedValue } from '../changes/parse-value.ts';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import { bases, marks, type FindingKind } from '../scales.ts';
import { formatDate, formatDistance, formatPeriod, formatReading, formatValue } from '../words.ts';

/** A reading as far as these rules look at it. */
export type Point = Pick<
  Reading,
  'periodStart' | 'periodEnd' | 'printedPeriod' | 'basis' | 'value' | 'qualifier' | 'symbol'
>;

/** The readings around what is entered, of every basis and in the order of time, and the most the series ever moved. */
export type SeriesSoFar = { points: readonly Point[]; largestMove: number | null };

/** What a cell holds before it is typed over, and what of it the grid can't correct: numerator and denominator, a dispute. */
export type Standing = Point & Pick<Reading, 'mark' | 'disputed' | 'numerator' | 'denominator'>;

/** One cell that was typed into. */
export type Entry = {
  periodStart: IsoDate;
  periodEnd: IsoDate;
  written: string;
  /** The reading that it would correct. */
  standing: Standing | null;
  /** A reading of the same month but another period, which it would stand beside. */
  beside: Point | null;
};

/** What was found; one that blocks can't be saved, any other has to be looked at first. */
export type Finding = { kind: FindingKind; blocks: boolean; sentence: string };

/** What a cell comes to: nothing to save, the value that stands already, a new reading, or a correction. */
export type EntryRead = {
  outcome: 'nothing' | 'same' | 'add' | 'correct';
  value: ParsedValue | null;
  findings: Finding[];
};

type Rules = Pick<Measure, 'unit' | 'decimals' | 'basis'>;

const doubt = (kind: FindingKind, sentence: string): Finding => ({ kind, blocks: false, sentence });
const fault = (kind: FindingKind, sentence: string): Finding => ({ kind, blocks: true, sentence });

/** Says whether what is written in a cell says nothing: it is blank, or a dash that stands for "no figure". */
export const saysNothing = (written: string): boolean => /^(?:[-\u2010-\u2015\u2212]\s*){0,3}$/.test(written.trim());

const isValued = ({ value, qualifier, symbol }: ParsedValue): boolean =>
  value !== null && symbol === null && (qualifier === 'exact' || qualifier === 'about');

/** A year to date that began again after the other ended: the two are not one series. */
const restarted = (from: Point, to: Point): boolean => to.basis === 'yearToDate' && from.periodEnd < to.periodStart;

const byEnd = (a: Point, b: Point): number => (a.periodEnd < b.periodEnd ? -1 : Number(a.periodEnd > b.periodEnd));

/**
 * Gives the most that a series ever moved from one reading to the next, of one basis and never across a restart; null where it
 * has not moved yet.
 */
export const largestMoveOf = (basis: Measure['basis'], points: readonly Point[]): number | null => {
  const valued = points.filter((point) => point.basis === basis && isValued(point));
  return valued.reduce<number | null>((most, to, index) => {
    const from = valued[index - 1];
    if (!from || from.periodEnd === to.periodEnd || restarted(from, to)) return most;
    return Math.max(most ?? 0, Math.abs((to.value ?? 0) - (from.value ?? 0)));
  }, null);
};

type Pasted = ReturnType<typeof parsePasted>;

const readWritten = (written: string, measure: Rules): Pasted | { finding: Finding } => {
  if (written.length > 50) return { finding: fault('notAValue', 'A value must be 50 characters or fewer.') };
  let pasted: Pasted;
  try {
    pasted = parsePasted(written, measure.unit);
  } catch (error) {
    if (error instanceof DomainError) return { finding: fault('notAValue', error.message) };
    throw error;
  }
  try {
    checkValue(pasted.value, measure);
  } catch (error) {
    if (error instanceof DomainError) return { finding: fault('notAllowed', error.message) };
    throw error;
  }
  return pasted;
};

const sameValue = (a: ParsedValue, b: ParsedValue): boolean =>
  a.value === b.value && a.qualifier === b.qualifier && a.symbol === b.symbol;

const of = (point: Point, measure: Rules): string => `${formatReading(point, measure)} for ${formatPeriod(point)}`;

/** A slip of the decimal point moves a value at least this many times. */
const slip = 10;

const inOrder = (a: Point, b: Point): [Point, Point] => (a.periodEnd <= b.periodEnd ? [a, b] : [b, a]);

const jumpFrom = (near: Point, point: Point, measure: Rules, largestMove: number | null): Finding[] => {
  if (restarted(...inOrder(near, point))) return [];
  const [there, here] = [near.value ?? 0, point.value ?? 0];
  const [small, large] = [Math.abs(there), Math.abs(here)].toSorted((a, b) => a - b) as [number, number];
  if (largestMove === null) {
    if (small === 0 || large < slip * small) return [];
    return [doubt('jump', `It is ${slip} times apart or more from ${of(near, measure)}. Check the decimal point.`)];
  }
  const move = Math.abs(here - there);
  // Binary fractions lose a little: 13.2 - 13.1 is more than 0.1.
  if (move <= largestMove + 8 * Number.EPSILON * large) return [];
  const words = (distance: number): string => formatDistance(distance, measure.unit, measure.decimals);
  const most = largestMove === 0 ? 'It never moved before.' : `The most it ever moved was ${words(largestMove)}.`;
  return [doubt('jump', `It is ${words(move)} ${here < there ? 'below' : 'above'} ${of(near, measure)}. ${most}`)];
};

const shareOfOne = (near: Point, { value }: Point, { unit, decimals }: Rules): Finding[] => {
  if (unit !== 'percent' || value === null || value <= 0 || value >= 1 || (near.value ?? 0) < 1) return [];
  const share = formatValue(100 * value, unit, decimals);
  return [
    doubt('shareOfOne', `It is under 1%, and the reading next to it is not. A share of 1 is written as ${share}.`),
  ];
};

const doubtsOf = (
  { standing, beside }: Entry,
  point: Point,
  measure: Rules,
  largestMove: number | null,
  others: readonly Point[],
): Finding[] => {
  const found: Finding[] = [];
  if (standing) {
    const cited = standing.mark !== 'own';
    const mark = cited ? ` (${marks[standing.mark].label.toLowerCase()})` : '';
    const corrected = `It is corrected to ${formatReading(point, measure)}${cited ? ', without that source' : ''}; both stay in the history.`;
    found.push(doubt('overwrites', `${of(standing, measure)} stands here${mark}. ${corrected}`));
  }
  if (beside) {
    const added = 'This one is added beside it, not in its place.';
    found.push(doubt('beside', `${of(beside, measure)} stands in the same month. ${added}`));
  }
  const last = others.findLast((other) => other.periodEnd <= point.periodEnd);
  if (last && last.basis !== measure.basis) {
    const [theirs, ours] = [last.basis, measure.basis].map((basis) => bases[basis].label.toLowerCase());
    found.push(
      doubt(
        'otherBasis',
        `The reading before, ${of(last, measure)}, has another basis: ${theirs}. This one is ${ours}.`,
      ),
    );
  }
  const own = others.filter((other) => other.basis === measure.basis && isValued(other));
  const near =
    own.findLast((other) => other.periodEnd < point.periodEnd) ??
    own.find((other) => other.periodEnd > point.periodEnd);
  if (!near || !isValued(point)) return found;
  return [...found, ...jumpFrom(near, point, measure, largestMove), ...shareOfOne(near, point, measure)];
};

const keyOf = ({ basis, periodStart, periodEnd }: Point): string => `${basis} ${periodStart} ${periodEnd}`;

/** Says why a reading can't be corrected by its value alone; null where it can. */
const onItsPage = ({ disputed, numerator, denominator }: Standing): string | null => {
  if (numerator !== null || denominator !== null)
    return 'A numerator and a denominator belong to this reading. Correct all three on the page of its measure.';
  return disputed === null ? null : 'Sources conflict about this reading. Correct it on the page of its measure.';
};

/** Reads one cell for itself; `point` is the reading that it would make. */
const readEntry = (measure: Rules, entry: Entry, today: IsoDate): EntryRead & { point: Point | null } => {
  const { written, standing, periodStart, periodEnd } = entry;
  if (saysNothing(written)) {
    const words =
      standing &&
      `${of(standing, measure)} stays: a blank or a dash changes nothing. Withdraw it on the page of its measure.`;
    return { outcome: 'nothing', value: null, findings: words === null ? [] : [doubt('stays', words)], point: null };
  }
  const outcome = standing ? 'correct' : 'add';
  const read = readWritten(written, measure);
  if ('finding' in read) return { outcome, value: null, findings: [read.finding], point: null };
  const { value } = read;
  if (standing && sameValue(standing, value)) return { outcome: 'same', value, findings: [], point: null };
  const findings: Finding[] = read.doubt === null ? [] : [doubt('readAs', read.doubt)];
  if (periodEnd > today)
    findings.push(fault('notEnded', `This period ends on ${formatDate(periodEnd)}. Enter its reading after that.`));
  const page = standing && onItsPage(standing);
  if (page !== null) findings.push(fault('onItsPage', page));
  const period = standing ?? { periodStart, periodEnd, printedPeriod: null };
  const { printedPeriod } = period;
  const days = { periodStart: period.periodStart, periodEnd: period.periodEnd, printedPeriod };
  return { outcome, value, findings, point: { ...days, basis: measure.basis, ...value } };
};

/**
 * Reads the cells of one measure that were typed into, and says what is wrong or doubtful about each: no value, one that the
 * unit forbids, a period that has not ended; a value that stands already, another basis, a share of 1, a jump beyond what the
 * series ever did. Cells of one measure are looked at together: each is compared with the one typed before it.
 * @param entries one for a period at most
 */
export const readEntries = (
  measure: Rules,
  { points, largestMove }: SeriesSoFar,
  entries: readonly Entry[],
  today: IsoDate,
): EntryRead[] => {
  const reads = entries.map((entry) => ({ entry, read: readEntry(measure, entry, today) }));
  const overwritten = new Set(
    reads.flatMap(({ entry: { standing }, read }) => (standing && read.point ? [keyOf(standing)] : [])),
  );
  const typed = reads.flatMap(({ read: { point } }) => (point ? [point] : []));
  const merged = [...points.filter((point) => !overwritten.has(keyOf(point))), ...typed].toSorted(byEnd);
  return reads.map(({ entry, read: { point, outcome, value, findings } }) => {
    if (!point || findings.some(({ blocks }) => blocks)) return { outcome, value, findings };
    const others = merged.filter((other) => other !== point);
    return { outcome, value, findings: [...findings, ...doubtsOf(entry, point, measure, largestMove, others)] };
  });
};
