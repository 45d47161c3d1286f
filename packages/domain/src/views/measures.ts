/** The measures of a notice, worst first: each in small, with its latest reading and what it is judged by. */
import { bulletOf, type Bullet } from '../charts/bullet.ts';
import { smallMeasureChart } from '../charts/measure-small.ts';
import type { SmallChart } from '../charts/model.ts';
import { measureSubject } from '../changes/measure.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Subject } from '../permissions.ts';
import type { Plan } from '../plan.ts';
import { directionOf } from '../rules/direction.ts';
import type { ImpactStatus } from '../rules/impact.ts';
import { impactOf, shortfallOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import { measureReportOf } from '../rules/reported.ts';
import type { Direction, Impact, ReportState, Status } from '../scales.ts';
import { bases, impacts, keysOf, polarities } from '../scales.ts';
import { fileFigure, formatAim, formatDate, formatNumber, formatPeriod, formatReading, plural } from '../words.ts';
import { balanceInWords } from './balance-words.ts';
import { messageOf, nameOfTarget } from './measure-words.ts';
import { movesOf, type Moves } from './measure-moves.ts';
import { noiseOf, type NoiseLine } from './measure-variation.ts';
import { isIllustrative, sourceView, type SourceView } from './source.ts';

/** One measure of the list. */
export type MeasureLine = {
  id: string;
  code: string;
  title: string;
  area: { id: string; number: number; title: string } | null;
  owner: { id: string; title: string } | null;
  /** Whose it is on the day, with whoever covers for them: what decides who may change it. */
  subject: Subject;
  /** "Single month, high is good" */
  read: string;
  message: string;
  latest: {
    words: string;
    /** As a file holds it. */
    filed: string | number;
    period: string;
    periodEnd: IsoDate;
    basis: string;
    own: boolean;
    source: SourceView;
  } | null;
  impact: Status<Impact>;
  direction: Status<Direction> & { moves: Moves };
  noise: NoiseLine;
  target: { words: string; value: number; name: string; at: string; on: IsoDate; source: SourceView } | null;
  /** What a timeliness must be read beside; null where it is none. */
  beside: string | null;
  /** Null where there is no reading with a value. */
  chart: SmallChart | null;
  /** Null where there is no exact value or no target to set it against. */
  bullet: Bullet | null;
};

/** A measure of the list, and where its report stands in the reporting period; null where none is asked for. */
export type ListedMeasure = MeasureLine & { report: { state: ReportState; days: number | null } | null };

export type MeasuresView = {
  today: IsoDate;
  title: string;
  lines: ListedMeasure[];
  counts: Record<Impact, number>;
  areas: { id: string; number: number; title: string }[];
  owners: { id: string; title: string }[];
  illustrative: boolean;
};

/** Worst first: what misses, then what nobody can say, then what meets. */
const order: readonly Impact[] = [
  'floorMissed',
  'targetMissed',
  'floorMet',
  'notDecided',
  'noReading',
  'noTarget',
  'targetMet',
];

const byCode = new Intl.Collator('en', { numeric: true });

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const latestOf = (measure: Measure, impact: ImpactStatus, today: IsoDate): MeasureLine['latest'] => {
  const reading = impact.reading ?? impact.otherBasis;
  return (
    reading && {
      words: formatReading(reading, measure),
      filed: fileFigure(reading, measure),
      period: formatPeriod(reading),
      periodEnd: reading.periodEnd,
      basis: bases[reading.basis].label,
      own: impact.reading !== null,
      source: sourceView(reading, today),
    }
  );
};

const targetOf = (measure: Measure, { target, targetOn }: ImpactStatus, today: IsoDate): MeasureLine['target'] =>
  target && targetOn !== null
    ? {
        words: formatAim(target.value, measure),
        value: target.value,
        name: nameOfTarget(target, targetOn),
        at: target.months === null ? `for ${formatDate(targetOn)}` : `at ${plural(target.months, 'month')}`,
        on: targetOn,
        source: sourceView(target, today),
      }
    : null;

const lineOf = (plan: Plan, measure: Recorded<Measure>, impact: ImpactStatus, today: IsoDate): MeasureLine => {
  const direction = directionOf(plan, measure, today);
  const area = plan.areas.find(({ id }) => id === measure.areaId);
  const owner = plan.members.find(({ id }) => id === measure.ownerId);
  const message = messageOf(measure, impact);
  return {
    id: measure.id,
    code: measure.code,
    title: measure.title,
    area: area ? { id: area.id, number: area.number, title: area.title } : null,
    owner: owner ? { id: owner.id, title: owner.title } : null,
    subject: measureSubject(plan, measure.id, today),
    read: `${bases[measure.basis].label}, ${lower(polarities[measure.polarity].label)}`,
    message,
    latest: latestOf(measure, impact, today),
    impact: { key: impact.key, label: impact.label, tone: impact.tone, reason: impact.reason },
    direction: {
      key: direction.key,
      label: direction.label,
      tone: direction.tone,
      reason: direction.reason,
      moves: movesOf(direction),
    },
    noise: noiseOf(plan, measure, today),
    beside: balanceInWords(plan, measure, today),
    target: targetOf(measure, impact, today),
    chart: smallMeasureChart(plan, measure, today, `${message}.`),
    bullet: bulletOf(measure, impact),
  };
};

/** Gives one measure as the list shows it. `plan` holds only what was known on the day. */
export const measureLine = (plan: Plan, measure: Recorded<Measure>, today: IsoDate): MeasureLine =>
  lineOf(plan, measure, impactOf(plan, measure, today), today);

/** Gives those of some measures that stand as the list shows them, worst first. `plan` holds only what was known on the day. */
export const measureLines = (plan: Plan, measures: readonly Recorded<Measure>[], today: IsoDate): MeasureLine[] =>
  measures
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((measure) => {
      const impact = impactOf(plan, measure, today);
      return { line: lineOf(plan, measure, impact, today), shortfall: shortfallOf(measure, impact) };
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.line.impact.key) - order.indexOf(b.line.impact.key) ||
        b.shortfall - a.shortfall ||
        byCode.compare(a.line.code, b.line.code),
    )
    .map(({ line }) => line);

const titleOf = (counts: Record<Impact, number>, total: number): string => {
  if (total === 0) return 'No measures yet';
  const missed = counts.floorMissed + counts.targetMissed;
  const parts = [
    `${formatNumber(counts.targetMet, 0)} of ${plural(total, 'measure')} ${counts.targetMet === 1 ? 'meets its' : 'meet their'} target`,
    ...(missed > 0
      ? [
          `${formatNumber(missed, 0)} ${missed === 1 ? 'misses' : 'miss'} ${counts.floorMissed === missed ? 'even the floor' : 'it'}`,
        ]
      : []),
    ...(counts.noReading > 0
      ? [`${formatNumber(counts.noReading, 0)} ${counts.noReading === 1 ? 'has' : 'have'} no reading`]
      : []),
  ];
  return parts.join(', ');
};

const reportOf = (plan: Plan, measure: Recorded<Measure>, today: IsoDate): ListedMeasure['report'] => {
  const report = measureReportOf(plan, measure, today);
  return report && { state: report.key, days: report.days };
};

/** Gives the measures that stand on a day, worst first. */
export const measuresOf = (entire: Plan, today: IsoDate): MeasuresView => {
  const plan = planOn(entire, today);
  const measures = new Map(plan.measures.map((measure) => [measure.id, measure]));
  const lines = measureLines(plan, plan.measures, today).map((line): ListedMeasure => {
    const measure = measures.get(line.id);
    return { ...line, report: measure ? reportOf(plan, measure, today) : null };
  });
  const counts = Object.fromEntries(keysOf(impacts).map((key) => [key, 0])) as Record<Impact, number>;
  for (const { impact } of lines) counts[impact.key] += 1;
  const seen = new Set(lines.map(({ area }) => area?.id));
  const owners = new Map(
    lines.flatMap(({ owner }): [string, { id: string; title: string }][] => (owner ? [[owner.id, owner]] : [])),
  );
  return {
    today,
    title: titleOf(counts, lines.length),
    lines,
    counts,
    areas: plan.areas
      .filter(({ id }) => seen.has(id))
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, number, title }) => ({ id, number, title })),
    owners: [...owners.values()].toSorted((a, b) => byCode.compare(a.title, b.title)),
    illustrative: isIllustrative(plan.measures) || lines.some(({ target }) => target?.source.mark === 'illustrative'),
  };
};
