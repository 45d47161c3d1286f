import type { Action, StageChange } from '../action.ts';
import { londonDay } from '../calendar.ts';
import type { DateChange } from '../date-change.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Confidence, Delivery, Rating, Stage, Status } from '../scales.ts';
import { deliveries, stages, statusOf } from '../scales.ts';
import type { Update } from '../update.ts';
import { daysLeftOrOver, formatDate, plural } from '../words.ts';
import { byTime, groupedBy } from './grouped.ts';

const dueSoonDays = 14;
const completeStages: readonly Stage[] = ['evidenced', 'embedded', 'assured'];

const stageRank = (stage: Stage): number => Object.keys(stages).indexOf(stage);
const byDay = byTime<Recorded<StageChange>>((change) => change.on);

const updatesByAction = groupedBy<Recorded<Update>>(
  (update) => update.actionId,
  byTime((update) => update.on),
);
// Two steps recorded at once on one day are read in the order of the stages.
const changesByAction = groupedBy<Recorded<StageChange>>(
  (change) => change.actionId,
  (a, b) => (a.on === b.on && a.recordedAt === b.recordedAt ? stageRank(a.to) - stageRank(b.to) : byDay(a, b)),
);
const movesByAction = groupedBy<Recorded<DateChange>>((change) => change.actionId);

/** Gives the updates of an action, oldest first. */
export const updatesOf = (plan: Plan, action: Pick<Action, 'id'>): readonly Recorded<Update>[] =>
  updatesByAction(plan.updates, action.id);

/** Gives the recorded steps of an action between stages, oldest first. */
export const stageChangesOf = (plan: Plan, action: Action): readonly Recorded<StageChange>[] =>
  changesByAction(plan.stageChanges, action.id);

/** Gives the stage of an action on a day: as it stands, unless a recorded step carries a later day. */
export const stageOn = (plan: Plan, action: Action, today: IsoDate): Stage => {
  const changes = stageChangesOf(plan, action);
  const later = changes.findIndex((change) => change.on > today);
  if (later === -1) return action.stage;
  return changes[later - 1]?.to ?? changes[later]?.from ?? 'notStarted';
};

/**
 * Gives the day on which an action became evidenced or beyond and stayed so; null while it is not. Where no step into it was
 * recorded, the day on which the action itself was.
 */
export const completedOn = (plan: Plan, action: Recorded<Action>): IsoDate | null => {
  if (!completeStages.includes(action.stage)) return null;
  const changes = stageChangesOf(plan, action);
  const lastOpen = changes.findLastIndex((change) => !completeStages.includes(change.to));
  return changes[lastOpen + 1]?.on ?? londonDay(action.recordedAt);
};

/** What the lead last said of an action, beside which the computed rating stands. */
export type Declared = {
  rating: Rating;
  confidence: Confidence | null;
  on: IsoDate;
  byId: string | null;
  words: string;
  updateId: string;
};

/** Gives the last rating that was declared for an action; null where none was. */
export const declaredOf = (plan: Plan, action: Action): Declared | null => {
  const update = updatesOf(plan, action).findLast(({ rating }) => rating !== null);
  if (!update || update.rating === null) return null;
  const { rating, confidence, on, byId, words, id } = update;
  return { rating, confidence, on, byId, words, updateId: id };
};

/** Gives how far the current due date stands from the original one, in days (negative where earlier), and by how many approved moves. */
export const slipOf = (plan: Plan, action: Action): { days: number; times: number } => ({
  days: daysBetween(action.originalDue, action.currentDue),
  times: movesByAction(plan.dateChanges, action.id).filter(
    ({ state }) => state === 'approved' || state === 'approvedOther',
  ).length,
});

/** A status of delivery; `days` counts what it is about: see deliveryOf. */
export type DeliveryStatus = Status<Delivery> & { days: number | null };

const answer = (key: Delivery, days: number | null, reason: string): DeliveryStatus => ({
  ...statusOf(deliveries, key, reason),
  days,
});

/**
 * Gives the computed delivery of an action on a day (domain.md, "Delivery, computed": the first that applies).
 *
 * `days` counts what the status is about: days overdue, days since the last update, days by which the forecast is late, or
 * days left; null where it is about no day.
 */
export const deliveryOf = (plan: Plan, action: Recorded<Action>, today: IsoDate): DeliveryStatus => {
  const stage = stageOn(plan, action, today);
  if (stage === 'withdrawn') return answer('withdrawn', null, 'The board withdrew this action.');
  if (completeStages.includes(stage)) {
    const on = completedOn(plan, action);
    const since = on === null || on > today ? '' : ` Evidenced on ${formatDate(on)}.`;
    return answer('complete', null, `The stage is ${stages[stage].label.toLowerCase()}.${since}`);
  }
  if (stage === 'delivered') {
    return answer(
      'deliveredNotEvidenced',
      null,
      'The lead says it is delivered. The programme office has not seen the evidence.',
    );
  }

  const daysLeft = daysBetween(today, action.currentDue);
  const due = `Due ${formatDate(action.currentDue)}, ${daysLeftOrOver(today, action.currentDue)}.`;
  if (daysLeft < 0) return answer('overdue', -daysLeft, due);

  const last = updatesOf(plan, action).findLast(({ on }) => on <= today);
  if (!last) return answer('noUpdate', null, `No update yet. ${due}`);
  const silence = daysBetween(last.on, today);
  const said = `Last update ${formatDate(last.on)}, ${daysLeftOrOver(today, last.on)}.`;
  if (silence > plan.notice.updateEveryDays) {
    return answer('noUpdate', silence, `${said} One is expected every ${plural(plan.notice.updateEveryDays, 'day')}.`);
  }

  const late = action.forecast === null ? 0 : daysBetween(action.currentDue, action.forecast);
  if (action.forecast !== null && late > 0) {
    return answer(
      'forecastLate',
      late,
      `Forecast ${formatDate(action.forecast)}, ${plural(late, 'day')} after the current due date.`,
    );
  }
  return answer(daysLeft <= dueSoonDays ? 'dueSoon' : 'onTrack', daysLeft, `${due} ${said}`);
};
