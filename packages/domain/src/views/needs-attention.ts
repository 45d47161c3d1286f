/** What needs attention, with whom it is and what acts on it; and how each organisation stands, out of how many. */
import type { IsoDate } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { frozenOf } from '../rules/frozen.ts';
import { planOn } from '../rules/known.ts';
import { nextMeeting } from '../rules/meetings.ts';
import { actionReportOf } from '../rules/reported.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import type { AttentionRow } from './attention.ts';
import { attentionRowOf } from './attention.ts';
import type { FindingKind } from './findings.ts';
import { findingsOf } from './findings.ts';
import { isIllustrative } from './source.ts';
import { updatesView } from './updates.ts';

/** A kind of finding, with all that there is of it. */
export type AttentionKind = Omit<FindingKind, 'findings' | 'worst'> & { rows: AttentionRow[] };

/** How many of how many. */
type Share = { count: number; of: number };

/** How the actions of one organisation stand: overdue of those not complete, late and missing of those that report. */
export type OrganisationShare = {
  organisation: string;
  /** The sentence that a reader may quote: "3 of 14 actions of NHS Kent and Medway are late with their update". */
  words: string;
  overdue: Share;
  late: Share;
  noLead: Share;
  unevidenced: Share;
};

export type NeedsAttentionView = {
  today: IsoDate;
  title: string;
  /** How many rows stand under how many headings in all; null where each stands under one. */
  repeated: string | null;
  /** How many updates, of whatever period, wait for the reader to accept or return them. */
  toReview: number;
  /** The next board, whose pack is to be frozen: "The pack of 27 September 2023: papers due 20 September 2023"; null where none is planned. */
  nextPack: { meetingId: string; words: string } | null;
  kinds: AttentionKind[];
  /** The one with the most that is overdue or late first. */
  organisations: OrganisationShare[];
  illustrative: boolean;
};

const sharesOf = (plan: Plan, today: IsoDate): OrganisationShare[] => {
  const actions = plan.actions
    .map((action) => ({
      action,
      delivery: deliveryOf(plan, action, today).key,
      report: actionReportOf(plan, action, today),
    }))
    .filter(({ delivery }) => delivery !== 'withdrawn');
  return [...Map.groupBy(actions, ({ action }) => action.organisation)]
    .map(([organisation, own]): OrganisationShare => {
      const open = own.filter(({ delivery }) => delivery !== 'complete');
      const reporting = own.filter(({ report }) => report !== null);
      const share = (some: typeof own, keep: (each: (typeof own)[number]) => boolean): Share => ({
        count: some.filter(keep).length,
        of: some.length,
      });
      const late = share(reporting, ({ report }) => report?.key === 'late');
      return {
        organisation,
        words: `${formatNumber(late.count, 0)} of ${plural(late.of, 'action')} of ${organisation} ${late.count === 1 ? 'is' : 'are'} late with ${late.count === 1 ? 'its' : 'their'} update`,
        overdue: share(open, ({ delivery }) => delivery === 'overdue'),
        late,
        noLead: share(open, ({ action }) => action.leadId === null),
        unevidenced: share(own, ({ delivery }) => delivery === 'deliveredNotEvidenced'),
      };
    })
    .toSorted(
      (a, b) =>
        b.overdue.count + b.late.count - a.overdue.count - a.late.count || compareText(a.organisation, b.organisation),
    );
};

/** Says how the pack of the next board stands. */
const nextPackOf = (plan: Plan, today: IsoDate): NeedsAttentionView['nextPack'] => {
  const board = nextMeeting(plan, 'board', today);
  if (!board) return null;
  const last = frozenOf(plan, { kind: 'pack', meetingId: board.id }).at(-1);
  const how = last
    ? `pack ${last.number} frozen on ${formatDate(last.day)}`
    : `papers due on ${formatDate(board.papersDueOn)}`;
  return { meetingId: board.id, words: `Pack of the board on ${formatDate(board.on)}: ${how}` };
};

const titleOf = (kinds: readonly AttentionKind[]): string => {
  const countOf = (key: AttentionKind['key']): number => kinds.find((kind) => kind.key === key)?.rows.length ?? 0;
  const [overdue, late] = [countOf('overdue'), countOf('late')];
  const said = [
    overdue > 0 ? `${plural(overdue, 'action is', 'actions are')} overdue` : null,
    late > 0 ? plural(late, 'action is late with its update', 'actions are late with their updates') : null,
  ].filter((words) => words !== null);
  const [first] = kinds;
  if (said.length > 0) return said.join(', and ');
  return first ? `${first.title}: ${formatNumber(first.rows.length, 0)}` : 'Nothing needs attention';
};

/** Gives what needs attention on a day, the most harmful kind first. */
export const needsAttentionOf = (entire: Plan, today: IsoDate, who: Who): NeedsAttentionView => {
  const plan = planOn(entire, today);
  const kinds = findingsOf(plan, today).map(({ key, title, status, register, findings }) => ({
    key,
    title,
    status,
    register,
    rows: findings.map((finding) => attentionRowOf(plan, finding)),
  }));
  const rows = kinds.flatMap((kind) => kind.rows);
  const once = new Set(rows.map(({ key }) => key)).size;
  return {
    today,
    title: titleOf(kinds),
    repeated:
      once === rows.length
        ? null
        : `${plural(once, 'thing')} ${once === 1 ? 'stands' : 'stand'} here ${formatNumber(rows.length, 0)} times: one that is both overdue and late is under both headings.`,
    toReview: updatesView(plan, today, who, 'waiting').updates.filter(({ locked }) => locked === null).length,
    nextPack: nextPackOf(plan, today),
    kinds,
    organisations: sharesOf(plan, today),
    illustrative: isIllustrative(plan.actions),
  };
};
