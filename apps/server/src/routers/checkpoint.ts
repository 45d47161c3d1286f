import { checkpointSlipOf } from '@noticeboard/domain/views/checkpoint-slip';
import { checkpointsView } from '@noticeboard/domain/views/checkpoints';
import { z } from 'zod';
import { read, router, view } from '../trpc.ts';

export const checkpointRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today }) => checkpointsView(plan, today)),

  /** Answers when the actions due by a checkpoint were expected, as it was known on each report day. */
  slip: read(
    'plan.read',
    z.object({ months: z.int().optional() }),
    async ({ plan, today, installation }, { months }) => {
      const histories = await installation.dates.read(plan.notice.id, plan.head.seq);
      return checkpointSlipOf(plan, histories, months ?? null, today);
    },
  ),
});
