/**
 * The measures of Exampleshire whose story is known: what happened is written here, and a test asserts that the product finds it
 * and says it in words. No chance is in them.
 */
import { addDays } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure, Reading } from '../measure.ts';
import type { FamilyKind, FamilyPart } from '../scales.ts';
import { figuresOf, measureAtFirst, monthEnds, putFamily, readingAtFirst, targetRow } from './measure-rows.ts';
import { periodStartOf } from './measures.ts';
import { checkpointMonths, leadId, office, themeOf, type Setting } from './setting.ts';

type Story = Pick<Measure, 'title' | 'definition' | 'unit' | 'decimals' | 'polarity' | 'floor'> & {
  area: number;
  basis: 'month' | 'yearToDate';
  /** What was counted in each of 36 months, the last one reported last; null where it could not be. */
  values: readonly (number | null)[];
  targets: readonly number[];
  /** Later values of its 12-month target, each so many days after the plan was agreed. */
  retargeted?: readonly { after: number; value: number; reason: string }[];
};

/** What moves a figure from month to month while nothing about it changes. */
const noise = [0, 2, -1, 1, -2, 1, 0, -1, 2, -2, 1, -1];
const months = 36;
/** The year of what is counted to date begins in April. */
const resetMonth = 4;

const each = (value: (month: number) => number | null): (number | null)[] =>
  Array.from({ length: months }, (_, month) => value(month));
const noisy =
  (around: number, shift = 0) =>
  (month: number): number =>
    around + (noise[(month + shift) % noise.length] ?? 0);

const falling = [30.3, 29.6, 28.8, 28.1, 27.4, 26.8, 26.1, 25.5];
const rising = [42.4, 43.1, 43.9, 44.6, 45.2, 45.9, 46.6, 47.3];
const refusing = [22.6, 23.2, 23.9, 24.5, 25.1, 25.8, 26.4, 27];
/** Gives an even course with noise whose last months are as given. */
const endingIn =
  (around: number, ends: readonly number[]) =>
  (month: number): number =>
    ends[month - (months - ends.length)] ?? noisy(around)(month);

const perCent = { unit: 'percent', decimals: 1, basis: 'month' } as const;
const counted = { unit: 'count', decimals: 0, polarity: 'L', basis: 'month' } as const;

/** By the name of its story; the measure of each is the eleventh or a later one of its area. */
const stories = {
  shift: {
    ...perCent,
    area: 6,
    title: 'Advice from health services within six weeks',
    definition: 'Share of the advice asked of health services that came within six weeks, in the month.',
    polarity: 'H',
    floor: 40,
    values: each((month) => noisy(month < 24 ? 41 : 46)(month)),
    targets: [42, 45, 60, 75],
  },
  trend: {
    area: 8,
    title: 'Average wait for a first appointment',
    definition: 'Average weeks waited by children who were first seen in the month.',
    unit: 'weeks',
    decimals: 1,
    polarity: 'L',
    basis: 'month',
    floor: 30,
    values: each(endingIn(30, falling)),
    targets: [29, 26, 22, 18],
  },
  flat: {
    ...counted,
    area: 2,
    title: 'Schools without a SEND coordinator in post',
    definition: 'Schools that had no SEND coordinator in post at the end of the month.',
    floor: 15,
    values: each(() => 12),
    targets: [10, 8, 4, 0],
  },
  reset: {
    area: 2,
    title: 'Permanent exclusions of pupils with plans, per 1,000 pupils',
    definition: 'Permanent exclusions since April for every 1,000 pupils with an EHC plan.',
    unit: 'rate',
    decimals: 1,
    polarity: 'L',
    basis: 'yearToDate',
    floor: 12,
    values: each(noisy(7)).map((value) => (value ?? 0) / 7),
    targets: [11, 10, 9, 8],
  },
  gap: {
    ...perCent,
    area: 3,
    title: 'Plans that name what the child asked for',
    definition: 'Share of the plans audited in the month that say what the child or young person asked for.',
    polarity: 'H',
    floor: 50,
    values: each((month) => (month >= 27 && month <= 29 ? null : noisy(55)(month))),
    targets: [56, 60, 70, 80],
  },
  smallNumbers: {
    ...counted,
    area: 9,
    title: 'Young people without a place at 19',
    definition: 'Young people with a plan who turned 19 in the month and had no place in learning or work.',
    floor: 12,
    values: each((month) => Math.max(0, noisy(4)(month) + (month % 6 === 0 ? 4 : 0))),
    targets: [10, 8, 5, 2],
  },
  gateKeeping: {
    ...perCent,
    area: 6,
    title: 'Decisions to assess made within six weeks',
    definition: 'Share of the requests for assessment that were decided within six weeks, in the month.',
    polarity: 'H',
    floor: 40,
    values: each(endingIn(41, rising)),
    targets: [42, 45, 55, 70],
  },
  refusals: {
    ...perCent,
    area: 6,
    title: 'Requests for assessment refused',
    definition: 'Share of the requests for assessment that were refused, in the month.',
    polarity: 'L',
    floor: 26,
    values: each(endingIn(21, refusing)),
    targets: [22, 21, 20, 20],
  },
  retargeted: {
    ...perCent,
    area: 1,
    title: 'Families who know whom to call',
    definition: 'Share of the families asked in the month who knew the name of the person to call.',
    polarity: 'H',
    floor: 45,
    values: each((month) => noisy(48 + month / 6)(month)).map((value) => Math.round(value ?? 0)),
    targets: [50, 55, 65, 80],
    retargeted: [
      { after: 120, value: 55, reason: 'The board agreed to a lower target while the helpline was being rebuilt.' },
      { after: 250, value: 70, reason: 'The helpline is rebuilt, and the board asked for more than before.' },
    ],
  },
  noise: {
    ...perCent,
    area: 5,
    title: 'Reports to families sent on time',
    definition: 'Share of the yearly reports on progress that reached families on time, in the month.',
    polarity: 'H',
    floor: 55,
    values: each(noisy(58, 9)),
    targets: [60, 65, 75, 85],
  },
} as const satisfies Readonly<Record<string, Story>>;
export type StoryName = keyof typeof stories;

const names = Object.keys(stories) as StoryName[];

const codeOf = (name: StoryName): string => {
  const { area } = stories[name];
  const earlier = names.slice(0, names.indexOf(name)).filter((other) => stories[other].area === area).length;
  return `${area}.${11 + earlier}`;
};

/** Gives the id of the measure that tells a story. */
export const storyMeasureId = (name: StoryName): string => `measure-${codeOf(name)}`;

/** What the gate-keeping was bought with. */
const family = {
  id: 'family-decisions-to-assess',
  kind: 'balance',
  title: 'Decisions to assess',
  parts: [
    ['gateKeeping', 'timeliness'],
    ['refusals', 'refusalsToAssess'],
  ],
} as const satisfies {
  id: string;
  kind: FamilyKind;
  title: string;
  parts: readonly (readonly [StoryName, FamilyPart])[];
};

const putMeasure = (setting: Setting, name: StoryName): void => {
  const { noticeId, agreedOn, put } = setting;
  const { area, values: _values, targets, retargeted = [], ...fields }: Story = stories[name];
  const code = codeOf(name);
  const agreed = { day: agreedOn, actor: office, reason: 'The plan was agreed.' };
  put({
    ...agreed,
    entity: 'measure',
    row: {
      ...measureAtFirst,
      ...fields,
      noticeId,
      id: storyMeasureId(name),
      code,
      areaId: `area-${area}`,
      resetMonth: fields.basis === 'yearToDate' ? resetMonth : null,
      publicationRule: fields.unit === 'count' ? 'fewerThan5' : 'none',
      ownerId: leadId(themeOf(area)),
    },
  });
  for (const [position, value] of targets.entries()) {
    const row = targetRow(setting, { code, months: checkpointMonths[position] ?? 3, value, approvedOn: agreedOn });
    put({ ...agreed, entity: 'target', row });
  }
  for (const { after, value, reason } of retargeted) {
    const day = addDays(agreedOn, after);
    const row = targetRow(setting, { code, months: 12, value, approvedOn: day });
    put({ day, actor: office, reason, entity: 'target', row });
  }
};

/** Gives what a story counted by the end of a month: of the year so far, what came before it since the restart is added. */
const countedBy = ({ basis, values }: Story, month: number, start: IsoDate, end: IsoDate): number | null => {
  const value = values[month] ?? null;
  if (basis === 'month' || value === null) return value;
  const before = Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  const since = before < 0 ? before + 12 : before;
  const sum = values
    .slice(Math.max(0, month - since), month + 1)
    .reduce<number>((total, inMonth) => total + (inMonth ?? 0), 0);
  return Number(sum.toFixed(1));
};

const readingOf = (name: StoryName, month: number, end: IsoDate): Omit<Reading, 'version' | 'noticeId'> => {
  const story: Story = stories[name];
  const start = periodStartOf(story.basis, end, resetMonth);
  const value = countedBy(story, month, start, end);
  const small = story.unit === 'count' && value !== null && value > 0 && value < 5;
  return {
    ...readingAtFirst,
    id: `reading-${codeOf(name)}-${end.slice(0, 7)}`,
    measureId: storyMeasureId(name),
    periodStart: start,
    periodEnd: end,
    basis: story.basis,
    value: small ? null : value,
    symbol: value === null ? 'x' : small ? 'c' : null,
    note: value === null ? 'The audits stopped while the form was rewritten.' : null,
  };
};

const putReadings = (setting: Setting, name: StoryName): void => {
  for (const [month, end] of monthEnds(setting, months).entries()) {
    setting.put({
      ...figuresOf(setting, stories[name].area, end),
      entity: 'reading',
      row: { ...readingOf(name, month, end), noticeId: setting.noticeId },
    });
  }
};

/** Puts the measures whose story is known, with their targets, readings and the family that balances one of them. */
export const putStories = (setting: Setting): void => {
  for (const name of names) putMeasure(setting, name);
  for (const name of names) putReadings(setting, name);
  putFamily(
    setting,
    family,
    family.parts.map(([name, part]) => ({ part, measureId: storyMeasureId(name) })),
  );
};
