/** What was said and done about an action, in one line of time. */
import type { Action } from '../action.ts';
import { daysBetween } from '../day-number.ts';
import type { Instant, IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { stageChangesOf, updatesOf } from '../rules/delivery.ts';
import { compareText } from '../rules/grouped.ts';
import type { Confidence, Mark, Status } from '../scales.ts';
import { dateChangeStates, ratings, stages, statusOf } from '../scales.ts';
import { formatDate, formatInstant, plural } from '../words.ts';
import { actorInWords, byActor } from './history.ts';
import type { ReviewLine } from './review.ts';
import { reviewOf } from './review.ts';

/** One thing that happened. `words` is a sentence; the rest is null where the kind has none. */
export type TimelineEntry = {
  key: string;
  kind: 'update' | 'stage' | 'asked' | 'decided';
  on: IsoDate;
  /** When it was first recorded: what happened on one day is in the order in which it was said. */
  at: Instant;
  who: string;
  words: string;
  rating: Status | null;
  confidence: Confidence | null;
  recovery: string | null;
  /** What became of an update. */
  review: ReviewLine | null;
  /** "Recorded 25 September 2023 at 4:05pm by Programme lead"; null where the row was changed since, which the history tells. */
  recorded: string | null;
  mark: Mark;
};

type Names = ReadonlyMap<string, string>;

const whoOf = (names: Names, id: string | null): string =>
  id === null ? 'Not known' : (names.get(id) ?? 'A former member');

const recordedOf = (names: Names, row: Recorded<object>): string =>
  `Recorded ${formatInstant(row.recordedAt)} ${byActor(row.recordedBy, names)}`;

const updateEntries = (plan: Plan, action: Action, names: Names): TimelineEntry[] =>
  updatesOf(plan, action).map((update) => ({
    key: update.id,
    kind: 'update',
    on: update.on,
    at: update.addedAt,
    who: whoOf(names, update.byId),
    words: update.words,
    rating: update.rating === null ? null : statusOf(ratings, update.rating, ''),
    confidence: update.confidence,
    recovery: update.recovery,
    review: reviewOf(plan, update),
    // The moment of a review is not that of the words.
    recorded: update.state === 'submitted' ? recordedOf(names, update) : null,
    mark: update.mark,
  }));

const stageEntries = (plan: Plan, action: Action, names: Names): TimelineEntry[] =>
  stageChangesOf(plan, action).map((change) => ({
    key: change.id,
    kind: 'stage',
    on: change.on,
    at: change.addedAt,
    who: actorInWords(change.recordedBy, names),
    words: [
      change.from === null
        ? `Added to the plan as ${stages[change.to].label.toLowerCase()}.`
        : `Stage changed from ${stages[change.from].label.toLowerCase()} to ${stages[change.to].label.toLowerCase()}.`,
      change.reason,
    ]
      .filter((part) => part !== null)
      .join(' '),
    rating: null,
    confidence: null,
    recovery: null,
    review: null,
    recorded: recordedOf(names, change),
    mark: 'own',
  }));

const dateEntries = (plan: Plan, action: Action, names: Names): TimelineEntry[] =>
  plan.dateChanges
    .filter(({ actionId }) => actionId === action.id)
    .flatMap((change): TimelineEntry[] => {
      const { id, from, to, askedOn, state, decidedOn, decidedDate, decisionReason, meeting } = change;
      const rest = {
        rating: null,
        confidence: null,
        recovery: null,
        review: null,
        recorded: recordedOf(names, change),
        mark: change.mark,
      };
      const days = daysBetween(from, to);
      const asked: TimelineEntry = {
        key: `${id}-asked`,
        kind: 'asked',
        on: askedOn,
        at: change.addedAt,
        who: whoOf(names, change.askedById),
        words: `Asked to move the date from ${formatDate(from)} to ${formatDate(to)}, ${plural(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}. ${change.reason}`,
        ...rest,
        recorded: state === 'asked' ? rest.recorded : null,
      };
      if (decidedOn === null) return [asked];
      const date = decidedDate === null ? '' : `: ${formatDate(decidedDate)}`;
      const decided: TimelineEntry = {
        key: `${id}-decided`,
        kind: 'decided',
        on: decidedOn,
        at: change.recordedAt,
        who: whoOf(names, change.decidedById),
        words: [
          `Date change ${dateChangeStates[state].label.toLowerCase()}${date}.`,
          decisionReason,
          meeting === null ? null : `${meeting}.`,
        ]
          .filter((part) => part !== null)
          .join(' '),
        ...rest,
      };
      return [asked, decided];
    });

/** The order in which things of one day follow each other, where the moment of recording does not tell. */
const ranks = { stage: 0, asked: 1, decided: 2, update: 3 } as const;

/** Gives everything said and decided about an action, newest first. */
export const timelineOf = (plan: Plan, action: Action, today: IsoDate): TimelineEntry[] => {
  const names: Names = new Map(plan.members.map(({ id, title }) => [id, title]));
  return [
    ...updateEntries(plan, action, names),
    ...stageEntries(plan, action, names),
    ...dateEntries(plan, action, names),
  ]
    .filter(({ on }) => on <= today)
    .toSorted(
      (a, b) =>
        compareText(b.on, a.on) ||
        compareText(b.at, a.at) ||
        ranks[b.kind] - ranks[a.kind] ||
        compareText(b.key, a.key),
    );
};
