import { accountRouter } from './routers/account.ts';
import { historyRouter } from './routers/history.ts';
import { memberRouter } from './routers/member.ts';
import { noticeRouter } from './routers/notice.ts';
import { sessionRouter } from './routers/session.ts';
import { router } from './trpc.ts';

/** Everything that can be asked of Noticeboard, one router a noun. */
export const appRouter = router({
  account: accountRouter,
  history: historyRouter,
  member: memberRouter,
  notice: noticeRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
