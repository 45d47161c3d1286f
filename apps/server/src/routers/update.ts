import { dropDrafts } from '@noticeboard/db/drafts';
import {
  acceptUpdates,
  acceptUpdatesInput,
  returnUpdate,
  returnUpdateInput,
} from '@noticeboard/domain/changes/review-update';
import { keyOfRow, submitInput, submitUpdates } from '@noticeboard/domain/changes/submit';
import { updateSubject, writeUpdate, writeUpdateInput } from '@noticeboard/domain/changes/update';
import { isoDate } from '@noticeboard/domain/fields';
import { nobodys } from '@noticeboard/domain/permissions';
import { dueFrom } from '@noticeboard/domain/views/my-updates';
import { updatesView } from '@noticeboard/domain/views/updates';
import { z } from 'zod';
import { change, changeWith, router, view } from '../trpc.ts';

export const updateRouter = router({
  write: change('update.write', writeUpdateInput, updateSubject, writeUpdate),

  /** Answers everything that is due from the caller. */
  due: view('plan.read', z.object({}), ({ plan, today, who }) => dueFrom(plan, who.memberId, today)),

  // Each row asks for a right of its own, which `submitUpdates` looks at, so that a refusal names the row.
  submit: changeWith(
    'update.write',
    submitInput,
    () => [],
    async ({ plan, by, writer }, input) => {
      const changes = submitUpdates(plan, input, by);
      const theirs = { noticeId: input.noticeId, memberId: by.who.memberId };
      await dropDrafts(writer, theirs, input.rows.map(keyOfRow));
      return { changes, answer: { submitted: input.rows.length } };
    },
  ),

  /** Answers the updates of a period, or all that wait, for whoever accepts or returns them. */
  list: view(
    'update.review',
    z.object({ period: z.union([z.literal('waiting'), isoDate]).optional() }),
    ({ plan, today, who }, { period }) => updatesView(plan, today, who, period ?? null),
  ),
  accept: change('update.review', acceptUpdatesInput, () => nobodys, acceptUpdates),
  return: change('update.review', returnUpdateInput, () => nobodys, returnUpdate),
});
