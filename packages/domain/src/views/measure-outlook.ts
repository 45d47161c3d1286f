/** Where a measure is heading, checkpoint by checkpoint, in words: each with its range, or why it can't be said. */
import { middleInWords, rangeInWords } from '../charts/projection-series.ts';
import { drawn } from '../charts/variation-series.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import { checkpointsOf, previousDay } from '../rules/checkpoints.ts';
import { targetsOf } from '../rules/impact.ts';
import type { Outlook, ProjectedPoint, Projection } from '../rules/projection.ts';
import { outlookOf, projectedAt } from '../rules/projection.ts';
import { formatAim, formatDate } from '../words.ts';

/** What is projected for one checkpoint: the figures are clipped to what the unit allows; `words` is the range. */
export type Projected = {
  value: number;
  low: number;
  high: number;
  middle: string;
  words: string;
  /** What it says of the target there: "would meet 60%"; null where no target is set. */
  against: string | null;
};

/** `instead` says why nothing is projected for a checkpoint where other checkpoints have a projection. */
type OutlookLine = {
  months: number;
  on: IsoDate;
  label: string;
  date: string;
  projected: Projected | null;
  instead: string;
};

/** The checkpoints ahead; `reason` says by what method, or why no projection is made. */
export type OutlookView = { kind: Projection['kind']; reason: string; lines: OutlookLine[] };

const verdicts: Readonly<Record<Outlook, string>> = {
  meets: 'would meet',
  misses: 'would miss',
  either: 'may meet or miss',
};

const projectedView = (plan: Plan, measure: Measure, checkpoint: Checkpoint, point: ProjectedPoint): Projected => {
  const target = targetsOf(plan, measure).find(({ on }) => on === checkpoint.on)?.target;
  return {
    value: drawn(measure, point.value),
    low: drawn(measure, point.low),
    high: drawn(measure, point.high),
    middle: middleInWords(measure, point),
    words: rangeInWords(measure, point),
    against: target ? `${verdicts[outlookOf(measure, target.value, point)]} ${formatAim(target.value, measure)}` : null,
  };
};

/** Gives what is projected of a measure for a checkpoint, in words; null where nothing can be. */
export const projectedFor = (
  plan: Plan,
  measure: Measure,
  checkpoint: Checkpoint,
  projection: Projection,
): Projected | null => {
  const point = projectedAt(projection, previousDay(plan.notice, checkpoint.on), checkpoint.on);
  return point && projectedView(plan, measure, checkpoint, point);
};

/** Gives what is projected for every checkpoint after a day. */
export const outlookView = (plan: Plan, measure: Measure, today: IsoDate, projection: Projection): OutlookView => ({
  kind: projection.kind,
  reason: projection.reason,
  lines:
    projection.kind === 'none'
      ? []
      : checkpointsOf(plan.notice)
          .filter(({ on }) => on > today)
          .map((checkpoint) => ({
            months: checkpoint.months,
            on: checkpoint.on,
            label: checkpoint.label,
            date: formatDate(checkpoint.on),
            projected: projectedFor(plan, measure, checkpoint, projection),
            instead:
              checkpoint.on > projection.holdsTo
                ? 'too far ahead for the readings that it rests on'
                : 'no further reading is expected before it',
          })),
});

/** Says the furthest that is projected in a sentence: "Projected at 6 months: 12.0% to 48.0%, would miss 60%."; empty where nothing is. */
export const outlookInWords = ({ lines }: OutlookView): string => {
  const last = lines.findLast(({ projected }) => projected !== null);
  if (!last?.projected) return '';
  const { words, against } = last.projected;
  return `Projected at ${last.label}: ${words}${against === null ? '' : `, which ${against}`}.`;
};
