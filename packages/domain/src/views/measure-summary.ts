/** The chart of a measure as somebody would tell it who has it before them, for those who do not. */
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { directionOf } from '../rules/direction.ts';
import type { ImpactStatus } from '../rules/impact.ts';
import { readingsOf } from '../rules/impact.ts';
import { onePerPeriod } from '../rules/one-a-period.ts';
import { formatAim, formatDate, formatReading, formatValue, plural } from '../words.ts';
import { outlookInWords, type OutlookView } from './measure-outlook.ts';
import type { MeasureRow } from './measure-readings.ts';
import type { VariationView } from './measure-variation.ts';
import { distanceInWords, messageOf, nameOfTarget, whenOf } from './measure-words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const floorWords = ({ floor, ...measure }: Measure, key: ImpactStatus['key']): string => {
  if (floor === null || (key !== 'floorMet' && key !== 'floorMissed')) return '';
  return `; the floor of ${formatAim(floor, measure)} is ${key === 'floorMet' ? 'met' : 'missed'}`;
};

/** Where it stands: "2.3% in August 2023, 27.7 points below the 6-month target of 30%; the floor of 20% is missed." */
const standing = (measure: Measure, impact: ImpactStatus): string => {
  const { reading, target, targetOn, key } = impact;
  const known = reading?.value !== null && reading?.symbol === null;
  const bound = reading?.qualifier === 'over' || reading?.qualifier === 'under';
  const judged = key !== 'notDecided' && key !== 'noTarget' && measure.polarity !== 'T';
  // What is no single value, or should be near its target, needs its reason in full.
  if (!reading || !target || targetOn === null || !known || bound || !judged) {
    const saysMore = key === 'noReading' ? impact.otherBasis !== null : key !== 'noTarget';
    const reason = saysMore ? ` ${impact.reason}` : '';
    return `${messageOf(measure, impact)}.${reason}`;
  }
  const figure = `${capital(formatReading(reading, measure))} ${whenOf(reading)}`;
  const distance = distanceInWords(reading.value ?? 0, target.value, measure);
  const aim = `the ${nameOfTarget(target, targetOn)} of ${formatAim(target.value, measure)}`;
  const met = key === 'targetMet' ? ', which is met' : '';
  const disputed = reading.disputed === null ? '' : ' Sources disagree about this reading.';
  return `${figure}, ${distance === null ? 'on' : distance} ${aim}${met}${floorWords(measure, key)}.${disputed}`;
};

/** How it moved since the reading before, where the two may be compared. What is noise is neither better nor worse. */
const moved = (
  plan: Plan,
  measure: Measure,
  impact: ImpactStatus,
  today: IsoDate,
  { variation }: VariationView,
): string => {
  const { key, from, to } = directionOf(plan, measure, today);
  const latest = impact.reading ?? impact.otherBasis;
  // A count that only grows within its year is compared with the year before.
  if (!from || !to || to !== latest || measure.basis === 'yearToDate') return '';
  const before = `It was ${formatReading(from, measure)} ${whenOf(from)}`;
  if (key === 'same') return `${before} too.`;
  if (key !== 'better' && key !== 'worse') return '';
  return variation.key === 'common' ? `${before}.` : `${before}, so it has got ${key}.`;
};

/** What all readings show together: the least and the most of a series, or that no line joins them. */
const range = (plan: Plan, measure: Measure): string => {
  const all = readingsOf(plan, measure, { ownBasis: false });
  const bases = new Set(all.map(({ basis }) => basis)).size;
  if (bases > 1) return `${plural(all.length, 'reading')} are recorded; their bases differ, so no line joins them.`;
  const values = onePerPeriod(all).flatMap(({ reading, contested }) =>
    reading.value === null || reading.symbol !== null || contested ? [] : [{ reading, value: reading.value }],
  );
  const [first] = values;
  if (values.length < 3 || !first || measure.basis === 'yearToDate') return '';
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const [least, most] = [sorted[0] ?? first, sorted.at(-1) ?? first];
  const write = (value: number): string => formatValue(value, measure.unit, measure.decimals);
  const since = `${plural(values.length, 'reading')}, the first ${whenOf(first.reading)}`;
  if (write(least.value) === write(most.value)) return `Of ${since}, each is ${write(least.value)}.`;
  return `Of ${since}, the lowest is ${write(least.value)} (${whenOf(least.reading)}) and the highest ${write(most.value)} (${whenOf(most.reading)}).`;
};

/** What a reader of the drawing sees besides: the year before, what is no noise, where limits begin anew. */
const besides = (row: MeasureRow | undefined, { variation, rebases }: VariationView): string[] => [
  row?.yearBefore ? `That is ${lower(row.yearBefore.compared)}.` : '',
  variation.key === 'notJudged' ? '' : variation.reason.replace(`${row?.figure} for ${row?.period} lies`, 'That lies'),
  ...rebases.map(
    ({ since, reason }) => `Limits are reckoned anew from ${formatDate(since)}: ${reason.replace(/\.$/, '')}.`,
  ),
];

/** Gives the summary of the chart of a measure on a day. `row` is that of its latest reading. */
export const measureSummary = (
  plan: Plan,
  measure: Measure,
  today: IsoDate,
  {
    impact,
    row,
    noise,
    outlook,
  }: { impact: ImpactStatus; row: MeasureRow | undefined; noise: VariationView; outlook: OutlookView },
): string =>
  [
    standing(measure, impact),
    moved(plan, measure, impact, today, noise),
    ...besides(row, noise),
    range(plan, measure),
    outlookInWords(outlook),
  ]
    .filter(Boolean)
    .join(' ');
