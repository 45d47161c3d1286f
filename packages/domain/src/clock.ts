import type { Instant, IsoDate } from './fields.ts';

/** Where time comes from: made once when a process starts and passed down, so that every rule is told its day. */
export type Clock = { now: () => Instant; today: () => IsoDate };
