import type { Instant } from '../fields.ts';
import type { Entity, Plan } from '../plan.ts';
import * as scales from '../scales.ts';
import { formatDate, formatInstant } from '../words.ts';

/** One entry of the ledger: the row before and after it, null where there was none or it was redacted. */
export type LedgerEntry = {
  seq: number;
  at: Instant;
  actor: string;
  kind: 'created' | 'changed' | 'redacted' | 'redaction';
  entity: string;
  entityId: string;
  version: number;
  reason: string | null;
  changeId: string;
  before: object | null;
  after: object | null;
};

type Fields = Readonly<Record<string, unknown>>;

/** One field that a change touched, in words; null where it was empty. */
export type FieldChange = { label: string; before: string | null; after: string | null };

/** One entry of the history as a person reads it. */
export type HistoryLine = {
  seq: number;
  at: Instant;
  atInWords: string;
  by: string;
  entity: string;
  entityId: string;
  /** "Action 6.04, Clear the backlog of annual reviews". */
  what: string;
  /** "Added", "Changed" or "Withdrawn"; for what was erased by law "Redacted", and for the act of erasing "Erased". */
  did: string;
  reason: string | null;
  changeId: string;
  fields: FieldChange[];
};

const nouns: Readonly<Record<Entity | 'account', string>> = {
  notice: 'Notice',
  noticeEvent: 'Event',
  member: 'Member',
  area: 'Area',
  requirement: 'Requirement',
  requirementDate: 'Date of a requirement',
  measure: 'Measure',
  target: 'Target',
  reading: 'Reading',
  benchmark: 'Benchmark',
  action: 'Action',
  stageChange: 'Stage change',
  milestone: 'Milestone',
  update: 'Update',
  dateChange: 'Date change',
  account: 'Account',
};

/** Fields whose name in code is not their name on screen. */
const labels: Readonly<Record<string, string>> = {
  accountId: 'Account',
  accountableId: 'Accountable senior officer',
  askedById: 'Asked by',
  byId: 'By',
  checkpointMonths: 'Checkpoints, in months',
  currentDue: 'Current due date',
  dateMoveLimitDays: 'Days that the programme office may move a date',
  decidedById: 'Decided by',
  dependsOnIds: 'Waits for',
  everyMonths: 'Reading expected every (months)',
  on: 'On',
  originalDue: 'Original due date',
  sourceTitle: 'Source',
  sourceUrl: 'Web address of the source',
  updateEveryDays: 'Days between updates',
};

/** Which scale words the value of a field. `state` and `kind` mean another thing in each entity. */
const scaleOf = (entity: string, field: string): Readonly<Record<string, { label: string }>> | null => {
  const byField: Readonly<Record<string, Readonly<Record<string, { label: string }>>>> = {
    mark: scales.marks,
    rating: scales.ratings,
    confidence: scales.confidences,
    stage: scales.stages,
    polarity: scales.polarities,
    unit: scales.units,
    basis: scales.bases,
    baselineBasis: scales.bases,
    trajectory: scales.trajectories,
    publicationRule: scales.publicationRules,
    qualifier: scales.qualifiers,
    symbol: scales.symbols,
    governmentDecision: scales.governmentDecisions,
    declared: scales.requirementStates,
    roles: scales.roles,
    'stageChange.from': scales.stages,
    'stageChange.to': scales.stages,
    'dateChange.state': scales.dateChangeStates,
    'reading.state': scales.readingStates,
    'requirement.kind': scales.requirementKinds,
    'requirementDate.kind': scales.requirementDateKinds,
    'noticeEvent.kind': scales.eventKinds,
  };
  return byField[`${entity}.${field}`] ?? byField[field] ?? null;
};

/** What does not belong in the words of a change: it is shown elsewhere or means nothing to a reader. */
const unshown = new Set(['noticeId', 'id', 'version', 'recordedAt', 'recordedBy']);
const emptied = new Set<unknown>([null, undefined, '']);

const labelOf = (field: string): string => {
  const known = labels[field];
  if (known !== undefined) return known;
  const spaced = field
    .replace(/Ids?$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim();
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`;
};

type Names = ReadonlyMap<string, string>;

const named = ({ code, title }: { code: string; title: string }) => `${code}, ${title}`;

const namesOf = (plan: Plan): Names =>
  new Map([
    ...plan.members.map(({ id, title }): [string, string] => [id, title]),
    ...plan.areas.map(({ id, number, title }): [string, string] => [id, `${number}, ${title}`]),
    ...[...plan.requirements, ...plan.actions, ...plan.measures].map((row): [string, string] => [row.id, named(row)]),
  ]);

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

const valueInWords = (entity: string, field: string, value: unknown, names: Names): string | null => {
  if (emptied.has(value)) return null;
  if (Array.isArray(value)) {
    const words = value.map((each) => valueInWords(entity, field, each, names) ?? '');
    return words.length === 0 ? null : words.join('; ');
  }
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isDay(value)) return formatDate(value);
  if (/Ids?$/.test(field)) return names.get(value) ?? value;
  return scaleOf(entity, field)?.[value]?.label ?? value;
};

/** Gives the fields that differ between two states of a row, in the order of the row, in words. */
const fieldChanges = (entity: string, before: Fields | null, after: Fields | null, names: Names): FieldChange[] => {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  return [...fields].flatMap((field) => {
    if (unshown.has(field)) return [];
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      {
        label: labelOf(field),
        before: valueInWords(entity, field, was, names),
        after: valueInWords(entity, field, is, names),
      },
    ];
  });
};

const didOf = ({ kind, before, after }: LedgerEntry): string => {
  if (kind === 'redacted') return 'Redacted';
  if (kind === 'redaction') return 'Erased';
  if (kind === 'created') return 'Added';
  const ended = (row: Fields | null) => (row?.['withdrawnOn'] ?? null) !== null || row?.['stage'] === 'withdrawn';
  return ended(after as Fields) && !ended(before as Fields) ? 'Withdrawn' : 'Changed';
};

/** What a row hangs on, for those that have no title of their own. */
const parents = ['actionId', 'measureId', 'requirementId'];

const whatOf = ({ entity, after, before }: LedgerEntry, names: Names): string => {
  const noun = nouns[entity as Entity] ?? entity;
  const row = (after ?? before ?? {}) as Fields;
  const number = row['code'] ?? row['number'];
  const parent = parents.map((field) => row[field]).find((value) => typeof value === 'string');
  const about = typeof row['title'] === 'string' ? row['title'] : (names.get(String(parent)) ?? null);
  const head = typeof number === 'string' || typeof number === 'number' ? `${noun} ${number}` : noun;
  if (about === null) return head;
  return number === undefined ? `${head}: ${about}` : `${head}, ${about}`;
};

/** Gives who acted, as a title; some actors are no members. */
export const actorInWords = (actor: string, names: Names): string => {
  if (actor === '@demonstration') return 'The demonstration';
  if (actor === '@command-line') return 'The command line';
  if (actor.startsWith('account:')) return 'Administrator';
  return names.get(actor) ?? 'A former member';
};

/**
 * Puts entries of the ledger into words: what was done to what, by whom, why, and each field before and after.
 * @param plan the plan whose titles name the rows that the entries speak of
 */
export const historyOf = (plan: Plan, entries: readonly LedgerEntry[]): HistoryLine[] => {
  const names = namesOf(plan);
  return entries.map((entry) => ({
    seq: entry.seq,
    at: entry.at,
    atInWords: formatInstant(entry.at),
    by: actorInWords(entry.actor, names),
    entity: entry.entity,
    entityId: entry.entityId,
    what: whatOf(entry, names),
    did: didOf(entry),
    reason: entry.reason,
    changeId: entry.changeId,
    fields:
      entry.after === null
        ? []
        : fieldChanges(entry.entity, entry.before as Fields | null, entry.after as Fields, names),
  }));
};
