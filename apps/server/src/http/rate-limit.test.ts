import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('counts each key for itself, and forgets with the window or when told', () => {
  let moment = 0;
  const { allows, forget } = createRateLimit(2, { minutes: 15, now: () => moment });
  expect([allows('a'), allows('a'), allows('a'), allows('b')]).toEqual([true, true, false, true]);
  moment = 14 * 60_000;
  expect(allows('a')).toBe(false);
  moment = 15 * 60_000;
  expect([allows('a'), allows('a'), allows('a')]).toEqual([true, true, false]);
  forget('a');
  expect(allows('a')).toBe(true);
});

it('does not count a try that is taken back', () => {
  const { allows, takeBack } = createRateLimit(1, { now: () => 0 });
  expect(allows('a')).toBe(true);
  takeBack('a');
  expect([allows('a'), allows('a')]).toEqual([true, false]);
  takeBack('b');
  expect(allows('b')).toBe(true);
});
