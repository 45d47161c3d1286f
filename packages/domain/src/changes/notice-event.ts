import { z } from 'zod';
import { noticeEvent } from '../notice.ts';
import { editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import { checkLoose, findStanding } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = noticeEvent.omit({ noticeId: true, id: true, version: true, withdrawnOn: true });

export const createNoticeEventInput = content.extend({ ...ownSource, ...newRow });
export const editNoticeEventInput = content.extend(editedRow);
export const withdrawNoticeEventInput = withdrawInput;

/** Adds something that happened, or is set to happen, in the life of the notice. */
export const createNoticeEvent = onStandingNotice(
  (plan, input: z.output<typeof createNoticeEventInput>, { createId }) => {
    checkLoose(input);
    const row = { ...contentOf(content, input), noticeId: plan.notice.id, id: createId() };
    return [added('noticeEvent', { ...row, withdrawnOn: null })];
  },
);

/** Edits an event. */
export const editNoticeEvent = onStandingNotice((plan, input: z.output<typeof editNoticeEventInput>) => {
  const before = findStanding(plan.events, input.id, 'event');
  checkLoose(input);
  return [edited('noticeEvent', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws an event. */
export const withdrawNoticeEvent = onStandingNotice(
  (plan, input: z.output<typeof withdrawNoticeEventInput>, { today }) => {
    const before = findStanding(plan.events, input.id, 'event');
    return [edited('noticeEvent', before, { withdrawnOn: today }, input.expectedVersion)];
  },
);
