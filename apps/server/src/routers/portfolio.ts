import { isoDate } from '@noticeboard/domain/fields';
import { z } from 'zod';
import { portfolioOf } from '../portfolio.ts';
import { router, signedIn } from '../trpc.ts';

export const portfolioRouter = router({
  /** Answers every notice that is shared with whoever asks and that they may read, side by side, as at a day. */
  read: signedIn
    .input(z.object({ asAt: isoDate.optional() }))
    .query(({ ctx, input }) => portfolioOf(ctx, ctx.account, input.asAt)),
});
