/** What stands on the agenda of a meeting, and what the meeting recorded of it. */
import { compareText, groupedBy } from './grouped.ts';
import type { Plan } from '../plan.ts';
import type { AskedAbout } from './owned.ts';

type Item = Plan['agendaItems'][number];
type Decision = Plan['decisions'][number];

const standingItems = groupedBy<Item>(
  ({ withdrawnOn, meetingId }) => (withdrawnOn === null ? meetingId : null),
  (a, b) => a.position - b.position || compareText(a.addedAt, b.addedAt) || compareText(a.id, b.id),
);

const standingDecisions = groupedBy<Decision>(
  ({ withdrawnOn, agendaItemId }) => (withdrawnOn === null ? agendaItemId : null),
  (a, b) => compareText(a.addedAt, b.addedAt) || compareText(a.id, b.id),
);

/** Gives the items of a meeting's agenda that stand, in their order. */
export const agendaOf = ({ agendaItems }: Pick<Plan, 'agendaItems'>, meetingId: string): readonly Item[] =>
  standingItems(agendaItems, meetingId);

/** Gives what a meeting recorded of an item and did not undo, the first first. */
export const recordedOf = ({ decisions }: Pick<Plan, 'decisions'>, itemId: string): readonly Decision[] =>
  standingDecisions(decisions, itemId);

/** Gives the items of a meeting of which nothing is recorded yet. */
export const itemsLeft = (plan: Pick<Plan, 'agendaItems' | 'decisions'>, meetingId: string): Item[] =>
  agendaOf(plan, meetingId).filter(({ id }) => recordedOf(plan, id).length === 0);

/**
 * Gives the action, the measure, the requirement or the area that an item is about: of a date change its action, of a question
 * what was asked about. All null where it is about nothing in the plan.
 */
export const aboutOfItem = (plan: Pick<Plan, 'dateChanges' | 'challenges'>, item: Item): AskedAbout => {
  const { actionId, measureId, requirementId, areaId, dateChangeId, challengeId } = item;
  const asked = plan.challenges.find(({ id }) => id === challengeId);
  if (asked) {
    return {
      actionId: asked.actionId,
      measureId: asked.measureId,
      requirementId: asked.requirementId,
      areaId: asked.areaId,
    };
  }
  const moved = plan.dateChanges.find(({ id }) => id === dateChangeId);
  return { actionId: moved?.actionId ?? actionId, measureId, requirementId, areaId };
};
