import { londonDay } from '@noticeboard/domain/calendar';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['in winter, for a day in summer', '2026-01-15T10:30:00.000Z', '2023-09-25', '2023-09-25T09:30:00.000Z'],
  ['in summer, for a day in winter', '2026-07-15T09:30:00.000Z', '2023-01-25', '2023-01-25T10:30:00.000Z'],
  ['just after midnight in London', '2026-07-14T23:05:00.000Z', '2023-09-25', '2023-09-24T23:05:00.000Z'],
])('keeps the time of day in London on a pinned day: %s', (_name, real, pinned, expected) => {
  vi.setSystemTime(real);
  const clock = createClock(pinned);
  expect(clock.now()).toBe(expected);
  expect(clock.today()).toBe(pinned);
  expect(londonDay(clock.now())).toBe(pinned);
});

it('runs on, and stays on its day for good', () => {
  vi.setSystemTime('2026-01-15T23:59:59.000Z');
  const clock = createClock('2023-09-25');
  const first = clock.now();
  vi.setSystemTime('2026-01-15T23:59:59.500Z');
  expect(clock.now() > first).toBe(true);
  vi.setSystemTime('2026-01-17T08:00:00.000Z');
  expect(clock.now()).toBe('2023-09-25T22:59:59.999Z');
});

it('follows the calendar in London where no day is pinned', () => {
  vi.setSystemTime('2026-07-14T23:05:00.000Z');
  expect(createClock(null).today()).toBe('2026-07-15');
});
