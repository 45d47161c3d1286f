/** The readings and targets of a measure as rows of one table, in the order of time. */
import { londonDay } from '../calendar.ts';
import { decimalsOf, writeValue } from '../changes/parse-value.ts';
import { agrees, formatPlain, shareOf } from '../changes/shares.ts';
import { basisInWords } from '../charts/measure-series.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { judgeWithRivals, readingsOf, setAsideOf, targetInForce, targetsOf } from '../rules/impact.ts';
import { saysSame } from '../rules/one-a-period.ts';
import type { VariationStatus } from '../rules/variation.ts';
import { yearBeforeOf } from '../rules/year-to-date.ts';
import type { Status } from '../scales.ts';
import { impacts, readingStates, statusOf } from '../scales.ts';
import { fileFigure, formatAim, formatDate, formatPeriod, formatReading, formatValue, listInWords } from '../words.ts';
import { causeInWords } from './measure-variation.ts';
import { distanceInWords } from './measure-words.ts';
import { approvalInWords } from './revisions.ts';
import { sourceView, type SourceView } from './source.ts';

/** What the form that corrects a reading starts from; `value` is as a person writes it. */
export type ReadingAsWritten = Pick<
  Reading,
  | 'id'
  | 'version'
  | 'periodStart'
  | 'periodEnd'
  | 'printedPeriod'
  | 'basis'
  | 'basisNote'
  | 'state'
  | 'note'
  | 'mark'
  | 'disputed'
  | 'unconfirmed'
  | 'sourceTitle'
  | 'sourceUrl'
  | 'sourcePublishedOn'
> & { value: string; numerator: string; denominator: string };

/** A row of the table: a reading, or a target with what the measure had at its day. */
export type MeasureRow = {
  key: string;
  kind: 'reading' | 'target';
  on: IsoDate;
  period: string;
  /** The figure in words: null for a target whose day has not come. */
  figure: string | null;
  value: number | null;
  /** As a file holds it. */
  filed: string | number | null;
  basis: string;
  floor: string | null;
  target: { words: string; value: number } | null;
  /** The verdict; or why there is none, in a word or two. */
  status: Status | null;
  instead: string | null;
  source: SourceView;
  note: string | null;
  /** "Provisional", "6 of 260 make 2.3%", "Corrected": what else is to know of a reading. */
  extra: string[];
  /** A year to date: the reading for the same months of the year before, and how far this one stands from it. */
  yearBefore: { figure: string; value: number | null; compared: string } | null;
  /** Where sources conflict about its period, or one of them was set aside: what may be chosen, and why it was. */
  choice: { state: 'conflict' | 'setAside' | 'used'; why: string | null } | null;
  recorded: string;
  latest: boolean;
  reading: ReadingAsWritten | null;
};

const asWritten = (reading: Recorded<Reading>): ReadingAsWritten => ({
  id: reading.id,
  version: reading.version,
  periodStart: reading.periodStart,
  periodEnd: reading.periodEnd,
  printedPeriod: reading.printedPeriod,
  basis: reading.basis,
  basisNote: reading.basisNote,
  state: reading.state,
  note: reading.note,
  mark: reading.mark,
  disputed: reading.disputed,
  unconfirmed: reading.unconfirmed,
  sourceTitle: reading.sourceTitle,
  sourceUrl: reading.sourceUrl,
  sourcePublishedOn: reading.sourcePublishedOn,
  value: writeValue(reading),
  numerator: reading.numerator === null ? '' : String(reading.numerator),
  denominator: reading.denominator === null ? '' : String(reading.denominator),
});

/** Names who recorded a row: a member by title; the product itself where it was loaded. */
export const recorderOf = (plan: Plan, recordedBy: string): string => {
  if (recordedBy === '@demonstration') return 'the demonstration';
  if (recordedBy === '@command-line') return 'the command line';
  const titleOf = (id: string) => plan.members.find((row) => row.id === id)?.title;
  if (recordedBy.startsWith('link:')) {
    return `link sent to ${titleOf(recordedBy.slice('link:'.length)) ?? 'a former member'}`;
  }
  return titleOf(recordedBy) ?? 'an administrator';
};

const recordedInWords = (plan: Plan, { recordedAt, recordedBy }: Recorded<object>): string =>
  `Recorded ${formatDate(londonDay(recordedAt))} by ${recorderOf(plan, recordedBy)}`;

const none = (instead: string) => ({ status: null, instead });

const verdictOf = (
  plan: Plan,
  measure: Measure,
  reading: Recorded<Reading>,
): Pick<MeasureRow, 'status' | 'instead'> => {
  if (reading.setAside !== null) return none('Not used');
  if (reading.periodEnd < plan.notice.checkpointBase) return none('Before the notice');
  if (reading.basis !== measure.basis) return none('Other basis');
  const inForce = targetInForce(plan, measure, reading.periodEnd);
  if (reading.symbol === 'x' || reading.symbol === 'z') return none('No reading');
  if (!inForce) return none('No target');
  const { verdict, reason } = judgeWithRivals(plan, measure, inForce.target.value, reading);
  return { status: statusOf(impacts, verdict, reason), instead: null };
};

/** Says what numerator and denominator make, and whether that is the reading. */
const shareInWords = (measure: Measure, reading: Reading): string[] => {
  const { numerator, denominator } = reading;
  if (numerator === null || denominator === null) return [];
  const of = `${formatPlain(numerator)} of ${formatPlain(denominator)}`;
  const share = measure.unit === 'percent' ? shareOf(numerator, denominator) : null;
  if (share === null) return [of];
  const made = formatValue(share, 'percent', measure.decimals);
  if (reading.value === null || agrees(reading, share, measure.decimals)) return [`${of} make ${made}`];
  return [
    `${of} make ${formatValue(share, 'percent', Math.max(measure.decimals, decimalsOf(reading.value)))}, not this`,
  ];
};

const extrasOf = (measure: Measure, reading: Recorded<Reading>): string[] => [
  ...(reading.state === 'provisional' ? [readingStates.provisional.label] : []),
  ...shareInWords(measure, reading),
  ...(reading.setAside === null ? [] : [`Not used: ${reading.setAside.replace(/\.$/, '')}`]),
];

/** Gives the readings of other sources for the same months, used or not. */
const othersFor = (plan: Plan, measure: Measure, reading: Recorded<Reading>): Recorded<Reading>[] =>
  [...readingsOf(plan, measure, { ownBasis: false }), ...setAsideOf(plan, measure)].filter(
    ({ id, basis, periodStart, periodEnd }) =>
      id !== reading.id &&
      basis === reading.basis &&
      periodStart === reading.periodStart &&
      periodEnd === reading.periodEnd,
  );

const choiceOf = (plan: Plan, measure: Measure, reading: Recorded<Reading>): MeasureRow['choice'] => {
  if (reading.setAside !== null) return { state: 'setAside', why: reading.setAside };
  const others = othersFor(plan, measure, reading);
  // A final figure takes the place of a provisional one: the two are no conflict.
  const conflicts = others.some(
    (other) => other.setAside === null && other.state === reading.state && !saysSame(other, reading),
  );
  if (conflicts) return { state: 'conflict', why: null };
  const other = others.find(({ setAside }) => setAside !== null);
  return other ? { state: 'used', why: other.setAside } : null;
};

/** Compares a reading of a year to date with the same months of the year before: what an earlier month says nothing of. */
const comparedWithYearBefore = (plan: Plan, measure: Measure, reading: Recorded<Reading>): MeasureRow['yearBefore'] => {
  if (measure.basis !== 'yearToDate' || reading.basis !== 'yearToDate' || reading.setAside !== null) return null;
  const before = yearBeforeOf(plan, measure, reading);
  if (!before) return null;
  const figure = formatReading(before.reading, measure);
  const when = `for ${formatPeriod(before.reading)}, a year before`;
  if (before.contested) return { figure: 'Sources conflict', value: null, compared: `Sources conflict ${when}` };
  const figures = [reading, before.reading].every(
    ({ value, symbol, qualifier }) =>
      value !== null && symbol === null && (qualifier === 'exact' || qualifier === 'about'),
  );
  const value = before.reading.symbol === null ? before.reading.value : null;
  if (!figures) return { figure, value, compared: `${figure} ${when}` };
  const distance = distanceInWords(reading.value ?? 0, before.reading.value ?? 0, measure);
  return { figure, value, compared: `${distance ?? 'The same as'} ${figure} ${when}` };
};

const readingRow = (plan: Plan, measure: Measure, reading: Recorded<Reading>, today: IsoDate): MeasureRow => {
  const judged = verdictOf(plan, measure, reading);
  const during = reading.periodEnd >= plan.notice.checkpointBase;
  const target = during && reading.basis === measure.basis ? targetInForce(plan, measure, reading.periodEnd) : null;
  return {
    key: reading.id,
    kind: 'reading',
    on: reading.periodEnd,
    period: formatPeriod(reading),
    figure: formatReading(reading, measure),
    value: reading.symbol === null ? reading.value : null,
    filed: fileFigure(reading, measure),
    basis: basisInWords(reading),
    floor: during && measure.floor !== null ? formatAim(measure.floor, measure) : null,
    target: target && { words: formatAim(target.target.value, measure), value: target.target.value },
    ...judged,
    source: sourceView(reading, today),
    note: reading.note,
    extra: extrasOf(measure, reading),
    yearBefore: comparedWithYearBefore(plan, measure, reading),
    choice: choiceOf(plan, measure, reading),
    recorded: recordedInWords(plan, reading),
    latest: false,
    reading: asWritten(reading),
  };
};

const targetRows = (plan: Plan, measure: Measure, today: IsoDate): MeasureRow[] => {
  const checkpoints = checkpointsOf(plan.notice);
  return targetsOf(plan, measure).map(({ target, on }): MeasureRow => {
    const checkpoint = checkpoints.find((each) => each.on === on);
    const result = checkpoint ? checkpointResultOf(plan, measure, checkpoint, today) : null;
    const came = on <= today;
    return {
      key: target.id,
      kind: 'target',
      on,
      period: checkpoint ? `${checkpoint.label}, ${formatDate(on)}` : formatDate(on),
      figure: came && result?.reading ? formatReading(result.reading, measure) : null,
      value: came && result?.reading?.symbol === null ? result.reading.value : null,
      filed: came && result?.reading ? fileFigure(result.reading, measure) : null,
      basis: 'Target',
      floor: measure.floor === null ? null : formatAim(measure.floor, measure),
      target: { words: formatAim(target.value, measure), value: target.value },
      status: result && { key: result.key, label: result.label, tone: result.tone, reason: result.reason },
      instead: result === null ? (came ? 'Passed' : 'Not due') : null,
      source: sourceView(target, today),
      note: null,
      extra: approvalInWords(plan, target) === null ? [] : [`Approved by ${approvalInWords(plan, target) ?? ''}`],
      yearBefore: null,
      choice: null,
      recorded: recordedInWords(plan, target),
      latest: false,
      reading: null,
    };
  });
};

/**
 * Gives the rows, readings before a target of the same day; `latestId` marks the reading that the page is about, and what
 * `variation` found to be no noise says so.
 */
export const measureRowsOf = (
  plan: Plan,
  measure: Measure,
  latestId: string | null,
  today: IsoDate,
  { stretches }: Pick<VariationStatus, 'stretches'>,
): MeasureRow[] => {
  const signals = new Map(
    stretches.flatMap(({ rebase, series }, index) =>
      series.map(({ reading, special }, at): [string, string[]] => [
        reading.id,
        [
          ...(rebase && index > 0 && at === 0
            ? [`Limits reckoned anew from ${formatDate(rebase.since)}: ${rebase.reason.replace(/\.$/, '')}`]
            : []),
          ...(special ? [causeInWords(special)] : []),
        ],
      ]),
    ),
  );
  const readings = [...readingsOf(plan, measure, { ownBasis: false }), ...setAsideOf(plan, measure)];
  return [...readings.map((reading) => readingRow(plan, measure, reading, today)), ...targetRows(plan, measure, today)]
    .map((row) => ({
      ...row,
      latest: row.key === latestId,
      extra: [
        ...row.extra,
        ...(row.yearBefore === null ? [] : [row.yearBefore.compared]),
        ...(signals.get(row.key) ?? []),
      ],
    }))
    .toSorted((a, b) => compareText(a.on, b.on));
};

/** Gives what conflicts: each reason once, with the readings it speaks of. */
export const conflictsOf = (rows: readonly MeasureRow[]): { reason: string; readings: string[] }[] => {
  const found = new Map<string, string[]>();
  for (const { source, figure, period, kind } of rows) {
    if (kind !== 'reading' || source.disputed === null) continue;
    found.set(source.disputed, [...(found.get(source.disputed) ?? []), `${figure ?? ''} for ${period}`]);
  }
  return [...found].map(([reason, readings]) => ({ reason, readings }));
};

/** Gives the periods about which sources conflict while none of them is set aside, each with what they say. */
export const undecidedOf = (rows: readonly MeasureRow[]): string[] => {
  const conflicting = rows.flatMap((row) =>
    row.choice?.state === 'conflict' && row.reading ? [{ ...row, ...row.reading }] : [],
  );
  const periods = Map.groupBy(
    conflicting,
    ({ basis, periodStart, periodEnd }) => `${basis} ${periodStart} ${periodEnd}`,
  );
  return [...periods.values()].map(
    (some) => `${listInWords(some.map(({ figure }) => figure ?? ''))} for ${some[0]?.period ?? ''}`,
  );
};
