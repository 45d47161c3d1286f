/** A value against its floor and its target, on one line. */
import type { Measure } from '../measure.ts';
import type { ImpactStatus } from '../rules/impact.ts';
import { formatAim, formatReading } from '../words.ts';

/** What a bullet shows, in the unit of the measure; `min` and `max` are the ends of its line. */
export type Bullet = {
  value: number;
  /** From the least to the most that meets the target; one value where only an edge is set. */
  target: { from: number; to: number };
  floor: number | null;
  min: number;
  max: number;
  summary: string;
};

/** Room beyond the furthest mark, as a share of the line. */
const beyond = 0.12;

/** Two numbers near the largest may add up to none. */
const finite = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));

const ends = (least: number, most: number): Pick<Bullet, 'min' | 'max'> => ({
  min: finite(least * (1 + beyond)),
  max: least === most ? 1 : finite(most * (1 + beyond)),
});

/** Gives the bullet of a measure's latest reading; null where that is no exact value, or has no target. */
export const bulletOf = (measure: Measure, { reading, target }: ImpactStatus): Bullet | null => {
  if (!reading || !target || reading.value === null || reading.symbol !== null) return null;
  if (reading.qualifier === 'over' || reading.qualifier === 'under') return null;
  const near = measure.polarity === 'T' ? (measure.tolerance ?? 0) : 0;
  const floor = measure.polarity === 'T' ? null : measure.floor;
  const range = { from: finite(target.value - near), to: finite(target.value + near) };
  const marks = [reading.value, range.from, range.to, ...(floor === null ? [] : [floor])];
  const [least, most] = [Math.min(0, ...marks), Math.max(0, ...marks)];
  const percent = measure.unit === 'percent' && least >= 0 && most <= 100;
  const write = (value: number): string => formatAim(value, measure);
  const aim = near === 0 ? write(target.value) : `${write(target.value)}, within ${write(near)}`;
  return {
    value: reading.value,
    target: range,
    floor,
    ...(percent ? { min: 0, max: 100 } : ends(least, most)),
    summary: `${formatReading(reading, measure)}; target ${aim}${floor === null ? '' : `, floor ${write(floor)}`}.`,
  };
};
