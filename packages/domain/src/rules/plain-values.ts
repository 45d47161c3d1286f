import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { amountOf } from './amount.ts';
import { readingsOf } from './impact.ts';
import { onePerPeriod } from './one-a-period.ts';

/**
 * Gives the values of a measure by the end of their period, in order: of its own basis, up to a day. A symbol, a bound, and a
 * period of which sources conflict give none.
 */
export const plainValues = (plan: Plan, measure: Measure, today: IsoDate): Map<IsoDate, number> =>
  new Map(
    onePerPeriod(readingsOf(plan, measure, { ownBasis: true })).flatMap(
      ({ reading, contested }): [IsoDate, number][] => {
        const amount = amountOf(reading);
        return amount?.bound === 'exact' && !contested && reading.periodEnd <= today
          ? [[reading.periodEnd, amount.value]]
          : [];
      },
    ),
  );
