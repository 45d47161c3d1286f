import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar.ts';
import { dayNumber } from '../day-number.ts';
import { casework, datesRecorded, histories } from '../testing/histories.ts';
import { aPlan } from '../testing/rows.ts';
import type { ChartModel } from './model.ts';
import { slipChart } from './slip.ts';

const plan = aPlan();
const action = { code: '6.04', originalDue: '2023-08-31' };
const chartOn = (today: string, history = casework): ChartModel => {
  const chart = slipChart(plan, action, history, ['2023-09-30'], today);
  if (!chart) throw new Error('Nothing was drawn.');
  return chart;
};
const pointsOf = ({ series }: ChartModel, key: string) => series.find((each) => each.key === key)?.points ?? [];
const wordsOf = ({ table }: ChartModel) => table.rows.map((row) => row.map(({ words }) => words));

describe('the slip chart of an action', () => {
  it('says how often the date moved and by how much', () => {
    const { title, summary, bracket, floor } = chartOn('2023-09-25');
    expect(title).toBe('Expected 31 October 2023: moved twice, 61 days later than first expected');
    expect(summary).toBe(
      'On 24 July 2023 the action was expected by 31 August 2023. It moved twice: to 30 September 2023 on 30 August 2023 and to 31 October 2023 on 20 September 2023.',
    );
    expect(bracket).toMatchObject({
      label: '61 days',
      lowLabel: 'Original 31 August',
      highLabel: 'Expected 31 October',
    });
    expect(floor).toEqual({ value: dayNumber('2023-09-30'), label: 'Required 30 September' });
  });

  it('keeps the line level until the day of a move', () => {
    const points = pointsOf(chartOn('2023-09-25'), 'expected').map(({ on, label }) => `${on} ${label}`);
    expect(points).toEqual([
      '2023-07-24 31 August 2023',
      '2023-07-31 31 August 2023',
      '2023-08-29 31 August 2023',
      '2023-08-30 30 September 2023',
      '2023-08-31 30 September 2023',
      '2023-09-19 30 September 2023',
      '2023-09-20 31 October 2023',
      '2023-09-25 31 October 2023',
    ]);
  });

  it('names each move, and not an approval of what was forecast already', () => {
    expect(pointsOf(chartOn('2023-10-02'), 'moves').map(({ on, label }) => [on, label])).toEqual([
      ['2023-08-30', '+30 days'],
      ['2023-09-20', '+31 days'],
    ]);
  });

  it('has a row for each report, with the dates of the time', () => {
    expect(wordsOf(chartOn('2023-09-25'))).toEqual([
      ['24 July 2023', '31 August 2023', 'None', '31 August 2023', '–'],
      ['31 July 2023', '31 August 2023', 'None', '31 August 2023', '–'],
      ['30 August 2023', '30 September 2023', 'None', '30 September 2023', '+30'],
      ['31 August 2023', '30 September 2023', 'None', '30 September 2023', '+30'],
      ['20 September 2023', '30 September 2023', '31 October 2023', '31 October 2023', '+61'],
      ['25 September 2023, today', '30 September 2023', '31 October 2023', '31 October 2023', '+61'],
    ]);
  });

  it('says that a date passed without a new one, and follows the day itself', () => {
    const chart = chartOn('2023-09-25', [datesRecorded('2023-07-24')]);
    expect(chart.title).toBe('Expected 31 August 2023: that passed 25 days ago without a new date');
    expect(pointsOf(chart, 'expected').at(-1)).toMatchObject({ on: '2023-09-25', value: dayNumber('2023-09-25') });
    expect(chart.bracket).toMatchObject({ label: '25 days', highLabel: 'Today at the earliest' });
  });

  it('ends where the line meets the day of delivery', () => {
    const chart = chartOn('2024-03-31', [...casework, datesRecorded('2024-01-26', { stage: 'delivered' })]);
    expect(chart.title).toBe('Delivered 26 January 2024, 148 days later than first expected');
    expect(pointsOf(chart, 'expected').at(-1)).toMatchObject({ on: '2024-01-26', value: dayNumber('2024-01-26') });
    expect(chart.bracket).toBeNull();
  });

  it('says that nothing moved', () => {
    expect(chartOn('2023-08-15', [datesRecorded('2023-07-24')]).title).toBe(
      'Expected 31 August 2023, steady since 24 July 2023',
    );
  });

  it('is not drawn before anything was recorded', () => {
    expect(slipChart(plan, action, casework, [], '2023-07-23')).toBeNull();
  });
});

const days = fc.nat(700).map((count) => addDays('2023-04-01', count));

it('keeps what it drew of earlier days when something is recorded later', () => {
  fc.assert(
    fc.property(histories, histories, days, (history, more, today) => {
      const later = more.map((each, index) => ({ ...each, on: addDays(today, index + 1) }));
      const known = history.filter(({ on }) => on <= today);
      const [then, now] = [
        slipChart(plan, action, known, [], today),
        slipChart(plan, action, [...known, ...later], [], today),
      ];
      expect(now).toEqual(then);
    }),
  );
});

it('lies inside both axes, and while it is not done on or above the day itself', () => {
  fc.assert(
    fc.property(histories, fc.boolean(), days, (any, open, today) => {
      const history = open ? any.map((each) => ({ ...each, stage: 'inProgress' as const })) : any;
      const chart = slipChart(plan, action, history, [], today);
      if (!chart) return;
      for (const { on, value } of chart.series.flatMap(({ points }) => points)) {
        expect(on >= chart.from && on <= chart.to).toBe(true);
        expect(value === null || (value >= chart.y.min && value <= chart.y.max)).toBe(true);
      }
      const before = pointsOf(chart, 'expected').filter(({ on, value }) => value !== null && value < dayNumber(on));
      expect(open ? before : []).toEqual([]);
      expect(JSON.stringify(chart)).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );
});
