import { daysBetween } from '../day-number.ts';
import type { IsoDate, LooseDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Requirement } from '../requirement.ts';
import type { DeadlineStep } from '../rules/deadline-steps.ts';
import { requirementDatesOf, requirementStateOf } from '../rules/requirement.ts';
import { governmentDecisions, keysOf, requirementDateKinds } from '../scales.ts';
import { daysLeftOrOver, formatDate, formatLoose, formatNumber, plural } from '../words.ts';

/** The four answers of a deadline, each a sentence or more. */
export type DeadlineWords = { required: string; byThen: string; since: string; decided: string };

/** A deadline as it is put into words: what is due on its day, with every step towards it. */
export type DeadlineFacts = {
  plan: Plan;
  requirements: readonly Requirement[];
  steps: readonly DeadlineStep[];
  deadline: IsoDate;
  today: IsoDate;
};

const whole = (count: number): string => formatNumber(count, 0);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string =>
  /^\p{Lu}[\p{Ll}\s]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Above this a printed date is too long for a sentence or a label and gives way to its days. */
const mostPrinted = 20;

/** Writes a loose date for a sentence: as printed where that is short, else the days it may be. */
export const looseInShort = ({ earliest, latest, printed }: LooseDate): string => {
  if (earliest === latest) return formatDate(latest);
  return formatLoose({ earliest, latest, printed: printed !== null && printed.length <= mostPrinted ? printed : null });
};

const doneBy = (steps: readonly DeadlineStep[], day: IsoDate): number =>
  steps.filter(({ doneOn }) => doneOn !== null && doneOn <= day).length;

const requiredWords = ({ requirements, steps, deadline }: DeadlineFacts): string => {
  const [first] = requirements;
  const single = requirements.length === 1 && first;
  const what = single
    ? `${first.title}, by ${formatDate(deadline)}.`
    : `By ${formatDate(deadline)}: ${listed(requirements.map(({ title }) => lower(title)))}.`;
  const actions = steps.filter(({ kind }) => kind === 'action').length;
  const milestones = steps.filter(({ kind }) => kind === 'milestone').length;
  if (actions === 0) return `${what} No action of the plan is recorded as serving ${single ? 'it' : 'them'}.`;
  const after = steps.filter(({ plannedBy }) => plannedBy > deadline).length;
  const late = after === 0 ? '' : `; ${whole(after)} of these ${after === 1 ? 'is' : 'are'} planned for after that day`;
  const serving = listed([plural(actions, 'action'), ...(milestones > 0 ? [plural(milestones, 'milestone')] : [])]);
  return `${what} In the plan, ${serving} towards ${single ? 'it' : 'them'}${late}.`;
};

const datesInWords = ({ plan, requirements }: DeadlineFacts, after: IsoDate | null, to: IsoDate): string => {
  const order = keysOf(requirementDateKinds);
  const said = requirements.flatMap((requirement) =>
    requirementDatesOf(plan, requirement)
      .filter(({ kind, latest }) => kind !== 'due' && (after === null || latest > after) && latest <= to)
      .toSorted((a, b) => (a.latest === b.latest ? order.indexOf(a.kind) - order.indexOf(b.kind) : 0))
      .map((date) => {
        const words = `${lower(requirementDateKinds[date.kind].label)} ${looseInShort(date)}`;
        return requirements.length > 1 ? `${requirement.code} ${words}` : words;
      }),
  );
  return said.length === 0 ? '' : ` ${capital(listed(said))}.`;
};

const doneWords = (done: number, of: number, verbs: readonly [string, string]): string => {
  if (of === 1) return `it ${verbs[0]}${done === 1 ? '' : ' not'} done`;
  return `${whole(done)} of ${whole(of)} steps ${done === 1 ? verbs[0] : verbs[1]} done`;
};

const byThenWords = (facts: DeadlineFacts): string => {
  const { steps, deadline, today } = facts;
  if (deadline < today) {
    const done = doneWords(doneBy(steps, deadline), steps.length, ['was', 'were']);
    return `By then ${done}.${datesInWords(facts, null, deadline)}`;
  }
  const when = deadline === today ? 'The day is today.' : `The day is ${daysLeftOrOver(today, deadline)}.`;
  const done = doneWords(doneBy(steps, today), steps.length, ['is', 'are']);
  return `${when} So far ${done}.${datesInWords(facts, null, today)}`;
};

const sinceWords = (facts: DeadlineFacts): string => {
  const { steps, deadline, today } = facts;
  if (deadline >= today) return 'The day has not come yet.';
  const late = doneBy(steps, today) - doneBy(steps, deadline);
  const open = steps.length - doneBy(steps, today);
  const over = plural(daysBetween(deadline, today), 'day');
  const dates = datesInWords(facts, deadline, today);
  if (steps.length === 1)
    return `${late === 1 ? 'Done since.' : open === 1 ? `Still not done, ${over} after.` : 'Nothing was left to do.'}${dates}`;
  if (late === 0 && open === 0) return `Nothing was left to do.${dates}`;
  const since = late === 0 ? 'No step was done since.' : `${plural(late, 'step')} done since.`;
  const left = open === 0 ? '' : ` ${whole(open)} still open, ${over} after.`;
  return `${since}${left}${dates}`;
};

const decisionWords = ({ governmentDecision, governmentDecidedOn, governmentNote }: Requirement): string => {
  const on = governmentDecidedOn === null ? '' : `, ${formatDate(governmentDecidedOn)}`;
  const note = governmentNote === null ? '' : ` ${governmentNote}`;
  return `${governmentDecisions[governmentDecision].label}${on}.${note}`;
};

const decidedWords = (requirements: readonly Requirement[]): string => {
  const said = Map.groupBy(requirements, decisionWords);
  return [...said]
    .map(([words, of]) => (said.size === 1 ? words : `${listed(of.map(({ code }) => code))}: ${words}`))
    .join(' ');
};

/** Gives the four answers of a deadline as they stand on a day. */
export const deadlineWords = (facts: DeadlineFacts): DeadlineWords => ({
  required: requiredWords(facts),
  byThen: byThenWords(facts),
  since: sinceWords(facts),
  decided: decidedWords(facts.requirements),
});

/** Gives the message of a deadline: what came of it, or how far it is. */
export const deadlineTitle = ({ plan, requirements, steps, deadline, today }: DeadlineFacts): string => {
  const when = formatDate(deadline);
  const passed = deadline < today;
  const states = requirements.map((requirement) => requirementStateOf(plan, requirement, today));
  const met = states.flatMap(({ metOn }) => (metOn ? [daysBetween(deadline, metOn.latest)] : []));
  const over = `${plural(daysBetween(deadline, today), 'day')} after ${when}`;
  const [only] = met;
  if (requirements.length === 1 && only !== undefined)
    return only <= 0 ? `Met by ${when}` : `Met ${plural(only, 'day')} after ${when}`;
  if (passed && requirements.length === 1)
    return states[0]?.key === 'disputed' ? `Disputed, ${over}` : `Not met, ${over}`;
  if (passed) return `${whole(met.length)} of ${plural(requirements.length, 'requirement')} met, ${over}`;
  const done = `${whole(doneBy(steps, today))} of ${plural(steps.length, 'step')} done`;
  if (deadline === today) return `${done} on the day of the deadline, ${when}`;
  return `${done}, ${plural(daysBetween(today, deadline), 'day')} before ${when}`;
};
