/** What is asked of the board: what it decides, what it may assure, and what it asked itself and waits for. */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { stageOn } from '../rules/delivery.ts';
import { nextMeeting } from '../rules/meetings.ts';
import { questionStateOf } from '../rules/question.ts';
import { daysLeftOrOver, formatDate, plural } from '../words.ts';
import { meetingLineOf } from './meetings.ts';

/** One kind of thing that waits, with where it is listed. */
export type AskedOfBoard = {
  key: 'dateChanges' | 'assure' | 'due' | 'answers';
  count: number;
  words: string;
};

export type BoardAsks = {
  /** "Improvement board on 27 September 2023, in 2 days", and how its papers stand; null where none is planned. */
  next: { id: string; words: string; papers: string | null } | null;
  asks: AskedOfBoard[];
};

const waits = (count: number): string => (count === 1 ? 'waits' : 'wait');

/** Gives what waits for the board on a day; what waits for nothing is left out. `plan` holds only what was known on the day. */
export const askedOfBoard = (plan: Plan, today: IsoDate): BoardAsks => {
  const board = nextMeeting(plan, 'board', today);
  // Answers that are due by the next board are what it will ask after.
  const by = board?.on ?? today;
  const questions = plan.challenges
    .filter(({ askedOn }) => askedOn <= today)
    .map((row) => ({ dueOn: row.dueOn, state: questionStateOf(row, today).key }));
  const open = questions.filter(({ state }) => state === 'asked' || state === 'overdue');
  const due = open.filter(({ dueOn }) => daysBetween(by, dueOn) <= 0).length;
  const overdue = open.filter(({ state }) => state === 'overdue').length;
  const dates = plan.dateChanges.filter(({ state, askedOn }) => state === 'asked' && askedOn <= today).length;
  const embedded = plan.actions.filter((action) => stageOn(plan, action, today) === 'embedded').length;
  const answers = questions.filter(({ state }) => state === 'answered').length;
  const late = overdue === 0 ? '' : `, ${overdue} of them overdue`;
  const asks: AskedOfBoard[] = [
    { key: 'dateChanges', count: dates, words: `${plural(dates, 'date change')} ${waits(dates)} for a decision` },
    {
      key: 'assure',
      count: embedded,
      words: `${plural(embedded, 'embedded action')} ${waits(embedded)} to be assured`,
    },
    {
      key: 'due',
      count: due,
      words: `${plural(due, 'question')} ${due === 1 ? 'is' : 'are'} due an answer${board ? ' by then' : ''}${late}`,
    },
    { key: 'answers', count: answers, words: `${plural(answers, 'answer')} ${waits(answers)} to be accepted` },
  ];
  return {
    next: board && {
      id: board.id,
      words: `${board.title} on ${formatDate(board.on)}, ${daysLeftOrOver(today, board.on)}`,
      papers: meetingLineOf(plan, board, today).papers?.reason ?? null,
    },
    asks: asks.filter(({ count }) => count > 0),
  };
};
