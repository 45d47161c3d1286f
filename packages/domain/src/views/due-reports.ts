/** What each kind of row that is due from a person shows: those that take an update. */
import type { Action } from '../action.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import type { DeliveryStatus } from '../rules/delivery.ts';
import { deliveryOf, slipOf, stageOn } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import type { MilestoneStatus } from '../rules/milestone.ts';
import { milestoneStateOf } from '../rules/milestone.ts';
import { unchangedOf, unchangedWords } from '../rules/no-change.ts';
import { actionReportsOf, requirementUpdatesOf } from '../rules/reported.ts';
import type { ReportStatus } from '../rules/reporting.ts';
import { isAskedFor } from '../rules/reporting.ts';
import type { RequirementStatus } from '../rules/requirement.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { Confidence, Rating, Stage, Status, UpdateKind, UpdateState } from '../scales.ts';
import { ratings, stages, statusOf, updateStates } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate, formatLoose } from '../words.ts';
import type { DueRow, Part } from './due-row.ts';
import { titleIn } from './due-row.ts';

/** What was said last of a row, and what became of it. */
export type LastReport = {
  id: string;
  on: IsoDate;
  daysAgo: number;
  by: string | null;
  byId: string | null;
  kind: UpdateKind;
  rating: Status<Rating> | null;
  confidence: Confidence | null;
  words: string;
  recovery: string | null;
  forecast: IsoDate | null;
  state: Status<UpdateState>;
  reviewNote: string | null;
};

/** Whether “No change” may stand: what it would say, or the sentence that says why it can't. */
type Unchanged = { possible: true; says: string } | { possible: false; why: string };

/** A step of an action that is not done. */
export type OpenMilestone = {
  id: string;
  version: number;
  title: string;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  /** How far the due date was moved from the original one. */
  slipDays: number;
  status: MilestoneStatus;
};

export type DueAction = DueRow & {
  kind: 'action';
  code: string;
  title: string;
  stage: Stage;
  stageLabel: string;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  /** How far the due date was moved from the original one, and how many times. */
  slipDays: number;
  moves: number;
  delivery: DeliveryStatus;
  milestones: OpenMilestone[];
  last: LastReport | null;
  unchanged: Unchanged;
  /** The date that is asked for and not decided; null where none is. */
  askedDate: IsoDate | null;
};

export type DueRequirement = DueRow & {
  kind: 'requirement';
  code: string;
  title: string;
  due: string | null;
  state: RequirementStatus;
  last: LastReport | null;
  unchanged: Unchanged;
};

const lastReport = (plan: Plan, update: Recorded<Update>, today: IsoDate): LastReport => ({
  id: update.id,
  on: update.on,
  daysAgo: daysBetween(update.on, today),
  by: titleIn(plan, update.byId),
  byId: update.byId,
  kind: update.kind,
  rating: update.rating === null ? null : statusOf(ratings, update.rating, update.words),
  confidence: update.confidence,
  words: update.words,
  recovery: update.recovery,
  forecast: update.forecast,
  state: statusOf(
    updateStates,
    update.state,
    update.reviewedOn === null
      ? 'The programme office has not looked at it yet.'
      : `${updateStates[update.state].label} on ${formatDate(update.reviewedOn)}.`,
  ),
  reviewNote: update.reviewNote,
});

const unchangedIn = (
  reports: readonly Recorded<Update>[],
  dates: { due: IsoDate | null; forecast: IsoDate | null },
  today: IsoDate,
): Unchanged => {
  const found = unchangedOf(reports, dates, today);
  if ('why' in found) return { possible: false, why: found.why };
  const { rating } = found.last;
  const again = rating === null ? unchangedWords(found.since) : `${ratings[rating].label} again.`;
  const stays = dates.forecast === null ? '' : ` Forecast stays ${formatDate(dates.forecast)}.`;
  return { possible: true, says: `${again}${stays}` };
};

const openMilestones = (plan: Plan, action: Action, today: IsoDate): OpenMilestone[] =>
  plan.milestones
    .filter(
      ({ actionId, withdrawnOn, doneOn }) =>
        actionId === action.id && withdrawnOn === null && (doneOn === null || doneOn > today),
    )
    .toSorted((a, b) => compareText(a.currentDue, b.currentDue) || compareText(a.id, b.id))
    .map((milestone) => ({
      id: milestone.id,
      version: milestone.version,
      title: milestone.title,
      originalDue: milestone.originalDue,
      currentDue: milestone.currentDue,
      forecast: milestone.forecast,
      slipDays: daysBetween(milestone.originalDue, milestone.currentDue),
      status: milestoneStateOf(milestone, today),
    }));

const silence = (reports: readonly Recorded<Update>[], today: IsoDate): number | null => {
  const last = reports.at(-1);
  return last ? daysBetween(last.on, today) : null;
};

export const dueAction = (
  plan: Plan,
  action: Recorded<Action>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueAction => {
  const reports = actionReportsOf(plan, action).filter(({ on }) => on <= today);
  const last = reports.at(-1);
  const stage = stageOn(plan, action, today);
  const slip = slipOf(plan, action);
  return {
    kind: 'action',
    key: `action ${action.id}`,
    id: action.id,
    code: action.code,
    title: action.title,
    report,
    asked: isAskedFor(report),
    part,
    mark: action.mark,
    silentDays: silence(reports, today),
    stage,
    stageLabel: stages[stage].label,
    originalDue: action.originalDue,
    currentDue: action.currentDue,
    forecast: action.forecast,
    slipDays: slip.days,
    moves: slip.times,
    delivery: deliveryOf(plan, action, today),
    milestones: openMilestones(plan, action, today),
    last: last ? lastReport(plan, last, today) : null,
    unchanged: unchangedIn(reports, { due: action.currentDue, forecast: action.forecast }, today),
    askedDate: plan.dateChanges.find(({ actionId, state }) => actionId === action.id && state === 'asked')?.to ?? null,
  };
};

export const dueRequirement = (
  plan: Plan,
  requirement: Recorded<Requirement>,
  report: ReportStatus,
  part: Part,
  today: IsoDate,
): DueRequirement => {
  const reports = requirementUpdatesOf(plan, requirement).filter(({ on }) => on <= today);
  const last = reports.at(-1);
  const state = requirementStateOf(plan, requirement, today);
  return {
    kind: 'requirement',
    key: `requirement ${requirement.id}`,
    id: requirement.id,
    code: requirement.code,
    title: requirement.title,
    report,
    asked: isAskedFor(report),
    part,
    mark: requirement.mark,
    silentDays: silence(reports, today),
    due: state.due && formatLoose(state.due),
    state,
    last: last ? lastReport(plan, last, today) : null,
    unchanged: unchangedIn(reports, { due: state.due?.latest ?? null, forecast: null }, today),
  };
};
