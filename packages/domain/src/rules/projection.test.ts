import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Measure, Reading } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { aMeasure, aNotice, aPlan, aReading, aRebase } from '../testing/rows.ts';
import { outlookOf, projectedAt, projectionOf } from './projection.ts';
import { variationOf } from './variation.ts';

const today = '2024-03-15';

/** The reading of a month, counted back from the one that ends on 29 February 2024. */
const monthly = (value: number | null, back: number, over: Partial<Reading> = {}) => {
  const periodStart = addMonths('2024-02-01', -back);
  return aReading({
    id: `r-${String(100 - back)}`,
    measureId: 'm',
    periodStart,
    periodEnd: endOfMonth(periodStart),
    value,
    symbol: value === null ? 'c' : null,
    ...over,
  });
};

const months = (values: readonly (number | null)[]) =>
  values.map((value, index) => monthly(value, values.length - 1 - index));

const project = (readings: Plan['readings'], over: Partial<Measure> = {}, plan: Partial<Plan> = {}) => {
  const measure = aMeasure({ id: 'm', ...over });
  const whole = aPlan({
    notice: aNotice({ checkpointBase: '2023-03-30', checkpointMonths: [3, 6, 12, 18] }),
    measures: [measure],
    readings,
    ...plan,
  });
  return projectionOf(whole, measure, today, variationOf(whole, measure, today));
};

const projected = (...given: Parameters<typeof project>) => {
  const projection = project(...given);
  if (projection.kind === 'none') throw new Error(projection.reason);
  return projection;
};

const noise = [40, 43, 38, 41, 44, 39, 42, 37, 41, 40, 43, 39, 42, 40];
const rising = [40, 43, 38, 41, 44, 39, 42, 37, 41, 44, 47, 50, 53, 56];

describe('what is projected', () => {
  it('is the mean within the limits where the readings are noise', () => {
    const { kind, points, from } = projected(months(noise));
    const moves = noise.slice(1).map((value, index) => Math.abs(value - (noise[index] ?? 0)));
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const reach = (2.66 * moves.reduce((sum, move) => sum + move, 0)) / moves.length;
    expect(kind).toBe('level');
    expect(from.value).toBe(40);
    expect(points.map(({ on }) => on)).toEqual([
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
      '2024-06-30',
      '2024-07-31',
      '2024-08-31',
      '2024-09-30',
    ]);
    for (const point of points) {
      expect(point.value).toBeCloseTo(mean, 9);
      expect(point.low).toBeCloseTo(mean - reach, 9);
      expect(point.high).toBeCloseTo(mean + reach, 9);
    }
  });

  it('goes on from the last reading by the mean step of the run, in a range that widens', () => {
    const { kind, points, reason } = projected(months(rising));
    const moves = rising.slice(1).map((value, index) => Math.abs(value - (rising[index] ?? 0)));
    const range = moves.reduce((sum, move) => sum + move, 0) / moves.length;
    expect(kind).toBe('trend');
    expect(reason).toContain('The last 7 readings rise each time.');
    // 37 to 56 in six steps.
    const slope = 19 / 6;
    for (const [index, { value, high }] of points.entries()) {
      const ahead = index + 1;
      expect(value).toBeCloseTo(56 + slope * ahead, 9);
      expect(high - value).toBeCloseTo(2.66 * range * Math.sqrt(ahead * (1 + ahead / 6)), 9);
    }
  });

  it('is carried on for no more readings than it rests on, nor past the last checkpoint', () => {
    // A run of six steps; the last checkpoint is 30 September.
    const projection = projected(months(rising));
    expect(projectedAt(projection, '2024-03-30', '2024-09-29')?.on).toBe('2024-08-31');
    expect(projectedAt(projection, '2024-03-30', '2024-09-30')).toBeNull();
    expect(projected(months([...noise, ...noise])).points.at(-1)?.on).toBe('2024-09-30');
  });

  it('is not clipped: the limits of a share may lie beyond 0 and 100', () => {
    expect(projected(months([1, 9, 2, 8, 1, 9, 2, 8, 1, 9, 2, 8])).points[0]?.low).toBeLessThan(0);
  });

  it('is not made for a checkpoint before which no reading is expected', () => {
    const readings = months(noise).map((each) => ({ ...each, periodEnd: each.periodEnd }));
    const projection = projected(readings, { everyMonths: 6 });
    expect(projection.points.map(({ on }) => on)).toEqual(['2024-08-31']);
    expect(projectedAt(projection, '2023-09-30', '2024-03-30')).toBeNull();
    expect(projectedAt(projection, '2024-03-30', '2024-09-30')?.on).toBe('2024-08-31');
  });
});

const whyNot = (...given: Parameters<typeof project>): string => {
  const projection = project(...given);
  return projection.kind === 'none' ? projection.reason : `${projection.kind}: ${projection.reason}`;
};

describe('why there is none', () => {
  test('no reading, one, or fewer than ten', () => {
    expect(whyNot([])).toBe('There is no reading to go on from.');
    expect(whyNot(months([13.2]))).toBe('A projection takes 10 readings of one basis. There is 1.');
    expect(whyNot(months(noise.slice(0, 9)))).toBe('A projection takes 10 readings of one basis. There are 9.');
  });

  test('symbols and other bases among too few', () => {
    const mixed = months([...noise.slice(0, 6), null, null, 40]).map((each, index) =>
      index < 2 ? { ...each, basis: 'rolling12' as const } : each,
    );
    expect(whyNot(mixed)).toBe(
      'A projection takes 10 readings of one basis. There are 5; 2 more have a symbol or a bound in place of a figure, and 2 more have another basis.',
    );
  });

  test('a last reading that is a symbol, a bound, of another basis, or too old', () => {
    expect(whyNot(months([...noise, null]))).toBe(
      'The latest reading has a symbol in place of a figure (Suppressed for February 2024).',
    );
    const last = (over: Partial<Reading>) => [...months([...noise, 41]).slice(0, -1), monthly(41, 0, over)];
    expect(whyNot(last({ qualifier: 'over' }))).toBe(
      'The latest reading, over 41.0% for February 2024, is only a bound.',
    );
    expect(whyNot(last({ basis: 'rolling12' }))).toBe(
      'The latest reading, 41.0% for February 2024, has another basis than the measure, and bases are never joined.',
    );
    const old = noise.map((value, index) => monthly(value, noise.length + 2 - index));
    expect(whyNot(old)).toBe(
      'The last reading, 40.0% for November 2023, is too old: 3 readings expected since are missing.',
    );
  });

  test('a count that restarts, and periods that overlap', () => {
    expect(whyNot(months(noise), { basis: 'yearToDate' })).toBe(
      'The count restarts each year, so nothing can be carried on from it.',
    );
    const rolling = months(noise).map((each) => ({
      ...each,
      basis: 'rolling12' as const,
      periodStart: addMonths(each.periodStart, -11),
    }));
    expect(whyNot(rolling, { basis: 'rolling12' })).toBe(
      'The periods of its readings overlap, so each is partly the one before it again.',
    );
  });

  test('limits that were reckoned anew lately', () => {
    const rebases = [aRebase({ measureId: 'm', since: '2023-12-01', on: '2024-01-10' })];
    expect(whyNot(months(noise), {}, { rebases })).toBe(
      'Its limits are reckoned anew from 1 December 2023. There are 3 readings since, and a projection takes 10.',
    );
    const withdrawn = rebases.map((rebase) => ({ ...rebase, withdrawnOn: '2024-02-01' }));
    expect(project(months(noise), {}, { rebases: withdrawn }).kind).toBe('level');
  });

  test('readings that do not vary, or that have just changed', () => {
    expect(whyNot(months(noise.map(() => 40)))).toBe(
      'Its readings do not vary, so nothing shows how far from them the next may lie.',
    );
    expect(whyNot(months([...noise, 90]))).toBe(
      'Not settled: 90.0% for February 2024 is a special cause. A projection takes 10 readings without one, or a run of rises or falls that still goes on.',
    );
  });

  test('readings missing inside the run that it would carry on', () => {
    const gap = months([...rising.slice(0, 10), null, ...rising.slice(10)]);
    expect(projected(months(rising)).kind).toBe('trend');
    expect(whyNot(gap)).toBe(
      'Readings are missing inside the run, or stand closer than they are expected: 44.0% for September 2023 is followed by 47.0% for November 2023. A run is carried on only where its steps are 1 month long.',
    );
  });

  test('readings that are too large', () => {
    expect(whyNot(months(noise.map((value) => value * 1e307)))).toBe('Its figures are too large to carry on.');
  });

  test('no checkpoint ahead', () => {
    expect(whyNot(months(noise), {}, { notice: aNotice({ checkpointMonths: [3] }) })).toBe(
      'No further reading is expected before the last checkpoint.',
    );
  });
});

describe('what a range says of a target', () => {
  const point = { on: today, value: 40, low: 30, high: 50 };
  const of = (target: number, over: Partial<Measure>) => outlookOf(aMeasure(over), target, point);

  it('depends on the polarity', () => {
    expect([25, 30, 40, 60].map((target) => of(target, { polarity: 'H' }))).toEqual([
      'meets',
      'meets',
      'either',
      'misses',
    ]);
    expect([25, 40, 50, 60].map((target) => of(target, { polarity: 'L' }))).toEqual([
      'misses',
      'either',
      'meets',
      'meets',
    ]);
    expect(of(40, { polarity: 'T', tolerance: 10 })).toBe('meets');
    expect(of(40, { polarity: 'T', tolerance: 9 })).toBe('either');
    expect(of(70, { polarity: 'T', tolerance: 5 })).toBe('misses');
  });

  it('takes a missing tolerance as none', () => {
    expect(of(40, { polarity: 'T', tolerance: null })).toBe('either');
  });
});

const anyValue = fc.oneof(
  fc.double({ min: -1e308, max: 1e308, noNaN: true }),
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.constantFrom(0, 0, 40, 1e308, -1e308, 5e-324),
);

test('any readings give a projection of finite figures in order, each with a range around it, or a reason', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(anyValue, { freq: 8 }), { maxLength: 30 }),
      fc.constantFrom('H' as const, 'L' as const, 'T' as const),
      fc.constantFrom(1, 3),
      (values, polarity, everyMonths) => {
        const projection = project(months(values), { polarity, tolerance: null, everyMonths });
        expect(projection.reason).not.toBe('');
        if (projection.kind === 'none') return;
        expect(projection.points.length).toBeGreaterThan(0);
        for (const { low, value, high, on } of projection.points) {
          expect([low, value, high].every(Number.isFinite)).toBe(true);
          expect(low).toBeLessThan(high);
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
          expect(on > projection.from.reading.periodEnd && on <= projection.holdsTo).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a projection follows its readings when their unit changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 10, maxLength: 24 }),
      fc.integer({ min: 2, max: 50 }),
      (values, factor) => {
        const [plain, scaled] = [values, values.map((value) => value * factor)].map((each) => project(months(each)));
        expect(scaled?.kind).toBe(plain?.kind);
        if (plain?.kind === 'none' || scaled?.kind === 'none' || !plain || !scaled) return;
        for (const [index, { low, high }] of plain.points.entries()) {
          expect(scaled.points[index]?.low).toBeCloseTo(low * factor, 6);
          expect(scaled.points[index]?.high).toBeCloseTo(high * factor, 6);
        }
      },
    ),
    { numRuns: 300 },
  );
});
