import { endOfLondonDay, londonDay } from '../calendar.ts';
import type { Instant, IsoDate, Recorded } from '../fields.ts';
import { collectionOf } from '../fold.ts';
import type { Plan } from '../plan.ts';

// The same array where nothing is dropped: what is grouped or remembered by array stays good.
const kept = <Row>(rows: Row[], keep: (row: Row) => boolean): Row[] => (rows.every(keep) ? rows : rows.filter(keep));

/**
 * Gives what was known on a day: without the rows whose last change was recorded after the end of that day in London, and
 * without readings and benchmarks of a period that had not ended. Every view starts with it, so that nothing recorded later
 * changes an earlier day.
 */
export const planOn = (plan: Plan, today: IsoDate): Plan => {
  const end = endOfLondonDay(today);
  const recorded = (row: Recorded<object>): boolean => row.recordedAt < end;
  const over = (row: Recorded<{ periodEnd: IsoDate }>): boolean => recorded(row) && row.periodEnd <= today;
  return {
    ...plan,
    events: kept(plan.events, recorded),
    members: kept(plan.members, recorded),
    areas: kept(plan.areas, recorded),
    requirements: kept(plan.requirements, recorded),
    requirementDates: kept(plan.requirementDates, recorded),
    measures: kept(plan.measures, recorded),
    targets: kept(plan.targets, recorded),
    readings: kept(plan.readings, over),
    benchmarks: kept(plan.benchmarks, over),
    actions: kept(plan.actions, recorded),
    stageChanges: kept(plan.stageChanges, recorded),
    milestones: kept(plan.milestones, recorded),
    updates: kept(plan.updates, recorded),
    dateChanges: kept(plan.dateChanges, recorded),
    evidence: kept(plan.evidence, recorded),
    waivers: kept(plan.waivers, recorded),
    challenges: kept(plan.challenges, recorded),
    covers: kept(plan.covers, recorded),
    handovers: kept(plan.handovers, recorded),
    focuses: kept(plan.focuses, recorded),
    families: kept(plan.families, recorded),
    familyMeasures: kept(plan.familyMeasures, recorded),
    starters: kept(plan.starters, recorded),
    rebases: kept(plan.rebases, recorded),
    commentaries: kept(plan.commentaries, recorded),
    meetings: kept(plan.meetings, recorded),
    attendances: kept(plan.attendances, recorded),
    agendaItems: kept(plan.agendaItems, recorded),
    decisions: kept(plan.decisions, recorded),
    areaReports: kept(plan.areaReports, recorded),
    frozen: kept(plan.frozen, recorded),
    planVersions: kept(plan.planVersions, recorded),
    judgements: kept(plan.judgements, recorded),
    reviewOutcomes: kept(plan.reviewOutcomes, recorded),
    risks: kept(plan.risks, recorded),
  };
};

const lastDays = new WeakMap<Plan, IsoDate>();

/**
 * Gives the London day on which the newest of a plan's rows was recorded. On an earlier day the plan is not what stood: of a
 * row that was changed since it has only the later version.
 */
export const lastRecordedOn = (plan: Plan): IsoDate => {
  const known = lastDays.get(plan);
  if (known !== undefined) return known;
  const instants: Instant[] = Object.values(collectionOf).flatMap((collection) =>
    [plan[collection]].flat().map(({ recordedAt }) => recordedAt),
  );
  const last = londonDay(instants.reduce((newest, each) => (each > newest ? each : newest), plan.notice.recordedAt));
  lastDays.set(plan, last);
  return last;
};
