/** The casework of the fictional council: its team, and two backlogs of which one will be cleared and one never. */
import { addDays, daysBetween } from '../calendar.ts';
import type { Measure } from '../measure.ts';
import type { Rows } from '../plan.ts';
import type { FamilyPart } from '../scales.ts';
import { figuresOf, measureAtFirst, monthEnds, putFamily, readingAtFirst, targetRow } from './measure-rows.ts';
import { createRandom, type Random } from './random.ts';
import { checkpointMonths, leadId, office, source, themeOf, type Setting } from './setting.ts';

/** The ratio of the fictional notice. */
export const exampleRatio = {
  casesPerWorker: 250,
  casesPerWorkerSource: 'Illustrative: the board of this fictional notice chose it.',
};

/** A measure that only counts in a family: its value some months after the notice (before it, where negative), and how far chance moves it. */
type Spec = Pick<Measure, 'title' | 'definition' | 'unit' | 'decimals' | 'polarity' | 'basis'> & {
  part: FamilyPart;
  at: (months: number) => number;
  noise: number;
  targets?: readonly [number, number, number, number];
};

const after = (months: number, start: number): number => Math.max(0, months - start);
const spec = (
  part: FamilyPart,
  title: string,
  definition: string,
  read: readonly [Measure['unit'], Measure['polarity'], Measure['basis'], number],
  at: (months: number) => number,
  noise: number,
  targets?: Spec['targets'],
): Spec => ({
  part,
  title,
  definition,
  unit: read[0],
  polarity: read[1],
  basis: read[2],
  decimals: read[3],
  at,
  noise,
  ...(targets ? { targets } : {}),
});

const stock = ['count', 'L', 'snapshot', 0] as const;
const posts = ['rate', 'H', 'snapshot', 1] as const;
const fewerPosts = ['rate', 'L', 'snapshot', 1] as const;
const flow = ['count', 'L', 'month', 0] as const;
const shareDown = ['percent', 'L', 'month', 1] as const;

const team: readonly Spec[] = [
  spec(
    'openCases',
    'Open SEND cases',
    'Children and young people with a caseworker at the end of the month.',
    stock,
    (m) => 6180 + 39 * Math.max(m, -6),
    12,
  ),
  spec(
    'permanentTrained',
    'Permanent caseworkers, trained',
    'Full-time equivalents in post who have finished the training.',
    posts,
    (m) => 10.6 + 0.5 * Math.max(m, 0),
    0.15,
    [12, 14, 20, 24],
  ),
  spec(
    'permanentInTraining',
    'Permanent caseworkers, in training',
    'Full-time equivalents in post who are still being trained.',
    posts,
    (m) => 2 + Math.min(2.8, 0.35 * after(m, 1)),
    0.15,
  ),
  spec(
    'agencyTrained',
    'Agency caseworkers, trained',
    'Full-time equivalents from agencies who have finished the training.',
    fewerPosts,
    (m) => 4.4 - 0.13 * Math.max(m, 0),
    0.1,
  ),
  spec(
    'agencyInTraining',
    'Agency caseworkers, in training',
    'Full-time equivalents from agencies who are still being trained.',
    fewerPosts,
    (m) => 1 - 0.04 * Math.max(m, 0),
    0.05,
  ),
  spec(
    'vacantPosts',
    'Vacant caseworker posts',
    'Full-time equivalents of the establishment that nobody is in.',
    fewerPosts,
    (m) => 10.4 - 0.55 * Math.max(m, 0),
    0.2,
    [9, 6, 3, 1],
  ),
  spec(
    'caseload',
    'Cases for each post, as the service reports it',
    'Open cases for each post of the establishment, filled or not.',
    ['rate', 'L', 'snapshot', 0],
    (m) => (6180 + 39 * Math.max(m, -6)) / 28.4,
    1,
  ),
  spec(
    'workload',
    'Caseworkers who can manage their workload',
    'Of those who answered the monthly question.',
    ['percent', 'H', 'month', 1],
    (m) => 33 + 1.6 * Math.max(m, 0),
    2.5,
  ),
  spec(
    'sickness',
    'Working days lost to sickness',
    'Of the days of caseworkers in post.',
    shareDown,
    (m) => 8.4 - 0.15 * Math.max(m, 0),
    0.6,
  ),
  spec(
    'leavers',
    'Caseworkers who left',
    'Full-time equivalents in the month.',
    ['rate', 'L', 'month', 1],
    (m) => 0.9 - 0.03 * Math.max(m, 0),
    0.4,
  ),
  spec(
    'staffSurvey',
    'Staff survey, of 5',
    'Mean answer to “I would recommend working here”, monthly.',
    ['score', 'H', 'month', 1],
    (m) => 2.5 + 0.07 * Math.max(m, 0),
    0.15,
  ),
];

const assessmentsIn = (): number => 152;
const assessmentsOut = (m: number): number => (m < 3 ? 147 : 181);
/** What is left after some months of coming in and going out, without chance. */
const waiting = (m: number): number => 1010 + 5 * Math.min(m, 3) - 29 * after(m, 3);

const assessments: readonly Spec[] = [
  spec(
    'remaining',
    'Needs assessments that are overdue',
    'Assessments older than 16 weeks at the end of the month.',
    stock,
    waiting,
    9,
    [980, 900, 650, 400],
  ),
  spec(
    'overTwoYears',
    'Needs assessments over two years old',
    'Of those that are overdue.',
    stock,
    (m) => 64 - 3.6 * after(m, 1),
    2,
  ),
  spec('inflow', 'Needs assessments that became overdue', 'In the month.', flow, assessmentsIn, 7),
  spec(
    'throughput',
    'Overdue needs assessments finished',
    'In the month.',
    ['count', 'H', 'month', 0],
    assessmentsOut,
    9,
  ),
];

const reviews: readonly Spec[] = [
  spec(
    'remaining',
    'Annual reviews that are overdue',
    'Plans whose annual review is late at the end of the month.',
    stock,
    (m) => 3420 + 24 * m,
    15,
  ),
  spec(
    'overTwoYears',
    'Annual reviews over two years late',
    'Of those that are overdue.',
    stock,
    (m) => 390 + 4 * m,
    6,
  ),
  spec('inflow', 'Annual reviews that became overdue', 'In the month.', flow, () => 418, 14),
  spec('throughput', 'Overdue annual reviews finished', 'In the month.', ['count', 'H', 'month', 0], () => 394, 14),
];

const families: readonly {
  id: string;
  kind: Rows['family']['kind'];
  title: string;
  area: number;
  specs: readonly Spec[];
}[] = [
  { id: 'family-team', kind: 'capacity', title: 'SEND casework', area: 7, specs: team },
  { id: 'family-assessments', kind: 'backlog', title: 'Needs assessments', area: 6, specs: assessments },
  { id: 'family-reviews', kind: 'backlog', title: 'Annual reviews', area: 6, specs: reviews },
];

const round = (value: number, decimals: number): number => Number(Math.max(0, value).toFixed(decimals)) + 0;

const putMeasure = (setting: Setting, each: Spec, number: number, area: number): void => {
  const { noticeId, agreedOn, put } = setting;
  const { part: _part, at: _at, noise: _noise, targets = [], ...fields } = each;
  const agreed = { day: agreedOn, actor: office, reason: 'The measures of casework were agreed.' };
  const code = `c${number}`;
  put({
    ...agreed,
    entity: 'measure',
    row: {
      ...measureAtFirst,
      ...fields,
      noticeId,
      id: `measure-${code}`,
      code: code.toUpperCase(),
      areaId: `area-${area}`,
      publicationRule: each.unit === 'count' ? 'fewerThan5' : 'none',
      ownerId: leadId(themeOf(area)),
    },
  });
  for (const [position, value] of targets.entries()) {
    const months = checkpointMonths[position] ?? 3;
    put({ ...agreed, entity: 'target', row: targetRow(setting, { code, months, value, approvedOn: null }) });
  }
};

const putReadings = (
  setting: Setting,
  each: Spec,
  number: number,
  { months, random, area }: { months: number; random: Random; area: number },
): void => {
  for (const [month, end] of monthEnds(setting, months).entries()) {
    const chance = (random.next() + random.next() - 1) * each.noise;
    const value = round(each.at(daysBetween(setting.issuedOn, end) / 30.4375) + chance, each.decimals);
    setting.put({
      ...figuresOf(setting, area, end),
      entity: 'reading',
      row: {
        ...readingAtFirst,
        noticeId: setting.noticeId,
        id: `reading-c${number}-${end.slice(0, 7)}`,
        measureId: `measure-c${number}`,
        periodStart: each.basis === 'snapshot' ? end : `${end.slice(0, 8)}01`,
        periodEnd: end,
        basis: each.basis,
        value: each.unit === 'percent' ? Math.min(100, value) : value,
        state: month === months - 1 ? 'provisional' : 'final',
      },
    });
  }
};

/** Who has accepted a post: days from the last day of the script to their start, and to the day on which it was known. */
const offers = [
  { starts: -14, known: -50, many: 1, training: 'inTraining' },
  { starts: 7, known: -21, many: 2, training: 'inTraining' },
  { starts: 42, known: -21, many: 1.6, training: 'trained' },
  { starts: 105, known: -7, many: 3, training: 'inTraining' },
] as const;

const putStarters = ({ noticeId, agreedOn, day, put }: Setting): void => {
  for (const [index, { starts, known, many, training }] of offers.entries()) {
    const on = addDays(day, known);
    if (on < agreedOn) continue;
    put({
      day: on,
      actor: office,
      reason: 'An offer was accepted.',
      entity: 'starter',
      row: {
        noticeId,
        id: `starter-${index + 1}`,
        startsOn: addDays(day, starts),
        fullTimeEquivalents: many,
        employment: 'permanent',
        training,
        note: null,
        ...source,
        withdrawnOn: null,
      },
    });
  }
};

/** Puts the families of casework with their measures, readings and starters. Chance has a stream of its own here. */
export const putCasework = (
  setting: Setting,
  { seed, areas, months }: { seed: number; areas: number; months: number },
): void => {
  const random = createRandom(seed + 7);
  let number = 0;
  for (const family of families) {
    const area = Math.min(family.area, areas);
    const places = family.specs.map((each) => {
      number += 1;
      putMeasure(setting, each, number, area);
      putReadings(setting, each, number, { months, random, area });
      return { part: each.part, measureId: `measure-c${number}` };
    });
    putFamily(setting, family, places);
  }
  putStarters(setting);
};
