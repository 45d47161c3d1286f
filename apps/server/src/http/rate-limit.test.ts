import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('counts each key for itself, and forgets with the minute', () => {
  let moment = 0;
  const allows = createRateLimit(2, () => moment);
  expect([allows('a'), allows('a'), allows('a'), allows('b')]).toEqual([true, true, false, true]);
  moment = 60_000;
  expect(allows('a')).toBe(true);
});
