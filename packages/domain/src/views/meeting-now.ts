/** The meeting that everybody is asked to: the one that is being held, else the next that is planned. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { planOn } from '../rules/known.ts';
import { meetingsInOrder } from '../rules/meetings.ts';
import { daysLeftOrOver, formatDate } from '../words.ts';

export type MeetingNow = {
  id: string;
  held: boolean;
  /** "Improvement board, 27 September 2023, in 2 days" */
  words: string;
};

/** Gives the meeting that is being held on a day, or the next one; null where none is planned. */
export const meetingNowOf = (entire: Plan, today: IsoDate): MeetingNow | null => {
  const meetings = meetingsInOrder(planOn(entire, today));
  const open = meetings.findLast(({ state }) => state === 'open');
  const next = open ?? meetings.find(({ state, on }) => state === 'planned' && on >= today);
  if (!next) return null;
  const { id, title, on } = next;
  return open
    ? { id, held: true, words: `${title} is being held` }
    : { id, held: false, words: `${title}, ${formatDate(on)}, ${daysLeftOrOver(today, on)}` };
};
