/** What lies between two positions of a notice, read once for as long as both are in memory. */
import { readHistory } from '@noticeboard/db/history';
import type { IsoDate } from '@noticeboard/domain/fields';
import type { Plan } from '@noticeboard/domain/plan';
import { changesBetween, type ChangesBetween } from '@noticeboard/domain/views/changes-between';
import type { Installation } from './context.ts';

/** More than a year of a busy notice. Of what lies beyond, the rows themselves still say who changed them last. */
const mostEntries = 10_000;

const compared = new WeakMap<Plan, WeakMap<Plan, Map<string, Promise<ChangesBetween>>>>();

const keptOf = (before: Plan, after: Plan): Map<string, Promise<ChangesBetween>> => {
  const byBefore = compared.get(after) ?? new WeakMap<Plan, Map<string, Promise<ChangesBetween>>>();
  compared.set(after, byBefore);
  const byDays = byBefore.get(before) ?? new Map<string, Promise<ChangesBetween>>();
  byBefore.set(before, byDays);
  return byDays;
};

/** Gives what lies between two positions of one notice, each with its day; the earlier one first. */
export const compare = (
  { db }: Pick<Installation, 'db'>,
  before: Plan,
  after: Plan,
  days: { before: IsoDate; after: IsoDate },
): Promise<ChangesBetween> => {
  const kept = keptOf(before, after);
  const key = `${days.before} ${days.after}`;
  const known = kept.get(key);
  if (known) return known;
  const asked = { afterSeq: before.head.seq, throughSeq: after.head.seq, limit: mostEntries };
  const reading = readHistory(db, after.notice.id, asked).then((entries) =>
    changesBetween(before, after, entries, days),
  );
  kept.set(key, reading);
  // What failed is tried again by the next who asks.
  reading.catch(() => kept.delete(key));
  return reading;
};
