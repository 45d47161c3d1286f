import { isLifted, openActions } from '../rules/course.ts';
import { leftInWords } from './course.ts';
import { DomainError } from '../domain-error.ts';
import type { IsoDate } from '../fields.ts';
import { mayAnywhere } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf, targetDay } from '../rules/checkpoints.ts';
import { familyParts, keysOf, type Unit } from '../scales.ts';
import { formatDate, formatFullTime, formatShortDate } from '../words.ts';
import { findRow } from '../changes/references.ts';
import { nextRiskCode } from './risks.ts';
import { mayApprove } from '../changes/target.ts';

/** What a form of the set-up is about; a decision is one on a requirement, a release one of an area, a ratio one of the notice. */
export const formNouns = [
  'notice',
  'requirement',
  'decision',
  'date',
  'area',
  'release',
  'measure',
  'action',
  'milestone',
  'event',
  'family',
  'familyMeasure',
  'starter',
  'risk',
  'ratio',
] as const;
export type FormNoun = (typeof formNouns)[number];

/** One row to choose. */
type RowChoice = { value: string; label: string };

/** What a form starts with: the row as it stands (null for a new one), what it belongs to, and the rows to choose from. */
export type SetUpForm = {
  row: Readonly<Record<string, unknown>> | null;
  /** What the row is called, "Area 3, Waiting times"; for a new one what it is added to; empty where that is the notice. */
  name: string;
  /** What a new row may start with. */
  suggested: Readonly<Record<string, string>>;
  /** What is to be known before the notice is recorded as lifted; null where the form can’t do that. */
  advice: string | null;
  choices: {
    members: RowChoice[];
    /** Those of them who may report: whoever leads or owns something must be able to. */
    reporters: RowChoice[];
    areas: RowChoice[];
    requirements: RowChoice[];
    measures: RowChoice[];
    actions: RowChoice[];
    /** What a measure may count in its family. */
    parts: RowChoice[];
  };
};

type Named = { id: string; code: string; title: string };
const nameOf = ({ code, title }: Named): string => `${code} ${title}`;
const areaName = ({ number, title }: Plan['areas'][number]): string => `Area ${number}, ${title}`;

/** Gives the row that a form edits, with its name. Throws `notFound`. */
const rowOf = (plan: Plan, noun: FormNoun, id: string): { row: Readonly<Record<string, unknown>>; name: string } => {
  switch (noun) {
    case 'notice':
    case 'ratio':
      return { row: plan.notice, name: plan.notice.title };
    case 'requirement':
    case 'decision': {
      const row = findRow(plan.requirements, id, 'requirement');
      return { row, name: `Requirement ${nameOf(row)}` };
    }
    case 'date': {
      const row = findRow(plan.requirementDates, id, 'date');
      return { row, name: `Requirement ${nameOf(findRow(plan.requirements, row.requirementId, 'requirement'))}` };
    }
    case 'area':
    case 'release': {
      const row = findRow(plan.areas, id, 'area');
      return { row, name: areaName(row) };
    }
    case 'measure': {
      const row = findRow(plan.measures, id, 'measure');
      return { row, name: `Measure ${nameOf(row)}` };
    }
    case 'action': {
      const row = findRow(plan.actions, id, 'action');
      return { row, name: `Action ${nameOf(row)}` };
    }
    case 'milestone': {
      const row = findRow(plan.milestones, id, 'milestone');
      return { row, name: `${row.title}, action ${findRow(plan.actions, row.actionId, 'action').code}` };
    }
    case 'event': {
      const row = findRow(plan.events, id, 'event');
      return { row, name: row.title };
    }
    case 'family': {
      const row = findRow(plan.families, id, 'family');
      return { row, name: row.title };
    }
    case 'familyMeasure': {
      const row = findRow(plan.familyMeasures, id, 'measure of a family');
      return { row, name: `Family ${findRow(plan.families, row.familyId, 'family').title}` };
    }
    case 'starter': {
      const row = findRow(plan.starters, id, 'start');
      return { row, name: `${formatFullTime(row.fullTimeEquivalents)} from ${formatDate(row.startsOn)}` };
    }
    case 'risk': {
      const row = findRow(plan.risks, id, 'risk');
      return { row, name: `Risk ${nameOf(row)}` };
    }
    default:
      return noun satisfies never;
  }
};

const parentOf = (plan: Plan, noun: FormNoun, of: string | null): string => {
  if (noun === 'milestone' && of !== null) return `Action ${nameOf(findRow(plan.actions, of, 'action'))}`;
  if (noun === 'date' && of !== null) return `Requirement ${nameOf(findRow(plan.requirements, of, 'requirement'))}`;
  if (noun === 'familyMeasure' && of !== null) return `Family ${findRow(plan.families, of, 'family').title}`;
  if (noun === 'milestone' || noun === 'date' || noun === 'familyMeasure') {
    const what = noun === 'familyMeasure' ? 'measure' : noun;
    throw new DomainError('notFound', `Choose first what the ${what} belongs to. Go back to the set-up.`);
  }
  return '';
};

const suggestedFor = (plan: Plan, noun: FormNoun): Record<string, string> => {
  if (noun === 'risk') return { code: nextRiskCode(plan) };
  if (noun !== 'area') return {};
  return { number: String(plan.areas.reduce((most, { number }) => Math.max(most, number), 0) + 1) };
};

/** Gives the parts of the family that a form puts a measure into. */
const partsOf = (plan: Plan, noun: FormNoun, id: string | null, of: string | null): RowChoice[] => {
  if (noun !== 'familyMeasure') return [];
  const familyId = id === null ? of : plan.familyMeasures.find((row) => row.id === id)?.familyId;
  const kind = plan.families.find((row) => row.id === familyId)?.kind;
  return keysOf(familyParts)
    .filter((part) => familyParts[part].kind === kind)
    .map((part) => ({ value: part, label: familyParts[part].label }));
};

const stands = ({ withdrawnOn }: { withdrawnOn: IsoDate | null }): boolean => withdrawnOn === null;

/** Gives what a form of the set-up starts with. `id` is null for a new row, `of` names what it belongs to. Throws `notFound`. */
export const setUpForm = (
  plan: Plan,
  today: IsoDate,
  { noun, id, of }: { noun: FormNoun; id: string | null; of: string | null },
): SetUpForm => {
  const found = id === null ? { row: null, name: parentOf(plan, noun, of) } : rowOf(plan, noun, id);
  // What the row names already may stay, whatever has become of it.
  const named = new Set(Object.values(found.row ?? {}).flat());
  const choices = <Row extends { id: string }>(
    rows: readonly Row[],
    isOffered: (row: Row) => boolean,
    label: (row: Row) => string,
  ): RowChoice[] =>
    rows
      .filter((row) => row.id !== id && (isOffered(row) || named.has(row.id)))
      .map((row) => ({ value: row.id, label: label(row) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }));
  const membersWho = (isOffered: (member: Plan['members'][number]) => boolean): RowChoice[] =>
    choices(
      plan.members,
      (member) =>
        member.suspendedOn === null && (member.endsOn === null || member.endsOn >= today) && isOffered(member),
      ({ title, organisation }) => `${title}, ${organisation}`,
    );
  return {
    ...found,
    suggested: suggestedFor(plan, noun),
    advice: noun === 'event' && !isLifted(plan, today) ? leftInWords(openActions(plan, today).length) : null,
    choices: {
      members: membersWho(() => true),
      reporters: membersWho((member) => mayAnywhere({ memberId: member.id, ...member }, 'update.write')),
      areas: choices(plan.areas, stands, areaName),
      requirements: choices(plan.requirements, stands, nameOf),
      measures: choices(plan.measures, stands, nameOf),
      actions: choices(plan.actions, ({ stage }) => stage !== 'withdrawn', nameOf),
      parts: partsOf(plan, noun, id, of),
    },
  };
};

/** One target to set: its checkpoint or its own date, and what it is now, as text; version 0 and empty where there is none. */
type TargetCell = {
  id: string | null;
  months: number | null;
  on: IsoDate | null;
  label: string;
  value: string;
  version: number;
};
export type TargetGrid = {
  measure: { id: string; code: string; title: string; unit: Unit; decimals: number };
  cells: TargetCell[];
  /** The chair and the board members, who may approve targets. */
  approvers: RowChoice[];
};

const cell = (target: Plan['targets'][number] | undefined) => ({
  id: target?.id ?? null,
  value: target === undefined ? '' : String(target.value),
  version: target?.version ?? 0,
});

/** Gives the targets of a measure: one for each checkpoint, then those for dates of their own. Throws `notFound`. */
export const targetGrid = (plan: Plan, measureId: string): TargetGrid => {
  const { id, code, title, unit, decimals } = findRow(plan.measures, measureId, 'measure');
  const targets = plan.targets.filter((each) => each.measureId === measureId && each.withdrawnOn === null);
  const atCheckpoints = checkpointsOf(plan.notice).map(({ months, on, label }) => ({
    ...cell(targets.find((each) => each.months === months)),
    months,
    on: null,
    label: `${label}, ${formatShortDate(on)}`,
  }));
  const onDates = targets
    .filter(({ on }) => on !== null)
    .toSorted((a, b) => (targetDay(plan.notice, a) < targetDay(plan.notice, b) ? -1 : 1))
    .map((target) => ({ ...cell(target), months: null, on: target.on, label: formatDate(target.on ?? '') }));
  return {
    measure: { id, code, title, unit, decimals },
    cells: [...atCheckpoints, ...onDates],
    approvers: plan.members
      .filter(mayApprove)
      .map((member) => ({ value: member.id, label: member.title }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
  };
};
