/** The grid of measures by checkpoint. */
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { CheckpointStatus } from '../rules/checkpoint-result.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import { checkpointsOf, nextCheckpoint } from '../rules/checkpoints.ts';
import { impactOf, targetsOf } from '../rules/impact.ts';
import { projectionOf, type Projection } from '../rules/projection.ts';
import { variationOf } from '../rules/variation.ts';
import type { CheckpointResult, Impact, Polarity, Status } from '../scales.ts';
import { bases, checkpointResults, keysOf } from '../scales.ts';
import {
  fileFigure,
  daysLeftOrOver,
  formatAim,
  formatDate,
  formatNumber,
  formatPeriod,
  formatReading,
  plural,
} from '../words.ts';
import { balanceInWords } from './balance-words.ts';
import { projectedFor, type Projected } from './measure-outlook.ts';
import type { SourceView } from './source.ts';
import { isIllustrative, sourceView } from './source.ts';

/** The head of a checkpoint's column. `next` is the first on or after the day that is looked at. */
export type CheckpointHead = { months: number; label: string; on: IsoDate; date: string; days: string; next: boolean };

/** One measure at one checkpoint: its status and, in words, the value used with its period and the target. */
export type CheckpointCell = {
  months: number;
  status: Status<CheckpointResult>;
  words: string;
  /** The value used, as a file holds it. */
  filed: string | number | null;
  /** The period of the value used. */
  period: string | null;
  target: number | null;
  source: SourceView | null;
  /** Where it is heading, before the day: the range and what that says of the target; null where it can't be said. */
  projected: Projected | null;
};

type LatestReading = {
  /** As a file holds it. */
  filed: string | number;
  words: string;
  period: string;
  source: SourceView;
  basis: string;
  /** Of its own basis; another one gets no colour. */
  own: boolean;
};

export type CheckpointMeasure = {
  id: string;
  code: string;
  title: string;
  polarity: Polarity;
  owner: string | null;
  latest: LatestReading | null;
  impact: Status<Impact>;
  /** What a timeliness must be read beside; null where it is none. */
  beside: string | null;
  cells: CheckpointCell[];
};

export type CheckpointArea = { id: string; number: number; title: string; measures: CheckpointMeasure[] };

export type CheckpointGrid = {
  heads: CheckpointHead[];
  areas: CheckpointArea[];
  totals: { measures: string; readings: string; cells: { months: number; words: string }[] };
  /** Measures without any target, which are there for balance and context. */
  withoutTarget: number;
  illustrative: boolean;
};

const byCode = new Intl.Collator('en-GB', { numeric: true });

/** Gives the checkpoints of a notice with their days left or over. */
const checkpointHeadsOf = (plan: Plan, today: IsoDate): CheckpointHead[] => {
  const next = nextCheckpoint(plan.notice, today);
  return checkpointsOf(plan.notice).map(({ months, label, on }) => ({
    months,
    label,
    on,
    date: formatDate(on),
    days: daysLeftOrOver(today, on),
    next: on === next?.on,
  }));
};

const cellWords = (measure: Measure, result: CheckpointStatus, next: boolean): string => {
  const { key, reading, olderReading, target, late } = result;
  const when = late === null ? '' : ` (${late})`;
  const aim = target ? `target ${formatAim(target.value, measure)}${when}` : 'no target';
  const own = reading?.basis === measure.basis ? reading : null;
  if (key === 'pending') return next && own && target ? `now ${formatReading(own, measure)}, ${aim}` : aim;
  if (reading) return `${formatReading(reading, measure)} for ${formatPeriod(reading)}, ${aim}`;
  return olderReading && olderReading.basis === measure.basis
    ? `before it ${formatReading(olderReading, measure)} for ${formatPeriod(olderReading)}, ${aim}`
    : aim;
};

const cellOf = (
  plan: Plan,
  measure: Measure,
  checkpoint: Checkpoint,
  next: boolean,
  today: IsoDate,
  projection: Projection,
): CheckpointCell => {
  const result = checkpointResultOf(plan, measure, checkpoint, today);
  const { key, label, tone, reason, reading, target } = result;
  return {
    months: checkpoint.months,
    status: { key, label, tone, reason },
    words: cellWords(measure, result, next),
    filed: reading && key !== 'pending' ? fileFigure(reading, measure) : null,
    period: reading && key !== 'pending' ? formatPeriod(reading) : null,
    target: target?.value ?? null,
    source: reading && key !== 'pending' ? sourceView(reading, today) : null,
    projected: key === 'pending' && target ? projectedFor(plan, measure, checkpoint, projection) : null,
  };
};

const latestOf = (plan: Plan, measure: Measure, today: IsoDate): Pick<CheckpointMeasure, 'latest' | 'impact'> => {
  const { key, label, tone, reason, reading, otherBasis } = impactOf(plan, measure, today);
  const latest = reading ?? otherBasis;
  return {
    impact: { key, label, tone, reason },
    latest: latest && {
      filed: fileFigure(latest, measure),
      words: formatReading(latest, measure),
      period: formatPeriod(latest),
      source: sourceView(latest, today),
      basis: bases[latest.basis].label,
      own: reading !== null,
    },
  };
};

const results = keysOf(checkpointResults);

const totalWords = (cells: readonly CheckpointCell[]): string => {
  const counted = results
    .map((key) => ({ key, count: cells.filter(({ status }) => status.key === key).length }))
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => `${formatNumber(count, 0)} ${checkpointResults[key].label.toLowerCase()}`);
  return counted.length === 0 ? 'None' : counted.join(', ');
};

/** Gives the measures that have a target for any checkpoint, by area and code, with what they have at each. */
export const checkpointGridOf = (plan: Plan, today: IsoDate): CheckpointGrid => {
  const heads = checkpointHeadsOf(plan, today);
  const checkpoints = checkpointsOf(plan.notice);
  const titles = new Map(plan.members.map(({ id, title }) => [id, title]));
  const areas = new Map(plan.areas.map((area) => [area.id, area]));
  const days = new Set(checkpoints.map(({ on }) => on));
  const standing = plan.measures.filter(({ withdrawnOn }) => withdrawnOn === null);
  const shown = standing.filter((measure) => targetsOf(plan, measure).some(({ on }) => days.has(on)));
  const rowOf = (measure: Recorded<Measure>): CheckpointMeasure => {
    const projection = projectionOf(plan, measure, today, variationOf(plan, measure, today));
    return {
      id: measure.id,
      code: measure.code,
      title: measure.title,
      polarity: measure.polarity,
      owner: titles.get(measure.ownerId ?? '') ?? null,
      ...latestOf(plan, measure, today),
      beside: balanceInWords(plan, measure, today),
      cells: checkpoints.map((checkpoint, index) =>
        cellOf(plan, measure, checkpoint, heads[index]?.next ?? false, today, projection),
      ),
    };
  };
  const grouped = [...Map.groupBy(shown, ({ areaId }) => areaId)]
    .flatMap(([areaId, measures]): CheckpointArea[] => {
      const area = areas.get(areaId);
      if (!area) return [];
      const sorted = measures.toSorted((a, b) => byCode.compare(a.code, b.code));
      return [{ id: area.id, number: area.number, title: area.title, measures: sorted.map(rowOf) }];
    })
    .toSorted((a, b) => a.number - b.number);
  const rows = grouped.flatMap(({ measures }) => measures);
  return {
    heads,
    areas: grouped,
    totals: {
      measures: plural(rows.length, 'measure'),
      readings: `${formatNumber(rows.filter(({ latest }) => latest !== null).length, 0)} with a reading`,
      cells: heads.map(({ months }, index) => ({
        months,
        words: totalWords(rows.flatMap(({ cells }) => cells[index] ?? [])),
      })),
    },
    withoutTarget: standing.length - shown.length,
    illustrative: isIllustrative(plan.targets.filter(({ withdrawnOn }) => withdrawnOn === null)),
  };
};
