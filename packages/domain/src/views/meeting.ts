/** One meeting: its day and papers, who comes, what it talks about, and what it is told of each area. */
import { areaSubject } from '../changes/area.ts';
import { agendaItemSubject } from '../changes/agenda.ts';
import { findRow } from '../changes/references.ts';
import { londonDay } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { isInForce } from '../rules/in-force.ts';
import { planOn } from '../rules/known.ts';
import { aboutOfItem, agendaOf, recordedOf } from '../rules/minuted.ts';
import { proposalsOf } from '../rules/proposals.ts';
import { type Quorum, quorumOf, sitsOnBoard } from '../rules/quorum.ts';
import type { AgendaKind, Ask, AttendanceState, Mark, Outcome, PackSection } from '../scales.ts';
import { agendaKinds, asks, outcomes, roles, sectors } from '../scales.ts';
import { type MeetingLine, meetingLineOf } from './meetings.ts';
import type { RowLink } from './row-link.ts';

export type AgendaLine = {
  id: string;
  version: number;
  position: number;
  kind: { key: AgendaKind; label: string };
  ask: { key: Ask; label: string };
  title: string;
  note: string | null;
  /** The page of what it is about; null where it is about nothing. */
  link: RowLink;
  /** Who put it on the agenda, and whether that was after the papers were due. */
  by: string | null;
  late: boolean;
  /** What the meeting did with it; null while it did nothing. */
  outcome: { key: Outcome; label: string } | null;
  /** Whose it is to change. */
  subject: Subject;
  mark: Mark;
};

export type AttendanceLine = {
  memberId: string;
  /** 0 where they are not invited. */
  version: number;
  title: string;
  organisation: string;
  sector: string | null;
  /** "Board member, Officer". */
  roles: string;
  /** Whether they count for the quorum. */
  seat: boolean;
  state: AttendanceState;
};

export type OfferLine = { kind: Exclude<AgendaKind, 'item'>; id: string; ask: string; title: string; reason: string };

export type AreaReportLine = {
  area: { id: string; number: number; title: string };
  /** 0 where nothing was said of it yet. */
  version: number;
  why: string | null;
  effect: string | null;
  evidence: { id: string; caption: string }[];
  nextStep: string | null;
  by: string | null;
  on: IsoDate | null;
  mark: Mark;
  /** The evidence that the area has, to choose from. */
  choices: { id: string; caption: string }[];
  subject: Subject;
};

export type MeetingView = MeetingLine & {
  version: number;
  /** Whether anything of it may still be changed. */
  live: boolean;
  closed: { on: IsoDate; by: string | null } | null;
  sections: PackSection[];
  keyPoints: string[];
  minutes: string | null;
  agenda: AgendaLine[];
  /** What needs the meeting and is not on its agenda; nothing once it is over. */
  offers: OfferLine[];
  attendance: AttendanceLine[];
  quorum: Quorum;
  /** Who could be invited besides. */
  others: { memberId: string; title: string; organisation: string }[];
  areaReports: AreaReportLine[];
};

const titleOf = (plan: Plan, memberId: string | null): string | null =>
  plan.members.find(({ id }) => id === memberId)?.title ?? null;

type Item = Plan['agendaItems'][number];

/** Gives the page of what an item is about: of a date change its action, of a question what was asked about. */
export const pageOfItem = (plan: Plan, item: Item): RowLink => {
  const { actionId, measureId, requirementId, areaId } = aboutOfItem(plan, item);
  if (actionId !== null) return { page: 'actions', id: actionId };
  if (measureId !== null) return { page: 'measures', id: measureId };
  if (requirementId !== null) return { page: 'requirements', id: requirementId };
  return areaId === null ? null : { page: 'areas', id: areaId };
};

const agendaLine = (plan: Plan, item: Item, papersDueOn: IsoDate): AgendaLine => {
  const done = recordedOf(plan, item.id).at(-1);
  return {
    id: item.id,
    version: item.version,
    position: item.position,
    kind: { key: item.kind, label: agendaKinds[item.kind].label },
    ask: { key: item.ask, label: asks[item.ask].label },
    title: item.title,
    note: item.note,
    link: pageOfItem(plan, item),
    by: titleOf(plan, item.byId),
    late: londonDay(item.addedAt) > papersDueOn,
    outcome: done ? { key: done.outcome, label: outcomes[done.outcome].label } : null,
    subject: agendaItemSubject(plan, item),
    mark: item.mark,
  };
};

const orderOfSeats = ['chair', 'boardMember', 'parentCarerForum'] as const;
const placeOf = ({ roles: held }: Plan['members'][number]): number => {
  const place = orderOfSeats.findIndex((role) => held.includes(role));
  return place < 0 ? orderOfSeats.length : place;
};

const attendanceOf = (plan: Plan, meetingId: string): AttendanceLine[] => {
  const byMember = new Map(
    plan.attendances.filter((row) => row.meetingId === meetingId).map((row) => [row.memberId, row]),
  );
  return plan.members
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.title.localeCompare(b.title, 'en'))
    .flatMap((member) => {
      const row = byMember.get(member.id);
      if (!row) return [];
      const { title, organisation, sector } = member;
      return [
        {
          memberId: member.id,
          version: row.version,
          title,
          organisation,
          sector: sector && sectors[sector].label,
          roles: member.roles.map((role) => roles[role].label).join(', '),
          seat: sitsOnBoard(member),
          state: row.state,
        },
      ];
    });
};

const areaReportsOf = (plan: Plan, meetingId: string, today: IsoDate): AreaReportLine[] => {
  const standing = plan.evidence.filter(({ withdrawnOn }) => withdrawnOn === null);
  return plan.areas
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .toSorted((a, b) => a.number - b.number)
    .map(({ id, number, title }) => {
      const row = plan.areaReports.find((each) => each.meetingId === meetingId && each.areaId === id);
      const actions = new Set(plan.actions.filter(({ areaIds }) => areaIds.includes(id)).map((action) => action.id));
      const measures = new Set(plan.measures.filter(({ areaId }) => areaId === id).map((measure) => measure.id));
      const of = standing.filter(
        ({ areaIds, actionIds, measureIds }) =>
          areaIds.includes(id) ||
          actionIds.some((each) => actions.has(each)) ||
          measureIds.some((each) => measures.has(each)),
      );
      return {
        area: { id, number, title },
        version: row?.version ?? 0,
        why: row?.why ?? null,
        effect: row?.effect ?? null,
        evidence: (row?.evidenceIds ?? []).flatMap((each) => {
          const found = plan.evidence.find((evidence) => evidence.id === each);
          return found ? [{ id: found.id, caption: found.caption }] : [];
        }),
        nextStep: row?.nextStep ?? null,
        by: titleOf(plan, row?.byId ?? null),
        on: row?.on ?? null,
        mark: row?.mark ?? 'own',
        choices: of.map((each) => ({ id: each.id, caption: each.caption })),
        subject: areaSubject(plan, id, today),
      };
    });
};

/** Gives one meeting on a day. Throws `notFound`. */
export const meetingView = (entire: Plan, today: IsoDate, id: string): MeetingView => {
  const plan = planOn(entire, today);
  const meeting = findRow(plan.meetings, id, 'meeting');
  const { version, state, closedOn, closedById, sections, keyPoints, minutes, papersDueOn } = meeting;
  const live = state === 'planned' || state === 'open';
  const attendance = attendanceOf(plan, id);
  const there = new Set(attendance.map(({ memberId }) => memberId));
  return {
    ...meetingLineOf(plan, meeting, today),
    version,
    live,
    closed: closedOn === null ? null : { on: closedOn, by: titleOf(plan, closedById) },
    sections,
    keyPoints,
    minutes,
    agenda: agendaOf(plan, id).map((item) => agendaLine(plan, item, papersDueOn)),
    offers: live
      ? proposalsOf(plan, meeting, today).map(({ about: _about, ask, ...offer }) => ({
          ...offer,
          ask: asks[ask].label,
        }))
      : [],
    attendance,
    quorum: quorumOf(plan, id),
    others: plan.members
      .filter((member) => !there.has(member.id) && isInForce(member, meeting.on > today ? meeting.on : today))
      .map((member) => ({ memberId: member.id, title: member.title, organisation: member.organisation }))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
    areaReports: areaReportsOf(plan, id, today),
  };
};
