import { expect, test } from 'vitest';
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
] as const)('a gap of %d, %s, is “%s” in short', (gap, bound, words) => {
  expect(gapInShort(gap, bound)).toBe(words);
});

test('what is as it stands is no what-if', () => {
  expect(whatIfInWords(asItStands(250), 250)).toBeNull();
  expect(whatIfInWords({ ...asItStands(250), cases: -40, trained: 0.8 }, 250)).toBe(
    'What if open cases fell by 40 each month and 80% of those in post were trained?',
  );
});
