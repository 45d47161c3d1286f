import { dayNumber } from '@noticeboard/domain/day-number';
import type { Run } from '@noticeboard/domain/drawing/runs';

/** One row a day, with the value of each run that has one then: what Recharts draws lines from. */
export const rowsOf = (runs: readonly Run[]): Record<string, number>[] => {
  const rows = new Map<number, Record<string, number>>();
  for (const { key, points } of runs) {
    for (const { on, value } of points) {
      const day = dayNumber(on);
      rows.set(day, { ...rows.get(day), day, [key]: value });
    }
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
};
