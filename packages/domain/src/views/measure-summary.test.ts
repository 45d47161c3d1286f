import { describe, expect, it } from 'vitest';
import { endOfMonth } from '../calendar.ts';
import type { Measure, Reading } from '../measure.ts';
import { aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { measureOf } from './measure.ts';

const today = '2023-09-25';
const month = (index: number, over: Partial<Reading> = {}) => {
  const of = String(index).padStart(2, '0');
  return aReading({
    id: `r${index}`,
    measureId: 'm',
    periodStart: `2023-${of}-01`,
    periodEnd: endOfMonth(`2023-${of}-01`),
    value: 10 + index,
    ...over,
  });
};
const summaryOf = (readings: Reading[], measure: Partial<Measure> = {}, value: number | null = 30) =>
  measureOf(
    aPlan({
      measures: [aMeasure({ id: 'm', ...measure })],
      targets: value === null ? [] : [aTarget({ measureId: 'm', value })],
      readings: readings.map((reading) => aReading(reading)),
    }),
    'm',
    today,
  )?.summary;

describe('the summary of a measure says', () => {
  it('where it stands, what it was, and between what it lies', () => {
    expect(summaryOf([month(4), month(6), month(8)], { floor: 15 })).toBe(
      '18.0% in August 2023, 12.0 points below the 6-month target of 30%; the floor of 15% is met. It was 16.0% in June 2023, so it has got better. Of 3 readings, the first in April 2023, the lowest is 14.0% (in April 2023) and the highest 18.0% (in August 2023).',
    );
  });

  it('that a target is met, once', () => {
    expect(summaryOf([month(8)], {}, 10)).toBe(
      '18.0% in August 2023, 8.0 points above the 6-month target of 10%, which is met.',
    );
  });

  it('nothing of a target that there is not', () => {
    expect(summaryOf([month(8)], {}, null)).toBe('18.0% in August 2023; no target is set.');
  });

  it('why a bound, a symbol or a value that should be near decides nothing or something', () => {
    expect(summaryOf([month(8, { qualifier: 'over' })])).toBe(
      'Over 18.0% in August 2023; the 6-month target is 30%. Over 18.0% is a bound. It does not decide whether the target of 30% is met.',
    );
    expect(summaryOf([month(8, { value: null, symbol: 'c' })])).toContain('a symbol stands in place of the value');
    expect(summaryOf([month(8)], { polarity: 'T', tolerance: 2 })).toContain('more than 2% from the target of 30%');
  });

  it('that readings of other bases are joined by no line', () => {
    expect(summaryOf([month(4, { basis: 'notStated' }), month(8)])).toMatch(
      /2 readings are recorded; their bases differ, so no line joins them\.$/,
    );
  });

  it('neither better nor worse of what is noise', () => {
    const noise = [3, 5, 4, 6, 3, 5, 4, 6, 4].map((value, index) => month(index + 1, { value }));
    const before = [11, 12].map((index) =>
      month(index, { value: 4, periodStart: `2022-${index}-01`, periodEnd: endOfMonth(`2022-${index}-01`) }),
    );
    const summary = summaryOf([...before, ...noise.slice(0, 8)]);
    expect(summary).toContain('It was 4.0% in July 2023. The last of 10 readings lies within the limits');
    expect(summary).not.toContain('has got');
  });

  it('where it lies outside the limits without saying the figure twice', () => {
    const before = Array.from({ length: 10 }, (_, index) => {
      const of = String(index + 1).padStart(2, '0');
      const period = { periodStart: `2022-${of}-01`, periodEnd: `2022-${of}-28` };
      return { ...month(1, { ...period, value: 10 + (index % 2) }), id: `before-${index}` };
    });
    expect(summaryOf([...before, month(8, { value: 60 })])).toContain('That lies above the upper limit of');
  });
});
