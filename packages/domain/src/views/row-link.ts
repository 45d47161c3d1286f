import type { Plan } from '../plan.ts';

/** Where a row is shown: the page of the thing that it is or hangs on; null where no page shows it. */
export type RowLink = {
  page:
    | 'actions'
    | 'measures'
    | 'requirements'
    | 'areas'
    | 'evidence'
    | 'meetings'
    | 'risks'
    | 'events'
    | 'planVersions';
  id: string;
} | null;

type Fields = Readonly<Record<string, unknown>>;

const pages = [
  { page: 'actions', entity: 'action', parent: 'actionId' },
  { page: 'measures', entity: 'measure', parent: 'measureId' },
  { page: 'requirements', entity: 'requirement', parent: 'requirementId' },
  { page: 'areas', entity: 'area', parent: 'areaId' },
  { page: 'evidence', entity: 'evidence', parent: null },
  { page: 'meetings', entity: 'meeting', parent: null },
  { page: 'risks', entity: 'risk', parent: null },
  // All of these stand on one page.
  { page: 'events', entity: 'noticeEvent', parent: null },
  { page: 'planVersions', entity: 'planVersion', parent: null },
] as const;

/** What belongs to a meeting rather than to what it is about. */
const ofMeetings = new Set(['attendance', 'agendaItem', 'decision', 'areaReport', 'frozen', 'reviewOutcome']);

/** Gives the page of a row, as far as the plan holds what that page shows. */
export const rowLinkOf = (plan: Plan, entity: string, entityId: string, row: Fields | null): RowLink => {
  const meetingId = ofMeetings.has(entity) ? row?.['meetingId'] : null;
  if (typeof meetingId === 'string')
    return plan.meetings.some((each) => each.id === meetingId) ? { page: 'meetings', id: meetingId } : null;
  for (const { page, entity: own, parent } of pages) {
    const id = entity === own ? entityId : parent === null ? null : row?.[parent];
    if (typeof id === 'string') return plan[page].some((each) => each.id === id) ? { page, id } : null;
  }
  return null;
};

type About = {
  actionId: string | null;
  measureId: string | null;
  requirementId: string | null;
  areaId?: string | null;
};
const about = (row: About) => row.actionId ?? row.measureId ?? row.requirementId ?? row.areaId ?? null;

type RowIds = Readonly<Record<string, string[]>>;

const together = (...all: readonly RowIds[]): RowIds => {
  const ids: Record<string, string[]> = {};
  for (const [entity, more] of all.flatMap((each) => Object.entries(each)))
    ids[entity] = [...(ids[entity] ?? []), ...more];
  return ids;
};

/**
 * Gives the ids of a row and of everything that hangs on it, by entity: what its history is made of. On an area hang its
 * measures and the actions that serve it.
 */
export const rowsAbout = (plan: Plan, entity: string, id: string): RowIds => {
  const of = <Row extends { id: string }>(rows: readonly Row[], parent: (row: Row) => string | null): string[] =>
    rows.filter((row) => parent(row) === id).map((row) => row.id);
  const itself = { [entity]: [id] };
  const askedAndHandedOver = { challenge: of(plan.challenges, about), handover: of(plan.handovers, about) };
  switch (entity) {
    case 'area':
      return together(
        itself,
        ...plan.actions.filter(({ areaIds }) => areaIds.includes(id)).map((row) => rowsAbout(plan, 'action', row.id)),
        ...plan.measures.filter(({ areaId }) => areaId === id).map((row) => rowsAbout(plan, 'measure', row.id)),
        {
          evidence: plan.evidence.filter(({ areaIds }) => areaIds.includes(id)).map((row) => row.id),
          risk: plan.risks.filter(({ areaIds }) => areaIds.includes(id)).map((row) => row.id),
        },
        { challenge: of(plan.challenges, about), judgement: of(plan.judgements, ({ areaId }) => areaId) },
      );
    case 'action':
      return {
        ...itself,
        stageChange: of(plan.stageChanges, ({ actionId }) => actionId),
        milestone: of(plan.milestones, ({ actionId }) => actionId),
        update: of(plan.updates, ({ actionId }) => actionId),
        dateChange: of(plan.dateChanges, ({ actionId }) => actionId),
        waiver: of(plan.waivers, ({ actionId }) => actionId),
        ...askedAndHandedOver,
        evidence: plan.evidence.filter(({ actionIds }) => actionIds.includes(id)).map((row) => row.id),
      };
    case 'measure':
      return {
        ...itself,
        target: of(plan.targets, ({ measureId }) => measureId),
        reading: of(plan.readings, ({ measureId }) => measureId),
        benchmark: of(plan.benchmarks, ({ measureId }) => measureId),
        update: of(plan.updates, ({ measureId }) => measureId),
        commentary: of(plan.commentaries, ({ measureId }) => measureId),
        ...askedAndHandedOver,
        evidence: plan.evidence.filter(({ measureIds }) => measureIds.includes(id)).map((row) => row.id),
      };
    case 'requirement':
      return {
        ...itself,
        requirementDate: of(plan.requirementDates, ({ requirementId }) => requirementId),
        update: of(plan.updates, ({ requirementId }) => requirementId),
        judgement: of(plan.judgements, ({ requirementId }) => requirementId),
        ...askedAndHandedOver,
        evidence: plan.evidence.filter(({ requirementIds }) => requirementIds.includes(id)).map((row) => row.id),
      };
    case 'meeting':
      return {
        ...itself,
        attendance: of(plan.attendances, ({ meetingId }) => meetingId),
        agendaItem: of(plan.agendaItems, ({ meetingId }) => meetingId),
        decision: of(plan.decisions, ({ meetingId }) => meetingId),
        areaReport: of(plan.areaReports, ({ meetingId }) => meetingId),
        frozen: of(plan.frozen, ({ meetingId }) => meetingId),
        judgement: of(plan.judgements, ({ meetingId }) => meetingId),
        reviewOutcome: of(plan.reviewOutcomes, ({ meetingId }) => meetingId),
      };
    case 'family':
      return { ...itself, familyMeasure: of(plan.familyMeasures, ({ familyId }) => familyId) };
    default:
      return itself;
  }
};
