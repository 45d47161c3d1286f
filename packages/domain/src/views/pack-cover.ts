/** The cover of a pack: what is asked of the meeting, and what it is to know first. */
import type { Plan } from '../plan.ts';
import { asks, keysOf, type Ask, type Mark } from '../scales.ts';
import { formatDate } from '../words.ts';
import { pageOfItem } from './meeting.ts';
import type { RowLink } from './row-link.ts';

type AgendaItem = Plan['agendaItems'][number];

/** One item of the agenda as the pack says it. */
export type PackItem = {
  id: string;
  /** Its place on the agenda. */
  position: number;
  ask: Ask;
  title: string;
  /** The date that is asked for, or what was noted: what the title leaves out. */
  details: string[];
  link: RowLink;
  mark: Mark;
};

/** What is asked of the meeting in one way: decided, assured, noted. */
export type PackAsk = { ask: Ask; label: string; items: PackItem[] };

export type PackCover = {
  /** "Asked of the board" */
  askedTitle: string;
  /** Those of which there are any. */
  asks: PackAsk[];
  /** Said where nothing is asked. */
  none: string;
  keyPoints: string[];
};

const dateAsked = (plan: Plan, item: AgendaItem): string[] => {
  const change = plan.dateChanges.find(({ id }) => id === item.dateChangeId);
  return change ? [`From ${formatDate(change.from)} to ${formatDate(change.to)}: ${change.reason}`] : [];
};

const itemOf = (plan: Plan, item: AgendaItem): PackItem => ({
  id: item.id,
  position: item.position,
  ask: item.ask,
  title: item.title,
  details: [...dateAsked(plan, item), ...(item.note === null ? [] : [item.note])],
  link: pageOfItem(plan, item),
  mark: item.mark,
});

/** Gives the items of a meeting's agenda that stand, in their order. */
export const packItemsOf = (plan: Plan, meetingId: string): PackItem[] =>
  plan.agendaItems
    .filter((item) => item.meetingId === meetingId && item.withdrawnOn === null)
    .toSorted((a, b) => a.position - b.position)
    .map((item) => itemOf(plan, item));

/** Gives the area that an item is about, by what it is linked to; null where it is about none. */
export const areaOfItem = (plan: Plan, { link }: PackItem): string | null => {
  if (link === null) return null;
  if (link.page === 'areas') return link.id;
  if (link.page === 'actions') return plan.actions.find(({ id }) => id === link.id)?.areaIds[0] ?? null;
  return link.page === 'measures' ? (plan.measures.find(({ id }) => id === link.id)?.areaId ?? null) : null;
};

/** Puts items under what is asked of them. */
export const asksOf = (items: readonly PackItem[]): PackAsk[] =>
  keysOf(asks)
    .map((ask) => ({ ask, label: asks[ask].label, items: items.filter((item) => item.ask === ask) }))
    .filter(({ items: some }) => some.length > 0);

/** Gives what the cover says. `plan` holds only what was known on the day. */
export const packCoverOf = (plan: Plan, meeting: Plan['meetings'][number]): PackCover => {
  const whom = meeting.kind === 'board' ? 'the board' : 'the meeting';
  return {
    askedTitle: `Asked of ${whom}`,
    asks: asksOf(packItemsOf(plan, meeting.id)),
    none: `Nothing is asked of ${whom} yet: its agenda has no items.`,
    keyPoints: meeting.keyPoints,
  };
};
