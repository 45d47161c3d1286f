/** The updates of the reporting period that runs, for whoever accepts or returns them. */
import { whyNotReview } from '../changes/review-update.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { compareText } from '../rules/grouped.ts';
import { planOn } from '../rules/known.ts';
import { actionReportOf, updatesBeside } from '../rules/reported.ts';
import type { Period } from '../rules/reporting.ts';
import { periodOn } from '../rules/reporting.ts';
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
  period: Period | null;
  /** Newest first. */
  updates: PeriodUpdate[];
  /** Where the reports of all actions stand that are asked for. */
  reports: Record<ReportState, number>;
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

/** Gives the updates of the reporting period that runs on a day, newest first. */
export const updatesView = (entire: Plan, today: IsoDate, who: Who): UpdatesView => {
  const plan = planOn(entire, today);
  const period = periodOn(plan.notice, today);
  const updates = plan.updates
    .filter(({ on }) => period !== null && on >= period.opensOn && on <= today)
    .toSorted((a, b) => compareText(b.on, a.on) || compareText(b.recordedAt, a.recordedAt) || compareText(a.id, b.id))
    .map((update) => lineOf(plan, update, who, today));
  return {
    today,
    period,
    updates,
    reports: countReports(plan.actions.map((action) => actionReportOf(plan, action, today)?.key ?? null)),
    areas: plan.areas
      .filter(({ withdrawnOn }) => withdrawnOn === null)
      .map(({ id, number, title }) => ({ id, number, title }))
      .toSorted((a, b) => a.number - b.number),
    organisations: [
      ...new Set(updates.flatMap(({ about: { organisation } }) => (organisation === null ? [] : [organisation]))),
    ].toSorted(compareText),
  };
};
