import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '@noticeboard/server/router';
import { contactingFetch } from './last-contact.ts';
import { isSignedOut, refusalOf } from './refusal.ts';
import { mustStay } from './stay.ts';

/** Refusals that another try will not change. */
const final = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'CONFLICT', 'TOO_MANY_REQUESTS']);

/** What the app does when a query finds the session ended; the router sets it. */
const whenSignedOut = { act: () => {} };

/** Says what happens when a query finds the session ended. */
export const onSignedOut = (act: () => void): void => {
  whenSignedOut.act = act;
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error) && !mustStay()) whenSignedOut.act();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Without anything to show the page says why; with it, it goes on showing what it has.
      throwOnError: (_error, { state }) => state.data === undefined,
      retry: (failures, error) => failures < 2 && !final.has(refusalOf(error).code),
    },
  },
});

/** The server takes no more calls in one request, and browsers no longer addresses. */
const batch = { maxItems: 20, maxURLLength: 4000 };

const url = '/trpc';

/** The procedures of the server, for what is no query of a page and no form. With `outlasting` a call goes on when its page is left. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ context }) => context['outlasting'] === true,
      true: httpLink({
        url,
        fetch: (input, init) => contactingFetch(input, { ...(init as RequestInit), keepalive: true }),
      }),
      false: httpBatchLink({ url, fetch: (input, init) => contactingFetch(input, init as RequestInit), ...batch }),
    }),
  ],
});

/** Query and mutation options of every procedure: `useQuery(trpc.action.list.queryOptions({ noticeId, asAt }))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** What each procedure answers. */
export type RouterOutput = inferRouterOutputs<AppRouter>;
