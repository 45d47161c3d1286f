import { describe, expect, test } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Measure } from '../measure.ts';
import { aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
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
