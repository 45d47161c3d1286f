import { writeValue } from '@noticeboard/domain/changes/parse-value';
import type { Reading } from '@noticeboard/domain/measure';
import type { Basis, Mark, ReadingState } from '@noticeboard/domain/scales';
import { bases, marks, readingStates } from '@noticeboard/domain/scales';
import type { ReadingAsWritten } from '@noticeboard/domain/views/measure-readings';
import { formatPeriod } from '@noticeboard/domain/words';
import type { Clash } from '../../components/theirs-beside-yours.tsx';
import { partsOfPeriod, readPeriod, type PeriodParts, type PeriodRead } from './periods.ts';

/** A reading as it is being typed: every field a text, so that nothing typed is lost. */
export type ReadingDraft = {
  basis: Basis;
  basisNote: string;
  period: PeriodParts;
  value: string;
  numerator: string;
  denominator: string;
  state: ReadingState;
  sourceTitle: string;
  sourceUrl: string;
  note: string;
  mark: Mark;
  disputed: string;
  reason: string;
};

export const emptyDraft = (basis: Basis): ReadingDraft => ({
  basis,
  basisNote: '',
  period: partsOfPeriod(null, null),
  value: '',
  numerator: '',
  denominator: '',
  state: 'provisional',
  sourceTitle: '',
  sourceUrl: '',
  note: '',
  mark: 'own',
  disputed: '',
  reason: '',
});

/** Starts a correction from the reading as it stands. */
export const draftOf = (reading: ReadingAsWritten): ReadingDraft => ({
  basis: reading.basis,
  basisNote: reading.basisNote ?? '',
  period: partsOfPeriod(reading.periodStart, reading.periodEnd),
  value: reading.value,
  numerator: reading.numerator,
  denominator: reading.denominator,
  state: reading.state,
  sourceTitle: reading.sourceTitle ?? '',
  sourceUrl: reading.sourceUrl ?? '',
  note: reading.note ?? '',
  mark: reading.mark,
  disputed: reading.disputed ?? '',
  reason: '',
});

const written = (value: number | null): string => (value === null ? '' : String(value));

/** Gives a row of the ledger as the form reads it: what another person saved meanwhile. */
export const asWritten = (row: Reading): ReadingAsWritten => ({
  ...row,
  value: writeValue(row),
  numerator: written(row.numerator),
  denominator: written(row.denominator),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

const samePeriod = (draft: ReadingDraft, before: ReadingAsWritten): boolean =>
  draft.basis === before.basis &&
  JSON.stringify(draft.period) === JSON.stringify(partsOfPeriod(before.periodStart, before.periodEnd));

/** Reads the period of a draft; one that was not touched stays as it is, however its source gave it. */
export const periodOf = (draft: ReadingDraft, before: ReadingAsWritten | null, resetMonth: number | null): PeriodRead =>
  before && samePeriod(draft, before)
    ? { periodStart: before.periodStart, periodEnd: before.periodEnd }
    : readPeriod(draft.basis, draft.period, resetMonth);

/** Gives what is sent of a draft, besides what names the row; the printed period is kept where the period is. */
export const contentOf = (
  draft: ReadingDraft,
  period: { periodStart: string; periodEnd: string },
  before: ReadingAsWritten | null,
) => ({
  ...period,
  printedPeriod:
    before?.periodStart === period.periodStart && before.periodEnd === period.periodEnd ? before.printedPeriod : null,
  basis: draft.basis,
  basisNote: orNull(draft.basisNote),
  value: draft.value,
  numerator: orNull(draft.numerator),
  denominator: orNull(draft.denominator),
  state: draft.state,
  note: orNull(draft.note),
  mark: draft.mark,
  disputed: orNull(draft.disputed),
  unconfirmed: before?.unconfirmed ?? null,
  sourceTitle: orNull(draft.sourceTitle),
  sourceUrl: orNull(draft.sourceUrl),
  sourcePublishedOn: before?.sourcePublishedOn ?? null,
});

const periodInWords = (draft: ReadingDraft, before: ReadingAsWritten, resetMonth: number | null): string => {
  const read = periodOf(draft, before, resetMonth);
  if ('error' in read) return '';
  return formatPeriod({ ...read, printedPeriod: samePeriod(draft, before) ? before.printedPeriod : null });
};

/** Gives each field of what stands beside what is typed: old beside new, or theirs beside yours. */
export const comparedFields = (stands: ReadingAsWritten, yours: ReadingDraft, resetMonth: number | null): Clash[] => {
  const words = (draft: ReadingDraft): Readonly<Record<string, string>> => ({
    Value: draft.value,
    Period: periodInWords(draft, stands, resetMonth),
    Basis: bases[draft.basis].label,
    'Basis in words': draft.basisNote,
    Numerator: draft.numerator,
    Denominator: draft.denominator,
    State: readingStates[draft.state].label,
    Source: draft.sourceTitle,
    'Web address': draft.sourceUrl,
    Mark: marks[draft.mark].label,
    Disputed: draft.disputed,
    Note: draft.note,
  });
  const [left, right] = [words(draftOf(stands)), words(yours)];
  return Object.keys(left).map((label) => ({
    key: label,
    label,
    theirs: left[label] ?? '',
    yours: right[label] ?? '',
  }));
};
