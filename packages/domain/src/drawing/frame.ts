/** Where a chart's plot lies in its drawing, and how much room its words take around it. */
import type { ChartModel } from '../charts/model.ts';
import { dayNumber } from '../day-number.ts';
import { formatShortDate } from '../words.ts';
import { broken, placeHeads, widthOf, type Head } from './place-labels.ts';

/** The plot in px, what a day and a value are in it, and how far words may reach beyond its right edge. */
export type Frame = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** What words may use at the right of the plot. */
  room: number;
  x: (day: number) => number;
  y: (value: number) => number;
  /** On a phone there is less room: words are shorter, and days fewer. */
  narrow: boolean;
};

/** Room around a plot, in px: `left` has the labels of the values, `bottom` those of the days. */
export type Margins = { top: number; right: number; bottom: number; left: number };

/** How high a row of words above the plot is: on a phone they are one line, the dates being in the table. */
export const headRow = (narrow: boolean): number => (narrow ? 18 : 34);

const footHeight = 30;
const leastRoom = 24;
const mostRoom = 160;
const narrowRoom = 16;

/** What the keys of verticals begin with at which a series begins anew. */
export const breakKey = 'break-';

/** Gives the verticals of a chart with the words above them, in the order of their days. */
export const headsOf = (
  { checkpoints, breaks = [], today }: Pick<ChartModel, 'checkpoints' | 'breaks' | 'today'>,
  x: (day: number) => number,
  narrow: boolean,
): Head[] =>
  [
    ...checkpoints.map(({ on, label, date }) => ({ key: on, on, lines: [label, date] })),
    ...breaks.map(({ on, label, date }) => ({ key: `${breakKey}${label}-${on}`, on, lines: [label, date] })),
    ...(today === null ? [] : [{ key: 'today', on: today, lines: ['Today', formatShortDate(today)] }]),
  ]
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ key, on, lines }) => ({ key, x: x(dayNumber(on)), lines: narrow ? lines.slice(0, 1) : lines }));

/** Gives the days that are named along the foot: on a phone about four of them. */
export const footDays = ({ days }: ChartModel, narrow: boolean): ChartModel['days'] =>
  narrow ? days.filter((_, index) => index % Math.ceil(days.length / 4) === 0) : days;

/** Gives the day's place between two edges. */
export const dayScale = ({ from, to }: Pick<ChartModel, 'from' | 'to'>, left: number, right: number) => {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  return (day: number): number => left + ((day - first) / Math.max(1, last - first)) * (right - left);
};

/** Gives the value's place between two edges. Shares are taken before they are scaled, so that no value is too large. */
export const valueScale = ({ min, max }: ChartModel['y'], top: number, bottom: number) => {
  const half = max / 2 - min / 2 || 1;
  return (value: number): number => bottom - ((value / 2 - min / 2) / half) * (bottom - top);
};

/** Gives the room around the plot of a drawing of about that width in all. */
export const marginsOf = (model: ChartModel, width: number, narrow: boolean): Margins => {
  const left = Math.max(48, 14 + widthOf(model.y.ticks.map(({ label }) => label)));
  const lastHead = headsOf(model, (day) => day, narrow).at(-1);
  const endWords = Math.max(
    0,
    ...model.series.map(({ endLabel }) => widthOf(endLabel.flatMap(broken))),
    widthOf(lastHead?.lines ?? []),
    model.floor === null ? 0 : widthOf([model.floor.label]),
  );
  const right = narrow ? narrowRoom : Math.min(mostRoom, Math.max(leastRoom, endWords + 14));
  const plot = Math.max(1, width - left - right);
  const heads = headsOf(model, dayScale(model, 0, plot), narrow);
  const rows = Math.max(0, ...placeHeads(heads, { left: -left, right: plot + right }).map(({ row }) => row + 1));
  return { left, right, top: 10 + rows * headRow(narrow), bottom: footHeight };
};
