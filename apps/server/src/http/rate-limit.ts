export type RateLimit = {
  /** Counts a try, and says whether it is within the limit. */
  allows: (key: string) => boolean;
  /** Takes one try back that went well, so that it does not count. */
  takeBack: (key: string) => void;
  /** Starts a key anew, such as after a try that went well. */
  forget: (key: string) => void;
};

/**
 * Counts tries in windows of some minutes, in memory: each server process counts for itself.
 * @param most how many a key has in one window
 * @param options `now`: milliseconds of real time, whatever day the plan is pinned to
 */
export const createRateLimit = (
  most: number,
  { minutes = 1, now = Date.now }: { minutes?: number; now?: () => number } = {},
): RateLimit => {
  const counts = new Map<string, number>();
  let window = 0;
  return {
    allows: (key) => {
      const current = Math.floor(now() / (minutes * 60_000));
      if (current !== window) {
        counts.clear();
        window = current;
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= most;
    },
    takeBack: (key) => {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count - 1);
    },
    forget: (key) => void counts.delete(key),
  };
};
