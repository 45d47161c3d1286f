/** The page of the history: changes newest first, those of one act together, and what they can be narrowed to. */
import type { IsoDate } from '../fields.ts';
import type { Head, Plan } from '../plan.ts';
import { formatDate, formatNumber } from '../words.ts';
import type { HistoryLine, LedgerEntry } from './history.ts';
import { actorInWords, historyOf } from './history.ts';
import { namesOf, nouns } from './history-words.ts';

/** An entry with the hash of the chain up to and with it. */
export type HashedEntry = LedgerEntry & { hash: string };

/** One entry with its place in the ledger. */
export type HistoryRow = HistoryLine & { hash: string };

/** What one person did in one go: an act may touch several rows. */
export type HistoryChange = {
  changeId: string;
  /** The place after it: its last entry and the hash there. */
  head: Head;
  firstSeq: number;
  atInWords: string;
  by: string;
  reason: string | null;
  rows: HistoryRow[];
  /** More rows of it stand on the next page. */
  goesOn: boolean;
};

export type HistoryPageView = {
  title: string;
  changes: HistoryChange[];
  /** Where the next page begins; null on the last. */
  nextBefore: number | null;
  /** What the page is narrowed to: one row, in words; null where it is not. */
  about: string | null;
  nouns: { id: string; title: string }[];
  people: { id: string; title: string }[];
  /** The end of the ledger on the day that is looked at. */
  head: Head;
};

/** Leaves out the start of an act that goes on beyond the page, unless the page holds nothing else. */
const wholeActs = (entries: readonly HashedEntry[], limit: number): readonly HashedEntry[] => {
  const kept = entries.slice(0, limit);
  const next = entries[limit]?.changeId;
  const whole = kept.filter(({ changeId }) => changeId !== next);
  return next === undefined || whole.length === 0 ? kept : whole;
};

const changesOf = (plan: Plan, entries: readonly HashedEntry[], next: string | undefined): HistoryChange[] => {
  const lines = historyOf(plan, entries).map((line, index) => ({ ...line, hash: entries[index]?.hash ?? '' }));
  return [...Map.groupBy(lines, ({ changeId }) => changeId)].flatMap(([changeId, rows]) => {
    const [last] = rows;
    const first = rows.at(-1);
    if (!last || !first) return [];
    return [
      {
        changeId,
        head: { seq: last.seq, hash: last.hash },
        firstSeq: first.seq,
        atInWords: last.atInWords,
        by: last.by,
        reason: rows.find(({ reason }) => reason !== null)?.reason ?? null,
        // As they were recorded: what was asked for before what followed from it.
        rows: rows.toReversed(),
        goesOn: changeId === next,
      },
    ];
  });
};

const byTitle = new Intl.Collator('en-GB', { numeric: true });

const peopleOf = (plan: Plan): HistoryPageView['people'] => {
  const { titles } = namesOf(plan);
  const rows = [plan.notice, ...plan.members, ...plan.areas, ...plan.actions, ...plan.measures, ...plan.readings];
  const actors = new Set([...plan.members.map(({ id }) => id), ...rows.map(({ recordedBy }) => recordedBy)]);
  return [...actors]
    .map((id) => ({ id, title: actorInWords(id, titles) }))
    .toSorted((a, b) => byTitle.compare(a.title, b.title));
};

const aboutOf = (plan: Plan, entity: string | undefined, entityId: string | undefined): string | null => {
  if (entity === undefined || entityId === undefined) return null;
  const entry = { seq: 0, at: plan.notice.recordedAt, actor: '', kind: 'changed', version: 1, reason: null } as const;
  const [line] = historyOf(plan, [{ ...entry, entity, entityId, changeId: '', before: null, after: null }]);
  return line?.what ?? null;
};

/**
 * Gives a page of the history.
 * @param entries newest first, one more than `limit` where there are more
 */
export const historyPageOf = (
  plan: Plan,
  today: IsoDate,
  entries: readonly HashedEntry[],
  { limit, entity, entityId }: { limit: number; entity?: string | undefined; entityId?: string | undefined },
): HistoryPageView => {
  const shown = wholeActs(entries, limit);
  const next = entries[shown.length];
  const { seq } = plan.head;
  return {
    title: `${formatNumber(seq, 0)} ${seq === 1 ? 'entry' : 'entries'} recorded by ${formatDate(today)}`,
    changes: changesOf(plan, shown, next?.changeId),
    nextBefore: next ? (shown.at(-1)?.seq ?? null) : null,
    about: aboutOf(plan, entity, entityId),
    nouns: Object.entries(nouns)
      .filter(([id]) => id !== 'account')
      .map(([id, title]) => ({ id, title })),
    people: peopleOf(plan),
    head: plan.head,
  };
};
