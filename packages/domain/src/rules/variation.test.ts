import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { aMeasure, aPlan, aReading, aRebase, aTarget } from '../testing/rows.ts';
import { limitsOf, specialCauses } from './spc.ts';
import { assuranceOf, variationOf } from './variation.ts';

const today = '2024-12-31';

/** A plan with one measure, a target of 30 and a reading a month from January 2023. */
const planOf = (values: readonly (number | null)[], over: Partial<Measure> = {}, target = 30) => {
  const measure = aMeasure({ id: 'm', ...over });
  const readings = values.map((value, index) => {
    const periodStart = addMonths('2023-01-01', index);
    return aReading({
      id: `r-${String(index).padStart(2, '0')}`,
      measureId: 'm',
      basis: measure.basis,
      periodStart,
      periodEnd: endOfMonth(periodStart),
      value,
      symbol: value === null ? 'x' : null,
      recordedAt: `${addMonths('2023-02-10', index)}T09:00:00.000Z`,
    });
  });
  const plan = aPlan({
    measures: [measure],
    readings,
    targets: [aTarget({ id: 't', measureId: 'm', months: 18, value: target })],
  });
  return { plan, measure };
};

const judge = (values: readonly (number | null)[], over: Partial<Measure> = {}, target?: number) => {
  const { plan, measure } = planOf(values, over, target);
  const variation = variationOf(plan, measure, today);
  return { variation, assurance: assuranceOf(plan, measure, today, variation) };
};

const noise = [40, 43, 38, 41, 44, 39, 42, 37, 41, 40, 43, 39, 42, 40];

describe('what the latest reading says', () => {
  test('is noise where it lies within the limits and no run stands out', () => {
    const { variation } = judge(noise);
    expect(variation).toMatchObject({ key: 'common', trial: false });
    expect(variation.reason).toBe(
      'The last of 14 readings lies within the limits, and no run stands out: what moved is noise.',
    );
  });

  test('is better or worse by the polarity of the measure, and neither where a target is to be near', () => {
    const leap = [...noise, 70];
    expect(judge(leap, { polarity: 'H' }).variation.key).toBe('improving');
    expect(judge(leap, { polarity: 'L' }).variation.key).toBe('worsening');
    expect(judge(leap, { polarity: 'T', tolerance: 2 }).variation.key).toBe('changed');
    expect(judge(leap).variation.reason).toMatch(/^70\.0% for March 2024 lies above the upper limit of \d\d\.\d%\.$/);
  });

  test('says how long a shift and a trend are', () => {
    expect(judge([...noise, ...noise.slice(0, 8).map((value) => value + 9)]).variation.reason).toMatch(
      /^The last 8 readings lie above the mean of 43\.9%\.$/,
    );
    expect(judge([...noise, 39, 40, 41, 42, 43, 44, 45]).variation.reason).toMatch(
      /^The last 7 readings rise each time, to 45\.0% for September 2024\.$/,
    );
  });

  test('is on trial with ten to twelve readings, and not given before', () => {
    expect(judge(noise.slice(0, 12)).variation.trial).toBe(true);
    expect(judge(noise.slice(0, 12)).variation.reason).toContain('The limits are on trial');
    expect(judge(noise.slice(0, 9)).variation).toMatchObject({
      key: 'notJudged',
      limits: null,
      reason: '9 readings of its own basis: limits take 10. Until then only the direction of travel is given.',
    });
    expect(judge([]).variation.key).toBe('notJudged');
  });

  test('counts no symbol, and leaves it out of the series', () => {
    const { variation } = judge([...noise.slice(0, 7), null, ...noise.slice(7)]);
    expect(variation.series).toHaveLength(14);
    expect(judge(Array.from({ length: 14 }, () => null)).variation.key).toBe('notJudged');
  });

  test('is common cause, without limits, where nothing varies', () => {
    expect(judge(Array.from({ length: 14 }, () => 0.1)).variation).toMatchObject({ key: 'common', limits: null });
  });

  test('is no noise where equal readings end with a leap, screened or not', () => {
    const leap = [...Array.from({ length: 12 }, () => 5), 60];
    expect(judge(leap).variation).toMatchObject({
      key: 'improving',
      reason: '60.0% for January 2024 lies above the upper limit of 21.4%.',
    });
  });

  test('is not judged where the readings are too large for limits', () => {
    const { variation } = judge(noise.map((value) => value * 1e307));
    expect(variation).toMatchObject({
      key: 'notJudged',
      limits: null,
      reason: 'The readings are too large for limits to be reckoned.',
    });
  });

  test('is not given where the count restarts or periods overlap', () => {
    expect(judge(noise, { basis: 'yearToDate', resetMonth: 9 }).variation.reason).toContain('restarts each year');
    const { plan, measure } = planOf(noise, { basis: 'rolling12' });
    const rolling = plan.readings.map((reading) => ({ ...reading, periodStart: addMonths(reading.periodStart, -11) }));
    expect(variationOf({ ...plan, readings: rolling }, measure, today).reason).toContain('overlap');
  });

  test('of a day is not changed by what comes later', () => {
    const { plan, measure } = planOf([...noise, 90, 95]);
    const before = { ...plan, readings: plan.readings.slice(0, 14) };
    expect(variationOf(plan, measure, '2024-02-29')).toEqual(variationOf(before, measure, '2024-02-29'));
  });
});

describe('whether the target will be met', () => {
  test.each([
    ['H', 30, 'met'],
    ['H', 40, 'chance'],
    ['H', 60, 'missed'],
    ['L', 60, 'met'],
    ['L', 40, 'chance'],
    ['L', 30, 'missed'],
  ] as const)('%s with a target of %s: %s', (polarity, target, key) => {
    expect(judge(noise, { polarity }, target).assurance.key).toBe(key);
  });

  test('within a tolerance, for a target to be near', () => {
    expect(judge(noise, { polarity: 'T', tolerance: 20 }, 40).assurance.key).toBe('met');
    expect(judge(noise, { polarity: 'T', tolerance: 1 }, 40).assurance.key).toBe('chance');
    expect(judge(noise, { polarity: 'T', tolerance: null }, 80).assurance.key).toBe('missed');
  });

  test('says that a new cause is needed, or already at work', () => {
    expect(judge(noise, {}, 90).assurance.reason).toContain('It needs a new cause.');
    expect(judge([...noise, 70], {}, 90).assurance.reason).toContain('show a new cause at work');
  });

  test('is not judged without limits', () => {
    expect(judge(noise.slice(0, 5)).assurance.key).toBe('notJudged');
  });
});

const rebased = (plan: Plan, ...days: readonly string[]): Plan => ({
  ...plan,
  rebases: days.map((since, index) => aRebase({ id: `rebase-${index}`, measureId: 'm', since })),
});

describe('a recorded change point', () => {
  const before = noise;
  const after = noise.map((value) => value + 30);
  const { plan, measure } = planOf([...before, ...after]);
  // The fifteenth month is the first of the new level.
  const cut = rebased(plan, '2024-03-31');
  const day = '2025-12-31';

  test('gives each stretch its own limits, as if the other were not there', () => {
    const { stretches, limits } = variationOf(cut, measure, day);
    expect(stretches.map(({ series }) => series.length)).toEqual([14, 14]);
    expect(stretches.map((stretch) => stretch.limits)).toEqual([
      limitsOf(before, { screen: true }),
      limitsOf(after, { screen: true }),
    ]);
    expect(limits).toEqual(stretches[1]?.limits);
  });

  test('ends every run: what was a shift is noise on either side', () => {
    expect(variationOf(plan, measure, day)).toMatchObject({ key: 'improving' });
    const status = variationOf(cut, measure, day);
    expect(status.series.every(({ special }) => special === null)).toBe(true);
    expect(status.reason).toBe(
      'The last of 14 readings since the limits were reckoned anew from 31 March 2024 lies within the limits, and no run stands out: what moved is noise.',
    );
  });

  test('leaves the direction of travel alone until ten readings stand after it', () => {
    const status = variationOf(rebased(plan, '2024-11-30'), measure, day);
    expect(status).toMatchObject({ key: 'notJudged', limits: null, trial: false });
    expect(status.reason).toContain('6 readings since the limits were reckoned anew from 30 November 2024');
    expect(status.stretches[0]?.limits).not.toBeNull();
  });

  test('cuts nothing before the first reading, after the last, once withdrawn, or on the page of an earlier day', () => {
    for (const since of ['2020-01-01', '2030-01-01'])
      expect(variationOf(rebased(plan, since), measure, day).stretches).toHaveLength(1);
    const [rebase] = cut.rebases;
    const withdrawn = { ...cut, rebases: rebase ? [{ ...rebase, withdrawnOn: '2024-05-01' }] : [] };
    expect(variationOf(withdrawn, measure, day).stretches).toHaveLength(1);
    expect(variationOf(cut, measure, '2024-02-29').stretches).toHaveLength(1);
  });

  const values = fc.array(fc.oneof(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), fc.constant(null)), {
    maxLength: 40,
  });
  const days = fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 3 });

  test('holds for any values and any days: stretches part the series, each is judged for itself, nothing is NaN', () => {
    fc.assert(
      fc.property(values, days, fc.boolean(), (given, months, screen) => {
        const made = planOf(given);
        const shuffled = { ...made.plan, readings: made.plan.readings.toReversed() };
        const anew = months.map((month) => addMonths('2023-01-15', month));
        const status = variationOf(rebased(shuffled, ...anew), made.measure, '2027-12-31', { screen });
        const numbers = given.filter((value) => value !== null);
        expect(status.series.map(({ value }) => value)).toEqual(numbers);
        expect(status.stretches.flatMap(({ series }) => series)).toEqual(status.series);
        for (const { series, limits } of status.stretches) {
          const own = series.map(({ value }) => value);
          expect(limits).toEqual(limitsOf(own, { screen }));
          const causes = limits === null ? own.map(() => null) : specialCauses(own, limits);
          expect(series.map(({ special }) => special)).toEqual(causes);
        }
        const words = JSON.stringify([status.reason, assuranceOf(shuffled, made.measure, '2027-12-31', status)]);
        expect(words).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});

describe('the screening of moving ranges', () => {
  const leap = [...noise, 90, 40, 41, 43];
  test('may be turned off, and then nothing is left out', () => {
    const { plan, measure } = planOf(leap);
    const [on, off] = [true, false].map((screen) => variationOf(plan, measure, today, { screen }));
    expect([on?.limits?.screened, off?.limits?.screened]).toEqual([2, 0]);
    expect((off?.limits?.upper ?? 0) > (on?.limits?.upper ?? 0)).toBe(true);
  });
});

describe('sources that conflict', () => {
  const { plan, measure } = planOf(noise);
  const rival = (value: number, over: object = {}) =>
    aReading({ ...plan.readings[3], id: 'rival', value, disputed: 'A bulletin says otherwise.', ...over });
  const withRival = (each: ReturnType<typeof rival>): Plan => ({ ...plan, readings: [...plan.readings, each] });

  test('leave their period out of the series until one is set aside', () => {
    const status = variationOf(withRival(rival(90)), measure, today);
    expect(status.series).toHaveLength(13);
    expect(status.reason).toContain('1 period is left out because sources conflict: April 2023.');
    const chosen = variationOf(withRival(rival(90, { setAside: 'The council’s own count is used.' })), measure, today);
    expect(chosen.series).toHaveLength(14);
    expect(chosen).toEqual(variationOf(plan, measure, today));
  });

  test('are no conflict where they say the same', () => {
    expect(variationOf(withRival(rival(41)), measure, today).contested).toEqual([]);
  });
});
