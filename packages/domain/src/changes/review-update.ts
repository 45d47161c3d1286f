import { z } from 'zod';
import { DomainError } from '../domain-error.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import { id, words } from '../fields.ts';
import { may, nobodys, type Who } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { rowAbout } from '../rules/owned.ts';
import { updatesBeside } from '../rules/reported.ts';
import { othersMay, wayOn } from '../rules/way-on.ts';
import { updateStates } from '../scales.ts';
import type { Update } from '../update.ts';
import { formatDate } from '../words.ts';
import type { By } from './by.ts';
import { subjectAbout } from './about.ts';
import { rowAsRead } from './inputs.ts';
import { findRow, refuse } from './references.ts';
import { edited, onStandingNotice } from './rows.ts';

const asRead = z.object(rowAsRead).pick({ id: true, expectedVersion: true });
const most = 200;

export const acceptUpdatesInput = z.object({
  noticeId: id,
  updates: z
    .array(asRead)
    .min(1, 'Choose the updates to accept.')
    .max(most, `Choose ${most} updates or fewer at once.`),
});
export const returnUpdateInput = z.object({ ...rowAsRead, note: words('A note') });

const named = (noun: string, rows: readonly { id: string; code: string }[], rowId: string | null): string[] =>
  rows.filter((row) => row.id === rowId).map(({ code }) => `${noun} ${code}`);

/** Gives what an update is about, as it is cited: "action 6.04". */
const aboutIn = (plan: Plan, { actionId, measureId, requirementId }: Update): string => {
  const [found = 'this row'] = [
    ...named('action', plan.actions, actionId),
    ...named('measure', plan.measures, measureId),
    ...named('requirement', plan.requirements, requirementId),
  ];
  return found;
};

/** Gives whether an update is of the person's own, and how: they wrote it, or act on what it is about, and did when it was written. */
const ownOf = (plan: Plan, update: Update, who: Who, today: IsoDate): 'wrote' | 'acts' | null => {
  if (update.byId === who.memberId) return 'wrote';
  if (rowAbout(plan, update) === null) return null;
  const acts = [update.on, today].every((day) => subjectAbout(plan, update, day).memberIds.includes(who.memberId));
  return acts ? 'acts' : null;
};

/**
 * Gives the sentence that keeps a person from reviewing an update: they wrote it, or act themselves on what it is about, where
 * cover counts for what was written since it began; null where nothing does. Where nobody else may, it says what helps.
 */
export const whyNotReview = (plan: Plan, update: Update, who: Who, today: IsoDate): string | null => {
  const own = ownOf(plan, update, who, today);
  if (own === null) return null;
  const about = aboutIn(plan, update);
  const others = othersMay(
    plan,
    who,
    today,
    (other) => may(other, 'update.review', nobodys) && ownOf(plan, update, other, today) === null,
  );
  if (own === 'wrote') {
    return others
      ? `You wrote the update of ${about} yourself. Somebody else of the programme office reviews it.`
      : `You wrote the update of ${about} yourself. Nobody else in this notice may review it: add a member who may, or let its next update be written by somebody else.`;
  }
  return `You act on ${about} yourself. ${others ? 'Somebody else of the programme office reviews its updates.' : wayOn(plan, subjectAbout(plan, update, today), who, today)}`;
};

/** Gives an update that waits for a review by somebody whose it is not; throws where it does not. */
const findReviewable = (plan: Plan, updateId: string, { who, today }: By): Recorded<Update> => {
  const update = findRow(plan.updates, updateId, 'update');
  const about = aboutIn(plan, update);
  const own = whyNotReview(plan, update, who, today);
  if (own !== null) throw new DomainError('forbidden', own);
  if (update.state !== 'submitted') {
    throw new DomainError(
      'conflict',
      `The update of ${about} was ${updateStates[update.state].label.toLowerCase()} on ${formatDate(update.reviewedOn ?? update.on)}. Reload the page.`,
    );
  }
  if (updatesBeside(plan, update).at(-1)?.id !== update.id) {
    throw new DomainError('conflict', `A newer update of ${about} was written. Reload the page and review that one.`);
  }
  return update;
};

/**
 * Accepts updates, all or none of them. Only the last one of a row is reviewed, and nobody reviews what is
 * their own.
 */
export const acceptUpdates = onStandingNotice((plan, { updates }: z.output<typeof acceptUpdatesInput>, by) => {
  if (new Set(updates.map((each) => each.id)).size < updates.length) refuse('Choose each update once.', 'updates');
  return updates.map(({ id: updateId, expectedVersion }) =>
    edited(
      'update',
      findReviewable(plan, updateId, by),
      { state: 'accepted', reviewedById: by.who.memberId, reviewedOn: by.today, reviewNote: null },
      expectedVersion,
    ),
  );
});

/** Returns an update with a note that says what is missing: it is due again. The next one supersedes it. */
export const returnUpdate = onStandingNotice((plan, input: z.output<typeof returnUpdateInput>, by) => [
  edited(
    'update',
    findReviewable(plan, input.id, by),
    { state: 'returned', reviewedById: by.who.memberId, reviewedOn: by.today, reviewNote: input.note },
    input.expectedVersion,
  ),
]);
