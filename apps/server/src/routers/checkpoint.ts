import { checkpointsView } from '@noticeboard/domain/views/checkpoints';
import { z } from 'zod';
import { router, view } from '../trpc.ts';

export const checkpointRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today }) => checkpointsView(plan, today)),
});
