/** One thing that is not the same at two positions of a notice, and what the tellers of every noun share. */
import type { Action } from '../action.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { DifferenceKind, Importance, Mark, Tone } from '../scales.ts';
import { formatDate } from '../words.ts';
import type { RowLink } from './row-link.ts';

/** What stands at one position and not at the other: what it was, what it is, and who made it so, when and why. */
export type Difference = {
  /** Of the row and of what changed about it: the same from whichever of the two positions it is looked at. */
  key: string;
  kind: DifferenceKind;
  did: 'added' | 'removed' | 'changed';
  importance: Importance;
  what: string;
  link: RowLink;
  /** Null where there was nothing, or is nothing any more. */
  before: string | null;
  after: string | null;
  /** Of `after`, where it is a status. */
  tone: Tone;
  /** The day of the last change to it, and who made it; both null where time alone made the difference, as with what became overdue. */
  on: IsoDate | null;
  who: string | null;
  why: string | null;
  /** How many changes lie between: one line stands for all. */
  times: number;
  mark: Mark;
};

/** The two positions that are compared, each with its day. Either may be the earlier one. */
export type Sides = { before: Plan; after: Plan; days: { before: IsoDate; after: IsoDate } };

/** A difference before it is known who made it: the rows that tell, and their fields (any, where none is named). */
export type Told = Omit<Difference, 'on' | 'who' | 'times'> & {
  areaId: string | null;
  rows: readonly string[];
  fields: readonly string[];
  /** Who recorded the row last and when, for where no entry is at hand; null for what is computed. */
  last: Pick<Recorded<object>, 'recordedAt' | 'recordedBy'> | null;
};

type Versioned = Recorded<{ id: string; version: number }>;

/** Gives the rows that are not the same at two positions, each with how it was and how it is; null where it does not stand. */
export const pairsOf = <R extends Versioned>(
  before: readonly R[],
  after: readonly R[],
  stands: (row: R) => boolean,
): { was: R | null; is: R | null; row: R }[] => {
  const earlier = new Map(before.map((row) => [row.id, row]));
  const later = new Set(after.map(({ id }) => id));
  const pair = (was: R | null, is: R | null) => {
    const [stood, standing] = [was && stands(was) ? was : null, is && stands(is) ? is : null];
    const row = is ?? was;
    return row && (stood || standing) ? [{ was: stood, is: standing, row }] : [];
  };
  return [
    ...after.flatMap((is) => {
      const was = earlier.get(is.id) ?? null;
      return was?.version === is.version ? [] : pair(was, is);
    }),
    ...before.filter(({ id }) => !later.has(id)).flatMap((was) => pair(was, null)),
  ];
};

/** Says whether a row that can be withdrawn was not. */
export const standing = ({ withdrawnOn }: { withdrawnOn: IsoDate | null }): boolean => withdrawnOn === null;

/** Says whether something was added, removed or changed, by whether it stood. */
export const didOf = (was: unknown, is: unknown): Difference['did'] => {
  if (was === null) return 'added';
  return is === null ? 'removed' : 'changed';
};

/** What a change matters by whether it stood, and otherwise by what became of it. */
export const importanceOf = (was: unknown, is: unknown, changed: Importance): Importance => {
  if (was === null) return 'added';
  return is === null ? 'removed' : changed;
};

/** What is changed most often in a told line, filled up with the rest. */
export const told = (
  row: Recorded<{ id: string }> & { mark?: Mark },
  line: Pick<Told, 'key' | 'kind' | 'did' | 'importance' | 'what' | 'link' | 'before' | 'after' | 'areaId' | 'rows'> &
    Partial<Told>,
): Told => ({ tone: 'neutral', why: null, fields: [], last: row, mark: row.mark ?? 'own', ...line });

/** Gives what a row with a code is called: "6.04 Casework team". */
export const named = ({ code, title }: { code: string; title: string }): string => `${code} ${title}`;

/** Gives the index of every row of a plan by its id. */
export const byId = <R extends { id: string }>(rows: readonly R[]): ReadonlyMap<string, R> =>
  new Map(rows.map((row) => [row.id, row]));

/** Gives the title of a member, for who leads or owns something. */
export const titleIn = ({ members }: Plan, memberId: string | null): string =>
  memberId === null ? 'nobody' : (members.find(({ id }) => id === memberId)?.title ?? 'a former member');

const longest = 240;
/** Shortens the words of a reason, which may be a page long. */
export const shortened = (words: string | null): string | null =>
  words !== null && words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;

/** Says whether a move puts a date off or brings it forward. */
export const moveOf = (was: IsoDate, is: IsoDate): Importance => (is > was ? 'later' : 'better');

/** What a line says that is about a requirement, which belongs to no area. */
export const ofRequirement = (row: Plan['requirements'][number]) => ({
  what: named(row),
  link: { page: 'requirements' as const, id: row.id },
  areaId: null,
});
/** What a line says that is about an area. */
export const ofArea = (row: Plan['areas'][number]) => ({
  what: `Area ${row.number} ${row.title}`,
  link: { page: 'areas' as const, id: row.id },
  areaId: row.id,
});

/** Tells of one field of a row that stands at both positions, where its words differ. */
export const changedField = <Row extends Recorded<{ id: string }>>(
  was: Row,
  is: Row,
  field: keyof Row & string,
  words: (row: Row) => string,
  same: Pick<Told, 'what' | 'link' | 'areaId' | 'rows' | 'kind' | 'importance'> & Partial<Told>,
): Told[] => {
  const [before, after] = [words(was), words(is)];
  if (before === after) return [];
  return [
    told(is, { key: `${same.rows.join(' ')} ${field}`, did: 'changed', before, after, fields: [field], ...same }),
  ];
};

/** What a line says that is about an action. */
export const ofAction = (row: Action) => ({
  what: named(row),
  link: { page: 'actions' as const, id: row.id },
  areaId: row.areaIds[0] ?? null,
});

/** The two sides of one thing about a row that stands at both positions, where they differ. */
export type Aspect = Pick<Told, 'kind' | 'importance' | 'before' | 'after' | 'fields'> & {
  name: string;
  why?: string | null;
};

/** Tells of each aspect of a row that differs. */
export const tellAspects = (
  row: Recorded<{ id: string }>,
  same: Pick<Told, 'key' | 'what' | 'link' | 'areaId' | 'rows'> & Partial<Told>,
  aspects: readonly Aspect[],
): Told[] =>
  aspects.map(({ name, ...aspect }) => told(row, { ...same, ...aspect, key: `${same.key} ${name}`, did: 'changed' }));

/** Writes a due date: "Due 30 September 2023". */
export const dueInWords = (day: IsoDate): string => `Due ${formatDate(day)}`;

type Forecast = { currentDue: IsoDate; forecast: IsoDate | null };

/** Gives the move of a forecast; one by less than a week is no news to a board. */
export const forecastAspect = (was: Forecast, is: Forecast): Aspect | false => {
  const moved =
    was.forecast === null || is.forecast === null
      ? was.forecast !== is.forecast
      : Math.abs(daysBetween(was.forecast, is.forecast)) >= 7;
  const words = ({ forecast }: Forecast): string =>
    forecast === null ? 'No forecast' : `Forecast ${formatDate(forecast)}`;
  return (
    moved && {
      name: 'forecast',
      kind: 'date',
      importance: is.forecast === null ? 'other' : moveOf(was.forecast ?? was.currentDue, is.forecast),
      before: words(was),
      after: words(is),
      fields: ['forecast'],
    }
  );
};
