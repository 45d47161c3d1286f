/** The ledger as a person reads it: entry by entry. */
import { londonDay } from '../calendar.ts';
import { daysBetween } from '../day-number.ts';
import type { Instant, LooseDate } from '../fields.ts';
import { collectionOf } from '../fold.ts';
import type { Entity, Plan } from '../plan.ts';
import { formatInstant, formatLoose, formatPeriod, plural } from '../words.ts';
import type { FieldChange, Fields, Names } from './history-words.ts';
import { fieldChanges, namesOf, nouns, parents } from './history-words.ts';
import type { RowLink } from './row-link.ts';
import { rowLinkOf } from './row-link.ts';

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
  link: RowLink;
  /** "Added", "Changed" or "Withdrawn"; for what was erased by law "Redacted", and for the act of erasing "Erased". */
  did: string;
  /** The day or time that the row tells of, where it is not the day on which it was recorded. */
  tellsOf: string | null;
  /** What the reader must know of the entry that its fields do not say. */
  note: string | null;
  reason: string | null;
  changeId: string;
  fields: FieldChange[];
};

const ended = (row: Fields | null): boolean =>
  (row?.['withdrawnOn'] ?? null) !== null || row?.['stage'] === 'withdrawn';

const didOf = ({ kind, before, after }: LedgerEntry): string => {
  if (kind === 'redacted') return 'Redacted';
  if (kind === 'redaction') return 'Erased';
  if (kind === 'created') return 'Added';
  return ended(after as Fields) && !ended(before as Fields) ? 'Withdrawn' : 'Changed';
};

const noteOf = ({ kind, before }: LedgerEntry): string | null => {
  if (kind === 'redacted') return 'What this entry said was erased by law. Its place in the ledger is kept.';
  if (kind === 'redaction') return 'The text of an earlier entry about this was erased by law.';
  return kind === 'changed' && before === null
    ? 'What stood before was erased by law, so the whole row is shown.'
    : null;
};

const rowsOf = (plan: Plan, entity: string): readonly { id: string }[] =>
  Object.hasOwn(collectionOf, entity) ? [plan[collectionOf[entity as Entity]]].flat() : [];

/** Gives what a row of a plan is called: "Action 6.04, Clear the backlog of annual reviews". */
export const rowInWords = (plan: Plan, { entity, id }: { entity: Entity; id: string }): string =>
  whatOf(entity, rowsOf(plan, entity).find((row) => row.id === id) ?? null, namesOf(plan));

/** The row that an entry is about: as it left it, or else as it was before or as it stands. */
const rowOf = (plan: Plan, { entity, entityId, before, after }: LedgerEntry): Fields | null =>
  (after ?? before ?? rowsOf(plan, entity).find(({ id }) => id === entityId) ?? null) as Fields | null;

const whatOf = (entity: string, row: Fields | null, { titles }: Names): string => {
  const noun = nouns[entity as Entity] ?? entity;
  const number = row?.['code'] ?? row?.['number'];
  const parent = parents.map((field) => row?.[field]).find((value) => typeof value === 'string');
  const about = typeof row?.['title'] === 'string' ? row['title'] : (titles.get(String(parent)) ?? null);
  const head = typeof number === 'string' || typeof number === 'number' ? `${noun} ${number}` : noun;
  if (about === null) return head;
  return number === undefined ? `${head}: ${about}` : `${head}, ${about}`;
};

const dayTold = (entity: string, row: Fields): unknown => {
  if (entity === 'update' || entity === 'stageChange') return row['on'];
  if (entity === 'dateChange') return row['decidedOn'] ?? row['askedOn'];
  return entity === 'milestone' ? row['doneOn'] : null;
};

const tellsOf = ({ entity, after, at }: LedgerEntry): string | null => {
  if (!after) return null;
  if (entity === 'reading' || entity === 'benchmark') return formatPeriod(after as Parameters<typeof formatPeriod>[0]);
  const recorded = londonDay(at);
  if (entity === 'noticeEvent' || entity === 'requirementDate') {
    const told = after as LooseDate;
    return told.earliest === recorded && told.latest === recorded ? null : formatLoose(told);
  }
  const on = dayTold(entity, after as Fields);
  if (typeof on !== 'string' || on === recorded) return null;
  const days = daysBetween(on, recorded);
  return `${formatLoose({ earliest: on, latest: on, printed: null })}, ${plural(Math.abs(days), 'day')} ${days > 0 ? 'before' : 'after'} it was recorded`;
};

/** Gives who acted, as a title; some actors are no members. */
export const actorInWords = (actor: string, titles: ReadonlyMap<string, string>): string => {
  if (actor === '@demonstration') return 'The demonstration';
  if (actor === '@command-line') return 'The command line';
  if (actor === '@mail') return 'Noticeboard’s mail';
  if (actor.startsWith('link:')) {
    return `By link sent to ${titles.get(actor.slice('link:'.length)) ?? 'a former member'}`;
  }
  if (actor.startsWith('account:')) return 'Administrator';
  return titles.get(actor) ?? 'A former member';
};

/** Gives who acted, to go on a sentence with: "by Lead", "by link sent to Lead". */
export const byActor = (actor: string, titles: ReadonlyMap<string, string>): string => {
  const words = actorInWords(actor, titles);
  return actor.startsWith('link:') ? `b${words.slice(1)}` : `by ${words}`;
};

/**
 * Puts entries of the ledger into words: what was done to what, by whom, why, and each field before and after.
 * @param plan the plan whose titles name the rows that the entries speak of
 */
export const historyOf = (plan: Plan, entries: readonly LedgerEntry[]): HistoryLine[] => {
  const names = namesOf(plan);
  return entries.map((entry) => {
    const row = rowOf(plan, entry);
    return {
      seq: entry.seq,
      at: entry.at,
      atInWords: formatInstant(entry.at),
      by: actorInWords(entry.actor, names.titles),
      entity: entry.entity,
      entityId: entry.entityId,
      what: whatOf(entry.entity, row, names),
      link: rowLinkOf(plan, entry.entity, entry.entityId, row),
      did: didOf(entry),
      tellsOf: tellsOf(entry),
      note: noteOf(entry),
      reason: entry.reason,
      changeId: entry.changeId,
      fields:
        entry.after === null
          ? []
          : fieldChanges(entry.entity, entry.before as Fields | null, entry.after as Fields, names),
    };
  });
};
