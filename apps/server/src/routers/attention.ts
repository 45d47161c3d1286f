import { needsAttentionOf } from '@noticeboard/domain/views/needs-attention';
import { z } from 'zod';
import { router, view } from '../trpc.ts';

export const attentionRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today, who }) => needsAttentionOf(plan, today, who)),
});
