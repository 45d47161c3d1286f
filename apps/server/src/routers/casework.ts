import { caseworkOf } from '@noticeboard/domain/views/casework';
import { z } from 'zod';
import { router, view } from '../trpc.ts';

export const caseworkRouter = router({
  read: view('plan.read', z.object({}), ({ plan, today }) => caseworkOf(plan, today)),
});
