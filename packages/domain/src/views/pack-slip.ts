/** What has slipped in an area: each date from the original to the one now expected, and how it recovers. */
import type { Milestone } from '../action.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { deliveryOf, updatesOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import { milestoneStateOf } from '../rules/milestone.ts';
import type { Delivery, Mark, MilestoneState, Status } from '../scales.ts';
import { formatShortDate, listInWords, plural } from '../words.ts';
import type { RowLink } from './row-link.ts';

type Action = Plan['actions'][number];

/** An action, or a milestone of one, that is expected after its original date. Dates are in words, `slip` in days. */
export type SlippedLine = {
  id: string;
  /** Of the action. */
  code: string;
  title: string;
  link: RowLink;
  state: Status<Delivery> | Status<MilestoneState>;
  original: string;
  current: string;
  forecast: string | null;
  slip: number;
  recovery: string | null;
  mark: Mark;
};

export type Slipped = {
  lines: SlippedLine[];
  /** What there is no room for, by number: "2 more have slipped: 6.01 and 6.02."; null where all are shown. */
  more: string | null;
  none: string;
};

/** Beyond this an area would not be one page. */
const mostLines = 3;

type Dates = Pick<Milestone, 'originalDue' | 'currentDue' | 'forecast'>;

/** Gives the day that is now expected: the later of the due date and the forecast, and today where both have passed. */
const expectedOf = ({ currentDue, forecast }: Dates, today: IsoDate): IsoDate =>
  [currentDue, forecast ?? currentDue, today].toSorted(compareText).at(-1) ?? today;

/** Gives by how many days an open date has slipped: none where it is still to come and never moved. */
const slipOf = (dates: Dates, today: IsoDate): number => {
  const last = [dates.currentDue, dates.forecast ?? dates.currentDue].toSorted(compareText).at(-1) ?? today;
  return Math.max(0, daysBetween(dates.originalDue, last >= today ? last : expectedOf(dates, today)));
};

const datesOf = ({ originalDue, currentDue, forecast }: Dates) => ({
  original: formatShortDate(originalDue),
  current: formatShortDate(currentDue),
  forecast: forecast === null ? null : formatShortDate(forecast),
});

const recoveryOf = (plan: Plan, action: Action, today: IsoDate): string | null =>
  updatesOf(plan, action).findLast(({ on, recovery }) => on <= today && recovery !== null)?.recovery ?? null;

/** Beside it nothing is asked of its date: it is done, or out of the plan. */
const closed: readonly Delivery[] = ['complete', 'deliveredNotEvidenced', 'withdrawn'];

const open = (plan: Plan, action: Action, today: IsoDate): boolean =>
  !closed.includes(deliveryOf(plan, action, today).key);

const actionLine = (plan: Plan, action: Action, today: IsoDate): SlippedLine => {
  const { key, label, tone, reason } = deliveryOf(plan, action, today);
  return {
    id: action.id,
    code: action.code,
    title: `${action.code} ${action.title}`,
    link: { page: 'actions', id: action.id },
    state: { key, label, tone, reason },
    ...datesOf(action),
    slip: slipOf(action, today),
    recovery: recoveryOf(plan, action, today),
    mark: action.mark,
  };
};

const milestoneLine = (plan: Plan, action: Action, milestone: Recorded<Milestone>, today: IsoDate): SlippedLine => {
  const { key, label, tone, reason } = milestoneStateOf(milestone, today);
  return {
    id: milestone.id,
    code: action.code,
    title: `${action.code} ${action.title}: ${milestone.title}`,
    link: { page: 'actions', id: action.id },
    state: { key, label, tone, reason },
    ...datesOf(milestone),
    slip: slipOf(milestone, today),
    recovery: recoveryOf(plan, action, today),
    mark: action.mark,
  };
};

/**
 * Gives what has slipped of an area's actions, the furthest first; where an action has not slipped, those of its milestones
 * that have. `plan` holds only what was known on the day.
 */
export const slippedOf = (plan: Plan, areaId: string, today: IsoDate): Slipped => {
  const actions = plan.actions.filter(({ areaIds }) => areaIds[0] === areaId);
  const standing = actions.filter((action) => open(plan, action, today));
  const late = standing.filter((action) => slipOf(action, today) > 0);
  const steady = new Map(standing.filter((action) => !late.includes(action)).map((action) => [action.id, action]));
  const steps = plan.milestones.flatMap((milestone) => {
    const action = steady.get(milestone.actionId);
    const isOpen = milestone.withdrawnOn === null && (milestone.doneOn === null || milestone.doneOn > today);
    return action && isOpen && slipOf(milestone, today) > 0 ? [milestoneLine(plan, action, milestone, today)] : [];
  });
  const all = [...late.map((action) => actionLine(plan, action, today)), ...steps].toSorted(
    (a, b) => b.slip - a.slip || compareText(a.code, b.code) || compareText(a.id, b.id),
  );
  const rest = all.slice(mostLines);
  return {
    lines: all.slice(0, mostLines),
    more:
      rest.length === 0
        ? null
        : `${plural(rest.length, 'more has', 'more have')} slipped: ${listInWords([...new Set(rest.map(({ code }) => code))])}.`,
    none:
      actions.length === 0
        ? 'The area has no actions yet.'
        : standing.length === 0
          ? 'None of its actions is open.'
          : 'No open action or milestone is expected after its original date.',
  };
};
