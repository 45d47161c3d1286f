import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import type { DeadlineStep } from '../rules/deadline-steps.ts';
import { requirementDatesOf, requirementStateOf } from '../rules/requirement.ts';
import { governmentDecisions, requirementDateKinds } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatLoose, formatNumber, plural } from '../words.ts';

/** The four answers of a deadline, each a sentence or more. */
export type DeadlineWords = { required: string; byThen: string; since: string; decided: string };

const lower = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const doneBy = (steps: readonly DeadlineStep[], day: IsoDate): number =>
  steps.filter(({ doneOn }) => doneOn !== null && doneOn <= day).length;

const countedKinds = (steps: readonly DeadlineStep[]): string => {
  const actions = steps.filter(({ kind }) => kind === 'action').length;
  const milestones = steps.filter(({ kind }) => kind === 'milestone').length;
  return listed([
    ...(actions > 0 ? [plural(actions, 'action')] : []),
    ...(milestones > 0 ? [plural(milestones, 'milestone')] : []),
  ]);
};

const requiredWords = (requirements: readonly Requirement[], steps: readonly DeadlineStep[], deadline: IsoDate): string => {
  const [first] = requirements;
  const what =
    requirements.length === 1 && first
      ? `${first.title} was required by ${formatDate(deadline)}.`
      : `${plural(requirements.length, 'requirement')} by ${formatDate(deadline)}: ${listed(requirements.map(({ title }) => lower(title)))}.`;
  const serving = countedKinds(steps);
  if (serving === '') return `${what} No action is recorded as serving ${requirements.length === 1 ? 'it' : 'them'}.`;
  return `${what} In the plan ${serving} serve ${requirements.length === 1 ? 'it' : 'them'}.`;
};

const datesInWords = (plan: Plan, requirements: readonly Requirement[], from: IsoDate | null, to: IsoDate): string => {
  const said = requirements.flatMap((requirement) =>
    requirementDatesOf(plan, requirement)
      .filter(({ kind, latest }) => kind !== 'due' && (from === null || latest > from) && latest <= to)
      .map((date) => `${requirements.length > 1 ? `${requirement.code} ` : ''}${lower(requirementDateKinds[date.kind].label)} ${formatLoose(date)}`),
  );
  if (said.length === 0) return '';
  const text = listed(said);
  return ` ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const byThenWords = (plan: Plan, requirements: readonly Requirement[], steps: readonly DeadlineStep[], deadline: IsoDate, today: IsoDate): string => {
  const passed = deadline < today;
  const done = doneBy(steps, passed ? deadline : today);
  const of = `${formatNumber(done, 0)} of ${plural(steps.length, 'step')} ${done === 1 ? 'was' : 'were'} done by then.`;
  const dates = datesInWords(plan, requirements, null, passed ? deadline : today);
  if (passed) return `${of}${dates}`;
  return `The day is ${daysLeftOrOver(today, deadline)}. So far ${formatNumber(done, 0)} of ${plural(steps.length, 'step')} ${done === 1 ? 'is' : 'are'} done.${dates}`;
};

const sinceWords = (plan: Plan, requirements: readonly Requirement[], steps: readonly DeadlineStep[], deadline: IsoDate, today: IsoDate): string => {
  if (deadline >= today) return 'Nothing can be said of the time after it yet.';
  const late = doneBy(steps, today) - doneBy(steps, deadline);
  const open = steps.length - doneBy(steps, today);
  const since = late === 0 ? 'No step has been done since.' : `${plural(late, 'more step')} ${late === 1 ? 'has' : 'have'} been done since.`;
  const left = open === 0 ? '' : ` ${formatNumber(open, 0)} ${open === 1 ? 'is' : 'are'} still open, ${plural(daysBetween(deadline, today), 'day')} after it.`;
  return `${since}${left}${datesInWords(plan, requirements, deadline, today)}`;
};

/** Says what the government decided on a requirement, and when. */
export const decisionWords = ({ governmentDecision, governmentDecidedOn, governmentNote }: Requirement): string => {
  const on = governmentDecidedOn === null ? '' : `, ${formatDate(governmentDecidedOn)}`;
  const note = governmentNote === null ? '' : ` ${governmentNote}`;
  return `${governmentDecisions[governmentDecision].label}${on}.${note}`;
};

const decidedWords = (requirements: readonly Requirement[]): string => {
  const said = Map.groupBy(requirements, decisionWords);
  const answers = [...said].map(([words, of]) => (said.size === 1 ? words : `${listed(of.map(({ code }) => code))}: ${words}`));
  return `The government’s decision: ${answers.join(' ')}`;
};

/** Gives the four answers of a deadline as they stand on a day. */
export const deadlineWords = (plan: Plan, requirements: readonly Requirement[], steps: readonly DeadlineStep[], deadline: IsoDate, today: IsoDate): DeadlineWords => ({
  required: requiredWords(requirements, steps, deadline),
  byThen: byThenWords(plan, requirements, steps, deadline, today),
  since: sinceWords(plan, requirements, steps, deadline, today),
  decided: decidedWords(requirements),
});

/** Gives the message of a deadline: what came of it, or how far it is. */
export const deadlineTitle = (plan: Plan, requirements: readonly Requirement[], steps: readonly DeadlineStep[], deadline: IsoDate, today: IsoDate): string => {
  const when = formatDate(deadline);
  const passed = deadline < today;
  const states = requirements.map((requirement) => requirementStateOf(plan, requirement, today));
  const late = states.map(({ metOn }) => (metOn ? daysBetween(deadline, metOn.latest) : null));
  const [only] = late;
  if (requirements.length === 1) {
    if (only !== null && only !== undefined) return only <= 0 ? `Met by ${when}` : `Met ${plural(only, 'day')} after ${when}`;
    if (states[0]?.key === 'disputed') return `Disputed: not shown as met, ${passed ? `${plural(daysBetween(deadline, today), 'day')} after` : `due ${daysLeftOrOver(today, deadline)},`} ${when}`;
  }
  const met = late.filter((days) => days !== null).length;
  const done = `${formatNumber(doneBy(steps, today), 0)} of ${plural(steps.length, 'step')} done`;
  if (deadline === today) return `${done} on the day of the deadline, ${when}`;
  if (!passed) return `${done}, ${plural(daysBetween(today, deadline), 'day')} before ${when}`;
  const over = `${plural(daysBetween(deadline, today), 'day')} after ${when}`;
  return requirements.length === 1 ? `Not met, ${over}` : `${formatNumber(met, 0)} of ${plural(requirements.length, 'requirement')} met, ${over}`;
};
