import { describe, expect, it } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { anArea, aMeasure, aPlan, aReading, aTarget } from '../testing/rows.ts';
import { measureOf } from './measure.ts';
import { measuresOf } from './measures.ts';

const today = '2023-09-25';
const inTime = aMeasure({ id: 'm1', code: '6.1', floor: 20, basis: 'month', balancedByIds: ['m2'] });
const plan = aPlan({
  areas: [anArea()],
  measures: [
    inTime,
    aMeasure({ id: 'm2', code: '6.10', unit: 'count', decimals: 0, polarity: 'L', basis: 'snapshot' }),
    aMeasure({ id: 'm3', code: '6.9' }),
  ],
  targets: [
    aTarget({ id: 't1', measureId: 'm1', months: 6, value: 30 }),
    aTarget({ id: 't2', measureId: 'm1', months: 12, value: 55 }),
    aTarget({ id: 't3', measureId: 'm2', months: 6, value: 900 }),
  ],
  readings: [
    aReading({
      id: 'r0',
      measureId: 'm1',
      periodStart: '2021-04-01',
      periodEnd: '2022-04-30',
      basis: 'other',
      basisNote: '13-month average',
      value: 44,
    }),
    aReading({
      id: 'r1',
      measureId: 'm1',
      periodStart: '2023-06-01',
      periodEnd: '2023-06-30',
      basis: 'notStated',
      value: 13.2,
    }),
    aReading({ id: 'r2', measureId: 'm1' }),
    aReading({
      id: 'r3',
      measureId: 'm2',
      basis: 'snapshot',
      periodStart: '2023-09-18',
      periodEnd: '2023-09-18',
      value: 900,
    }),
  ],
});

const page = (measureId: string, of: Plan = plan) => {
  const view = measureOf(of, measureId, today);
  if (!view) throw new Error('There is no such measure.');
  return view;
};

describe('measuresOf', () => {
  it('puts the worst first, then what nobody can say, then what meets', () => {
    const { title, lines } = measuresOf(plan, today);
    expect(lines.map(({ code, impact }) => [code, impact.key])).toEqual([
      ['6.1', 'floorMissed'],
      ['6.9', 'noReading'],
      ['6.10', 'targetMet'],
    ]);
    expect(title).toBe('1 of 3 measures meets its target, 1 misses even the floor, 1 has no reading');
  });
});

describe('measureOf', () => {
  it('makes its title from the data', () => {
    expect(page('m1').line.message).toBe('2.3% in August 2023, 27.7 points below the 6-month target');
    expect(page('m2').line.message).toBe('900 on 18 September 2023, on the 6-month target');
    expect(page('m3').line.message).toBe('No reading yet, and no target');
  });

  it('never joins readings of different bases, and draws each in its own way', () => {
    const series = page('m1').chart?.series.map(({ key, kind, symbol }) => [key, kind, symbol]);
    expect(series).toEqual([
      ['month', 'points', 'disc'],
      ['other', 'bar', 'none'],
      ['notStated', 'points', 'ring'],
      ['trajectory', 'line', 'none'],
    ]);
  });

  it('leaves a gap in the line where a month is missing', () => {
    const monthly = ['2023-04', '2023-05', '2023-07', '2023-08'].map((month) =>
      aReading({
        id: `r-${month}`,
        measureId: 'm3',
        periodStart: `${month}-01`,
        periodEnd: `${month}-${month.endsWith('04') ? '30' : '31'}`,
      }),
    );
    const values = page('m3', { ...plan, readings: monthly }).chart?.series[0]?.points.map(({ value }) => value);
    expect(values).toEqual([2.3, 2.3, null, 2.3, 2.3]);
  });

  it('says what is needed a month, beside the best three months', () => {
    const { needed } = page('m1');
    expect(needed.rates.map(({ words, detail }) => `${words} ${detail}`)).toEqual([
      'Up 28.1 points a month to reach 30% by 30 September 2023',
      'Up 7.6 points a month to reach 55% by 30 March 2024',
    ]);
    expect(needed.best).toBe('Best three months: not known, one reading of this basis.');
    const earlier = aReading({
      id: 'r4',
      measureId: 'm1',
      periodStart: '2023-05-01',
      periodEnd: '2023-05-31',
      value: 1.4,
    });
    expect(page('m1', { ...plan, readings: [...plan.readings, earlier] }).needed.best).toBe(
      'Best three months: up 0.3 points a month.',
    );
  });

  it('never writes a rate that needs a new cause like the best three months', () => {
    const since = { measureId: 'm2', basis: 'snapshot' as const };
    const on = (day: string, value: number) => aReading({ ...since, id: day, periodStart: day, periodEnd: day, value });
    const neededFor = (target: number) => {
      const targets = [aTarget({ id: 't3', measureId: 'm2', on: '2023-11-30', months: null, value: target })];
      const readings = [on('2023-05-31', 1050), on('2023-08-31', 1000)];
      return page('m2', { ...plan, targets, readings }).needed;
    };
    // 50 fewer in 92 days was 16.54 a month; 50 fewer in 91 days is 16.72.
    expect(neededFor(950)).toMatchObject({
      rates: [{ words: '16.7 fewer a month', newCause: 'Needs a new cause: no three months ever brought as much.' }],
      best: 'Best three months: 16.5 fewer a month.',
    });
    expect(neededFor(951)).toMatchObject({
      rates: [{ words: '17 fewer a month', newCause: null }],
      best: 'Best three months: 17 fewer a month.',
    });
    expect(neededFor(900)).toMatchObject({
      rates: [{ words: '34 fewer a month' }],
      best: 'Best three months: 17 fewer a month.',
    });
  });

  it('says that it needs a new cause where no three months ever brought as much', () => {
    expect(page('m1').needed.rates.map(({ newCause }) => newCause)).toEqual([null, null]);
    const may = { id: 'r4', measureId: 'm1', periodStart: '2023-05-01', periodEnd: '2023-05-31' };
    const causes = (value: number) =>
      page('m1', { ...plan, readings: [...plan.readings, aReading({ ...may, value })] }).needed.rates.map(
        ({ newCause }) => newCause,
      );
    const needed = 'Needs a new cause: no three months ever brought as much.';
    expect(causes(1.4)).toEqual([needed, needed]);
    // It fell by 27 points in these three months: none has brought it nearer.
    expect(causes(29)).toEqual([needed, needed]);
  });

  it('says why nothing is projected from too few readings', () => {
    expect(page('m1').outlook).toEqual({
      kind: 'none',
      lines: [],
      reason: 'A projection takes 10 readings of one basis. There is 1; 2 more have another basis.',
    });
  });

  it('says where a measure is heading, in the chart, its table and its words', () => {
    const readings = [40, 43, 38, 41, 44, 39, 42, 37, 41, 40, 43, 39].map((value, index) => {
      const periodStart = addMonths('2022-09-01', index);
      return aReading({
        id: `n${String(index).padStart(2, '0')}`,
        measureId: 'm1',
        periodStart,
        periodEnd: endOfMonth(periodStart),
        value,
      });
    });
    const { outlook, chart, summary } = page('m1', { ...plan, readings });
    expect(outlook.lines.map(({ label, projected }) => [label, projected?.words, projected?.against])).toEqual([
      ['6 months', '31.2% to 50.0%', 'would meet 30%'],
      ['12 months', '31.2% to 50.0%', 'would miss 55%'],
      ['18 months', undefined, undefined],
    ]);
    expect(summary).toMatch(/ Projected at 12 months: 31\.2% to 50\.0%, which would miss 55%\.$/);
    const band = chart?.series.find(({ kind }) => kind === 'band');
    expect(band?.points.at(-1)?.reach?.low).toBeCloseTo(31.15, 1);
    expect(band?.endLabel).toEqual(['Projection 40.6%', '31.2% to 50.0%']);
    const { columns = [], rows = [] } = chart?.table ?? {};
    expect(columns.slice(-3).map(({ head }) => head)).toEqual(['Projected', 'Projected, least', 'Projected, most']);
    expect(
      rows.filter((cells) => cells.at(-1)?.value !== null).map((cells) => cells.map(({ words }) => words).slice(-3)),
    ).toEqual([
      ['40.6%', '31.2%', '50.0%'],
      ['40.6%', '31.2%', '50.0%'],
    ]);
  });

  it('shows readings and targets in the order of time, each with what it is worth', () => {
    expect(
      page('m1').rows.map(({ period, figure, status, instead }) => [period, figure, status?.label ?? instead]),
    ).toEqual([
      ['April 2021 to April 2022', '44.0%', 'Before the notice'],
      ['June 2023', '13.2%', 'Other basis'],
      ['August 2023', '2.3%', 'Floor missed'],
      ['6 months, 30 September 2023', null, 'Not yet due'],
      ['12 months, 30 March 2024', null, 'Not yet due'],
    ]);
  });

  it('keeps both of two sources that conflict, and says why', () => {
    const rival = aReading({ id: 'r5', measureId: 'm1', value: 4, disputed: 'A bulletin says 4%.' });
    const view = page('m1', { ...plan, readings: [...plan.readings, rival] });
    expect(view.conflicts).toEqual([{ reason: 'A bulletin says 4%.', readings: ['4.0% for August 2023'] }]);
    expect(view.rows.filter(({ period }) => period === 'August 2023')).toHaveLength(2);
  });

  it('says for which period the next reading is expected', () => {
    expect(page('m1').next).toBe('For September 2023, which ends in 5 days');
    expect(page('m3').next).toBe('The first: none of its own basis is recorded yet');
  });

  it('gives nothing for a measure that was not known on the day', () => {
    expect(measureOf(plan, 'unknown', today)).toBeNull();
  });
});

const pages = (of: Plan, day: string) => [measuresOf(of, day), ...of.measures.map(({ id }) => measureOf(of, id, day))];

describe('over generated plans', () => {
  itHoldsOfAnyPlan(pages, 30);
});
