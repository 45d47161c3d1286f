import { describe, expect, it } from 'vitest';
import { addMonths, endOfMonth } from '../calendar.ts';
import type { Plan } from '../plan.ts';
import { aBenchmark, aMeasure, aPlan, aReading, aRebase, aTarget } from '../testing/rows.ts';
import { measureOf } from './measure.ts';

const today = '2023-12-31';
const measure = aMeasure({ id: 'm', code: '6.1' });
const monthly = (values: readonly (number | null)[], from = '2022-10-01') =>
  values.map((value, index) => {
    const periodStart = addMonths(from, index);
    return aReading({
      id: `r-${String(index).padStart(2, '0')}`,
      measureId: 'm',
      periodStart,
      periodEnd: endOfMonth(periodStart),
      value,
      symbol: value === null ? 'c' : null,
    });
  });
const of = (fields: Partial<Plan>, options?: { screen: boolean }) => {
  const view = measureOf(aPlan({ measures: [measure], ...fields }), 'm', today, options);
  if (!view) throw new Error('There is no such measure.');
  return view;
};
const heads = (view: ReturnType<typeof of>) => view.chart?.table.columns.map(({ head }) => head) ?? [];
const cells = (view: ReturnType<typeof of>, head: string) => {
  const at = heads(view).indexOf(head);
  return view.chart?.table.rows.map((row) => row[at]?.words);
};

const benchmarkAt = (place: string, month: string, value: number) =>
  aBenchmark({
    id: `${place}-${month}`,
    measureId: 'm',
    place,
    periodStart: `${month}-01`,
    periodEnd: endOfMonth(`${month}-01`),
    value,
  });

const upTo = (month: string, start: string, value: number) =>
  aReading({
    id: month,
    measureId: 'm',
    basis: 'yearToDate',
    periodStart: `${start}-01`,
    periodEnd: endOfMonth(`${month}-01`),
    value,
  });

const withShares = (value: number, numerator: number, denominator: number, over: object = {}) =>
  of({ readings: [{ ...aReading({ measureId: 'm', value }), numerator, denominator, ...over }] }).rows[0]?.extra;

const words = (fields: Partial<Plan>) => JSON.stringify(of(fields));

describe('two sources for one period', () => {
  const readings = [
    ...monthly([10, 11, 12]),
    aReading({ id: 'rival', measureId: 'm', periodStart: '2022-12-01', periodEnd: '2022-12-31', value: 40 }),
  ];
  const chosen = readings.map((each) =>
    each.id === 'rival' ? { ...each, setAside: 'The council’s own count is used.' } : each,
  );

  it('stand side by side, joined by no line, and say that nothing is decided', () => {
    const view = of({ readings, targets: [aTarget({ measureId: 'm', value: 30 })] });
    expect(view.undecided).toEqual(['12.0% and 40.0% for December 2022']);
    expect(view.line.message).toMatch(/sources conflict$/);
    expect(view.line.chart?.series[0]?.points.map(({ value }) => value)).toEqual([10, 11, null]);
    const series = view.chart?.series ?? [];
    expect(series.find(({ key }) => key === 'month')?.points.map(({ value }) => value)).toEqual([10, 11, null]);
    const contested = series.filter(({ key }) => key.startsWith('contested'));
    expect(contested.flatMap(({ points }) => points.map(({ value }) => value))).toEqual([12, 40]);
    expect(view.rows.flatMap(({ choice }) => choice?.state ?? [])).toEqual(['conflict', 'conflict']);
  });

  it('are one line once one is set aside, which stays to be seen with why', () => {
    const view = of({ readings: chosen });
    const row = view.rows.find(({ key }) => key === 'rival');
    expect(row).toMatchObject({
      figure: '40.0%',
      instead: 'Not used',
      choice: { state: 'setAside', why: 'The council’s own count is used.' },
    });
    expect(row?.extra).toContain('Not used: The council’s own count is used');
    expect(view.rows.find(({ key }) => key === 'r-02')?.choice).toEqual({
      state: 'used',
      why: 'The council’s own count is used.',
    });
    const series = view.chart?.series ?? [];
    expect(series.find(({ key }) => key === 'month')?.points.map(({ value }) => value)).toEqual([10, 11, 12]);
    expect(series.find(({ key }) => key.startsWith('set-aside'))).toMatchObject({ name: 'Not used', role: 'guide' });
    expect(view.undecided).toEqual([]);
  });
});

describe('limits', () => {
  const noise = [40, 43, 38, 41, 44, 39, 42, 37, 41, 40, 43, 39, 42, 40, 90];

  it('are drawn for each stretch apart, with the change point marked, and said in words and in the table', () => {
    const rebases = [aRebase({ id: 'change', measureId: 'm', since: '2023-10-15', reason: 'A new team.' })];
    const view = of({ readings: monthly(noise.slice(0, 14)), rebases });
    expect(view.chart?.breaks).toEqual([{ on: '2023-10-15', label: 'Limits anew', date: '15 Oct 2023' }]);
    expect(view.noise.rebases).toMatchObject([
      { id: 'change', since: '2023-10-15', reason: 'A new team.', lines: '2 readings: limits take 10.' },
    ]);
    const upper = view.chart?.series.filter(({ key }) => key.startsWith('upper')) ?? [];
    expect(upper.map(({ points }) => points.at(-1)?.on)).toEqual(['2023-09-30']);
    expect(cells(view, 'Mean')?.slice(-3)).toEqual(['40.6%', '–', '–']);
    expect(cells(view, 'Signal or noise')?.slice(-3)).toEqual([
      'Noise',
      'Limits reckoned anew from 15 October 2023',
      '–',
    ]);
    expect(view.summary).toContain('Limits are reckoned anew from 15 October 2023: A new team.');
  });

  it('say in the table which rule fired', () => {
    const view = of({ readings: monthly(noise) });
    expect(cells(view, 'Signal or noise')?.at(-1)).toBe('Special cause, high: outside the limits');
    expect(view.summary).toContain('lies above the upper limit');
  });

  it('count all moving ranges, and say so, where screening would leave equal readings only', () => {
    const readings = monthly([...Array.from({ length: 12 }, () => 5), 60], '2022-08-01');
    expect(of({ readings }).noise.screening).toEqual({
      on: true,
      words: 'Not screened: without the wide moving ranges only equal readings would be left, so all 12 count.',
    });
  });

  it('are neither drawn nor said beyond what the unit allows, nor is what is projected', () => {
    const readings = monthly([1, 0, 2, 0, 1, 3, 0, 1, 0, 2, 1, 0], '2022-12-01');
    for (const unit of ['count', 'percent', 'weeks'] as const) {
      const view = of({ readings, measures: [{ ...measure, unit, decimals: 0 }] });
      expect(view.outlook.lines.some(({ projected }) => projected !== null)).toBe(true);
      expect(view.noise.lines?.lower).toMatch(/^0/);
      expect(view.chart?.y.min).toBe(0);
      const said = JSON.stringify([view.summary, view.chart, view.outlook, view.noise]);
      expect(said.match(/.{0,40}[^\w](?:-|\u2212)\d/g)).toBeNull();
    }
  });

  it('say whether wide moving ranges were screened, and how many', () => {
    const readings = monthly([...noise, 41].slice(0, 16), '2022-09-01');
    expect(of({ readings }).noise.screening).toEqual({
      on: true,
      words: 'Screened: 2 moving ranges of 15 were too wide to be noise and left out of the limits.',
    });
    expect(of({ readings }, { screen: false }).noise.screening).toEqual({
      on: false,
      words: 'Not screened: all 15 moving ranges count, as in NHS England’s own tool.',
    });
    expect(of({ readings: monthly(noise.slice(0, 12)) }).noise.screening?.words).toBe(
      'Screened: none of 11 moving ranges was too wide to be noise.',
    );
  });

  it('are none below ten readings, and the list says that only the direction is given', () => {
    const view = of({ readings: monthly([1, 2, 3]) });
    expect(view.noise).toMatchObject({ few: '3 readings', lines: null, screening: null });
    expect(view.line.noise.few).toBe('3 readings');
    expect(of({}).line.noise.few).toBeNull();
  });
});

describe('a year to date', () => {
  const count = aMeasure({ id: 'm', code: '6.1', basis: 'yearToDate', resetMonth: 9, decimals: 1 });
  const view = of({
    measures: [count],
    readings: [
      upTo('2022-10', '2022-09', 3),
      upTo('2023-07', '2022-09', 50),
      upTo('2023-08', '2022-09', 54),
      upTo('2023-09', '2023-09', 1.5),
      upTo('2023-10', '2023-09', 3.7),
    ],
  });

  it('restarts visibly: a gap and a named line', () => {
    expect(view.chart?.breaks).toEqual([{ on: '2023-09-01', label: 'Count restarts', date: '1 Sep 2023' }]);
    const values = view.chart?.series.find(({ key }) => key === 'yearToDate')?.points.map(({ value }) => value);
    expect(values?.slice(-4)).toEqual([54, null, 1.5, 3.7]);
    expect(view.line.chart?.series[0]?.points.map(({ value }) => value)).toEqual(values);
  });

  it('is compared with the same month of the year before, in words and in the table', () => {
    expect(cells(view, 'A year before')).toEqual(['–', '–', '–', '–', '3.0%']);
    expect(view.rows.at(-1)?.extra).toContain(
      '0.7 points above 3.0% for September 2022 to October 2022, a year before',
    );
    expect(view.summary).toContain('That is 0.7 points above 3.0% for September 2022 to October 2022, a year before.');
  });
});

describe('other places', () => {
  const year = { ...benchmarkAt('England', '2022-12', 49), id: 'year', place: 'South East', periodStart: '2022-01-01' };
  const view = of({
    readings: monthly([10, 11, 12]),
    benchmarks: [
      benchmarkAt('England', '2022-12', 50),
      benchmarkAt('England', '2022-10', 52),
      benchmarkAt('England', '2023-02', 51),
      year,
    ],
  });

  it('are drawn over time as a named line, of the same basis only', () => {
    const series = view.chart?.series.filter(({ key }) => key.startsWith('benchmark')) ?? [];
    expect(series).toMatchObject([{ name: 'England', kind: 'line', endLabel: ['England 51.0%'] }]);
    expect(series[0]?.points.map(({ value }) => value)).toEqual([52, 50, 51]);
    expect(view.benchmarks.find(({ place }) => place === 'South East')?.period).toContain('another basis: not drawn');
  });

  it('stand in the table, in a row of their own where there is no reading', () => {
    expect(cells(view, 'Period')).toEqual(['October 2022', 'November 2022', 'December 2022', 'February 2023']);
    expect(cells(view, 'England')).toEqual(['52.0%', '–', '50.0%', '51.0%']);
    expect(heads(view)).not.toContain('South East');
  });
});

describe('a numerator and a denominator', () => {
  it('say what they make, and where that is not the reading', () => {
    expect(withShares(2.3, 6, 260)).toContain('6 of 260 make 2.3%');
    expect(withShares(5, 6, 260)).toContain('6 of 260 make 2.3%, not this');
    expect(withShares(5, 6, 260, { qualifier: 'about' })).toContain('6 of 260 make 2.3%');
    expect(withShares(5, 0, 0)).toContain('0 of 0');
    expect(withShares(5, 9, 3)).toContain('9 of 3');
  });
});

const facts = (over: Partial<Plan['measures'][number]>, fields: Partial<Plan> = {}) => {
  const beside = [
    aMeasure({ id: 'b', code: '6.10', title: 'Complaints' }),
    aMeasure({ id: 'a', code: '6.2', title: 'Refusals', withdrawnOn: '2023-05-03' }),
  ];
  const view = of({ measures: [{ ...measure, ...over }, ...beside], ...fields });
  return Object.fromEntries(view.definitionFacts.map(({ name, value }) => [name, value]));
};

describe('the definition', () => {
  it('gives decimals, the month in which a count restarts, and the basis of the baseline', () => {
    expect(
      facts({
        unit: 'count',
        decimals: 0,
        basis: 'yearToDate',
        resetMonth: 9,
        baseline: 40,
        baselineOn: '2022-08-31',
        baselineBasis: 'month',
      }),
    ).toMatchObject({
      Decimals: 'None: whole numbers',
      'Count restarts': 'Each 1 September',
      Baseline: '40 on 31 August 2022',
      'Basis of the baseline': 'Single month',
      'Read beside': 'No measure that it names itself',
    });
    expect(facts({ decimals: 1 })).toMatchObject({ Decimals: '1' });
    expect(facts({ resetMonth: 9 })).not.toHaveProperty('Count restarts');
  });

  it('names the measures that are read beside it, and says which was withdrawn', () => {
    expect(facts({ balancedByIds: ['b', 'a'] })['Read beside']).toBe(
      '6.2 Refusals (withdrawn on 3 May 2023, so no longer read beside it); 6.10 Complaints',
    );
  });

  it('says that nothing is held against a target without a date', () => {
    const targets = [aTarget({ measureId: 'm', months: null, on: null, value: 30 })];
    expect(facts({}, { targets })['Target without a date']).toBe(
      '30%: nothing is held against it until it has a checkpoint or a date',
    );
    expect(facts({})).not.toHaveProperty('Target without a date');
  });
});

describe('bad input', () => {
  it.each([
    ['no reading at all', {}],
    ['one reading', { readings: monthly([1]) }],
    ['all equal', { readings: monthly(Array.from({ length: 14 }, () => 0.1)) }],
    ['all missing', { readings: monthly(Array.from({ length: 14 }, () => null)) }],
    ['values of 1e308', { readings: monthly(Array.from({ length: 14 }, (_, index) => (index % 2 ? 1e308 : -1e308))) }],
    ['periods out of order', { readings: monthly([5, 4, 3, 2]).toReversed() }],
    ['a target without date', { targets: [aTarget({ measureId: 'm', months: null, on: null })] }],
    [
      'polarity T without tolerance',
      {
        measures: [aMeasure({ id: 'm', polarity: 'T', tolerance: null })],
        readings: monthly([29, 30, 31]),
        targets: [aTarget({ measureId: 'm' })],
      },
    ],
    [
      'a paired measure that was withdrawn',
      {
        measures: [aMeasure({ id: 'm', balancedByIds: ['gone'] }), aMeasure({ id: 'gone', withdrawnOn: '2023-01-01' })],
      },
    ],
  ] as [string, Partial<Plan>][])('%s is said in words', (_, fields) => {
    expect(words(fields)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('takes a target without date for none', () => {
    const view = of({ readings: monthly([5]), targets: [aTarget({ measureId: 'm', months: null, on: null })] });
    expect(view.line.impact.reason).toContain('No target is set.');
  });

  it('never draws a symbol as zero', () => {
    const view = of({ readings: monthly([5, null, 7]) });
    expect(view.chart?.series[0]?.points.map(({ value }) => value)).toEqual([5, null, 7]);
    expect(view.line.chart?.series[0]?.points.map(({ value }) => value)).toEqual([5, null, 7]);
    expect(cells(view, 'Reading')?.[1]).toBe('Suppressed');
    const at = heads(view).indexOf('Reading');
    expect(view.chart?.table.rows[1]?.[at]?.value).toBe('Suppressed');
  });
});
