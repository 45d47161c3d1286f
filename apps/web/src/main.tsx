import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isRefusedCall } from './app/refusal.ts';
import { onSignedOut, queryClient } from './app/trpc.ts';
import { createAppRouter } from './routes.tsx';
import './styles/main.scss';

const router = createAppRouter();
declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

onSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href } });
});

const root = document.querySelector('#root');
if (root) {
  createRoot(root, {
    // A refusal is shown in the page with its sentence; only mistakes of our own go to the console.
    onCaughtError: (error) => {
      if (!isRefusedCall(error)) console.error(error);
    },
  }).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
