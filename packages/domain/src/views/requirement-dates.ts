/** The several dates of a requirement, with their sources; those that conflict stand side by side. */
import { endOfMonth } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement, RequirementDate } from '../requirement.ts';
import { requirementDatesOf } from '../rules/requirement.ts';
import type { RequirementDateKind } from '../scales.ts';
import { keysOf, requirementDateKinds } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatLoose, formatMonth } from '../words.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

export type DateLine = {
  id: string;
  words: string;
  /** The days it may be, where the source prints it loosely; null for a plain day. */
  span: string | null;
  days: string;
  note: string | null;
  source: SourceView;
};

/** The dates of one kind; `conflict` where there are several, or one is disputed. */
export type DateGroup = { kind: RequirementDateKind; label: string; conflict: boolean; dates: DateLine[] };

/** Gives a date as a page shows it. */
export const dateLineOf = (date: Recorded<RequirementDate>, today: IsoDate): DateLine => {
  const { id, earliest, latest, printed, note } = date;
  const wholeMonth = earliest.endsWith('-01') && latest === endOfMonth(earliest) && printed === formatMonth(latest);
  const between = `Between ${formatDate(earliest)} and ${formatDate(latest)}`;
  return {
    id,
    words: earliest === latest ? formatDate(latest) : formatLoose(date),
    span: printed === null || wholeMonth ? null : earliest === latest ? `“${printed}”` : between,
    days: daysLeftOrOver(today, latest),
    note,
    source: sourceView(date, today),
  };
};

/** Gives the dates of a requirement by kind, in the order of the kinds; an empty kind is left out. */
export const dateGroupsOf = (plan: Plan, requirement: Requirement, today: IsoDate): DateGroup[] =>
  keysOf(requirementDateKinds)
    .map((kind): DateGroup => {
      const dates = requirementDatesOf(plan, requirement, kind);
      return {
        kind,
        label: requirementDateKinds[kind].label,
        conflict: dates.length > 1 || dates.some(({ disputed }) => disputed !== null),
        dates: dates.map((date) => dateLineOf(date, today)),
      };
    })
    .filter(({ dates }) => dates.length > 0);
