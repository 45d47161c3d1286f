/** A meeting on the screen in the room: one item after the other, with its facts, what was recorded of it and what may be. */
import { whyNotDecides, whyNotHeld } from '../changes/decision.ts';
import { carriedTo } from '../changes/hold-meeting.ts';
import { findRow } from '../changes/references.ts';
import { undoSubject, whyNotUndo } from '../changes/undo-decision.ts';
import type { IsoDate } from '../fields.ts';
import { mayAnywhere, type Subject, type Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { isInForce } from '../rules/in-force.ts';
import { planOn } from '../rules/known.ts';
import { aboutOfItem, agendaOf, recordedOf } from '../rules/minuted.ts';
import { askedRow, nameOf } from '../rules/owned.ts';
import { quorumOf } from '../rules/quorum.ts';
import type { Ask, Mark, MeetingState, Outcome, Status } from '../scales.ts';
import { agendaKinds, asks, meetingKinds, outcomes, statusOf } from '../scales.ts';
import { formatDate, formatDayMonth } from '../words.ts';
import { followUpOf, type FollowUpLine } from './follow-ups.ts';
import { factsOfItem, type ItemFacts } from './item-facts.ts';

/** What was recorded of an item. */
export type RecordLine = {
  id: string;
  version: number;
  outcome: Status<Outcome>;
  minute: string;
  by: string;
  on: IsoDate;
  followUp: FollowUpLine | null;
  /** Whose it is to undo, and why it can't be; null where it can. */
  undoer: Subject;
  whyNotUndo: string | null;
  mark: Mark;
};

/** The words that are offered, so that nobody types while the board waits. */
type Offers = {
  note: string;
  decide: string;
  /** Of a date change; "{date}" stands for the date that is chosen instead. */
  approved: string;
  approvedOther: string;
  refused: string;
  assure: string;
  convinced: string;
};

export type HoldItem = {
  id: string;
  /** Its place on the agenda as it stands, from 1. */
  number: number;
  kind: string;
  ask: Ask;
  askLabel: string;
  title: string;
  note: string | null;
  by: string | null;
  mark: Mark;
  facts: ItemFacts;
  records: RecordLine[];
  /** The last record, which whoever adds another has seen; null where there is none. */
  seenId: string | null;
  /** Whose it is, who is asked unless somebody is named; null where nobody has it. */
  owner: string | null;
  /** Why the item can't be decided, assured or challenged; null where it can. */
  whyNot: { decide: string | null; assure: string | null; challenge: string | null };
  offers: Offers;
};

export type HoldView = {
  today: IsoDate;
  meeting: {
    id: string;
    version: number;
    kind: string;
    title: string;
    on: IsoDate;
    startsAt: string | null;
    place: string | null;
    state: MeetingState;
    minutes: string | null;
    mark: Mark;
  };
  quorum: { met: boolean; applies: boolean; sentence: string };
  /** Why nothing can be recorded now; null while the meeting is held. */
  whyNotHeld: string | null;
  /** Why the meeting may neither decide nor assure; null where it may. */
  whyNotDecides: string | null;
  items: HoldItem[];
  /** Of how many items something is recorded. */
  done: number;
  /** The meeting that takes up what is not reached: "25 October"; null where none is planned. */
  carriedTo: string | null;
  /** Who may be asked to do something, and who may ask a question. */
  people: { id: string; title: string; asks: boolean; answers: boolean }[];
};

type Item = Plan['agendaItems'][number];
type Meeting = Plan['meetings'][number];

const boards: readonly Meeting['kind'][] = ['board', 'stocktake', 'deepDive'];

const offersOf = ({ kind }: Meeting, name: string | null, facts: ItemFacts): Offers => {
  const board = boards.includes(kind) ? 'The board' : 'The meeting';
  const request = facts.kind === 'dateChange' ? facts.request : null;
  const action = facts.kind === 'dateChange' ? `action ${facts.action.code}` : '';
  const seen =
    facts.kind === 'action'
      ? facts.evidence
          .filter(({ status }) => status.key !== 'missing')
          .map(({ label, captions }) => `${label}: ${captions.join('; ')}.`)
      : [];
  return {
    note: `${board} noted ${name ?? 'this item'}.`,
    decide: `${board} agreed.`,
    approved: request
      ? `${board} approved the move of ${action} from ${formatDayMonth(request.from)} to ${formatDate(request.to)}.`
      : '',
    approvedOther: request ? `${board} moved ${action} to {date}, not to ${formatDate(request.to)} as asked.` : '',
    refused: request ? `${board} refused the move: ${action} stays due ${formatDate(request.from)}.` : '',
    assure: `${board} assured ${name ?? 'this action'}.`,
    convinced: seen.length === 0 ? '' : seen.join(' '),
  };
};

const recordLine = (plan: Plan, row: Plan['decisions'][number], today: IsoDate, who: Who): RecordLine => ({
  id: row.id,
  version: row.version,
  outcome: statusOf(outcomes, row.outcome, row.minute),
  minute: row.minute,
  by: plan.members.find(({ id }) => id === row.byId)?.title ?? 'Not known',
  on: row.on,
  followUp: followUpOf(plan, row, today),
  undoer: undoSubject(plan, row.id),
  whyNotUndo: whyNotUndo(plan, row, { who, today, createId: () => 'unused' }),
  mark: row.mark,
});

const whyNotOf = (facts: ItemFacts, hasAbout: boolean, meeting: string | null): HoldItem['whyNot'] => {
  const request = facts.kind === 'dateChange' ? facts.request : null;
  const settled =
    request && request.state.key !== 'asked'
      ? `This request is decided already: ${request.state.label.toLowerCase()}${request.decidedOn === null ? '' : `, ${formatDate(request.decidedOn)}`}.`
      : null;
  const assure =
    facts.kind !== 'action'
      ? 'Only an action can be assured.'
      : facts.action.stage === 'assured'
        ? 'This action is assured already.'
        : facts.missing.join(' ') || null;
  return {
    decide: meeting ?? settled ?? request?.whyNotDecide ?? null,
    assure: meeting ?? assure,
    challenge: hasAbout ? null : 'This item is about nothing in the plan, so nobody owns the answer. Note it instead.',
  };
};

const itemOf = (
  plan: Plan,
  meeting: Meeting,
  item: Item,
  number: number,
  { today, who, decides }: { today: IsoDate; who: Who; decides: string | null },
): HoldItem => {
  const facts = factsOfItem(plan, item, today, who);
  const row = askedRow(plan, aboutOfItem(plan, item));
  const name = row && `${nameOf(row).charAt(0).toLowerCase()}${nameOf(row).slice(1)}`;
  const records = recordedOf(plan, item.id).map((each) => recordLine(plan, each, today, who));
  const titleOf = (id: string | null): string | null => plan.members.find((member) => member.id === id)?.title ?? null;
  return {
    id: item.id,
    number,
    kind: agendaKinds[item.kind].label,
    ask: item.ask,
    askLabel: asks[item.ask].label,
    title: item.title,
    note: item.note,
    by: titleOf(item.byId),
    mark: item.mark,
    facts,
    records,
    seenId: records.at(-1)?.id ?? null,
    owner: titleOf(row?.ownerId ?? null),
    whyNot: whyNotOf(facts, row !== null, decides),
    offers: offersOf(meeting, name, facts),
  };
};

const byTitle = new Intl.Collator('en-GB');

/** Gives a meeting as the room sees it on a day. Throws `notFound`. */
export const holdOf = (entire: Plan, meetingId: string, today: IsoDate, who: Who): HoldView => {
  const plan = planOn(entire, today);
  const meeting = findRow(plan.meetings, meetingId, 'meeting');
  const decides = whyNotDecides(plan, meeting.id);
  const items = agendaOf(plan, meeting.id).map((item, index) =>
    itemOf(plan, meeting, item, index + 1, { today, who, decides }),
  );
  const { met, applies, sentence } = quorumOf(plan, meeting.id);
  const next = carriedTo(plan, meeting);
  const { id, version, title, on, startsAt, place, state, minutes, mark } = meeting;
  return {
    today,
    meeting: { id, version, kind: meetingKinds[meeting.kind].label, title, on, startsAt, place, state, minutes, mark },
    quorum: { met, applies, sentence },
    whyNotHeld: whyNotHeld(plan, meeting),
    whyNotDecides: decides,
    items,
    done: items.filter(({ records }) => records.length > 0).length,
    carriedTo: next && formatDayMonth(next.on),
    people: plan.members
      .filter((member) => isInForce(member, today))
      .map((member) => {
        const person = { memberId: member.id, organisation: member.organisation, roles: member.roles };
        return {
          id: member.id,
          title: member.title,
          asks: mayAnywhere(person, 'challenge.ask'),
          answers: mayAnywhere(person, 'challenge.answer'),
        };
      })
      .toSorted((a, b) => byTitle.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)),
  };
};
