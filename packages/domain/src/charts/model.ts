/**
 * A chart before it is drawn: made by a pure function here, drawn by Recharts on screen and as plain SVG on paper. No zod or
 * Temporal: the renderers import this.
 */
import type { IsoDate } from '../fields.ts';

/** A value at a day (another day, where the upright axis is one too, as the number of that day); null leaves a gap. `from` is set where the value belongs to the whole time up to `on`, as with bars; `reach` where it is the middle of a range, as with bands. */
export type ChartPoint = {
  on: IsoDate;
  from: IsoDate | null;
  value: number | null;
  label: string;
  reach?: { low: number; high: number };
};

/** A line joins its points in order, a band is a line with the range of each of its points, a bar spans the time of each, points stand alone. */
export type ChartSeries = {
  key: string;
  name: string;
  kind: 'line' | 'band' | 'bar' | 'points';
  /** What it shows, which fixes its colour: what happened, what was planned, another thing beside them, or a thin grey guide. */
  role: 'actual' | 'plan' | 'other' | 'fourth' | 'guide';
  dashed: boolean;
  symbol: 'disc' | 'ring' | 'diamond' | 'triangle' | 'square' | 'none';
  points: ChartPoint[];
  /** The words at its end, in place of a legend; each text is a line. */
  endLabel: string[];
};

/** A cell is a number where the column is numeric, so that a CSV keeps it one; `words` is how a person reads it. */
type ChartCell = { value: string | number | null; words: string };
export type ChartTable = {
  caption: string;
  columns: { head: string; numeric: boolean }[];
  rows: ChartCell[][];
};

export type ChartModel = {
  key: string;
  /** The message, made from the data. */
  title: string;
  subtitle: string;
  /** One sentence for those who do not see the drawing. */
  summary: string;
  from: IsoDate;
  to: IsoDate;
  y: { min: number; max: number; ticks: { value: number; label: string }[] };
  /** The days that are named along the foot. */
  days: { on: IsoDate; label: string }[];
  series: ChartSeries[];
  /** Dotted verticals, each with its name and date. */
  checkpoints: { on: IsoDate; label: string; date: string }[];
  /** Verticals at which a series begins anew, each with what begins and its date: a count that restarts, limits reckoned anew. */
  breaks?: { on: IsoDate; label: string; date: string }[];
  today: IsoDate | null;
  targets: { on: IsoDate; value: number; label: string }[];
  floor: { value: number; label: string } | null;
  /** The distance between two values on one day, such as complete and planned. */
  bracket: { on: IsoDate; low: number; high: number; label: string; lowLabel: string; highLabel: string } | null;
  table: ChartTable;
};

/** As much of a chart as is drawn where there is no room for words: beside a figure, or many side by side. */
export type SmallChart = Omit<ChartModel, 'title' | 'subtitle' | 'bracket' | 'table'>;

/** Gives about `count` round values from 0 (or below) to at least `most`: steps of 1, 2 or 5 times a power of ten, whole where `integer`. */
export const roundTicks = (least: number, most: number, count: number, integer: boolean): number[] => {
  const span = Math.max(most - least, Number.MIN_VALUE);
  const raw = Number.isFinite(span) ? span / Math.max(1, count) : Number.MAX_VALUE / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(Math.max(raw, 1e-12)));
  const step = Math.max(integer ? 1 : 0, power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10));
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  // Rounded to the step, or a third tick of 0.1 would read 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
};
