import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { parseAddress, writeAddress } from '../app/address.ts';

/** Renders something inside a router at an address; gives what reads the address later. */
export const renderInApp = async (children: ReactNode, address = '/') => {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <main data-testid="app">{children}</main> }),
    history,
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { container } = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await screen.findByTestId('app');
  return { container, address: () => router.state.location.href };
};
