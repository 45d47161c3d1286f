import type { AppRouter } from '@noticeboard/server/router';
import type { inferRouterInputs } from '@trpc/server';

/** What each procedure takes. */
export type Inputs = inferRouterInputs<AppRouter>;
