/**
 * The caseworkers that are needed and there, month by month, from the last readings on (domain.md, "Capacity"). No zod or
 * Temporal: the browser reckons a what-if with it, and nothing of that is kept.
 */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import { against, type Amount, type Bound } from './amount.ts';

/** The days of an average month. */
const month = 365.25 / 12;

/** Where a projection starts: the last readings, and the caseworkers who have accepted a post. */
export type CapacityBase = {
  /** The day of the last reading, then the ends of the months that are looked ahead to. */
  days: IsoDate[];
  cases: Amount;
  /** Full-time equivalents in post on the first day, those trained and those in training. */
  trained: number;
  inTraining: number;
  /** Whether all of those in post are known. */
  posts: Bound;
  /** For each day, who has started since the readings were taken, in full-time equivalents. */
  started: { trained: number; inTraining: number }[];
};

/** What is supposed of the months ahead. */
export type WhatIf = {
  /** Cases for each full-time equivalent. */
  ratio: number;
  /** Further starters a month, in full-time equivalents, beside those who have accepted a post. They start in training. */
  starters: number;
  /** Leavers a month, in full-time equivalents. */
  leavers: number;
  /** By how many open cases change a month. */
  cases: number;
  /** Which share of those in post is trained, 0 to 1; null for the share that the readings and the starters have. */
  trained: number | null;
};

/** One day of a projection, in full-time equivalents; a positive gap is a shortage. */
export type CapacityDay = {
  on: IsoDate;
  cases: number;
  needed: number;
  inPost: number;
  trained: number;
  gap: number;
  trainedGap: number;
};

/** Gives what is supposed where nobody supposes anything: that nothing changes but for those who have accepted a post. */
export const asItStands = (ratio: number): WhatIf => ({ ratio, starters: 0, leavers: 0, cases: 0, trained: null });

/** Gives the caseworkers needed and in post on each day ahead. Every number is finite; none but a gap is negative. */
export const projected = (base: CapacityBase, { ratio, starters, leavers, cases, trained }: WhatIf): CapacityDay[] => {
  const [first = ''] = base.days;
  return base.days.map((on, index) => {
    const months = daysBetween(first, on) / month;
    const since = base.started[index] ?? { trained: 0, inTraining: 0 };
    const further = starters * months;
    const all = base.trained + base.inTraining + since.trained + since.inTraining + further;
    const share = trained ?? (all > 0 ? (base.trained + since.trained) / all : 0);
    const inPost = Math.max(0, all - leavers * months);
    const open = Math.max(0, base.cases.value + cases * months);
    const needed = open / ratio;
    return {
      on,
      cases: open,
      needed,
      inPost,
      trained: inPost * share,
      gap: needed - inPost,
      trainedGap: needed - inPost * share,
    };
  });
};

/** Says how far a gap is known, given how far the cases and those in post are. */
export const gapBound = ({ cases, posts }: CapacityBase): Bound => against(cases.bound, posts);
