import { z } from 'zod';
import { redeemPasswordLink } from '../accounts.ts';
import { open, router } from '../trpc.ts';

const passwordLink = z.object({ token: z.string().max(200), password: z.string('Enter a password.').max(1000) });

export const accountRouter = router({
  /** Sets a password by the one-time link that an administrator gave. */
  usePasswordLink: open.input(passwordLink).mutation(async ({ ctx, input }) => {
    await redeemPasswordLink(ctx.db, input.token, input.password);
    ctx.log.info('A password was set by a one-time link');
    return { done: true };
  }),
});
