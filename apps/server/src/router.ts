import { noticeRouter } from './routers/notice.ts';
import { sessionRouter } from './routers/session.ts';
import { router } from './trpc.ts';

/** Everything that can be asked of Noticeboard, one router a noun. */
export const appRouter = router({
  session: sessionRouter,
  notice: noticeRouter,
});

export type AppRouter = typeof appRouter;
