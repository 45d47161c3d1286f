/** Which meeting comes before and after a day. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { MeetingKind } from '../scales.ts';

type Meeting = Plan['meetings'][number];

const inOrder = (a: Meeting, b: Meeting): number => {
  const [first, second] = [`${a.on} ${a.startsAt ?? ''}`, `${b.on} ${b.startsAt ?? ''}`];
  return first < second ? -1 : Number(first > second);
};

/** Gives the meetings of a notice that were not cancelled, the earliest first. */
export const meetingsInOrder = (plan: Plan): Meeting[] =>
  plan.meetings.filter(({ state }) => state !== 'cancelled').toSorted(inOrder);

/** Gives the last meeting of a kind that was held by a day, which may be that day; null where there is none. */
export const lastHeld = (plan: Plan, kind: MeetingKind, today: IsoDate): Meeting | null =>
  meetingsInOrder(plan).findLast((each) => each.kind === kind && each.state === 'closed' && each.on <= today) ?? null;

/** Gives the next meeting of a kind that is not over, on a day or after it; null where none is planned. */
export const nextMeeting = (plan: Plan, kind: MeetingKind, today: IsoDate): Meeting | null =>
  meetingsInOrder(plan).find((each) => each.kind === kind && each.state !== 'closed' && each.on >= today) ?? null;

/** Gives the board before a meeting that was held by a day: what its pack is set against; null where there is none. */
export const boardBefore = (plan: Plan, meeting: Meeting, today: IsoDate): Meeting | null =>
  meetingsInOrder(plan).findLast(
    ({ id, kind, state, on }) =>
      id !== meeting.id && kind === 'board' && state === 'closed' && on < meeting.on && on <= today,
  ) ?? null;
