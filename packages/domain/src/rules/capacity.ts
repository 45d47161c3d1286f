import { addDays, addMonths, monthEnds } from '../calendar.ts';
import type { Starter } from '../family.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { FamilyPart } from '../scales.ts';
import { familyParts, keysOf } from '../scales.ts';
import { type Amount, forEach, less, sumOf } from './amount.ts';
import type { CapacityBase } from './capacity-projection.ts';
import type { FamilyOf } from './families.ts';
import { type Figure, figureOf } from './family-figure.ts';
import { compareText } from './grouped.ts';
import { plainValues } from './plain-values.ts';

/** Those in post, by how they are employed and whether they are trained: each a part of the family. */
export const posts = [
  { part: 'permanentTrained', employment: 'permanent', training: 'trained' },
  { part: 'permanentInTraining', employment: 'permanent', training: 'inTraining' },
  { part: 'agencyTrained', employment: 'agency', training: 'trained' },
  { part: 'agencyInTraining', employment: 'agency', training: 'inTraining' },
] as const satisfies readonly {
  part: FamilyPart;
  employment: Starter['employment'];
  training: Starter['training'];
}[];

/** The parts of a family of the kind capacity, in their order. */
const parts = keysOf(familyParts).filter((part) => familyParts[part].kind === 'capacity');

/** A month in which readings say both how many are in post, or how many cases are open: null where no reading does. */
export type CapacityHistory = { on: IsoDate; cases: number | null; inPost: number | null; trained: number | null };

/** What is known of a team's capacity on a day (domain.md, "Capacity"): the figures apart, and what is reckoned from them. */
export type CapacityStatus = {
  figures: Figure[];
  cases: Amount | null;
  inPost: Amount | null;
  permanentAndTrained: Amount | null;
  /** Cases for each full-time equivalent in post, as reckoned here; what is reported stands among the figures. */
  perWorker: Amount | null;
  needed: Amount | null;
  /** Positive: how many full-time equivalents short. */
  gap: Amount | null;
  /** Caseworkers who have accepted a post and had not begun when the readings were taken, by their start. */
  ahead: Recorded<Starter>[];
  history: CapacityHistory[];
  /** Where the projection starts; null where too little is known, and then `instead` says what is missing. */
  base: CapacityBase | null;
  instead: string | null;
};

/** How many months are looked ahead after the deadline, and after today. */
const monthsAfter = 12;

/** Gives the day by which the notice wants a team of sufficient capacity: six months from the day checkpoints are counted from. */
export const teamDeadline = (plan: Plan): IsoDate => addMonths(plan.notice.checkpointBase, 6);

const dayOf = ({ reading }: Figure): IsoDate | null => reading?.periodEnd ?? null;

/** Gives what the readings of each month say: those in post only where every one of their measures has a plain value for it. */
const historyOf = (plan: Plan, { placed }: FamilyOf, today: IsoDate): CapacityHistory[] => {
  const valuesOf = (part: FamilyPart): Map<IsoDate, number> | null => {
    const measure = placed.find((each) => each.part === part)?.measure;
    if (!measure) return null;
    return plainValues(plan, measure, today);
  };
  const cases = valuesOf('openCases');
  const inPost = posts.flatMap(({ part, training }) => {
    const values = valuesOf(part);
    return values ? [{ training, values }] : [];
  });
  const total = (on: IsoDate, of: readonly { values: Map<IsoDate, number> }[]): number | null =>
    inPost.length > 0 && inPost.every(({ values }) => values.has(on))
      ? of.reduce((sum, { values }) => sum + (values.get(on) ?? 0), 0)
      : null;
  const days = new Set([...(cases?.keys() ?? []), ...inPost.flatMap(({ values }) => [...values.keys()])]);
  return [...days].toSorted(compareText).map((on) => ({
    on,
    cases: cases?.get(on) ?? null,
    inPost: total(on, inPost),
    trained: total(
      on,
      inPost.filter(({ training }) => training === 'trained'),
    ),
  }));
};

const baseOf = (
  plan: Plan,
  figures: ReadonlyMap<FamilyPart, Figure>,
  { cases, inPost }: Pick<CapacityStatus, 'cases' | 'inPost'>,
  starters: readonly Recorded<Starter>[],
  today: IsoDate,
): CapacityBase | null => {
  const taken = ['openCases' as const, ...posts.map(({ part }) => part)].flatMap(
    (part) => (figures.get(part) && dayOf(figures.get(part) as Figure)) ?? [],
  );
  const from = taken.toSorted(compareText).at(-1);
  if (!cases || !inPost || from === undefined) return null;
  const deadline = teamDeadline(plan);
  const deadlineYear = addMonths(deadline, monthsAfter);
  const year = addMonths(today, monthsAfter);
  const to = deadlineYear > year ? deadlineYear : year;
  // The notice asks about its own day, which need not be the end of a month.
  const ahead = new Set([...monthEnds(addDays(from, 1), to), ...(deadline > from ? [deadline] : [])]);
  const days = [from, ...[...ahead].toSorted(compareText)];
  const known = (training: Starter['training']): number =>
    posts
      .filter((post) => post.training === training)
      .reduce((sum, { part }) => sum + (figures.get(part)?.amount?.value ?? 0), 0);
  const startedBy = (on: IsoDate, training: Starter['training']): number =>
    starters
      .filter((each) => each.training === training && each.startsOn <= on)
      .reduce((sum, { fullTimeEquivalents }) => sum + fullTimeEquivalents, 0);
  return {
    days,
    cases,
    trained: known('trained'),
    inTraining: known('inTraining'),
    posts: inPost.bound,
    started: days.map((on) => ({ trained: startedBy(on, 'trained'), inTraining: startedBy(on, 'inTraining') })),
  };
};

/**
 * Gives what is known of the capacity of a team on a day. A starter counts from the day of the start where that is after the
 * reading of those in post with the same employment and training; one who began before is in that reading. A part without a
 * reading makes what is reckoned a bound, never a zero.
 */
export const capacityOf = (plan: Plan, of: FamilyOf, today: IsoDate): CapacityStatus => {
  const figures = parts.map((part) => figureOf(plan, of, part, today));
  const byPart = new Map(figures.map((figure) => [figure.part, figure]));
  const amount = (part: FamilyPart): Amount | null => byPart.get(part)?.amount ?? null;
  const cases = amount('openCases');
  const inPost = sumOf(posts.map(({ part }) => amount(part)));
  const { casesPerWorker } = plan.notice;
  const ratio: Amount | null = casesPerWorker === null ? null : { value: casesPerWorker, bound: 'exact' };
  const needed = forEach(cases, ratio);
  const readAt = (starter: Starter): IsoDate | null => {
    const post = posts.find(
      ({ employment, training }) => employment === starter.employment && training === starter.training,
    );
    const figure = post && byPart.get(post.part);
    return figure ? dayOf(figure) : null;
  };
  const ahead = plan.starters
    .filter((starter) => {
      if (starter.withdrawnOn !== null) return false;
      return starter.startsOn > (readAt(starter) ?? today);
    })
    .toSorted((a, b) => compareText(a.startsOn, b.startsOn) || compareText(a.id, b.id));
  const base = baseOf(plan, byPart, { cases, inPost }, ahead, today);
  return {
    figures,
    cases,
    inPost,
    permanentAndTrained: amount('permanentTrained'),
    perWorker: forEach(cases, inPost),
    needed,
    gap: less(needed, inPost),
    ahead,
    history: historyOf(plan, of, today),
    base: casesPerWorker === null ? null : base,
    instead: insteadOf(cases, inPost, casesPerWorker),
  };
};

const insteadOf = (cases: Amount | null, inPost: Amount | null, ratio: number | null): string | null => {
  const missing = [
    ...(cases === null ? ['a reading of open cases'] : []),
    ...(inPost === null ? ['a reading of caseworkers in post'] : []),
    ...(ratio === null ? ['a ratio of cases to a caseworker, set in set-up with its source'] : []),
  ];
  return missing.length === 0 ? null : `Needs ${missing.join(', and ')}.`;
};
