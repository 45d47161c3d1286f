/** What changed since a day that a board remembers: its last meeting, another, a checkpoint, or any day. */
import { addDays, londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf } from '../rules/checkpoints.ts';
import { lastHeld, meetingsInOrder } from '../rules/meetings.ts';
import { differenceKinds, keysOf, type DifferenceKind } from '../scales.ts';
import { formatDate, formatNumber, listInWords } from '../words.ts';
import type { AreaChanges, ChangesBetween } from './changes-between.ts';
import { inImportance, orderInWords } from './changes-between.ts';
import type { Difference } from './difference.ts';

/** The day since which changes are told, and what a person calls it: "the last board, 30 August 2023". */
export type Since = { on: IsoDate; words: string };

/** What changed since a day, whole: the page of it. */
export type ChangesView = {
  since: Since;
  until: IsoDate;
  title: string;
  /** The order in which changes stand, in words. */
  order: string;
  areas: AreaChanges[];
  notice: Difference[];
  /** "Nothing changed in areas 3 and 5."; null where every area has a change. */
  unchanged: string | null;
  kinds: { id: DifferenceKind; title: string }[];
  /** The days that are offered to look back to, the latest first of each sort. */
  choices: { on: IsoDate; title: string }[];
};

/** The most important of what changed, for another page that leads to the whole. */
export type ChangesInBrief = { since: Since; lines: Difference[]; all: number };

const daysBack = 30;
const shownAtMost = 12;
/** So that what is overdue, which Needs attention lists too, leaves room for the rest. */
const mostOfASort = 4;

/** Gives the first day that can be looked back to: the one on which the notice was recorded. */
export const firstDay = ({ notice }: Plan): IsoDate => londonDay(notice.addedAt);

const heldBefore = (plan: Plan, today: IsoDate) =>
  meetingsInOrder(plan)
    .filter(({ kind, state, on }) => kind === 'board' && state === 'closed' && on < today)
    .toReversed();

const choicesOf = (plan: Plan, today: IsoDate): ChangesView['choices'] =>
  [
    ...heldBefore(plan, today).map(({ on }, index) => ({
      on,
      title: index === 0 ? `The last board, ${formatDate(on)}` : `The board of ${formatDate(on)}`,
    })),
    ...checkpointsOf(plan.notice)
      .filter(({ on }) => on < today)
      .toReversed()
      .map(({ on, months }) => ({ on, title: `The ${months}-month checkpoint, ${formatDate(on)}` })),
    { on: firstDay(plan), title: `The beginning of the record, ${formatDate(firstDay(plan))}` },
  ].filter(({ on }) => on >= firstDay(plan) && on < today);

/**
 * Gives the day since which changes are told: the one that is asked for, else that of the last board before today; where none
 * was held, thirty days ago, or the beginning of the record where that is later.
 */
export const sinceOf = (plan: Plan, today: IsoDate, asked: IsoDate | null): Since => {
  const on = asked ?? lastHeld(plan, 'board', addDays(today, -1))?.on ?? null;
  if (on === null) {
    const back = addDays(today, -daysBack);
    const day = back < firstDay(plan) ? firstDay(plan) : back;
    return { on: day, words: formatDate(day) };
  }
  const named = choicesOf(plan, today).find((choice) => choice.on === on)?.title;
  return { on, words: named === undefined ? formatDate(on) : `${named.charAt(0).toLowerCase()}${named.slice(1)}` };
};

const linesOf = ({ areas, notice }: ChangesBetween): Difference[] => [
  ...areas.flatMap(({ differences }) => differences),
  ...notice,
];

const unchangedIn = (plan: Plan, { areas }: ChangesBetween): string | null => {
  const changed = new Set(areas.map(({ areaId }) => areaId));
  const numbers = plan.areas
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && !changed.has(id))
    .map(({ number }) => number)
    .toSorted((a, b) => a - b)
    .map(String);
  if (numbers.length === 0) return null;
  return `Nothing changed in ${numbers.length === 1 ? 'area' : 'areas'} ${listInWords(numbers)}.`;
};

/** Gives the page of what changed since a day; `between` is what lies between that day and the plan's. */
export const changesView = (plan: Plan, today: IsoDate, since: Since, between: ChangesBetween): ChangesView => {
  const lines = linesOf(between);
  const found = new Set(lines.map(({ kind }) => kind));
  const count = formatNumber(lines.length, 0);
  return {
    since,
    until: today,
    title:
      lines.length === 0
        ? `Nothing changed since ${since.words}`
        : `${count} ${lines.length === 1 ? 'change' : 'changes'} since ${since.words}`,
    order: orderInWords,
    areas: between.areas,
    notice: between.notice,
    unchanged: lines.length === 0 ? null : unchangedIn(plan, between),
    kinds: keysOf(differenceKinds)
      .filter((id) => found.has(id))
      .map((id) => ({ id, title: differenceKinds[id].label })),
    choices: choicesOf(plan, today),
  };
};

/** Gives the most important changes of a whole notice, or of one area, a few of each sort, with how many there are in all. */
export const changesInBrief = (since: Since, between: ChangesBetween, areaId: string | null): ChangesInBrief => {
  const lines =
    areaId === null
      ? linesOf(between).toSorted(inImportance)
      : (between.areas.find((area) => area.areaId === areaId)?.differences ?? []);
  const ofEach = [...Map.groupBy(lines, ({ importance }) => importance).values()];
  const first = new Set([...ofEach.flatMap((each) => each.slice(0, mostOfASort)), ...lines]);
  const shown = new Set([...first].slice(0, shownAtMost));
  return { since, lines: lines.filter((line) => shown.has(line)), all: lines.length };
};
