import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitsOf, specialCauses, type Limits } from './spc.ts';

const digits = (value: number | undefined): string => (value ?? Number.NaN).toFixed(2);
const decimals = (printed: number): number => Math.max(2, (String(printed).split('.')[1] ?? '').length);
const causesOf = (values: readonly number[], limits: Limits) =>
  specialCauses(values, limits).map((found) => (found === null ? '.' : `${found.cause} ${found.side}`));

/** Lines at 0, plus and minus 2 and 3. */
const lines: Limits = {
  mean: 0,
  range: 1,
  lower: -3,
  upper: 3,
  nearLower: -2,
  nearUpper: 2,
  screened: 0,
  leftNothing: false,
};

describe('the limits', () => {
  // The worked example of "Deviations from Excel defaults" in NHSRplotthedots, the NHS-R community's Making Data Count.
  const published = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  test('are the published ones, to the printed digit', () => {
    const limits = limitsOf(published, { screen: true });
    expect([limits?.upper, limits?.mean, limits?.lower].map(digits)).toEqual(['4.60', '1.94', '-0.72']);
    expect(limits?.screened).toBe(2);
  });

  test('are wider without screening, as the spreadsheet of NHS England has them', () => {
    const limits = limitsOf(published, { screen: false });
    expect([limits?.upper, limits?.mean, limits?.lower].map(digits)).toEqual(['6.95', '1.94', '-3.06']);
  });

  // What the tests of NHSRplotthedots print for R's rnorm(20) with seed 123, and with 10 as its fifteenth value.
  const drawn = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
    -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
    0.7013559, -0.47279141,
  ];
  test.each([
    ['without an outlier', drawn, true, [0.1416238, -3.01138, 3.294627]],
    ['with one, screened', drawn.with(14, 10), true, [0.6694159, -2.383666, 3.722497]],
    ['with one, not screened', drawn.with(14, 10), false, [0.6694159, -4.596625, 5.935457]],
    ['of its first ten', drawn.slice(0, 10), true, [0.0746, -2.6, 2.75]],
    ['of its last ten', drawn.slice(10), true, [0.209, -3.28, 3.7]],
  ] as const)('of a second published series, %s, are those printed', (_, values, screen, printed) => {
    const limits = limitsOf(values, { screen });
    const found = [limits?.mean, limits?.lower, limits?.upper].map((value) => value ?? Number.NaN);
    // Each as far as it is printed.
    expect(found.map((value, index) => value.toFixed(decimals(printed[index] ?? 0)))).toEqual(
      printed.map((value) => value.toFixed(decimals(value))),
    );
  });

  test('take ten values, and a series that moves', () => {
    expect(limitsOf(published.slice(0, 9), { screen: true })).toBeNull();
    expect(limitsOf(published.slice(0, 10), { screen: true })).not.toBeNull();
    expect(
      limitsOf(
        Array.from({ length: 20 }, () => 0.1),
        { screen: true },
      ),
    ).toBeNull();
    expect(limitsOf([], { screen: true })).toBeNull();
  });

  test.each([
    ['a leap', [...Array.from({ length: 12 }, () => 5), 60]],
    ['a shift', [...Array.from({ length: 6 }, () => 5), ...Array.from({ length: 6 }, () => 9)]],
  ])('are not screened where that leaves equal values only: %s among them is no noise', (_, values) => {
    const limits = limitsOf(values, { screen: true });
    expect(limits).toEqual({ ...limitsOf(values, { screen: false }), screened: 0, leftNothing: true });
    expect(limits && causesOf(values, limits).at(-1)).toBe('outside high');
  });

  const series = fc.array(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), { maxLength: 60 });

  test('are numbers in order, or none, whatever the values', () => {
    fc.assert(
      fc.property(series, fc.boolean(), (values, screen) => {
        const limits = limitsOf(values, { screen });
        if (limits === null) return;
        const { lower, nearLower, mean, nearUpper, upper } = limits;
        expect([lower, nearLower, mean, nearUpper, upper].every((each) => !Number.isNaN(each))).toBe(true);
        expect(lower <= nearLower && nearLower <= mean && mean <= nearUpper && nearUpper <= upper).toBe(true);
        expect(specialCauses(values, limits)).toHaveLength(values.length);
      }),
    );
  });

  test('move with the values, and turn over with them', () => {
    const moderate = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 10, maxLength: 40 });
    fc.assert(
      fc.property(moderate, fc.integer({ min: -500, max: 500 }), (values, by) => {
        const limits = limitsOf(values, { screen: true });
        const moved = limitsOf(
          values.map((value) => value + by),
          { screen: true },
        );
        const turned = limitsOf(
          values.map((value) => -value),
          { screen: true },
        );
        expect([moved === null, turned === null]).toEqual([limits === null, limits === null]);
        if (!limits || !moved || !turned) return;
        expect(moved.upper).toBeCloseTo(limits.upper + by, 6);
        expect(turned.lower).toBeCloseTo(-limits.upper, 6);
        const other = { high: 'low', low: 'high' } as const;
        expect(
          specialCauses(
            values.map((value) => -value),
            turned,
          ),
        ).toEqual(specialCauses(values, limits).map((found) => found && { ...found, side: other[found.side] }));
      }),
    );
  });
});

describe('a value is no noise', () => {
  test('outside the limits, and on them it is', () => {
    expect(causesOf([3.1, 3, -3, -3.1], lines)).toEqual([
      'outside high',
      'twoOfThree high',
      'twoOfThree low',
      'outside low',
    ]);
    expect(causesOf([0, 3, 0, -3, 0], lines)).toEqual(['.', '.', '.', '.', '.']);
  });

  test('in six rises running, which is seven values; five are noise, and a tie breaks it', () => {
    const up = [-1.5, -1, -0.5, 0.2, 0.6, 1, 1.4];
    expect(causesOf(up, lines)).toEqual(up.map(() => 'trend high'));
    expect(causesOf(up.slice(1), lines)).toEqual(up.slice(1).map(() => '.'));
    expect(causesOf([-1.5, -1, -0.5, -0.5, 0.6, 1, 1.4], lines)).toEqual(up.map(() => '.'));
    expect(causesOf(up.toReversed(), lines)).toEqual(up.map(() => 'trend low'));
  });

  test('in two of three beyond two thirds on one side, and only those two', () => {
    expect(causesOf([0, 2.5, 0, 2.5, 0], lines)).toEqual(['.', 'twoOfThree high', '.', 'twoOfThree high', '.']);
    expect(causesOf([0, 2.5, 0, 0, 2.5], lines)).toEqual(['.', '.', '.', '.', '.']);
    expect(causesOf([2.5, -2.5, 0], lines)).toEqual(['.', '.', '.']);
  });

  test('in seven running on one side of the mean; one on the mean breaks it', () => {
    const seven = [1, 0.5, 1, 0.5, 1, 0.5, 1];
    expect(causesOf(seven, lines)).toEqual(seven.map(() => 'shift high'));
    expect(causesOf([1, 0.5, 1, 0, 1, 0.5, 1], lines)).toEqual(seven.map(() => '.'));
    expect(causesOf([...seven, 0.5, -1], lines)).toEqual([...seven.map(() => 'shift high'), 'shift high', '.']);
  });

  // The runs that the tests of NHSRplotthedots spell out.
  test.each([
    ['seven rises', [1, 2, 3, 4, 5, 6, 7], 'trend high'],
    ['seven falls', [7, 6, 5, 4, 3, 2, 1], 'trend low'],
  ] as const)('as published: %s', (_, values, cause) => {
    const wide: Limits = {
      mean: 4,
      range: 40,
      lower: -100,
      upper: 108,
      nearLower: -66,
      nearUpper: 74,
      screened: 0,
      leftNothing: false,
    };
    expect(causesOf(values, wide)).toEqual(values.map(() => cause));
    expect(causesOf([1, 2, 3, 3, 4, 5, 6], wide)).toEqual(values.map(() => '.'));
    expect(causesOf([2, ...values, 3], wide).slice(1, -1)).toEqual(values.map(() => cause));
  });

  test('for the first rule that applies', () => {
    expect(causesOf([0.5, 1, 1.5, 1.8, 2.1, 2.5, 3.5], lines)).toEqual([
      ...Array.from({ length: 6 }, () => 'trend high'),
      'outside high',
    ]);
  });
});
