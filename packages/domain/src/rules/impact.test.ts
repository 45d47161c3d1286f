import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { impactOf, judge, latestReading, shortfallOf, targetInForce } from './impact.ts';

const today = '2023-09-25';
const measure = aMeasure({ floor: 20 });
const withReading = (over: Parameters<typeof aReading>[0], ...more: ReturnType<typeof aReading>[]) =>
  aPlan({ targets: [aTarget({ value: 30 })], readings: [aReading(over), ...more] });

const backlogOf = (value: number) => aPlan({ targets: [aTarget({ value: 900 })], readings: [aReading({ value })] });
const rival = (value: number) => aReading({ id: 'reading-2', value, disputed: 'Two sources differ.' });

describe('the status with its reason', () => {
  test.each([
    [2.3, 'floorMissed', '2.3% is below the floor of 20% and the target of 30%.'],
    [20, 'floorMet', '20.0% meets the floor of 20% and is below the target of 30%.'],
    [30, 'targetMet', '30.0% meets the target of 30%.'],
  ])('%d is %s', (value, key, reason) => {
    expect(impactOf(withReading({ value }), measure, today)).toMatchObject({ key, reason, targetOn: '2023-09-30' });
  });

  test('without a floor it is green or red; without a target it has no colour', () => {
    expect(impactOf(withReading({ value: 29 }), aMeasure(), today)).toMatchObject({ key: 'targetMissed', tone: 'red' });
    expect(impactOf(aPlan({ readings: [aReading()] }), measure, today)).toMatchObject({
      key: 'noTarget',
      tone: 'none',
    });
  });

  test('low is good with polarity L', () => {
    const cases = aMeasure({ polarity: 'L', unit: 'count', decimals: 0, floor: 1300 });
    expect(impactOf(backlogOf(1080), cases, today).reason).toBe(
      '1,080 meets the floor of 1,300 and is above the target of 900.',
    );
    expect(impactOf(backlogOf(900), cases, today).key).toBe('targetMet');
    expect(impactOf(backlogOf(1301), cases, today).key).toBe('floorMissed');
  });

  test('near is good with polarity T: within the tolerance, or within the floor', () => {
    const near = aMeasure({ polarity: 'T', tolerance: 0.1, floor: 5, unit: 'score' });
    const key = (value: number) => judge(near, 1, aReading({ value }));
    expect([1.1, 0.9, 1.2, -4, 6.1].map(key)).toEqual([
      'targetMet',
      'targetMet',
      'floorMet',
      'floorMet',
      'floorMissed',
    ]);
    expect(judge(aMeasure({ polarity: 'T', tolerance: null }), 30, aReading({ value: 31 }))).toBe('targetMissed');
  });
});

describe('what decides nothing', () => {
  const caseload = aMeasure({ polarity: 'L', unit: 'count', decimals: 0, floor: 250 });
  test.each([
    ['over', 520, 250, 'floorMissed'],
    ['over', 240, 200, 'notDecided'],
    ['over', 250, 200, 'floorMissed'],
    ['under', 200, 200, 'targetMet'],
    ['under', 240, 200, 'notDecided'],
    ['about', 520, 250, 'floorMissed'],
  ] as const)('%s %i against a target of %i is %s', (qualifier, value, target, verdict) => {
    expect(judge(caseload, target, aReading({ value, qualifier }))).toBe(verdict);
  });

  test('a unit bounds a bound: under 1% is below a floor of 5%, over 90% is above a target of 90%', () => {
    expect(judge(aMeasure({ floor: 5 }), 10, aReading({ value: 1, qualifier: 'under' }))).toBe('floorMissed');
    expect(judge(aMeasure({ floor: 5 }), 90, aReading({ value: 90, qualifier: 'over' }))).toBe('targetMet');
    expect(judge(aMeasure(), 90, aReading({ value: 90, qualifier: 'under' }))).toBe('targetMissed');
  });

  test('a bound says that it is one', () => {
    const plan = aPlan({ targets: [aTarget({ value: 200 })], readings: [aReading({ value: 240, qualifier: 'over' })] });
    expect(impactOf(plan, caseload, today)).toMatchObject({
      key: 'notDecided',
      reason: 'Over 240 is a bound. It does not decide whether the target of 200 is met.',
    });
  });

  test.each(['c', 'low', 'u'] as const)('the symbol %s is never zero', (symbol) => {
    expect(impactOf(withReading({ value: null, symbol }), aMeasure({ polarity: 'L', floor: 50 }), today).key).toBe(
      'notDecided',
    );
  });

  test.each(['x', 'z'] as const)('with the symbol %s there is no reading', (symbol) => {
    expect(impactOf(withReading({ value: null, symbol }), measure, today).key).toBe('noReading');
  });

  test('a reading of another basis takes no colour, and the reason says so', () => {
    const plan = withReading({ value: 13.2, basis: 'notStated', printedPeriod: 'June 2023' });
    const impact = impactOf(plan, measure, today);
    expect(impact).toMatchObject({ key: 'noReading', reading: null });
    expect(impact.reason).toContain('13.2% for June 2023, has another (basis not stated)');
    expect(impact.otherBasis?.value).toBe(13.2);
  });

  test('sources that conflict decide only where they agree on the status', () => {
    expect(impactOf(withReading({ value: 10 }, rival(25)), measure, today).key).toBe('notDecided');
    expect(impactOf(withReading({ value: 10 }, rival(12)), measure, today)).toMatchObject({
      key: 'floorMissed',
      reason: '12.0% is below the floor of 20% and the target of 30%. The reading is disputed.',
    });
  });
});

test('the latest reading of the own basis counts; a withdrawn one or one of a later period does not', () => {
  const plan = aPlan({
    readings: [
      aReading({ id: 'july', periodStart: '2023-07-01', periodEnd: '2023-07-31', value: 5 }),
      aReading({ id: 'august', withdrawnOn: '2023-09-20' }),
      aReading({ id: 'september', periodStart: '2023-09-01', periodEnd: '2023-09-30' }),
      aReading({ id: 'unstated', basis: 'notStated', periodEnd: '2023-09-01' }),
    ],
  });
  expect(latestReading(plan, measure, today)?.id).toBe('july');
});

test('a final figure stands before the provisional one for its period', () => {
  const plan = withReading(
    { id: 'a-final', value: 40 },
    aReading({ id: 'b-provisional', value: 2, state: 'provisional' }),
  );
  expect(impactOf(plan, measure, today).key).toBe('targetMet');
});

test('the target in force is the first on or after the day; after the last, the last; own dates come between', () => {
  const plan = aPlan({
    targets: [
      aTarget({ id: 't6', months: 6, value: 30 }),
      aTarget({ id: 't18', months: 18, value: 80 }),
      aTarget({ id: 't-own', months: null, on: '2024-01-15', value: 40 }),
      aTarget({ id: 't12-old', months: 12, value: 50, recordedAt: '2023-05-01T09:00:00.000Z' }),
      aTarget({ id: 't12-new', months: 12, value: 55, recordedAt: '2023-06-01T09:00:00.000Z' }),
      aTarget({ id: 't3', months: 3, value: 10, withdrawnOn: '2023-05-01' }),
    ],
  });
  const value = (day: string) => targetInForce(plan, measure, day)?.target.value;
  expect(['2023-04-01', '2023-09-30', '2023-10-01', '2024-01-16', '2025-01-01'].map(value)).toEqual([
    30, 30, 40, 55, 80,
  ]);
  expect(targetInForce(aPlan(), measure, today)).toBeNull();
});

const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e308, max: 1e308 }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 100),
);
const order = ['floorMissed', 'targetMissed', 'floorMet', 'targetMet'];

test('a better value never gets a worse colour, whatever the polarity', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('H', 'L', 'T'),
      figure,
      figure,
      figure,
      fc.option(figure),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      (polarity, target, one, other, floor, tolerance) => {
        const yardstick = aMeasure({
          polarity,
          floor: floor !== null && polarity === 'T' ? Math.abs(floor) : floor,
          tolerance,
          unit: 'score',
        });
        const good = (value: number) =>
          polarity === 'H' ? value : polarity === 'L' ? -value : -Math.abs(value - target);
        const [worse, better] = good(one) <= good(other) ? [one, other] : [other, one];
        const rank = (value: number) => order.indexOf(judge(yardstick, target, aReading({ value })));
        // Beside a target a value and its mirror are equally near but for the computer's last digit.
        fc.pre(
          polarity !== 'T' ||
            good(better) - good(worse) > 1e-9 * Math.max(Math.abs(target), Math.abs(one), Math.abs(other)),
        );
        expect(rank(worse)).toBeGreaterThanOrEqual(0);
        expect(rank(worse)).toBeLessThanOrEqual(rank(better));
      },
    ),
    { numRuns: 500 },
  );
});

test('a decided bound agrees with every value that it allows', () => {
  const small = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(
      fc.constantFrom('H', 'L', 'T'),
      fc.constantFrom('over', 'under'),
      small,
      small,
      fc.option(small),
      small,
      small,
      (polarity, qualifier, target, value, floor, tolerance, step) => {
        const yardstick = aMeasure({ polarity, floor, tolerance });
        const verdict = judge(yardstick, target, aReading({ value, qualifier }));
        const allowed = qualifier === 'over' ? value + step + 0.5 : value - step - 0.5;
        fc.pre(verdict !== 'notDecided' && allowed >= 0 && allowed <= 100);
        expect(judge(yardstick, target, aReading({ value: allowed }))).toBe(verdict);
      },
    ),
    { numRuns: 500 },
  );
});

test('no value, however great, gives a status without words or a shortfall that is no number', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('H', 'L', 'T'),
      fc.constantFrom('exact', 'about', 'over', 'under'),
      figure,
      figure,
      fc.option(figure),
      (polarity, qualifier, value, target, floor) => {
        const extreme = aMeasure({ polarity, floor, unit: 'score' });
        const plan = aPlan({ targets: [aTarget({ value: target })], readings: [aReading({ value, qualifier })] });
        const impact = impactOf(plan, extreme, today);
        expect(impact.reason).not.toMatch(/NaN|undefined|null|Infinity|∞/);
        const shortfall = shortfallOf(extreme, impact);
        expect(shortfall).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(shortfall)).toBe(true);
      },
    ),
  );
});
