/** What is not the same of actions at two positions: stages, ratings, dates, milestones, what was asked. */
import type { Action } from '../action.ts';
import type { Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { declaredOf, deliveryOf, type Declared } from '../rules/delivery.ts';
import type { Delivery, Importance, Rating, Stage } from '../scales.ts';
import { deliveries, keysOf, ratings, stages } from '../scales.ts';
import { formatDate } from '../words.ts';
import { changesOfMilestones, changesOfRequests } from './changes-of-milestones.ts';
import type { Aspect, Sides, Told } from './difference.ts';
import {
  byId,
  didOf,
  dueInWords,
  forecastAspect,
  importanceOf,
  moveOf,
  ofAction,
  pairsOf,
  shortened,
  tellAspects,
  titleIn,
  told,
} from './difference.ts';

type ActionRow = Recorded<Action>;

const inPlan = ({ stage }: Action): boolean => stage !== 'withdrawn';
const stageMove = (was: Stage, is: Stage): Importance => {
  const order = keysOf(stages);
  return order.indexOf(is) < order.indexOf(was) ? 'back' : 'onward';
};

/** Why a due date moved, where whoever decided gave no reason: what whoever asked said. */
const askedBecause = ({ dateChanges }: Plan, { id, currentDue }: Action): string | null =>
  dateChanges.findLast(({ actionId, decidedDate }) => actionId === id && decidedDate === currentDue)?.reason ?? null;

const aspectsOf = ({ before, after }: Sides, was: ActionRow, is: ActionRow): Aspect[] => {
  const aspects: (Aspect | false)[] = [
    was.stage !== is.stage && {
      name: 'stage',
      kind: 'stage',
      importance: stageMove(was.stage, is.stage),
      before: stages[was.stage].label,
      after: stages[is.stage].label,
      fields: ['stage'],
    },
    was.currentDue !== is.currentDue && {
      name: 'due',
      kind: 'date',
      importance: moveOf(was.currentDue, is.currentDue),
      before: dueInWords(was.currentDue),
      after: dueInWords(is.currentDue),
      fields: ['currentDue'],
      why: shortened(askedBecause(after, is)),
    },
    forecastAspect(was, is),
    was.originalDue !== is.originalDue && {
      name: 'original',
      kind: 'date',
      importance: 'other',
      before: `Original date ${formatDate(was.originalDue)}`,
      after: `Original date ${formatDate(is.originalDue)}`,
      fields: ['originalDue'],
    },
    was.leadId !== is.leadId && {
      name: 'lead',
      kind: 'plan',
      importance: 'other',
      before: `Led by ${titleIn(before, was.leadId)}`,
      after: `Led by ${titleIn(after, is.leadId)}`,
      fields: ['leadId'],
    },
    was.title !== is.title && {
      name: 'title',
      kind: 'plan',
      importance: 'other',
      before: was.title,
      after: is.title,
      fields: ['title'],
    },
    was.successCriteria !== is.successCriteria && {
      name: 'success',
      kind: 'plan',
      importance: 'other',
      before: shortened(was.successCriteria) ?? 'No success criteria',
      after: shortened(is.successCriteria) ?? 'No success criteria',
      fields: ['successCriteria'],
    },
  ];
  return aspects.filter((aspect) => aspect !== false);
};

const tellAction = (sides: Sides, was: ActionRow | null, is: ActionRow | null, row: ActionRow): Told[] => {
  const same = { ...ofAction(row), key: `action ${row.id}`, rows: [`action ${row.id}`] };
  if (was && is) return tellAspects(is, same, aspectsOf(sides, was, is));
  const word = (side: ActionRow | null): string | null => side && `In the plan. ${dueInWords(side.currentDue)}`;
  return [
    told(row, {
      ...same,
      kind: 'plan',
      did: didOf(was, is),
      importance: importanceOf(was, is, 'other'),
      before: word(was),
      after: word(is) ?? 'Withdrawn',
      fields: is ? [] : ['stage'],
    }),
  ];
};

/** What passes by itself, as a due date draws near, is no news. */
const quiet: readonly Delivery[] = ['onTrack', 'dueSoon'];

const deliveryMove = (was: Delivery, is: Delivery): Importance => {
  if (is === 'overdue') return 'missed';
  const order = keysOf(deliveries);
  return order.indexOf(is) > order.indexOf(was) ? 'worse' : 'better';
};

/** Tells of the computed status of an action, unless its stage says the same. */
const tellDelivery = ({ before, after, days }: Sides, was: ActionRow, is: ActionRow): Told[] => {
  const [status, earlier] = [deliveryOf(after, is, days.after), deliveryOf(before, was, days.before)];
  if (status.key === earlier.key || was.stage !== is.stage) return [];
  if (quiet.includes(status.key) && quiet.includes(earlier.key)) return [];
  return [
    told(is, {
      key: `action ${is.id} delivery`,
      kind: 'status',
      did: 'changed',
      importance: deliveryMove(earlier.key, status.key),
      ...ofAction(is),
      before: earlier.label,
      after: status.label,
      tone: status.tone,
      why: status.reason,
      rows: [],
      last: null,
    }),
  ];
};

const ratingMove = (was: Rating | null, is: Rating | null): Importance => {
  if (is === 'red') return 'missed';
  if (was === null || is === null) return 'other';
  const order = keysOf(ratings);
  return order.indexOf(is) > order.indexOf(was) ? 'worse' : 'better';
};

const ratingInWords = (declared: Declared | null): string =>
  declared ? `Declared ${ratings[declared.rating].label.toLowerCase()}` : 'No rating declared';

const tellRating = ({ before, after }: Sides, was: ActionRow, is: ActionRow): Told[] => {
  const [earlier, said] = [declaredOf(before, was), declaredOf(after, is)];
  if ((earlier?.rating ?? null) === (said?.rating ?? null)) return [];
  const update = after.updates.find(({ id }) => id === said?.updateId);
  return [
    told(update ?? is, {
      key: `action ${is.id} rating`,
      kind: 'rating',
      did: 'changed',
      importance: ratingMove(earlier?.rating ?? null, said?.rating ?? null),
      ...ofAction(is),
      before: ratingInWords(earlier),
      after: ratingInWords(said),
      tone: said ? ratings[said.rating].tone : 'neutral',
      why: shortened(said?.words ?? null),
      rows: said ? [`update ${said.updateId}`] : [],
      fields: ['rating'],
    }),
  ];
};

/** Tells what is not the same of the actions of a notice; of one that is new or gone, nothing but that. */
export const changesOfActions = (sides: Sides): Told[] => {
  const { before, after } = sides;
  const earlier = byId(before.actions.filter(inPlan));
  const both = after.actions.flatMap((is) => {
    const was = earlier.get(is.id);
    return was && inPlan(is) ? [{ was, is }] : [];
  });
  const actions = byId(both.map(({ is }) => is));
  return [
    ...pairsOf(before.actions, after.actions, inPlan).flatMap(({ was, is, row }) => tellAction(sides, was, is, row)),
    ...both.flatMap(({ was, is }) => [...tellDelivery(sides, was, is), ...tellRating(sides, was, is)]),
    ...changesOfMilestones(sides, actions),
    ...changesOfRequests(sides, actions),
  ];
};
