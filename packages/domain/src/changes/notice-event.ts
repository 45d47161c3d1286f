import { z } from 'zod';
import { noticeEvent } from '../notice.ts';
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { changesOfNotice, isOfLife } from '../rules/course.ts';
import type { EventKind } from '../scales.ts';
import { formatDate, formatLoose } from '../words.ts';
import { editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkAfterIssue, checkLoose, findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = noticeEvent.omit({ noticeId: true, id: true, version: true, withdrawnOn: true });

export const createNoticeEventInput = content.extend({ ...ownSource, ...newRow });
export const editNoticeEventInput = content.extend(editedRow);
export const withdrawNoticeEventInput = withdrawInput;

type Told = { title: string; kind: EventKind; earliest: IsoDate; latest: IsoDate; printed: string | null };

const isDirection = ({ kind }: { kind: EventKind }): boolean => kind === 'direction' || kind === 'servicesRemoved';
const changing: readonly EventKind[] = changesOfNotice;
const quoted = ({ title, ...on }: Told): string => `“${title}”, ${formatLoose(on)}`;

/** Checks one event of a notice's life against the one that lifted it, if one did. */
const checkAgainstLifting = (event: Told, lifted: Told | null): void => {
  if (event.kind === 'postNoticeReview') {
    if (!lifted)
      return refuse('The notice is not recorded as lifted. Record that first, or choose “DfE review”.', 'kind');
    if (event.latest < lifted.earliest)
      refuse(`A review after the notice comes after it was lifted: ${quoted(lifted)}. Choose “DfE review”.`, 'kind');
  }
  if (changing.includes(event.kind) && lifted && event.earliest > lifted.latest)
    refuse(`The notice was lifted: ${quoted(lifted)}. ${quoted(event)}, comes after that and can’t change it.`, 'kind');
};

/**
 * Checks that the events of a notice's life, as they would stand, can have happened one after the other: nothing before the
 * issue, one lifting, no change of the notice after it, no post-notice review before it, and no end of a direction without one.
 * Only what the change itself touches is refused.
 */
const checkCourse = (plan: Plan, ownId: string | null, after: Told | null): void => {
  const others: Told[] = plan.events.filter(({ id, withdrawnOn }) => withdrawnOn === null && id !== ownId);
  const before = plan.events.find(({ id }) => id === ownId);
  if (after !== null && isOfLife(after.kind)) checkAfterIssue(plan, after.latest, 'latest', `“${after.title}”`);
  const liftings = others.filter(({ kind }) => kind === 'lifted');
  const [lifting] = liftings;
  if (after?.kind === 'lifted' && lifting)
    refuse(
      `The notice is recorded as lifted already: ${quoted(lifting)}. Correct that event, or withdraw it first.`,
      'kind',
    );
  const lifted = after?.kind === 'lifted' ? after : (lifting ?? null);
  if (after) checkAgainstLifting(after, lifted);
  if (after?.kind === 'lifted' || before?.kind === 'lifted') {
    for (const other of others) {
      if (other.kind === 'postNoticeReview' && (!lifted || other.latest < lifted.earliest))
        refuse(`${quoted(other)}, is a review after the notice was lifted. Withdraw or correct it first.`);
      if (changing.includes(other.kind) && lifted && other.earliest > lifted.latest)
        refuse(`${quoted(other)}, comes after ${formatDate(lifted.latest)}. Withdraw or correct it first.`);
    }
  }
  const standing = after ? [...others, after] : others;
  const ends =
    after?.kind === 'directionEnded'
      ? [after]
      : before && isDirection(before)
        ? standing.filter(({ kind }) => kind === 'directionEnded')
        : [];
  for (const end of ends)
    if (!standing.some((event) => isDirection(event) && event.earliest <= end.latest))
      refuse(
        `No direction, commissioner or removal of services is recorded before ${quoted(end)}. Record it first, or withdraw its end.`,
        'kind',
      );
};

/** Adds something that happened, or is set to happen, in the life of the notice. */
export const createNoticeEvent = onStandingNotice(
  (plan, input: z.output<typeof createNoticeEventInput>, { createId }) => {
    checkLoose(input);
    checkCourse(plan, null, input);
    const row = { ...contentOf(content, input), noticeId: plan.notice.id, id: createId() };
    return [added('noticeEvent', { ...row, withdrawnOn: null })];
  },
);

/** Edits an event. */
export const editNoticeEvent = onStandingNotice((plan, input: z.output<typeof editNoticeEventInput>) => {
  const before = findStanding(plan.events, input.id, 'event');
  checkLoose(input);
  checkCourse(plan, before.id, input);
  return [edited('noticeEvent', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws an event. */
export const withdrawNoticeEvent = onStandingNotice(
  (plan, input: z.output<typeof withdrawNoticeEventInput>, { today }) => {
    const before = findStanding(plan.events, input.id, 'event');
    checkCourse(plan, before.id, null);
    return [edited('noticeEvent', before, { withdrawnOn: today }, input.expectedVersion)];
  },
);
