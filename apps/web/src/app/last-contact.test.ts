import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contactingFetch, readLastContact } from './last-contact.ts';

const answered = vi.fn<typeof fetch>();
const unattended = () => new Headers(answered.mock.lastCall?.[1]?.headers).get('x-unattended');

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', answered);
  answered.mockResolvedValue(new Response('{}'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what a page reads by itself keeps no session alive, until somebody is there again', async () => {
  globalThis.dispatchEvent(new Event('pointerdown'));
  await contactingFetch('/trpc', { headers: { 'content-type': 'application/json' } });
  const contact = readLastContact();
  expect(unattended()).toBeNull();

  vi.advanceTimersByTime(61_000);
  await contactingFetch('/trpc');
  expect(unattended()).toBe('1');
  expect(readLastContact()).toBe(contact);

  globalThis.dispatchEvent(new Event('keydown'));
  await contactingFetch('/trpc');
  expect(unattended()).toBeNull();
  expect(readLastContact()).toBe(Date.now());
});
