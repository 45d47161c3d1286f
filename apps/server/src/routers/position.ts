import { readHistory } from '@noticeboard/db/history';
import { changesSince, recentChanges } from '@noticeboard/domain/views/changes';
import { positionOf } from '@noticeboard/domain/views/position';
import { z } from 'zod';
import { read, router, view } from '../trpc.ts';

/** More than a month of a busy notice; beyond it the history is the place to look. */
const mostEntries = 1000;

export const positionRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today }) => positionOf(plan, today)),

  /** Answers what changed in the last thirty days, newest first. */
  changes: read('plan.read', z.object({}), async ({ plan, today, installation }) => {
    const asked = { since: changesSince(today), throughSeq: plan.head.seq, limit: mostEntries };
    return recentChanges(plan, await readHistory(installation.db, plan.notice.id, asked), today);
  }),
});
