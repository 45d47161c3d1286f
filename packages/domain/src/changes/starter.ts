import { z } from 'zod';
import { addMonths } from '../calendar.ts';
import { starter } from '../family.ts';
import type { IsoDate } from '../fields.ts';
import { formatDate } from '../words.ts';
import { editedRow, newRow, ownSource, withdrawInput } from './inputs.ts';
import { findStanding, refuse } from './references.ts';
import { added, contentOf, edited, onStandingNotice } from './rows.ts';

const content = starter.omit({ noticeId: true, id: true, version: true, withdrawnOn: true });

export const createStarterInput = content.extend({ ...ownSource, ...newRow });
export const editStarterInput = content.extend(editedRow);
export const withdrawStarterInput = withdrawInput;

/** How far ahead a post may be accepted, in months: beyond lies a slip of the pen. */
const furthest = 36;

const checkStart = (today: IsoDate, startsOn: IsoDate): void => {
  const last = addMonths(today, furthest);
  if (startsOn > last)
    refuse(`Enter a start date on or before ${formatDate(last)}, three years from today.`, 'startsOn');
};

/** Adds caseworkers who have accepted a post and will start on a day. */
export const createStarter = onStandingNotice(
  (plan, input: z.output<typeof createStarterInput>, { today, createId }) => {
    checkStart(today, input.startsOn);
    const row = { ...contentOf(content, input), noticeId: plan.notice.id, id: createId() };
    return [added('starter', { ...row, withdrawnOn: null })];
  },
);

/** Edits caseworkers who will start, also once they have. */
export const editStarter = onStandingNotice((plan, input: z.output<typeof editStarterInput>, { today }) => {
  const before = findStanding(plan.starters, input.id, 'start');
  checkStart(today, input.startsOn);
  return [edited('starter', before, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws caseworkers who will not start after all. */
export const withdrawStarter = onStandingNotice((plan, input: z.output<typeof withdrawStarterInput>, { today }) => [
  edited('starter', findStanding(plan.starters, input.id, 'start'), { withdrawnOn: today }, input.expectedVersion),
]);
