import { open, router } from '../trpc.ts';
import { sessionOf } from '../session-of.ts';

export const sessionRouter = router({
  me: open.query(({ ctx }) => sessionOf(ctx)),
});
