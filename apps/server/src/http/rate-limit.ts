/**
 * Counts calls in windows of a minute, in memory: each server process counts for itself.
 * @param now milliseconds of real time, whatever day the plan is pinned to
 */
export const createRateLimit = (most: number, now: () => number = Date.now): ((key: string) => boolean) => {
  const counts = new Map<string, number>();
  let window = 0;
  return (key) => {
    const current = Math.floor(now() / 60_000);
    if (current !== window) {
      counts.clear();
      window = current;
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  };
};
