/** What needs a board, and is not on its agenda yet (issue 5, "Meetings"): built from the plan, so that nobody has to think of it. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { type AgendaKind, agendaKinds, type Ask, keysOf } from '../scales.ts';
import { formatDate } from '../words.ts';
import { deliveryOf } from './delivery.ts';
import { exceptionOf } from './exception.ts';
import { focusListOn } from './in-focus.ts';
import { agendaOf } from './minuted.ts';
import { rowAbout } from './owned.ts';

type Item = Plan['agendaItems'][number];
type Meeting = Plan['meetings'][number];

/** What an item of an agenda names: at most one row of the plan. */
export type AgendaAbout = Pick<
  Item,
  'dateChangeId' | 'actionId' | 'measureId' | 'requirementId' | 'areaId' | 'challengeId'
>;

export type Proposal = {
  kind: Exclude<AgendaKind, 'item'>;
  /** The id of the row that it is about. */
  id: string;
  ask: Ask;
  title: string;
  /** Why it needs the board, in a sentence. */
  reason: string;
  about: AgendaAbout;
};

/** An item that is about no row of the plan. */
export const aboutNothing: AgendaAbout = {
  dateChangeId: null,
  actionId: null,
  measureId: null,
  requirementId: null,
  areaId: null,
  challengeId: null,
};

const mostInTitle = 200;
const short = (words: string): string =>
  words.length <= mostInTitle ? words : `${words.slice(0, mostInTitle - 1).trimEnd()}…`;

const byCode = new Intl.Collator('en-GB', { numeric: true });
const inCodeOrder = (a: { code: string }, b: { code: string }): number => byCode.compare(a.code, b.code);

const dateChangesAsked = (plan: Plan): Proposal[] =>
  plan.dateChanges
    .filter(({ state }) => state === 'asked')
    .flatMap((change) => {
      const action = plan.actions.find(({ id }) => id === change.actionId);
      return action ? [{ ...change, code: action.code, action: action.title }] : [];
    })
    .toSorted(inCodeOrder)
    .map(({ id, code, action, from, to, askedOn }) => ({
      kind: 'dateChange',
      id,
      ask: 'decide',
      title: short(`Move ${code} to ${formatDate(to)}: ${action}`),
      reason: `Asked for on ${formatDate(askedOn)}; the date stands at ${formatDate(from)}.`,
      about: { ...aboutNothing, dateChangeId: id },
    }));

const readyToAssure = (plan: Plan): Proposal[] =>
  plan.actions
    .filter(({ stage }) => stage === 'embedded')
    .toSorted(inCodeOrder)
    .map(({ id, code, title }) => ({
      kind: 'assurance',
      id,
      ask: 'assure',
      title: short(`Assure ${code}: ${title}`),
      reason: 'It is embedded: evidenced, and held for the periods agreed.',
      about: { ...aboutNothing, actionId: id },
    }));

const exceptions = (plan: Plan, today: IsoDate): Proposal[] =>
  plan.measures.toSorted(inCodeOrder).flatMap((measure): Proposal[] => {
    const found = exceptionOf(plan, measure, today);
    if (!found) return [];
    return [
      {
        kind: 'exception',
        id: measure.id,
        ask: 'note',
        title: short(`${measure.code}: ${measure.title}`),
        reason: found.reason,
        about: { ...aboutNothing, measureId: measure.id },
      },
    ];
  });

const inFocus = (plan: Plan, today: IsoDate): Proposal[] => {
  const chosen = new Set(focusListOn(plan, today)?.actionIds);
  return plan.actions
    .filter(({ id, stage }) => chosen.has(id) && stage !== 'withdrawn')
    .toSorted(inCodeOrder)
    .map((action) => {
      const { label, reason } = deliveryOf(plan, action, today);
      return {
        kind: 'focus',
        id: action.id,
        ask: 'note',
        title: short(`${action.code}: ${action.title}`),
        reason: `${label}. ${reason}`,
        about: { ...aboutNothing, actionId: action.id },
      };
    });
};

/** The questions of the board whose answer is due by the meeting, or waits to be accepted. */
const questionsDue = (plan: Plan, on: IsoDate): Proposal[] =>
  plan.challenges
    .filter(
      ({ state, dueOn, forum }) => forum === 'board' && (state === 'answered' || (state === 'asked' && dueOn <= on)),
    )
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
    .map((question) => {
      const area = plan.areas.find(({ id }) => id === question.areaId);
      const code = rowAbout(plan, question)?.code ?? (area ? `area ${area.number}` : 'the plan');
      return {
        kind: 'challenge',
        id: question.id,
        ask: question.state === 'answered' ? 'decide' : 'note',
        title: short(`Question about ${code}: ${question.question}`),
        reason:
          question.state === 'answered'
            ? 'It was answered, and nobody has said whether the answer is enough.'
            : `Its answer is due on ${formatDate(question.dueOn)}.`,
        about: { ...aboutNothing, challengeId: question.id },
      };
    });

const idIn = (item: AgendaAbout): string | null =>
  item.dateChangeId ?? item.challengeId ?? item.actionId ?? item.measureId ?? item.requirementId ?? item.areaId;

const orderOfKinds = keysOf(agendaKinds);

/**
 * Gives what needs a meeting on a day and is not on its agenda: date changes asked for, actions to assure, measures that are red
 * or worsened twice, the actions in focus, and questions due by its day.
 */
export const proposalsOf = (plan: Plan, { id, on }: Pick<Meeting, 'id' | 'on'>, today: IsoDate): Proposal[] => {
  const there = new Set(agendaOf(plan, id).map((item) => `${item.kind} ${idIn(item)}`));
  return [
    ...dateChangesAsked(plan),
    ...readyToAssure(plan),
    ...exceptions(plan, today),
    ...inFocus(plan, today),
    ...questionsDue(plan, on),
  ]
    .filter((each) => !there.has(`${each.kind} ${each.id}`))
    .toSorted((a, b) => orderOfKinds.indexOf(a.kind) - orderOfKinds.indexOf(b.kind));
};
