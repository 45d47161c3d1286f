/** Owners whom nobody reaches: work that is theirs has nobody who acts on it. */
import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { OrphanCause, Status } from '../scales.ts';
import { keysOf, orphanCauses, statusOf } from '../scales.ts';
import { formatDate, plural } from '../words.ts';
import { compareText, groupedBy } from './grouped.ts';
import { heardIn, type Heard } from './heard.ts';
import { planOn } from './known.ts';
import { liveRowsOf, type LiveRow } from './owned.ts';
import { coversOn } from './owners.ts';
import { actionReportOf, measureReportOf, requirementReportOf } from './reported.ts';
import type { ReportStatus } from './reporting.ts';

/**
 * After how many days without a word from an owner they count as silent (issue 3, "thirty silent days"), if they left something
 * unanswered: with a rhythm of six weeks nobody is asked for more often than every 42 days.
 */
const silentAfterDays = 30;

/** Why an owner is orphaned, since when, in words. */
export type Cause = Status<OrphanCause> & { since: IsoDate };

/** An owner whom nobody reaches, with the live work that waits for them. */
export type Orphan = {
  memberId: string;
  /** At least one, the weightiest first. */
  causes: Cause[];
  /** The first day on which any of the causes held. */
  since: IsoDate;
  lastHeardOn: IsoDate | null;
  /** Who acts for them today, and until when; null where nobody does. */
  cover: { deputyId: string; endsOn: IsoDate } | null;
  rows: LiveRow[];
};

type Member = Plan['members'][number];

const handoversTo = groupedBy<Plan['handovers'][number]>(({ toId, state }) => (state === 'accepted' ? toId : null));

/** Gives since when at the least a live row is its owner's: since it last changed, unless they spoke of it before. */
const ownedSince = (plan: Plan, heard: Heard, member: Member, row: LiveRow): IsoDate => {
  const taken = handoversTo(plan.handovers, member.id)
    .filter(({ actionId, measureId, requirementId }) => [actionId, measureId, requirementId].includes(row.id))
    .map(({ decidedOn }) => decidedOn ?? '');
  const spoke = heard.firstAbout(member.id, row.id);
  const known = spoke !== null && spoke < row.changedOn ? spoke : row.changedOn;
  return [known, member.startsOn, ...taken].reduce((a, b) => (a > b ? a : b));
};

const reportOf = (plan: Plan, { kind, id }: LiveRow, today: IsoDate): ReportStatus | null => {
  const [action, measure, requirement] = [
    kind === 'action' && plan.actions.find((each) => each.id === id),
    kind === 'measure' && plan.measures.find((each) => each.id === id),
    kind === 'requirement' && plan.requirements.find((each) => each.id === id),
  ];
  if (action) return actionReportOf(plan, action, today);
  if (measure) return measureReportOf(plan, measure, today);
  return requirement ? requirementReportOf(plan, requirement, today) : null;
};

const silence = (plan: Plan, heard: Heard, member: Member, rows: readonly LiveRow[], today: IsoDate): Cause | null => {
  const since = rows.map((row) => ownedSince(plan, heard, member, row)).reduce((a, b) => (a < b ? a : b), today);
  const last = heard.last(member.id);
  const quiet = last !== null && last > since ? last : since;
  const days = daysBetween(quiet, today);
  if (days < silentAfterDays || !rows.some((row) => reportOf(plan, row, today)?.key === 'late')) return null;
  const reason =
    last === null
      ? `Never heard from, with work of theirs for at least ${plural(days, 'day')}.`
      : `Last heard from on ${formatDate(last)}, ${plural(daysBetween(last, today), 'day')} ago.`;
  return { ...statusOf(orphanCauses, 'silent', reason), since: quiet };
};

const causesOf = (member: Member, silent: Cause | null, today: IsoDate): Cause[] => {
  const { endsOn, suspendedOn, mailBouncedOn } = member;
  const found: (Cause | null)[] = [
    endsOn !== null && endsOn < today
      ? { ...statusOf(orphanCauses, 'ended', `The role ended on ${formatDate(endsOn)}.`), since: addDays(endsOn, 1) }
      : null,
    suspendedOn !== null && suspendedOn <= today
      ? {
          ...statusOf(orphanCauses, 'suspended', `Suspended on ${formatDate(suspendedOn)}.`),
          since: suspendedOn,
        }
      : null,
    mailBouncedOn !== null && mailBouncedOn <= today
      ? {
          ...statusOf(orphanCauses, 'bounced', `Mail to them came back on ${formatDate(mailBouncedOn)}.`),
          since: mailBouncedOn,
        }
      : null,
    silent,
  ];
  const causes = found.filter((cause) => cause !== null);
  // Nobody expects to hear from whoever has no role any more.
  const gone = causes.some(({ key }) => key === 'ended' || key === 'suspended');
  return gone ? causes.filter(({ key }) => key !== 'silent') : causes;
};

/** A live action whose accountable officer has gone, and why they count as gone. */
export type Unaccounted = { action: Plan['actions'][number]; memberId: string; cause: Cause };

/** Gives the live actions whose accountable officer's role has ended or is suspended on a day, in no order. */
export const unaccountedOf = (entire: Plan, today: IsoDate): Unaccounted[] => {
  const plan = planOn(entire, today);
  const live = new Set(liveRowsOf(plan, today).map(({ kind, id }) => `${kind} ${id}`));
  const gone = new Map(
    plan.members.flatMap((member) => {
      const cause = causesOf(member, null, today).find(({ key }) => key === 'ended' || key === 'suspended');
      return cause ? [[member.id, cause] as const] : [];
    }),
  );
  return plan.actions.flatMap((action) => {
    const cause = gone.get(action.accountableId ?? '');
    return cause && live.has(`action ${action.id}`) ? [{ action, memberId: action.accountableId ?? '', cause }] : [];
  });
};

const weights = keysOf(orphanCauses);
const weightOf = ({ causes: [first] }: Orphan): number => (first ? weights.indexOf(first.key) : weights.length);

/**
 * Gives the owners of live work whom nobody reaches on a day, the weightiest cause first: their role ended or is suspended,
 * mail to them came back, or nothing was heard from them in thirty days while work was theirs all that time and a report on it
 * is late. Whoever is covered for on the day is not silent: they are away.
 */
export const orphansOf = (entire: Plan, today: IsoDate): Orphan[] => {
  const plan = planOn(entire, today);
  const heard = heardIn(plan, today);
  const covers = coversOn(plan, today);
  const rowsOf = Map.groupBy(liveRowsOf(plan, today), ({ ownerId }) => ownerId);
  return plan.members
    .flatMap((member): Orphan[] => {
      const rows = rowsOf.get(member.id) ?? [];
      if (rows.length === 0) return [];
      const covering = covers
        .filter(({ memberId }) => memberId === member.id)
        .toSorted((a, b) => compareText(b.endsOn, a.endsOn) || compareText(a.id, b.id))[0];
      const silent = covering ? null : silence(plan, heard, member, rows, today);
      const causes = causesOf(member, silent, today);
      if (causes.length === 0) return [];
      return [
        {
          memberId: member.id,
          causes,
          since: causes.map(({ since }) => since).reduce((a, b) => (a < b ? a : b)),
          lastHeardOn: heard.last(member.id),
          cover: covering ? { deputyId: covering.deputyId, endsOn: covering.endsOn } : null,
          rows,
        },
      ];
    })
    .toSorted(
      (a, b) => weightOf(a) - weightOf(b) || b.rows.length - a.rows.length || compareText(a.memberId, b.memberId),
    );
};
