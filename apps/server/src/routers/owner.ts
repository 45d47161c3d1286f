import { ownerChoicesOf } from '@noticeboard/domain/views/owner-choices';
import { ownersOf } from '@noticeboard/domain/views/owners';
import { z } from 'zod';
import { router, view } from '../trpc.ts';

export const ownerRouter = router({
  list: view('plan.read', z.object({}), ({ plan, today }) => ownersOf(plan, today)),
  /** What the forms of cover, handovers and questions offer to choose from. */
  choices: view('plan.read', z.object({}), ({ plan, today }) => ownerChoicesOf(plan, today)),
});
