import { changesInBrief } from '@noticeboard/domain/views/changes';
import { positionOf } from '@noticeboard/domain/views/position';
import { z } from 'zod';
import { read, router, view } from '../trpc.ts';
import { changesSince } from './changes.ts';

export const positionRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today }) => positionOf(plan, today)),

  /** Answers what matters most of what changed since the last board. */
  changes: read('plan.read', z.object({}), async (given) => {
    const { since, between } = await changesSince(given, null);
    return changesInBrief(since, between, null);
  }),
});
