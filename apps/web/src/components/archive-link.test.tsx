import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ArchiveLink } from './archive-link.tsx';

type Part = { done: boolean; value?: Uint8Array };

/** Answers with an archive of 4,000 bytes whose parts come when the test says so; gives what sends the next one. */
const serveParts = (): ((part: Part) => void) => {
  const waiting: ((part: Part) => void)[] = [];
  vi.stubGlobal('fetch', async (_address: string, { signal }: { signal: AbortSignal }) => ({
    ok: true,
    headers: new Headers({ 'content-length': '4000' }),
    body: {
      getReader: () => ({
        read: () =>
          new Promise<Part>((resolve, reject) => {
            waiting.push(resolve);
            signal.addEventListener('abort', () => reject(new Error('Stopped')));
          }),
      }),
    },
  }));
  return (part) => waiting.shift()?.(part);
};

const after = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const zip = () => screen.getByRole('button', { name: /^ZIP/ });

beforeEach(() => {
  vi.useFakeTimers();
  URL.createObjectURL = () => 'blob:evidence';
  URL.revokeObjectURL = () => undefined;
  render(<ArchiveLink address="/evidence.zip" name="evidence.zip" of="all evidence" />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('shows how much has come once it takes longer than a second, and no more when all is there', async () => {
  const send = serveParts();
  const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  fireEvent.click(zip());
  await after(0);
  send({ done: false, value: new Uint8Array(1000) });
  await after(900);
  expect(screen.queryByRole('progressbar')).toBeNull();
  await after(200);
  expect(screen.getByRole('progressbar')).toHaveProperty('value', 1000);
  expect(screen.getByRole('status').textContent).toContain('1 KB of 4 KB');
  send({ done: true });
  await after(0);
  expect(saved).toHaveBeenCalledOnce();
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(zip()).toHaveProperty('disabled', false);
});

it('says why the server refused', async () => {
  const sentence = 'You have done that very often in the last minute. Wait a minute, then try again.';
  vi.stubGlobal('fetch', async () => ({ ok: false, json: async () => ({ sentence }) }));
  fireEvent.click(zip());
  await after(0);
  expect(screen.getByRole('status').textContent).toBe(sentence);
});

it('gives up where it is stopped, without a word', async () => {
  serveParts();
  fireEvent.click(zip());
  await after(1100);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await after(0);
  expect(screen.getByRole('status').textContent).toBe('');
});
