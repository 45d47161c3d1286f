import { z } from 'zod';
import { notice } from '../notice.ts';
import { formatDate, plural } from '../words.ts';
import { editedRow, withdrawInput } from './inputs.ts';
import { checkHasCome, refuse } from './references.ts';
import { contentOf, edited, onStandingNotice } from './rows.ts';

// A fictional notice can't be made real by an edit, nor a real one hidden as fiction.
const content = notice.omit({ noticeId: true, id: true, version: true, nature: true, withdrawnOn: true });

export const editNoticeInput = content.extend(editedRow).omit({ id: true });
export const withdrawNoticeInput = withdrawInput.omit({ id: true });

/** Edits a notice; its dates must leave the due dates and the targets of the plan where they are. */
export const editNotice = onStandingNotice((plan, input: z.output<typeof editNoticeInput>, { today }) => {
  checkHasCome(today, input.issuedOn, 'issuedOn', 'The day of issue');
  if (input.checkpointBase < input.issuedOn) {
    refuse(
      `Checkpoints must be counted from ${formatDate(input.issuedOn)}, when the notice was issued, or a later day.`,
      'checkpointBase',
    );
  }
  const early = plan.actions.find(({ stage, originalDue }) => stage !== 'withdrawn' && originalDue <= input.issuedOn);
  if (early) {
    refuse(
      `Action ${early.code} was due on ${formatDate(early.originalDue)}. The notice must be issued before that day.`,
      'issuedOn',
    );
  }
  const orphan = plan.targets.find(
    ({ withdrawnOn, months }) => withdrawnOn === null && months !== null && !input.checkpointMonths.includes(months),
  );
  if (orphan?.months) {
    refuse(
      `There are targets for the checkpoint at ${plural(orphan.months, 'month')}. Withdraw them before you take it out.`,
      'checkpointMonths',
    );
  }
  return [edited('notice', plan.notice, contentOf(content, input), input.expectedVersion)];
});

/** Withdraws a notice: everything in it stays to be read, and nothing in it can be changed. */
export const withdrawNotice = onStandingNotice((plan, input: z.output<typeof withdrawNoticeInput>, { today }) => [
  edited('notice', plan.notice, { withdrawnOn: today }, input.expectedVersion),
]);
