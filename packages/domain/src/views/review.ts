import type { Plan } from '../plan.ts';
import type { Status, UpdateState } from '../scales.ts';
import { statusOf, updateStates } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate } from '../words.ts';

/** Whether the programme office accepted an update or returned it: its reason says by whom and when. */
export type ReviewLine = { status: Status<UpdateState>; note: string | null };

/** Gives what became of an update, so that whoever reads it knows whether it is accepted. */
export const reviewOf = (
  { members }: Plan,
  { state, byId, reviewedById, reviewedOn, reviewNote }: Update,
): ReviewLine => {
  const title = members.find(({ id }) => id === reviewedById)?.title ?? 'the programme office';
  // The programme office accepts at once what it records for somebody else.
  const recorded = reviewedById !== null && reviewedById === byId;
  const reason =
    state === 'submitted' || reviewedOn === null
      ? 'not accepted yet'
      : `by ${title}${recorded ? ', who recorded it,' : ''} on ${formatDate(reviewedOn)}`;
  return { status: statusOf(updateStates, state, reason), note: reviewNote };
};
