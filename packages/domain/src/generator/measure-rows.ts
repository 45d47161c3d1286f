/** What the rows of every generated measure have alike, whichever part of the generator makes it. */
import { addDays, addMonths, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Rows } from '../plan.ts';
import type { FamilyPart } from '../scales.ts';
import { formatMonth } from '../words.ts';
import { chair, leadId, office, reportingDay, source, themeOf, type Setting } from './setting.ts';

/** What a measure has unless it says otherwise. */
export const measureAtFirst = {
  tolerance: null,
  resetMonth: null,
  everyMonths: 1,
  trajectory: 'straight',
  floor: null,
  baseline: null,
  baselineOn: null,
  baselineBasis: null,
  balancedByIds: [] as string[],
  ...source,
  withdrawnOn: null,
} as const;

/** What a reading has unless it says otherwise. */
export const readingAtFirst = {
  printedPeriod: null,
  basisNote: null,
  qualifier: 'exact',
  symbol: null,
  numerator: null,
  denominator: null,
  state: 'final',
  note: null,
  setAside: null,
  ...source,
  withdrawnOn: null,
} as const;

/** Gives the target of a measure for a checkpoint. */
export const targetRow = (
  { noticeId }: Setting,
  { code, months, value, approvedOn }: { code: string; months: number; value: number; approvedOn: IsoDate | null },
): Omit<Rows['target'], 'version'> => ({
  noticeId,
  id: `target-${code}-${months}`,
  measureId: `measure-${code}`,
  months,
  on: null,
  value,
  approvedById: approvedOn === null ? null : chair,
  approvedOn,
  ...source,
  withdrawnOn: null,
});

/** Gives the ends of the months whose figures are in by the last day of the script, the newest last. */
export const monthEnds = ({ day }: Setting, months: number): IsoDate[] => {
  const last = addDays(`${addDays(day, -reportingDay).slice(0, 8)}01`, -1);
  return Array.from({ length: months }, (_, index) =>
    endOfMonth(addMonths(`${last.slice(0, 8)}01`, index - months + 1)),
  );
};

/** Gives when, by whom and why the figures of a month are recorded: those from before the plan all at once. */
export const figuresOf = ({ agreedOn }: Setting, area: number, end: IsoDate) => {
  const reported = addDays(end, reportingDay);
  return reported <= agreedOn
    ? { day: agreedOn, actor: office, reason: 'Readings from before the plan were entered.' }
    : { day: reported, actor: leadId(themeOf(area)), reason: `The figures for ${formatMonth(end)} came in.` };
};

/** Puts a family with its measures. */
export const putFamily = (
  { noticeId, agreedOn, put }: Setting,
  { id, kind, title }: Pick<Rows['family'], 'id' | 'kind' | 'title'>,
  places: readonly { part: FamilyPart; measureId: string }[],
): void => {
  const agreed = { day: agreedOn, actor: office, reason: 'What must be read together was agreed.' };
  put({ ...agreed, entity: 'family', row: { noticeId, id, kind, title, note: null, withdrawnOn: null } });
  for (const { part, measureId } of places) {
    put({
      ...agreed,
      entity: 'familyMeasure',
      row: { noticeId, id: `${id}-${part.toLowerCase()}`, familyId: id, measureId, part, withdrawnOn: null },
    });
  }
};
