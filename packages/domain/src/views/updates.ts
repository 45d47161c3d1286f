/** The updates of a reporting period, or all that wait, for whoever accepts or returns them. */
import { whyNotReview } from '../changes/review-update.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import { actionReportOf, updatesBeside } from '../rules/reported.ts';
import type { Period } from '../rules/reporting.ts';
import { periodAt, periodBefore, periodOn } from '../rules/reporting.ts';
import type { Confidence, Mark, Rating, ReportState, UpdateKind, UpdateState } from '../scales.ts';
import { keysOf, reportStates } from '../scales.ts';
import type { Update } from '../update.ts';
import { titleIn } from './due-row.ts';
import type { ReviewLine } from './review.ts';
import { reviewOf } from './review.ts';
import type { RowLink } from './row-link.ts';

/** One update of the period. */
export type PeriodUpdate = {
  id: string;
  version: number;
  on: IsoDate;
  by: string;
  kind: UpdateKind;
  about: { link: RowLink; code: string; title: string; areaId: string | null; organisation: string | null };
  rating: Rating | null;
  confidence: Confidence | null;
  words: string;
  recovery: string | null;
  forecast: IsoDate | null;
  state: UpdateState;
  review: ReviewLine;
  /** Why the reader can't review it, as a sentence; null where they can, or where it was reviewed already. */
  locked: string | null;
  mark: Mark;
};

export type UpdatesView = {
  today: IsoDate;
  /** What is shown: a period, or all that wait. */
  showing: 'period' | 'waiting';
  /** Null before the first one, and where all that wait are shown. */
  period: Period | null;
  /** The days on which the periods beside the one that is shown close; null where there is none, or it is the one that runs. `runs`: this one does. */
  beside: { earlier: IsoDate | null; later: IsoDate | null; runs: boolean };
  /** How many updates wait to be accepted or returned, whatever their period. */
  waiting: number;
  /** Newest first. */
  updates: PeriodUpdate[];
  /** Where the reports of all actions stand that are asked for; null but for the period that runs. */
  reports: Record<ReportState, number> | null;
  areas: { id: string; number: number; title: string }[];
  organisations: string[];
};

const aboutOf = (plan: Plan, { actionId, measureId, requirementId }: Update): PeriodUpdate['about'] => {
  const organisationOf = (memberId: string | null): string | null =>
    plan.members.find(({ id }) => id === memberId)?.organisation ?? null;
  const action = plan.actions.find(({ id }) => id === actionId);
  if (action) {
    const { id, code, title, areaIds, organisation } = action;
    return { link: { page: 'actions', id }, code, title, areaId: areaIds[0] ?? null, organisation };
  }
  const measure = plan.measures.find(({ id }) => id === measureId);
  if (measure) {
    const { id, code, title, areaId, ownerId } = measure;
    return { link: { page: 'measures', id }, code, title, areaId, organisation: organisationOf(ownerId) };
  }
  const requirement = plan.requirements.find(({ id }) => id === requirementId);
  return {
    link: requirement ? { page: 'requirements', id: requirement.id } : null,
    code: requirement?.code ?? '',
    title: requirement?.title ?? '',
    areaId: null,
    organisation: organisationOf(requirement?.ownerId ?? null),
  };
};

const lockedOf = (plan: Plan, update: Update, who: Who, today: IsoDate): string | null => {
  if (update.state !== 'submitted') return null;
  const own = whyNotReview(plan, update, who, today);
  if (own !== null) return own;
  return updatesBeside(plan, update).at(-1)?.id === update.id ? null : 'A newer one took its place.';
};

const lineOf = (plan: Plan, update: Recorded<Update>, who: Who, today: IsoDate): PeriodUpdate => ({
  id: update.id,
  version: update.version,
  on: update.on,
  by: titleIn(plan, update.byId) ?? 'Not known',
  kind: update.kind,
  about: aboutOf(plan, update),
  rating: update.rating,
  confidence: update.confidence,
  words: update.words,
  recovery: update.recovery,
  forecast: update.forecast,
  state: update.state,
  review: reviewOf(plan, update),
  locked: lockedOf(plan, update, who, today),
  mark: update.mark,
});

/** Counts where the reports of actions stand; one that is not asked for counts nowhere. */
export const countReports = (states: readonly (ReportState | null)[]): Record<ReportState, number> => {
  const counts = Object.fromEntries(keysOf(reportStates).map((key) => [key, 0])) as Record<ReportState, number>;
  for (const state of states) if (state !== null) counts[state] += 1;
  return counts;
};

/** Gives the period that closes on a day, or the last one that did; the first one where none had. */
const periodClosing = (plan: Plan, running: Period, closesOn: IsoDate): Period => {
  let period = running;
  let earlier = periodBefore(plan.notice, period);
  while (period.closesOn > closesOn && earlier) {
    period = earlier;
    earlier = periodBefore(plan.notice, period);
  }
  return period;
};

/** Says whether an update is the last word on its row and nobody has accepted or returned it. */
const isWaiting = (plan: Plan, update: Update): boolean =>
  update.state === 'submitted' && updatesBeside(plan, update).at(-1)?.id === update.id;

/**
 * Gives updates on a day, newest first: those of a reporting period, from its opening until the next opens, or all that wait.
 * @param which the period by the day on which it closes, or `waiting`; null for the period that runs
 */
export const updatesView = (entire: Plan, today: IsoDate, who: Who, which: IsoDate | null): UpdatesView => {
  const plan = planOn(entire, today);
  const running = periodOn(plan.notice, today);
  const period = which === 'waiting' || which === null ? running : running && periodClosing(plan, running, which);
  const next = period && periodAt(plan.notice, period.index + 1);
  const waiting = plan.updates.filter((update) => update.on <= today && isWaiting(plan, update));
  const ofPeriod = plan.updates.filter(
    ({ on }) => period !== null && next !== null && on >= period.opensOn && on <= today && on < next.opensOn,
  );
  const runs = period?.index === running?.index;
  const updates = (which === 'waiting' ? waiting : ofPeriod)
    .toSorted((a, b) => compareText(b.on, a.on) || compareText(b.addedAt, a.addedAt) || compareText(a.id, b.id))
    .map((update) => lineOf(plan, update, who, today));
  const states = plan.actions.map((action) => actionReportOf(plan, action, today)?.key ?? null);
  return {
    today,
    showing: which === 'waiting' ? 'waiting' : 'period',
    period: which === 'waiting' ? null : period,
    beside: {
      earlier: period && (periodBefore(plan.notice, period)?.closesOn ?? null),
      later: next === null || running === null || next.index >= running.index ? null : next.closesOn,
      runs,
    },
    waiting: waiting.length,
    updates,
    reports: which !== 'waiting' && runs ? countReports(states) : null,
    areas: plan.areas
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ id, number, title }) => ({ id, number, title }))
      .toSorted((a, b) => a.number - b.number),
    organisations: [
      ...new Set(updates.flatMap(({ about: { organisation } }) => (organisation === null ? [] : [organisation]))),
    ].toSorted(compareText),
  };
};
