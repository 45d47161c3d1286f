/**
 * What a Department may hold against a notice: plain facts, each with what it rests on and since when. They are not weighed,
 * added up or ranked, because nobody has said how a minister weighs them.
 */
import { addDays, daysBetween } from '../calendar.ts';
import type { IsoDate, Source } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { factKinds, keysOf, type FactKind } from '../scales.ts';
import { formatDate, plural } from '../words.ts';
import { requirementFacts } from './facts-of-requirements.ts';
import { workFacts } from './facts-of-work.ts';
import { compareText } from './grouped.ts';
import { lastHeld, nextMeeting } from './meetings.ts';

/** What a fact is about: a row with a page, a member, or a meeting. */
export type FactLink = {
  page: 'actions' | 'measures' | 'requirements' | 'areas' | 'owners' | 'meetings';
  id: string;
};

/** One fact: what it is about, what it says, since when (null where no day is known), and what it rests on. */
export type Fact = {
  key: string;
  kind: FactKind;
  link: FactLink;
  title: string;
  words: string;
  since: IsoDate | null;
  /** What was read to find it, in words. */
  restsOn: string;
  /** The sources of what it rests on. */
  sources: Source[];
};

const boardFacts = (plan: Plan, today: IsoDate): Fact[] => {
  const held = lastHeld(plan, 'board', today);
  const missed = plan.meetings
    .filter(
      ({ kind, state, on }) =>
        kind === 'board' && (state === 'planned' || state === 'cancelled') && on < today && on > (held?.on ?? ''),
    )
    .toSorted((a, b) => compareText(a.on, b.on))
    .map((meeting): Fact => ({
      key: `boardNotHeld-${meeting.id}`,
      kind: 'boardNotHeld',
      link: { page: 'meetings', id: meeting.id },
      title: `${meeting.title}, ${formatDate(meeting.on)}`,
      words: `${meeting.state === 'cancelled' ? 'It was cancelled.' : 'It is not recorded as held.'} ${held ? `The last board was held on ${formatDate(held.on)}.` : 'No board has been held.'}`,
      since: meeting.on,
      restsOn: 'The calendar of meetings: a board counts until the next one is held.',
      sources: [meeting],
    }));
  const next = nextMeeting(plan, 'board', today);
  const frozen = plan.frozen.some(
    ({ kind, meetingId, on }) => kind === 'pack' && meetingId === next?.id && on <= today,
  );
  if (!next || next.papersDueOn >= today || frozen) return missed;
  return [
    ...missed,
    {
      key: `latePapers-${next.id}`,
      kind: 'latePapers',
      link: { page: 'meetings', id: next.id },
      title: `${next.title}, ${formatDate(next.on)}`,
      words: `Papers were due on ${formatDate(next.papersDueOn)}, ${plural(daysBetween(next.papersDueOn, today), 'day')} ago. No pack is frozen.`,
      since: addDays(next.papersDueOn, 1),
      restsOn: 'The day on which papers were due, and the packs that were frozen for the meeting.',
      sources: [next],
    },
  ];
};

const kindOrder = keysOf(factKinds);

/**
 * Gives the facts on a day, in the order of their kinds and then of the plan: never by weight. What is of an area that was
 * released from monitoring is left out.
 * @param plan what was known on the day
 */
export const factsOf = (plan: Plan, today: IsoDate): Fact[] =>
  [...requirementFacts(plan, today), ...workFacts(plan, today), ...boardFacts(plan, today)].toSorted(
    (a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind),
  );
