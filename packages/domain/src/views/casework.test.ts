import { describe, expect, test } from 'vitest';
import { capacityChart, gapInShort, gapInWords, whatIfInWords } from '../charts/capacity.ts';
import { asItStands } from '../rules/capacity-projection.ts';
import { caseworkPlan } from '../testing/casework.ts';
import { itHoldsOfAnyPlan } from '../testing/generated.ts';
import { aPlan, aStarter } from '../testing/rows.ts';
import { caseworkOf } from './casework.ts';

const today = '2023-09-25';
const recordedAt = '2023-09-01T09:00:00.000Z';

const plan = caseworkPlan(
  {
    openCases: { '2023-07': 9900, '2023-08': 10_000 },
    permanentTrained: { '2023-07': 19, '2023-08': 20 },
    permanentInTraining: { '2023-07': 6, '2023-08': 5 },
    agencyTrained: { '2023-07': 4, '2023-08': 4 },
    agencyInTraining: { '2023-07': 0, '2023-08': 1 },
    caseload: { '2023-08': { value: 520, qualifier: 'over' } },
    remaining: { '2023-08': 1200 },
    overTwoYears: { '2023-08': 300 },
    inflow: { '2023-06': 100, '2023-07': 100, '2023-08': 100 },
    throughput: { '2023-06': 190, '2023-07': 210, '2023-08': 200 },
  },
  { starters: [aStarter({ startsOn: '2023-10-02', fullTimeEquivalents: 3, recordedAt })] },
);

itHoldsOfAnyPlan((made, day) => caseworkOf(made, day), 12);

test('says what a board asks of a team', () => {
  const { title, capacity } = caseworkOf(plan, today);
  expect(title).toBe('10 full-time equivalents short');
  expect(capacity[0]).toMatchObject({
    perWorker: { words: '333' },
    reported: { words: 'over 520' },
    needed: { words: '40', detail: 'full-time equivalents needed at 250 cases each.' },
    ratio: { words: '250', source: 'Reported in the press' },
    inPost: '30 full-time equivalents in post',
    ahead: [{ on: '2023-10-02', words: '3 full-time equivalents', employment: 'Permanent', training: 'In training' }],
  });
});

test('says what a board asks of a backlog', () => {
  const { backlogs } = caseworkOf(plan, today);
  expect(backlogs[0]).toMatchObject({
    message: '1,200 remain, cleared in August 2024 at this rate',
    old: { words: '300', detail: '25% of them over two years old, 31 August 2023.' },
    net: {
      words: '100 a month',
      detail:
        'more went out than came in, on average over June 2023 to August 2023, give or take 15 as the months vary.',
    },
    clearance: { words: 'August 2024' },
  });
  expect(backlogs[0]?.chart?.series.map(({ key }) => key)).toEqual(['earliest', 'latest', 'ahead', 'remaining', 'old']);
  expect(backlogs[0]?.flow?.title).toBe('100 came in and 200 went out in August 2023');
});

/** Values for the months up to August 2023. */
const months = (...values: number[]) =>
  Object.fromEntries(values.map((value, index) => [`2023-0${index + 9 - values.length}`, value]));
/** One value for each of three quarters. */
const quarters = (value: number) => ({ '2023-02': value, '2023-05': value, '2023-08': value });

/** The section of the backlog, whose flows are read by the month or the quarter. */
const section = (given: Parameters<typeof caseworkPlan>[0], on = today, basis: 'month' | 'quarter' = 'month') => {
  const made = caseworkPlan(given);
  const flows = new Set(['inflow', 'throughput']);
  const rebased = <Row extends { basis: string }>(row: Row, id: string) => (flows.has(id) ? { ...row, basis } : row);
  const measures = made.measures.map((row) => rebased(row, row.id));
  const readings = made.readings.map((row) => rebased(row, row.measureId));
  const [backlog] = caseworkOf({ ...made, measures, readings }, on).backlogs;
  if (!backlog) throw new Error('There is no backlog.');
  return backlog;
};

describe('the words at the edges of a backlog', () => {
  const remaining = { '2023-08': 1200 };
  const even = months(100, 100, 100);

  test('as many out as in is not more in than out', () => {
    const { net } = section({ remaining, inflow: even, throughput: even });
    expect(net.words).toBe('0 a month');
    expect(net.detail).toMatch(/^as many went out as came in, on average/);
    expect(section({ remaining, inflow: even, throughput: months(100, 100, 101) }).net.detail).toMatch(
      /^about as many went out as came in/,
    );
    expect(section({ remaining, inflow: even, throughput: months(90, 90, 90) }).net.detail).toMatch(/^more came in/);
  });

  test('no share above the whole is given: the readings disagree, and that is said', () => {
    expect(section({ remaining, overTwoYears: { '2023-08': 1800 } }).old.detail).toBe(
      'over two years old, 31 August 2023. That is more than remain: check the two readings.',
    );
  });

  test('a month’s worth of a quarter is not said of one month', () => {
    const { flow, net } = section({ remaining, inflow: quarters(300), throughput: quarters(600) }, today, 'quarter');
    expect(flow).toMatchObject({
      title: '100 came in and 200 went out a month, in the quarter to August 2023',
      subtitle: 'Annual reviews, inflow and throughput a month, by quarter',
      table: { caption: 'Inflow and throughput a month, by quarter', columns: [{ head: 'Quarter to' }, {}, {}, {}] },
    });
    expect(flow?.series.map(({ endLabel }) => endLabel)).toEqual([
      ['100 in', 'a month'],
      ['200 out', 'a month'],
    ]);
    expect(net.detail).toBe(
      'more went out than came in, on average over December 2022 to August 2023, give or take 0 as the quarters vary.',
    );
  });

  test.each([
    ['2024-02-01', {}, '1,200 remained on 31 August 2023, and nobody can say how many remain now'],
    ['2023-09-25', { remaining: { '2023-08': 60 } }, '60 remained on 31 August 2023, cleared by now if the rate held'],
    ['2024-02-01', { remaining: { '2024-01': 1200 } }, '1,200 remain, and nobody can say yet when it will be cleared'],
  ])('on %s with %j the message is “%s”', (on, given, message) => {
    const made = section({ remaining, inflow: even, throughput: months(200, 200, 200), ...given }, on);
    expect(made.message).toBe(message);
    expect(made.chart?.series.map(({ key }) => key)).toEqual(['remaining']);
  });

  test('a gap before the last months is said', () => {
    const { net, clearance } = section({
      remaining,
      inflow: { '2023-04': 1, '2023-05': 1, '2023-07': 1, '2023-08': 1 },
      throughput: { '2023-04': 2, '2023-05': 2, '2023-07': 2, '2023-08': 2 },
    });
    expect(net.detail).toBe(
      'Net clearance: 4 months have a reading of both inflow and throughput, and a gap parts the last 2 from those before. 3 in a row are needed.',
    );
    expect(clearance.detail).toBe(
      'Clearance: not known, as fewer than 3 months in a row have a reading of both inflow and throughput.',
    );
  });
});

test('cases for each caseworker name the days of both readings', () => {
  const posts = {
    openCases: { '2023-08': 10_000 },
    permanentTrained: { '2023-06': 20 },
    agencyTrained: { '2023-07': 5 },
  };
  expect(caseworkOf(caseworkPlan(posts), today).capacity[0]?.perWorker.detail).toBe(
    'cases for each caseworker, reckoned: 10,000 open cases (31 August 2023) for at least 25 full-time equivalents in post (30 June 2023 and 31 July 2023).',
  );
});

test('without a family there is nothing, and that is said', () => {
  expect(caseworkOf(aPlan(), today)).toMatchObject({
    title: 'Casework is not measured yet',
    capacity: [],
    backlogs: [],
  });
});

test('a family without a reading says what is missing of each part', () => {
  const { capacity, backlogs } = caseworkOf(caseworkPlan({}), today);
  expect(capacity[0]).toMatchObject({
    message: 'Whether there are enough caseworkers is not known',
    outlook: null,
    instead: 'Needs a reading of open cases, and a reading of caseworkers in post.',
  });
  expect(capacity[0]?.figures.every(({ words, missing }) => words === null && missing !== null)).toBe(true);
  expect(backlogs[0]).toMatchObject({ message: 'No reading of what remains', chart: null, flow: null });
});

test('the chart says its message, and a what-if says that it is one', () => {
  const outlook = caseworkOf(plan, today).capacity[0]?.outlook;
  if (!outlook) throw new Error('There is no outlook.');
  const chart = capacityChart(outlook);
  expect(chart.title).toBe(
    '10 full-time equivalents short on 30 September 2023, 7 full-time equivalents short on 30 September 2024',
  );
  expect(chart.subtitle).not.toContain('What if');
  expect(chart.table.rows[0]?.map(({ words }) => words)).toEqual([
    '31 July 2023',
    'Readings',
    '9,900',
    '39.6',
    '29.0',
    '23.0',
    '10.6',
    '16.6',
  ]);
  const supposed = capacityChart(outlook, { ...asItStands(250), ratio: 400, leavers: 1 });
  expect(supposed.subtitle).toContain('What if each caseworker carried 400 cases and 1 left each month?');
  expect(supposed.title).toMatch(/^5 full-time equivalents more than needed|^4/);
});

test('the chart names the gap on the day of the deadline, not at the end of its month', () => {
  const notice = { ...plan.notice, checkpointBase: '2023-04-10' };
  const outlook = caseworkOf({ ...plan, notice }, today).capacity[0]?.outlook;
  if (!outlook) throw new Error('There is no outlook.');
  expect(capacityChart(outlook).title).toMatch(/^7 full-time equivalents short on 10 October 2023, /);
});

test.each([
  [12.44, 'exact', '12.4 full-time equivalents short'],
  [1, 'atLeast', 'at least 1 full-time equivalent short'],
  [12, 'atMost', 'at most 12 full-time equivalents short, so not decided'],
  [-3, 'atMost', 'at least 3 full-time equivalents more than needed'],
  [-3, 'atLeast', 'at most 3 full-time equivalents more than needed, so not decided'],
  [0.01, 'exact', 'just enough caseworkers'],
  [0, 'atLeast', 'not decided'],
  [7, 'unknown', 'not decided, as one figure is a least and another a most'],
] as const)('a gap of %d, %s, reads “%s”', (gap, bound, words) => {
  expect(gapInWords(gap, bound)).toBe(words);
});

test.each([
  [12.44, 'exact', '12.4 short'],
  [12, 'atMost', 'Not decided'],
  [-3, 'atMost', 'At least 3 over'],
  [0, 'exact', 'Just enough'],
  [0, 'atMost', 'Not decided'],
  [0, 'atLeast', 'Not decided'],
  [-0.01, 'unknown', 'Not decided'],
] as const)('a gap of %d, %s, is “%s” in short', (gap, bound, words) => {
  expect(gapInShort(gap, bound)).toBe(words);
});

test('what is as it stands is no what-if', () => {
  expect(whatIfInWords(asItStands(250), 250)).toBeNull();
  expect(whatIfInWords({ ...asItStands(250), cases: -40, trained: 0.8 }, 250)).toBe(
    'What if open cases fell by 40 each month and 80% of those in post were trained?',
  );
});
