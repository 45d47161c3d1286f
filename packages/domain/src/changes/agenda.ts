/** What a meeting talks about: offered by the plan, proposed by whoever sits there, put in order, and taken off. */
import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import { id } from '../fields.ts';
import { agendaItem } from '../meeting.ts';
import type { Subject } from '../permissions.ts';
import type { Change, Plan } from '../plan.ts';
import { agendaOf, recordedOf } from '../rules/minuted.ts';
import { aboutNothing, proposalsOf } from '../rules/proposals.ts';
import { agendaKinds, keysOf, type AgendaKind } from '../scales.ts';
import { findLiveMeeting } from './meeting.ts';
import { rowAsRead } from './inputs.ts';
import { findAction, findRow, findStanding, refuse } from './references.ts';
import { added, edited, onStandingNotice } from './rows.ts';

/** How many items an agenda may hold. */
const mostItems = 100;

const { ask, title, note, position } = agendaItem.shape;
const offered = keysOf(agendaKinds).filter((kind): kind is Exclude<AgendaKind, 'item'> => kind !== 'item');

export const addToAgendaInput = z.object({
  noticeId: id,
  meetingId: id,
  /** What of the offers is put on the agenda, by kind and the id of the row. */
  offers: z
    .array(z.object({ kind: z.enum(offered), id }))
    .min(1, 'Choose at least one item.')
    .max(mostItems, `Choose ${mostItems} items or fewer.`),
});
export const proposeItemInput = z.object({
  noticeId: id,
  meetingId: id,
  ask,
  title,
  note: note.default(null),
  /** What it is about, if anything: one area, action, measure or requirement. */
  areaId: id.nullable().default(null),
  actionId: id.nullable().default(null),
  measureId: id.nullable().default(null),
  requirementId: id.nullable().default(null),
});
export const editItemInput = z.object({ ...rowAsRead, ask, title, note });
export const moveItemInput = z.object({ ...rowAsRead, position });
export const withdrawItemInput = z.object(rowAsRead);

type Item = Plan['agendaItems'][number];

/** Gives whose an item is: the person's who proposed it. Throws `notFound`. */
export const agendaItemSubject = (plan: Plan, { id: itemId }: { id: string }): Subject => ({
  memberIds: [findRow(plan.agendaItems, itemId, 'item').byId],
  organisation: null,
});

/** Gives an item that stands on the agenda of a meeting that is not over. Throws `notFound` or `conflict`. */
const findItem = (plan: Plan, itemId: string): Item => {
  const found = findStanding(plan.agendaItems, itemId, 'item');
  findLiveMeeting(plan, found.meetingId);
  return found;
};

/** Gives the place after the last item; refuses where the agenda is full. */
const nextPlace = (plan: Plan, meetingId: string, more: number): number => {
  const items = agendaOf(plan, meetingId);
  if (items.length + more > mostItems)
    refuse(`An agenda holds ${mostItems} items at most. Withdraw some, or leave some for another meeting.`);
  return (items.at(-1)?.position ?? 0) + 1;
};

/** Puts what the plan offers on the agenda, after what is there. What is no longer on offer is refused. */
export const addToAgenda = onStandingNotice(
  (plan, input: z.output<typeof addToAgendaInput>, { who, today, createId }) => {
    const meeting = findLiveMeeting(plan, input.meetingId);
    const wanted = new Set(input.offers.map(({ kind, id: rowId }) => `${kind} ${rowId}`));
    const chosen = proposalsOf(plan, meeting, today).filter((each) => wanted.has(`${each.kind} ${each.id}`));
    if (chosen.length < wanted.size) {
      throw new DomainError(
        'conflict',
        'Something that you chose is on the agenda already, or no longer needs the board. Reload the page and choose again.',
      );
    }
    const place = nextPlace(plan, meeting.id, chosen.length);
    return chosen.map((each, index) =>
      added('agendaItem', {
        noticeId: plan.notice.id,
        id: createId(),
        meetingId: meeting.id,
        position: place + index,
        kind: each.kind,
        ask: each.ask,
        title: each.title,
        note: null,
        ...each.about,
        byId: who.memberId,
        mark: 'own',
        withdrawnOn: null,
      }),
    );
  },
);

/** Proposes an item of one's own, after what is there. */
export const proposeItem = onStandingNotice((plan, input: z.output<typeof proposeItemInput>, { who, createId }) => {
  const meeting = findLiveMeeting(plan, input.meetingId);
  const { areaId, actionId, measureId, requirementId } = input;
  if ([areaId, actionId, measureId, requirementId].filter((each) => each !== null).length > 1)
    refuse('An item is about one area, action, measure or requirement at most. Make two items.', 'areaId');
  if (areaId !== null) findStanding(plan.areas, areaId, 'area');
  if (actionId !== null) findAction(plan, actionId);
  if (measureId !== null) findStanding(plan.measures, measureId, 'measure');
  if (requirementId !== null) findStanding(plan.requirements, requirementId, 'requirement');
  if (input.ask === 'assure' && actionId === null)
    refuse('The board assures an action. Choose the action that the item is about.', 'actionId');
  return [
    added('agendaItem', {
      noticeId: plan.notice.id,
      id: createId(),
      meetingId: meeting.id,
      position: nextPlace(plan, meeting.id, 1),
      kind: 'item',
      ask: input.ask,
      title: input.title,
      note: input.note,
      ...aboutNothing,
      areaId,
      actionId,
      measureId,
      requirementId,
      byId: who.memberId,
      mark: 'own',
      withdrawnOn: null,
    }),
  ];
});

/** Says what an item is called and what it asks. */
export const editItem = onStandingNotice((plan, input: z.output<typeof editItemInput>) => {
  const before = findItem(plan, input.id);
  if (input.ask === 'assure' && before.actionId === null)
    refuse('The board assures an action, and this item is about none. Ask it to decide or to note.', 'ask');
  const fields = { ask: input.ask, title: input.title, note: input.note };
  return [edited('agendaItem', before, fields, input.expectedVersion)];
});

/** Moves an item to another place of its agenda, counted from 1; the others close ranks. */
export const moveItem = onStandingNotice((plan, input: z.output<typeof moveItemInput>): Change[] => {
  const moved = findItem(plan, input.id);
  const others = agendaOf(plan, moved.meetingId).filter((item) => item.id !== moved.id);
  const place = Math.min(input.position, others.length + 1);
  if (moved.position === place) refuse('The item stands there already. Choose another place.', 'position');
  const first = edited('agendaItem', moved, { position: place }, input.expectedVersion);
  const rest = others.flatMap((item, index) => {
    const at = index + 1 < place ? index + 1 : index + 2;
    return item.position === at ? [] : [edited('agendaItem', item, { position: at }, item.version)];
  });
  return [first, ...rest];
});

/** Takes an item off the agenda; one that the meeting dealt with stays. */
export const withdrawItem = onStandingNotice((plan, input: z.output<typeof withdrawItemInput>, { today }) => {
  const item = findItem(plan, input.id);
  if (recordedOf(plan, item.id).length > 0)
    throw new DomainError('conflict', 'The meeting has dealt with this item. Undo what it did with it first.');
  return [edited('agendaItem', item, { withdrawnOn: today }, input.expectedVersion)];
});
