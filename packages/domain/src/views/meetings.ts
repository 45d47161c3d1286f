/** The meetings of a notice: what comes next, when its papers are due, and what was held, with the packs that it saw. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { meetingsInOrder } from '../rules/meetings.ts';
import { agendaOf, itemsLeft } from '../rules/minuted.ts';
import type { FrozenKind, Mark, MeetingKind, MeetingState, Status } from '../scales.ts';
import { frozenKinds, meetingKinds, meetingStates, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatDate } from '../words.ts';

type Meeting = Plan['meetings'][number];

/** A document that was frozen for a meeting, to be opened as it was. */
export type PackLine = { id: string; kind: FrozenKind; label: string; day: IsoDate };

/** How the papers of a meeting stand. */
type PapersState = 'frozen' | 'due' | 'overdue';

export type MeetingLine = {
  id: string;
  kind: { key: MeetingKind; label: string };
  title: string;
  on: IsoDate;
  /** Null while no time was set. */
  startsAt: string | null;
  place: string | null;
  state: Status<MeetingState | 'notClosed'>;
  papersDueOn: IsoDate;
  /** Null where the meeting was held or cancelled without any, and for scrutiny, whose papers are its own. */
  papers: Status<PapersState> | null;
  /** What was frozen for it, the newest first. */
  packs: PackLine[];
  /** How many items are on its agenda. */
  items: number;
  /** How many of them the meeting dealt with. */
  decided: number;
  mark: Mark;
};

export type MeetingsView = {
  today: IsoDate;
  /** The message: when the next board is. */
  title: string;
  under: string;
  /** Those that are not over, the next one first; one whose day has passed stays here until it is closed. */
  upcoming: MeetingLine[];
  /** The last one first. */
  held: MeetingLine[];
  cancelled: MeetingLine[];
  /** Whether a row is illustrative. */
  illustrative: boolean;
};

const packsOf = (plan: Plan, meetingId: string): PackLine[] =>
  plan.frozen
    .filter((each) => each.meetingId === meetingId)
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ id, kind, number, day }) => ({
      id,
      kind,
      label: number === 1 ? frozenKinds[kind].label : `${frozenKinds[kind].label} ${number}`,
      day,
    }));

const stateOf = ({ state, on, closedOn }: Meeting, today: IsoDate): MeetingLine['state'] => {
  if (state === 'closed') return statusOf(meetingStates, 'closed', `Closed on ${formatDate(closedOn ?? on)}.`);
  if (state === 'cancelled') return statusOf(meetingStates, 'cancelled', 'It does not take place.');
  if (on < today) {
    const reason = `Its day was ${formatDate(on)}, and nobody has closed it.`;
    return { key: 'notClosed', label: 'Not closed', tone: 'amber', reason };
  }
  if (state === 'open') return statusOf(meetingStates, 'open', 'It is being held.');
  return statusOf(meetingStates, 'planned', `It is on ${formatDate(on)}, ${daysLeftOrOver(today, on)}.`);
};

const papersOf = (
  { kind, state, papersDueOn }: Meeting,
  [newest]: readonly PackLine[],
  today: IsoDate,
): MeetingLine['papers'] => {
  if (newest) {
    const reason = `The papers were frozen on ${formatDate(newest.day)}.`;
    return { key: 'frozen', label: 'Frozen', tone: 'green', reason };
  }
  if (kind === 'scrutiny' || state === 'closed' || state === 'cancelled') return null;
  const reason = `Papers are due on ${formatDate(papersDueOn)}, ${daysLeftOrOver(today, papersDueOn)}.`;
  return papersDueOn < today
    ? { key: 'overdue', label: 'Overdue', tone: 'red', reason }
    : { key: 'due', label: 'Due', tone: 'pending', reason };
};

/** Gives a meeting as lists show it. `plan` holds only what was known on the day. */
export const meetingLineOf = (plan: Plan, meeting: Meeting, today: IsoDate): MeetingLine => {
  const { id, kind, title, on, startsAt, place, papersDueOn, mark } = meeting;
  const packs = packsOf(plan, id);
  const items = agendaOf(plan, id);
  return {
    id,
    kind: { key: kind, label: meetingKinds[kind].label },
    title,
    on,
    startsAt,
    place,
    state: stateOf(meeting, today),
    papersDueOn,
    papers: papersOf(meeting, packs, today),
    packs,
    items: items.length,
    decided: items.length - itemsLeft(plan, id).length,
    mark,
  };
};

const titleOf = (upcoming: readonly MeetingLine[], today: IsoDate): string => {
  const board = upcoming.find(({ kind, state }) => kind.key === 'board' && state.key !== 'notClosed');
  if (!board) return upcoming.length === 0 ? 'No meeting is planned' : 'No board is planned';
  if (board.state.key === 'open') return 'The board is meeting now';
  if (board.on === today) return 'The board meets today';
  return `The next board is on ${formatDate(board.on)}, ${daysLeftOrOver(today, board.on)}`;
};

const underOf = ([next]: readonly MeetingLine[], held: number): string => {
  if (!next) return held === 0 ? 'None was held yet.' : 'Those that were held are below, with what they saw.';
  const papers = next.papers === null ? '' : ` ${next.papers.reason}`;
  return `Next: ${next.title}, ${formatDate(next.on)}.${papers}`;
};

/** Gives every meeting of a notice on a day. */
export const meetingsOf = (entire: Plan, today: IsoDate): MeetingsView => {
  const plan = planOn(entire, today);
  const lines = meetingsInOrder(plan).map((meeting) => meetingLineOf(plan, meeting, today));
  const upcoming = lines.filter(({ state }) => state.key !== 'closed');
  const held = lines.filter(({ state }) => state.key === 'closed').toReversed();
  const cancelled = plan.meetings
    .filter(({ state }) => state === 'cancelled')
    .toSorted((a, b) => (a.on < b.on ? 1 : Number(a.on > b.on) * -1))
    .map((meeting) => meetingLineOf(plan, meeting, today));
  return {
    today,
    title: titleOf(upcoming, today),
    under: underOf(upcoming, held.length),
    upcoming,
    held,
    cancelled,
    illustrative: plan.meetings.some(({ mark }) => mark === 'illustrative'),
  };
};
