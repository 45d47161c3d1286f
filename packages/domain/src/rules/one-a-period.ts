/** Which reading stands for each period where several sources, or a provisional and a final figure, speak of it. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Reading } from '../measure.ts';

/** The reading that stands for a period. Where other sources in the same state say otherwise it is contested, and decides nothing. */
export type PeriodReading = { reading: Recorded<Reading>; rivals: readonly Recorded<Reading>[]; contested: boolean };

type Said = Pick<Reading, 'value' | 'qualifier' | 'symbol'>;

/** Says whether two readings say the same. */
export const saysSame = (a: Said, b: Said): boolean =>
  a.value === b.value && a.qualifier === b.qualifier && a.symbol === b.symbol;

const isRival = (a: Reading, b: Reading): boolean =>
  a.state === b.state && a.basis === b.basis && a.periodStart === b.periodStart;

/**
 * Gives one reading for each day on which a period ends, in the order of time: a final figure takes the place of a provisional
 * one, and of several in one state the last recorded stands with the others as its rivals (domain.md: "Where sources conflict,
 * keep both").
 * @param readings as `readingsOf` gives them: those that are in use, in order
 */
export const onePerPeriod = (readings: readonly Recorded<Reading>[]): PeriodReading[] => {
  const periods = new Map<IsoDate, PeriodReading>();
  for (const reading of readings) {
    const before = periods.get(reading.periodEnd);
    const rivals = before && isRival(before.reading, reading) ? [...before.rivals, before.reading] : [];
    periods.set(reading.periodEnd, {
      reading,
      rivals,
      contested: rivals.some((rival) => !saysSame(rival, reading)),
    });
  }
  return [...periods.values()];
};
