import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { IdleWarning } from './idle-warning.tsx';
import { stayWhile } from './stay.ts';

// jsdom's dialogs are not whole.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const waitToBeWarned = () => {
  vi.useFakeTimers();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <IdleWarning />
    </QueryClientProvider>,
  );
  act(() => {
    vi.advanceTimersByTime(25 * 60_000);
  });
  return screen.getByRole('dialog', { name: 'You will be signed out in 5 minutes' }).textContent;
};

it('does not say that anything is lost where nothing is typed', () => {
  expect(waitToBeWarned()).not.toContain('What you typed');
});

it('says that what is typed stays on the page', () => {
  const end = stayWhile(() => true);
  expect(waitToBeWarned()).toContain('What you typed stays on this page');
  end();
});
