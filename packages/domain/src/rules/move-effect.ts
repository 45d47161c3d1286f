/**
 * What moving the due date of an action does to the days around it. No zod or Temporal here: the form says it while the date
 * is typed.
 */
import { daysBetween } from '../day-number.ts';
import type { IsoDate } from '../fields.ts';
import { formatDate, listInWords, plural } from '../words.ts';

/** The days that a move may pass: checkpoints by name ("6-month checkpoint"), requirements served, actions that wait for it. */
export type MoveMarks = {
  checkpoints: readonly { on: IsoDate; name: string }[];
  requirements: readonly { on: IsoDate; code: string }[];
  waiting: readonly { on: IsoDate; code: string }[];
};

type Coded = { on: IsoDate; code: string };

/** Writes one sentence for the rows of each day, the first day first. */
const byDay = (rows: readonly Coded[], say: (on: IsoDate, codes: readonly string[]) => string): string[] =>
  [...new Set(rows.map(({ on }) => on))].toSorted().map((day) =>
    say(
      day,
      rows.filter(({ on }) => on === day).map(({ code }) => code),
    ),
  );

const named = (noun: string, codes: readonly string[]): string =>
  `${noun}${codes.length === 1 ? '' : 's'} ${listInWords(codes)}`;

const whenLater = (from: IsoDate, to: IsoDate, { checkpoints, requirements, waiting }: MoveMarks): string[] => {
  const by = (on: IsoDate) => plural(daysBetween(on, to), 'day');
  return [
    ...checkpoints
      .filter(({ on }) => from <= on && on < to)
      .map(({ on, name }) => `It passes the ${name} on ${formatDate(on)} by ${by(on)}.`),
    ...byDay(
      requirements.filter(({ on }) => on < to),
      (on, codes) =>
        `${named('Requirement', codes)}, due ${formatDate(on)}, would be missed by ${by(on)}${on < from ? ` in place of ${daysBetween(on, from)}` : ''}.`,
    ),
    ...byDay(
      waiting.filter(({ on }) => on < to),
      (on, codes) =>
        `${named('Action', codes)}, due ${formatDate(on)}, ${codes.length === 1 ? 'waits' : 'wait'} for this one.`,
    ),
  ];
};

const whenEarlier = (from: IsoDate, to: IsoDate, { checkpoints, requirements }: MoveMarks): string[] => [
  ...checkpoints
    .filter(({ on }) => to <= on && on < from)
    .map(({ on, name }) => `It no longer passes the ${name} on ${formatDate(on)}.`),
  ...byDay(
    requirements.filter(({ on }) => to <= on && on < from),
    (on, codes) => `${named('Requirement', codes)}, due ${formatDate(on)}, would no longer be missed.`,
  ),
];

/**
 * Gives in one text what a move of a due date passes, or no longer passes where it goes back: what whoever asks starts from. An
 * action that is due on a day keeps it.
 */
export const moveEffectOf = (from: IsoDate, to: IsoDate, marks: MoveMarks): string => {
  const sentences = to > from ? whenLater(from, to, marks) : whenEarlier(from, to, marks);
  if (sentences.length > 0) return sentences.join(' ');
  const [first, last] = to > from ? [from, to] : [to, from];
  return `No checkpoint and no requirement that it serves lies between ${formatDate(first)} and ${formatDate(last)}.`;
};
