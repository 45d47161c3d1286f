/** The register of actions: one line each, small enough for ten thousand of them to be filtered on a page. */
import type { Action } from '../action.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { declaredOf, deliveryOf, slipOf, stageOn, updatesOf } from '../rules/delivery.ts';
import { declaredDiffers } from '../rules/differs.ts';
import { planOn } from '../rules/known.ts';
import { coversOn } from '../rules/owners.ts';
import { actionReportOf } from '../rules/reported.ts';
import type { Delivery, Mark, Rating, ReportState, Stage } from '../scales.ts';
import { inFocusOn } from './focus.ts';

/** One action of the register. Days are whole days; `order` is the place of its code among all. */
export type ActionLine = {
  id: string;
  code: string;
  title: string;
  order: number;
  /** The primary area. */
  areaId: string | null;
  leadId: string | null;
  deputyId: string | null;
  organisation: string;
  stage: Stage;
  declared: { rating: Rating; on: IsoDate } | null;
  delivery: Delivery;
  /** What the computed delivery is about: days overdue, late, silent or left. */
  days: number | null;
  reason: string;
  /** Declared green beside a computed delivery that is not. */
  differs: boolean;
  originalDue: IsoDate;
  currentDue: IsoDate;
  forecast: IsoDate | null;
  slipDays: number;
  moves: number;
  lastUpdate: IsoDate | null;
  /** Days since the last update; null where there was none. */
  silentDays: number | null;
  /** No update within the days that the notice sets, while there is something to report. */
  silent: boolean;
  /** Where its report stands in the reporting period, with the days left or over; null where none is asked for. */
  report: { state: ReportState; days: number | null } | null;
  /** In the focus list of the period that runs. */
  focus: boolean;
  mark: Mark;
};

/** A choice of a filter, in the order to offer it. */
type Named = { id: string; title: string };

export type ActionListView = {
  today: IsoDate;
  updateEveryDays: number;
  /** In the order of their codes. */
  lines: ActionLine[];
  areas: (Named & { number: number })[];
  /** Everyone who leads or deputises for an action, by title. */
  people: Named[];
  organisations: string[];
  /** Who covers for whom on the day. */
  covers: { memberId: string; deputyId: string }[];
};

const byCode = new Intl.Collator('en-GB', { numeric: true });
const reporting: readonly Stage[] = ['notStarted', 'inProgress'];

const lineOf = (plan: Plan, action: Recorded<Action>, order: number, focus: boolean, today: IsoDate): ActionLine => {
  const declared = declaredOf(plan, action);
  const delivery = deliveryOf(plan, action, today);
  const stage = stageOn(plan, action, today);
  const slip = slipOf(plan, action);
  const lastUpdate = updatesOf(plan, action).findLast(({ on }) => on <= today)?.on ?? null;
  const report = actionReportOf(plan, action, today);
  const silentDays = lastUpdate === null ? null : daysBetween(lastUpdate, today);
  return {
    id: action.id,
    code: action.code,
    title: action.title,
    order,
    areaId: action.areaIds[0] ?? null,
    leadId: action.leadId,
    deputyId: action.deputyId,
    organisation: action.organisation,
    stage,
    declared: declared && { rating: declared.rating, on: declared.on },
    delivery: delivery.key,
    days: delivery.days,
    reason: delivery.reason,
    differs: declaredDiffers(declared, delivery),
    originalDue: action.originalDue,
    currentDue: action.currentDue,
    forecast: action.forecast,
    slipDays: slip.days,
    moves: slip.times,
    lastUpdate,
    silentDays,
    silent: reporting.includes(stage) && (silentDays === null || silentDays > plan.notice.updateEveryDays),
    report: report && { state: report.key, days: report.days },
    focus,
    mark: action.mark,
  };
};

/** Gives the register of a notice's actions on a day. */
export const actionListOf = (entire: Plan, today: IsoDate): ActionListView => {
  const plan = planOn(entire, today);
  const ordered = plan.actions.toSorted((a, b) => byCode.compare(a.code, b.code));
  const focus = inFocusOn(plan, today);
  const named = new Set(ordered.flatMap(({ leadId, deputyId }) => [leadId, deputyId]));
  return {
    today,
    updateEveryDays: plan.notice.updateEveryDays,
    lines: ordered.map((action, index) => lineOf(plan, action, index, focus.has(action.id), today)),
    areas: plan.areas
      .map(({ id, number, title }) => ({ id, number, title }))
      .toSorted((a, b) => a.number - b.number || byCode.compare(a.id, b.id)),
    people: plan.members
      .filter(({ id }) => named.has(id))
      .map(({ id, title }) => ({ id, title }))
      .toSorted((a, b) => byCode.compare(a.title, b.title)),
    organisations: [...new Set(ordered.map(({ organisation }) => organisation))].toSorted(byCode.compare),
    covers: coversOn(plan, today).map(({ memberId, deputyId }) => ({ memberId, deputyId })),
  };
};
