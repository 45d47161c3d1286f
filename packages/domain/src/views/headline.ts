import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointsOf, nextCheckpoint } from '../rules/checkpoints.ts';
import { lifeOf, openActions } from '../rules/course.ts';
import { requirementsInWords } from '../rules/deadline-names.ts';
import type { Deadline } from '../rules/deadlines.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import { compareText } from '../rules/grouped.ts';
import { formatDate, formatDayMonth, formatLoose, plural } from '../words.ts';

/** What a notice comes down to on a day: one line, and what stands beside it. */
export type Headline = { title: string; beside: string[] };

/** Numbers that are written as words in running text. */
export const smallNumbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Due = { on: IsoDate; deadlines: Deadline[] };

/** Gives the deadlines that are neither met nor disputed after their day, grouped by it. */
const openDues = (plan: Plan, today: IsoDate): Due[] =>
  [
    ...Map.groupBy(
      deadlinesOf(plan, today).filter(
        ({ state, due }) => state.metOn === null && (state.key !== 'disputed' || due.latest >= today),
      ),
      ({ due }) => due.latest,
    ),
  ]
    .map(([on, deadlines]) => ({ on, deadlines }))
    .toSorted((a, b) => compareText(a.on, b.on));

/** Names what is due on a day: by its checkpoint where it is one ("the six-month requirement"), else by number. */
const nameOf = (plan: Plan, { on, deadlines }: Due): string => {
  const checkpoint = checkpointsOf(plan.notice).find((each) => each.on === on);
  if (!checkpoint) return requirementsInWords(deadlines);
  const months = smallNumbers[checkpoint.months] ?? String(checkpoint.months);
  const kind = deadlines.some(({ requirement }) => requirement.kind === 'clause') ? 'requirement' : 'commitment';
  return `the ${months}-month ${kind}`;
};

const be = ({ deadlines }: Due, name: string): 'is' | 'are' =>
  deadlines.length > 1 && !name.startsWith('the ') ? 'are' : 'is';

const dueInWords = (plan: Plan, due: Due, today: IsoDate): string => {
  const days = daysBetween(today, due.on);
  const name = nameOf(plan, due);
  if (days === 0) return `${capital(name)} ${be(due, name)} due today`;
  if (days < 0) return `${capital(name)} ${be(due, name)} ${plural(-days, 'day')} overdue`;
  return name.startsWith('the ')
    ? `${plural(days, 'day')} to ${name}`
    : `${plural(days, 'day')} to ${formatDayMonth(due.on)}, when ${name} ${be(due, name)} due`;
};

const checkpointInWords = (plan: Plan, today: IsoDate): string => {
  const next = nextCheckpoint(plan.notice, today);
  if (next) {
    const days = daysBetween(today, next.on);
    return days === 0
      ? `Today is the ${next.months}-month checkpoint`
      : `${plural(days, 'day')} to the ${next.months}-month checkpoint`;
  }
  const last = checkpointsOf(plan.notice).at(-1);
  return last ? `The last checkpoint passed ${plural(daysBetween(last.on, today), 'day')} ago` : plan.notice.title;
};

/** Says when a notice was lifted: "Lifted on 6 August 2024"; null while it was not. */
export const liftedOnInWords = (plan: Plan, today: IsoDate): string | null => {
  const { lifted } = lifeOf(plan, today);
  if (lifted === null) return null;
  const isDay = lifted.printed === null && lifted.earliest === lifted.latest;
  return `Lifted ${isDay ? 'on ' : ''}${formatLoose(lifted)}`;
};

/** Says that a notice was lifted, with how many actions were left open: "Lifted on 6 August 2024, 12 actions open". */
export const liftedInWords = (plan: Plan, today: IsoDate): string | null => {
  const lifted = liftedOnInWords(plan, today);
  const open = openActions(plan, today).length;
  return lifted && `${lifted}, ${open === 0 ? 'no action' : plural(open, 'action')} open`;
};

/**
 * Gives the message of a notice on a day: its end where it has ended, else the deadline nearest to the day that is not met,
 * before or behind it, else the next checkpoint.
 */
export const headlineOf = (plan: Plan, today: IsoDate): Headline => {
  const { notice } = plan;
  if (notice.withdrawnOn !== null && notice.withdrawnOn <= today) {
    return { title: `The notice was withdrawn on ${formatDate(notice.withdrawnOn)}`, beside: [] };
  }
  const { lifted, open } = lifeOf(plan, today);
  const harsher = open.map((event) => `${event.title}, ${formatLoose(event)}.`);
  const over = liftedInWords(plan, today);
  if (lifted && over !== null) {
    const after = checkpointsOf(notice).find(({ on }) => on > lifted.latest);
    const before = after
      ? [`That was ${plural(daysBetween(lifted.latest, after.on), 'day')} before the ${after.months}-month checkpoint.`]
      : [];
    return { title: over, beside: before };
  }
  const dues = openDues(plan, today);
  const distance = ({ on }: Due): number => Math.abs(daysBetween(today, on));
  const [nearest] = dues.toSorted((a, b) => distance(a) - distance(b) || compareText(a.on, b.on));
  if (!nearest) return { title: checkpointInWords(plan, today), beside: harsher };
  const others = dues.filter(({ on }) => on !== nearest.on);
  const overdue = others.filter(({ on }) => on < today).toSorted((a, b) => compareText(b.on, a.on));
  const coming = nearest.on < today ? others.filter(({ on }) => on >= today).slice(0, 1) : [];
  return {
    title: dueInWords(plan, nearest, today),
    beside: [...harsher, ...[...overdue, ...coming].map((due) => `${dueInWords(plan, due, today)}.`)],
  };
};
