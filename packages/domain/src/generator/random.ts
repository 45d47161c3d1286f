/** A stream of numbers that looks random and is the same for the same seed. */
export type Random = {
  /** From 0 up to 1, 1 not included. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  int: (least: number, most: number) => number;
  /** True with a chance from 0 to 1. */
  chance: (share: number) => boolean;
  pick: <T>(from: readonly [T, ...T[]]) => T;
};

/** Makes a stream of pseudo-random numbers from a seed (mulberry32). Not for secrets. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  };
};
