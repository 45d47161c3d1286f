/** The readings and targets of a measure as rows of one table, in the order of time. */
import { londonDay } from '../calendar.ts';
import { writeValue } from '../changes/parse-value.ts';
import { basisInWords } from '../charts/measure-series.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { compareText } from '../rules/grouped.ts';
import { judge, readingsOf, targetInForce, targetsOf, verdictReason } from '../rules/impact.ts';
import type { VariationStatus } from '../rules/variation.ts';
import type { Status } from '../scales.ts';
import { impacts, readingStates, statusOf } from '../scales.ts';
import { formatAim, formatDate, formatPeriod, formatReading, formatValue } from '../words.ts';
import { causeInWords } from './measure-variation.ts';
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
  basis: string;
  floor: string | null;
  target: { words: string; value: number } | null;
  /** The verdict; or why there is none, in a word or two. */
  status: Status | null;
  instead: string | null;
  source: SourceView;
  note: string | null;
  /** "Provisional", "6 of 260", "Corrected": what else is to know of a reading. */
  extra: string[];
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
  if (reading.periodEnd < plan.notice.checkpointBase) return none('Before the notice');
  if (reading.basis !== measure.basis) return none('Other basis');
  const inForce = targetInForce(plan, measure, reading.periodEnd);
  if (reading.symbol === 'x' || reading.symbol === 'z') return none('No reading');
  if (!inForce) return none('No target');
  const verdict = judge(measure, inForce.target.value, reading);
  return {
    status: statusOf(impacts, verdict, verdictReason(measure, inForce.target.value, reading, verdict)),
    instead: null,
  };
};

const extrasOf = ({ state, numerator, denominator, version }: Recorded<Reading>): string[] => [
  ...(state === 'provisional' ? [readingStates.provisional.label] : []),
  ...(numerator !== null && denominator !== null
    ? [`${formatValue(numerator, 'count', 0)} of ${formatValue(denominator, 'count', 0)}`]
    : []),
  ...(version > 1 ? ['Corrected'] : []),
];

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
    basis: basisInWords(reading),
    floor: during && measure.floor !== null ? formatAim(measure.floor, measure) : null,
    target: target && { words: formatAim(target.target.value, measure), value: target.target.value },
    ...judged,
    source: sourceView(reading, today),
    note: reading.note,
    extra: extrasOf(reading),
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
      basis: 'Target',
      floor: measure.floor === null ? null : formatAim(measure.floor, measure),
      target: { words: formatAim(target.value, measure), value: target.value },
      status: result && { key: result.key, label: result.label, tone: result.tone, reason: result.reason },
      instead: result === null ? (came ? 'Passed' : 'Not due') : null,
      source: sourceView(target, today),
      note: null,
      extra: [],
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
  { series }: Pick<VariationStatus, 'series'>,
): MeasureRow[] => {
  const causes = new Map(
    series.flatMap(({ reading, special }): [string, string][] =>
      special ? [[reading.id, causeInWords(special)]] : [],
    ),
  );
  return [
    ...readingsOf(plan, measure, { ownBasis: false }).map((reading) => readingRow(plan, measure, reading, today)),
    ...targetRows(plan, measure, today),
  ]
    .map((row) => ({
      ...row,
      latest: row.key === latestId,
      extra: [...row.extra, causes.get(row.key) ?? []].flat(),
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
