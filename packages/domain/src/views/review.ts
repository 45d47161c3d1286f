import type { Plan } from '../plan.ts';
import type { Status, UpdateState } from '../scales.ts';
import { statusOf, updateStates } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate } from '../words.ts';

/** Whether the programme office accepted an update or returned it: its reason says by whom and when. */
export type ReviewLine = { status: Status<UpdateState>; note: string | null };

/** Gives what became of an update, so that whoever reads it knows whether it is accepted. */
export const reviewOf = ({ members }: Plan, { state, reviewedById, reviewedOn, reviewNote }: Update): ReviewLine => {
  const title = members.find(({ id }) => id === reviewedById)?.title ?? 'the programme office';
  const reason =
    state === 'submitted' || reviewedOn === null ? 'not accepted yet' : `by ${title} on ${formatDate(reviewedOn)}`;
  return { status: statusOf(updateStates, state, reason), note: reviewNote };
};
