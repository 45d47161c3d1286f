/** What lies between two positions of a notice: each thing once, from how it was to how it is, the important first. */
import { londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import { importances, keysOf } from '../scales.ts';
import { changesOfActions } from './changes-of-actions.ts';
import { changesOfMeasures } from './changes-of-measures.ts';
import { changesOfAreas, changesOfJudgements, changesOfRequirements } from './changes-of-requirements.ts';
import {
  changesOfEvents,
  changesOfEvidence,
  changesOfNotice,
  changesOfQuestions,
  changesOfReviews,
  changesOfRisks,
  changesOfVersions,
} from './changes-of-the-rest.ts';
import type { Difference, Sides, Told } from './difference.ts';
import { byId } from './difference.ts';
import type { LedgerEntry } from './history.ts';
import { actorInWords, rowInWords } from './history.ts';
import { namesOf } from './history-words.ts';

/** What changed of one area; a row that serves several stands in its primary one. */
export type AreaChanges = { areaId: string; number: number; title: string; differences: Difference[] };

/** Areas by number, those without a change left out; `notice` holds what belongs to no area. */
export type ChangesBetween = { areas: AreaChanges[]; notice: Difference[] };

type Entries = ReadonlyMap<string, readonly LedgerEntry[]>;

const entriesByRow = (entries: readonly LedgerEntry[]): Entries =>
  Map.groupBy(
    entries.toSorted((a, b) => b.seq - a.seq),
    ({ entity, entityId }) => `${entity} ${entityId}`,
  );

const touches = ({ before, after }: LedgerEntry, fields: readonly string[]): boolean => {
  if (fields.length === 0 || before === null || after === null) return true;
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return fields.some((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
};

const capital = (text: string | null): string | null => text && text.charAt(0).toUpperCase() + text.slice(1);

/** Who made the last change to it, when and why: by the entries between, else by what the row itself says. */
const authorsOf = (
  { rows, fields, last, why }: Told,
  entries: Entries,
  titles: ReadonlyMap<string, string>,
): Pick<Difference, 'on' | 'who' | 'why' | 'times'> => {
  const found = rows.flatMap((row) => entries.get(row) ?? []).filter((entry) => touches(entry, fields));
  const [newest] = found;
  const reason = why ?? found.find((entry) => entry.reason !== null)?.reason ?? null;
  const times = new Set(found.map(({ changeId }) => changeId)).size;
  if (newest) return { on: londonDay(newest.at), who: actorInWords(newest.actor, titles), why: reason, times };
  if (!last) return { on: null, who: null, why, times };
  return { on: londonDay(last.recordedAt), who: actorInWords(last.recordedBy, titles), why, times };
};

/** What is told, noun by noun; members and their roles are left to the history. */
const tellers: readonly ((sides: Sides) => Told[])[] = [
  changesOfActions,
  changesOfMeasures,
  changesOfAreas,
  changesOfRequirements,
  changesOfJudgements,
  changesOfReviews,
  changesOfEvidence,
  changesOfRisks,
  changesOfQuestions,
  changesOfEvents,
  changesOfVersions,
  changesOfNotice,
];

const erasedIn = ({ erased }: Plan): ReadonlySet<string> => new Set(erased.map(({ entity, id }) => `${entity} ${id}`));

/** What was erased by law between the two: that it was is a change of its own. */
const erasures = (plan: Plan, entries: readonly LedgerEntry[]): Told[] =>
  entries
    .filter(({ kind }) => kind === 'redaction')
    .map(({ seq, entity, entityId }) => ({
      key: `redaction ${seq}`,
      kind: 'event',
      did: 'changed',
      importance: 'other',
      what: rowInWords(plan, { entity: entity as never, id: entityId }),
      link: null,
      before: null,
      after: 'The text of an earlier entry was erased by law',
      tone: 'neutral',
      why: null,
      mark: 'own',
      areaId: null,
      rows: [],
      fields: [],
      last: null,
    }));

const order = keysOf(importances);
const byCode = new Intl.Collator('en-GB', { numeric: true });
/** Orders changes by how much they matter to a board, then by number. */
export const inImportance = (a: Difference, b: Difference): number =>
  order.indexOf(a.importance) - order.indexOf(b.importance) ||
  byCode.compare(a.what, b.what) ||
  compareText(a.key, b.key);

type Placed = { areaId: string | null; line: Difference };
const linesOf = (placed: readonly Placed[]): Difference[] => placed.map(({ line }) => line).toSorted(inImportance);

/** The order in which changes are told, in words. */
export const orderInWords = `In this order: ${keysOf(importances)
  .map((key) => importances[key].label)
  .join('; ')}.`;

/**
 * Gives what is not the same at two positions of a notice, net: a thing that changed twice is one line, first to last, and one
 * that changed and changed back is none. The important come first (`importances`), then by number. Computed statuses are of
 * the day of each position, so that what only time made overdue is told too.
 * @param entries of the ledger between the two, in any order: they say who, why and how often
 */
export const changesBetween = (
  before: Plan,
  after: Plan,
  entries: readonly LedgerEntry[],
  days: { before: IsoDate; after: IsoDate },
): ChangesBetween => {
  const sides = { before: planOn(before, days.before), after: planOn(after, days.after), days };
  const [erasedBefore, erasedAfter] = [erasedIn(before), erasedIn(after)];
  const { titles } = namesOf(after);
  const areas = byId([...before.areas, ...after.areas]);
  const byRow = entriesByRow(entries);
  const difference = (line: Told): Placed => {
    const { rows, areaId, key, kind, did, importance, what, link, tone, mark } = line;
    const gone = (erased: ReadonlySet<string>): boolean => rows.some((row) => erased.has(row));
    return {
      areaId: areaId !== null && areas.has(areaId) ? areaId : null,
      line: {
        key,
        kind,
        did,
        importance,
        what,
        link,
        tone,
        mark,
        ...authorsOf(line, byRow, titles),
        before: gone(erasedBefore) ? 'Erased by law' : capital(line.before),
        after: gone(erasedAfter) ? 'Erased by law' : capital(line.after),
      },
    };
  };
  const told = [...tellers.flatMap((tell) => tell(sides)), ...erasures(after, entries)].map(difference);
  const grouped = Map.groupBy(told, ({ areaId }) => areaId);
  return {
    areas: [...areas.values()]
      .toSorted((a, b) => a.number - b.number || compareText(a.id, b.id))
      .flatMap(({ id: areaId, number, title }) => {
        const lines = grouped.get(areaId);
        return lines ? [{ areaId, number, title, differences: linesOf(lines) }] : [];
      }),
    notice: linesOf(grouped.get(null) ?? []),
  };
};
