/** Builds a plan from rows in the order they were recorded: what the ledger's fold and the generator's replay share. */
import type { Instant, Recorded } from './fields.ts';
import type { Entity, Erased, Head, Plan, Rows } from './plan.ts';

/** Where a plan keeps the rows of each entity. */
export const collectionOf = {
  notice: 'notice',
  noticeEvent: 'events',
  member: 'members',
  area: 'areas',
  requirement: 'requirements',
  requirementDate: 'requirementDates',
  measure: 'measures',
  target: 'targets',
  reading: 'readings',
  benchmark: 'benchmarks',
  action: 'actions',
  stageChange: 'stageChanges',
  milestone: 'milestones',
  update: 'updates',
  dateChange: 'dateChanges',
  evidence: 'evidence',
  waiver: 'waivers',
  challenge: 'challenges',
  cover: 'covers',
  handover: 'handovers',
  focus: 'focuses',
  family: 'families',
  familyMeasure: 'familyMeasures',
  starter: 'starters',
  rebase: 'rebases',
  commentary: 'commentaries',
  meeting: 'meetings',
  attendance: 'attendances',
  agendaItem: 'agendaItems',
  decision: 'decisions',
  areaReport: 'areaReports',
  frozen: 'frozen',
  planVersion: 'planVersions',
  judgement: 'judgements',
  reviewOutcome: 'reviewOutcomes',
  risk: 'risks',
} as const satisfies Record<Entity, keyof Plan>;

/** The latest row of each entity by its id. */
export type PlanRows = { [E in Entity]: Map<string, Recorded<Rows[E]>> };

/** One row as recorded: the whole row after the change, when and by whom. */
export type RecordedRow = { [E in Entity]: { entity: E; row: Rows[E]; at: Instant; by: string } }[Entity];

/** Gives rows with nothing in them, to fold into. */
export const emptyRows = (): PlanRows => ({
  notice: new Map(),
  noticeEvent: new Map(),
  member: new Map(),
  area: new Map(),
  requirement: new Map(),
  requirementDate: new Map(),
  measure: new Map(),
  target: new Map(),
  reading: new Map(),
  benchmark: new Map(),
  action: new Map(),
  stageChange: new Map(),
  milestone: new Map(),
  update: new Map(),
  dateChange: new Map(),
  evidence: new Map(),
  waiver: new Map(),
  challenge: new Map(),
  cover: new Map(),
  handover: new Map(),
  focus: new Map(),
  family: new Map(),
  familyMeasure: new Map(),
  starter: new Map(),
  rebase: new Map(),
  commentary: new Map(),
  meeting: new Map(),
  attendance: new Map(),
  agendaItem: new Map(),
  decision: new Map(),
  areaReport: new Map(),
  frozen: new Map(),
  planVersion: new Map(),
  judgement: new Map(),
  reviewOutcome: new Map(),
  risk: new Map(),
});

/** Puts a recorded row in the place of the one before it. Changes `rows`, which a fold of thousands of entries would otherwise copy each time. */
export const applyRow = (rows: PlanRows, { entity, row, at, by }: RecordedRow): void => {
  const kept = rows[entity] as Map<string, Recorded<typeof row>>;
  kept.set(row.id, { ...row, addedAt: kept.get(row.id)?.addedAt ?? at, recordedAt: at, recordedBy: by });
};

const sorted = <Row extends { id: string }>(rows: ReadonlyMap<string, Row>): Row[] =>
  [...rows.values()].toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));

/** Gives the plan that the rows make at a position of the ledger, each collection sorted by id; null before the notice itself was recorded. */
export const planOf = (rows: PlanRows, head: Head, erased: readonly Erased[] = []): Plan | null => {
  const [notice] = rows.notice.values();
  if (!notice) return null;
  return {
    notice,
    events: sorted(rows.noticeEvent),
    members: sorted(rows.member),
    areas: sorted(rows.area),
    requirements: sorted(rows.requirement),
    requirementDates: sorted(rows.requirementDate),
    measures: sorted(rows.measure),
    targets: sorted(rows.target),
    readings: sorted(rows.reading),
    benchmarks: sorted(rows.benchmark),
    actions: sorted(rows.action),
    stageChanges: sorted(rows.stageChange),
    milestones: sorted(rows.milestone),
    updates: sorted(rows.update),
    dateChanges: sorted(rows.dateChange),
    evidence: sorted(rows.evidence),
    waivers: sorted(rows.waiver),
    challenges: sorted(rows.challenge),
    covers: sorted(rows.cover),
    handovers: sorted(rows.handover),
    focuses: sorted(rows.focus),
    families: sorted(rows.family),
    familyMeasures: sorted(rows.familyMeasure),
    starters: sorted(rows.starter),
    rebases: sorted(rows.rebase),
    commentaries: sorted(rows.commentary),
    meetings: sorted(rows.meeting),
    attendances: sorted(rows.attendance),
    agendaItems: sorted(rows.agendaItem),
    decisions: sorted(rows.decision),
    areaReports: sorted(rows.areaReport),
    frozen: sorted(rows.frozen),
    planVersions: sorted(rows.planVersion),
    judgements: sorted(rows.judgement),
    reviewOutcomes: sorted(rows.reviewOutcome),
    risks: sorted(rows.risk),
    head,
    erased,
  };
};
