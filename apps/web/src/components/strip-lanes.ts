/** A label under the strip of time: where it starts, and how wide it is, both as shares of the strip. */
export type Placed = { start: number; width: number };

/**
 * Puts labels into as few rows as keep them apart, each in the first row that has room.
 * @param labels in the order of their starts
 * @returns the row of each, from 0
 */
export const lanesOf = (labels: readonly Placed[]): number[] => {
  const ends: number[] = [];
  return labels.map(({ start, width }) => {
    const free = ends.findIndex((end) => end <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = start + width;
    return lane;
  });
};
