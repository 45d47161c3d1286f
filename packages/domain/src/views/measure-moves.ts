import type { DirectionStatus } from '../rules/direction.ts';

/** Which way a figure moves, whether that is better or not; null where the two can't be compared. */
export type Moves = 'up' | 'down' | 'level' | null;

/** Gives which way the figure moved between the two readings that a direction compares. */
export const movesOf = ({ key, from, to }: DirectionStatus): Moves => {
  if (key !== 'better' && key !== 'worse' && key !== 'same') return null;
  const change = (to?.value ?? 0) - (from?.value ?? 0);
  if (change === 0) return 'level';
  return change > 0 ? 'up' : 'down';
};
