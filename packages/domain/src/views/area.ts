/** One area of weakness on a page: what was found, what is done about it, and whether anything moves. */
import type { Area } from '../area.ts';
import { areaCompletionChart } from '../charts/area-completion.ts';
import type { ChartModel } from '../charts/model.ts';
import { findRow } from '../changes/references.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import type { Delivery, ReportState } from '../scales.ts';
import { formatDate, formatNumber, plural } from '../words.ts';
import type { ActionLine } from './action-list.ts';
import { actionListOf } from './action-list.ts';
import { sponsorOf } from './areas.ts';
import type { MeasureLine } from './measures.ts';
import { measureLines } from './measures.ts';
import type { AreaLine } from './position-areas.ts';
import { areaLineOf, areaLinesOf } from './position-areas.ts';
import type { RequirementLine } from './position-requirements.ts';
import { requirementLinesOf } from './position-requirements.ts';
import type { QuestionLine } from './questions.ts';
import { questionsAbout } from './questions.ts';
import type { RiskLine } from './risks.ts';
import { openRisksOf } from './risks.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';
import { countReports } from './updates.ts';

/** An action as its area lists it. */
export type AreaAction = ActionLine & { lead: string | null };

type Neighbour = { id: string; number: number; title: string } | null;

export type AreaView = AreaLine & {
  today: IsoDate;
  version: number;
  /** What the area comes down to on the day. */
  message: string;
  /** How many areas stand. */
  areas: number;
  withdrawn: string | null;
  /** Why it was released from monitoring, where that is recorded. */
  releaseReason: string | null;
  statement: string;
  source: SourceView;
  sponsor: string | null;
  /** Worst first: those whose primary area it is, and those of other areas that also serve it. */
  own: AreaAction[];
  also: AreaAction[];
  /** Where the reports of its own actions stand in the reporting period. */
  reports: Record<ReportState, number>;
  /** Worst first. */
  measures: MeasureLine[];
  /** Null while the area has no actions. */
  completion: ChartModel | null;
  requirements: RequirementLine[];
  questions: QuestionLine[];
  /** Those that are open, the worst first. */
  risks: RiskLine[];
  previous: Neighbour;
  next: Neighbour;
  illustrative: { actions: boolean; measures: boolean };
};

/** Worst first; a lead's word that it is delivered is not worse than work that goes well. */
const order: readonly Delivery[] = [
  'overdue',
  'forecastLate',
  'noUpdate',
  'dueSoon',
  'onTrack',
  'deliveredNotEvidenced',
  'complete',
  'withdrawn',
];

/** The longest overdue, late or silent comes first (never reported on is the most silent), and of what is due the soonest. */
const weightOf = ({ delivery, days }: ActionLine): number => {
  if (delivery === 'noUpdate') return days ?? Number.MAX_VALUE;
  return delivery === 'dueSoon' || delivery === 'onTrack' ? -(days ?? 0) : (days ?? 0);
};

const worstFirst = (a: ActionLine, b: ActionLine): number =>
  order.indexOf(a.delivery) - order.indexOf(b.delivery) || weightOf(b) - weightOf(a) || a.order - b.order;

const actionsMessage = ({ delivery, actions }: AreaLine): string => {
  const standing = actions - delivery.withdrawn;
  if (standing === 0) return 'no actions yet';
  const key = delivery.overdue > 0 ? 'overdue' : 'complete';
  return `${formatNumber(delivery[key], 0)} of ${plural(standing, 'action')} ${key}`;
};

const measuresMessage = ({ impact }: AreaLine): string => {
  const total = Object.values(impact).reduce((sum, count) => sum + count, 0);
  if (total === 0) return 'no measures yet';
  const of = `of ${plural(total, 'measure')}`;
  const missed = impact.floorMissed + impact.targetMissed;
  if (missed > 0) {
    const what = impact.floorMissed === missed ? 'floor' : 'target';
    return `${formatNumber(missed, 0)} ${of} ${missed === 1 ? 'misses its' : 'miss their'} ${what}`;
  }
  if (impact.noReading === total) return total === 1 ? 'its measure has no reading' : 'no measure has a reading';
  return `${formatNumber(impact.targetMet, 0)} ${of} ${impact.targetMet === 1 ? 'meets its' : 'meet their'} target`;
};

const neighbour = (areas: readonly AreaLine[], place: number): Neighbour => {
  const found = areas[place];
  return found ? { id: found.id, number: found.number, title: found.title } : null;
};

const actionsServing = (plan: Plan, area: Area, today: IsoDate): { own: AreaAction[]; also: AreaAction[] } => {
  const titles = new Map(plan.members.map(({ id, title }) => [id, title]));
  const serving = new Set(plan.actions.filter(({ areaIds }) => areaIds.includes(area.id)).map(({ id }) => id));
  const lines = actionListOf(plan, today)
    .lines.filter(({ id }) => serving.has(id))
    .toSorted(worstFirst)
    .map((line) => ({ ...line, lead: titles.get(line.leadId ?? '') ?? null }));
  return {
    own: lines.filter(({ areaId }) => areaId === area.id),
    also: lines.filter(({ areaId }) => areaId !== area.id),
  };
};

/** Gives the ids of the requirements that an area's own actions serve or its measures would prove. */
const requirementsServed = (plan: Plan, area: Area): ReadonlySet<string> => {
  const measured = new Set(plan.measures.filter(({ areaId }) => areaId === area.id).map(({ id }) => id));
  return new Set([
    ...plan.actions.flatMap(({ areaIds, requirementIds }) => (areaIds[0] === area.id ? requirementIds : [])),
    ...plan.requirements.filter(({ measureIds }) => measureIds.some((id) => measured.has(id))).map(({ id }) => id),
  ]);
};

/** Gives the page of an area on a day. Throws `notFound` where the plan of that day has none of that id. */
export const areaOf = (entire: Plan, areaId: string, today: IsoDate): AreaView => {
  const plan = planOn(entire, today);
  const area = findRow(plan.areas, areaId, 'area');
  const line = areaLineOf(plan, area, today);
  const areas = areaLinesOf(plan, today);
  const place = areas.findIndex(({ id }) => id === areaId);
  const { own, also } = actionsServing(plan, area, today);
  const measures = measureLines(
    plan,
    plan.measures.filter((measure) => measure.areaId === areaId),
    today,
  );
  const served = requirementsServed(plan, area);
  return {
    ...line,
    today,
    version: area.version,
    message: `${actionsMessage(line)}, ${measuresMessage(line)}`,
    areas: areas.length,
    withdrawn: area.withdrawnOn === null ? null : `Withdrawn on ${formatDate(area.withdrawnOn)}`,
    releaseReason: line.released === null ? null : area.releaseReason,
    statement: area.statement,
    source: sourceView(area, today),
    sponsor: sponsorOf(plan, area),
    own,
    also,
    reports: countReports(own.map(({ report }) => report?.state ?? null)),
    measures,
    completion: areaCompletionChart(plan, area, today),
    requirements: requirementLinesOf(plan, today).filter(({ id }) => served.has(id)),
    questions: questionsAbout(plan, { areaId }, today),
    risks: openRisksOf(plan, ({ areaIds }) => areaIds.includes(areaId)),
    previous: place > 0 ? neighbour(areas, place - 1) : null,
    next: place === -1 ? null : neighbour(areas, place + 1),
    illustrative: {
      actions: isIllustrative(own),
      measures: measures.some(({ target }) => target?.source.mark === 'illustrative'),
    },
  };
};
