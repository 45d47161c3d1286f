/** How a question of the board or of scrutiny stands: whether its answer is due, over, given or taken. */
import type { Challenge } from '../challenge.ts';
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { QuestionState, Status } from '../scales.ts';
import { questionStates, statusOf } from '../scales.ts';
import { daysLeftOrOver, formatDate, plural } from '../words.ts';

/**
 * Gives how a question stands on a day. One that nobody answered by its day is overdue; what became of it later counts from
 * the day it did.
 */
export const questionStateOf = (question: Challenge, today: IsoDate): Status<QuestionState> => {
  const { state, dueOn, answeredOn } = question;
  if (state === 'accepted') return statusOf(questionStates, 'accepted', 'Whoever asked accepted the answer.');
  if (state === 'withdrawn')
    return statusOf(questionStates, 'withdrawn', 'It was withdrawn before anybody answered it.');
  if (state === 'askedAgain')
    return statusOf(questionStates, 'askedAgain', 'The answer was not enough, so it was asked again.');
  if (state === 'answered') {
    const late = answeredOn === null ? 0 : daysBetween(dueOn, answeredOn);
    const when = answeredOn === null ? '' : ` on ${formatDate(answeredOn)}`;
    return statusOf(
      questionStates,
      'answered',
      `Answered${when}${late > 0 ? `, ${plural(late, 'day')} late` : ''}. Whoever asked has not accepted it yet.`,
    );
  }
  const due = `An answer is due ${formatDate(dueOn)}, ${daysLeftOrOver(today, dueOn)}.`;
  return statusOf(questionStates, dueOn < today ? 'overdue' : 'asked', due);
};
