import type { Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';

type OfPeriod = Pick<Reading, 'measureId' | 'basis' | 'periodStart' | 'periodEnd'>;

/** Says whether two readings are of one basis and one period. */
export const isSamePeriod = (a: Omit<OfPeriod, 'measureId'>, b: Omit<OfPeriod, 'measureId'>): boolean =>
  a.basis === b.basis && a.periodStart === b.periodStart && a.periodEnd === b.periodEnd;

/**
 * Gives the readings that stand for the measure, basis and period of a reading, those set aside included.
 * @param ownId the reading itself, which is left out; null for one that is not recorded yet
 */
export const othersOfPeriod = (plan: Plan, reading: OfPeriod, ownId: string | null): Plan['readings'] =>
  plan.readings.filter(
    (each) =>
      each.id !== ownId &&
      each.withdrawnOn === null &&
      each.measureId === reading.measureId &&
      isSamePeriod(each, reading),
  );
