import { dayNumber } from '@noticeboard/domain/day-number';
import type { Run } from '@noticeboard/domain/drawing/runs';

type Row = Record<string, number>;

/**
 * The values of each run by day: what Recharts draws lines from. A day has one row, and another for every step that a line
 * takes on it.
 */
export const rowsOf = (runs: readonly Run[]): Row[] => {
  const days = new Map<number, Row[]>();
  for (const { key, points } of runs) {
    for (const { on, value } of points) {
      const day = dayNumber(on);
      const rows = days.get(day) ?? [];
      const free = rows.find((row) => row[key] === undefined);
      if (free) free[key] = value;
      else rows.push({ day, [key]: value });
      days.set(day, rows);
    }
  }
  return [...days].toSorted(([a], [b]) => a - b).flatMap(([, rows]) => rows);
};
