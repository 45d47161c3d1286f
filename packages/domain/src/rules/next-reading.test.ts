import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import { bases, keysOf } from '../scales.ts';
import { aMeasure, aNotice, aPlan, aReading } from '../testing/rows.ts';
import { periodFault } from '../changes/period.ts';
import { namesNoPeriod, periodEndingIn } from './entry-period.ts';
import { periodToRead } from './next-reading.ts';

const today = '2023-09-25';
const notice = aNotice({ checkpointBase: '2023-03-30' });
type Given = Partial<Parameters<typeof aMeasure>[0]>;
const asked = (given: Given, last: string | null = null) => {
  const measure = aMeasure({ resetMonth: null, ...given });
  const { basis } = measure;
  const readings =
    last === null ? [] : [aReading({ measureId: measure.id, basis, periodStart: last, periodEnd: last })];
  return periodToRead(aPlan({ notice, measures: [measure], readings }), measure, today);
};

test.each([
  ['a month that was never read', { basis: 'month' as const, everyMonths: 1 }, null, '2023-08-31'],
  ['the last month that is over', { basis: 'month' as const, everyMonths: 1 }, '2023-05-31', '2023-08-31'],
  ['the next month, where the last is read', { basis: 'month' as const, everyMonths: 1 }, '2023-08-31', '2023-09-30'],
  ['a snapshot once a year, from the base', { basis: 'snapshot' as const, everyMonths: 12 }, null, '2023-03-31'],
  ['a quarter', { basis: 'quarter' as const, everyMonths: 3 }, '2023-03-31', '2023-06-30'],
  ['what names no period', { basis: 'other' as const, everyMonths: 3 }, '2023-05-31', '2023-08-31'],
])('asks for %s', (_name, given, last, periodEnd) => {
  expect(asked(given, last).periodEnd).toBe(periodEnd);
});

test('asks for a period that the grid of readings has a cell for, and not for one that is read', () => {
  const rhythms = fc.constantFrom(1, 2, 3, 6, 12, 24);
  const lasts = fc.option(fc.integer({ min: -40, max: 0 }).map((count) => endOfMonth(addMonths('2023-08-31', count))));
  const measures = fc.record({
    basis: fc.constantFrom(...keysOf(bases).filter((basis) => !namesNoPeriod(basis))),
    everyMonths: rhythms,
    resetMonth: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(measures, lasts, (given, month) => {
      const fits = { ...given, everyMonths: 1 };
      const none = { last: null, base: notice.checkpointBase, today };
      const last = month && (periodEndingIn(fits, month, none)?.periodEnd ?? null);
      const period = asked(given, last);
      const cell = periodEndingIn(aMeasure(given), endOfMonth(period.periodEnd), { ...none, last });
      expect(period).toEqual(cell);
      expect(last === null || period.periodEnd > last).toBe(true);
    }),
  );
});

test('asks for a period that its basis can have, however seldom it is read', () => {
  const given = fc.record({
    basis: fc.constantFrom(...keysOf(bases)),
    everyMonths: fc.integer({ min: 1, max: 60 }),
    resetMonth: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(given, fc.option(fc.constantFrom('2022-12-31', '2023-08-31')), (measure, last) => {
      const { periodStart, periodEnd } = asked(measure, last);
      expect(periodFault(measure.basis, periodStart, periodEnd, measure.resetMonth)).toBeNull();
    }),
  );
});
