/** The checkpoints of a notice: how ready it is for the next, and what each measure has at every one. */
import type { IsoDate } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { checkpointResultOf } from '../rules/checkpoint-result.ts';
import type { Checkpoint } from '../rules/checkpoints.ts';
import { checkpointsOf, nextCheckpoint } from '../rules/checkpoints.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { latestReading, targetsOf } from '../rules/impact.ts';
import { planOn } from '../rules/known.ts';
import type { Readiness, Standing } from '../rules/readiness.ts';
import { measuresAt, readinesses, readinessOf, standingOf } from '../rules/readiness.ts';
import { requirementStateOf } from '../rules/requirement.ts';
import type { Status, Tone } from '../scales.ts';
import { keysOf } from '../scales.ts';
import { daysBetween } from '../day-number.ts';
import { formatDate, formatDayMonth, formatLoose, formatNumber, plural } from '../words.ts';
import { areaReadinessOf, type AreaReadiness } from './area-readiness.ts';
import type { CheckpointGrid } from './checkpoint-grid.ts';
import { checkpointGridOf } from './checkpoint-grid.ts';
import type { RequirementsByCheckpoint } from './checkpoint-requirements.ts';
import { requirementsByCheckpoint } from './checkpoint-requirements.ts';
import type { RequirementLine } from './position-requirements.ts';
import { requirementLinesOf } from './position-requirements.ts';
import { isIllustrative } from './source.ts';

/** A part of the readiness bar. */
export type ReadinessPart = { key: Readiness; label: string; tone: Tone; count: number };

/** One thing that the checkpoint needs: how much of it is there. */
export type Needed = { key: string; standing: Status<Standing>; what: string; have: number; of: number; note: string };

export type NextCheckpoint = {
  label: string;
  date: string;
  /** "30 September". */
  short: string;
  total: number;
  parts: ReadinessPart[];
  summary: string;
  needed: Needed[];
  areas: AreaReadiness[];
  /** The requirements that fall due up to this checkpoint and are not met. */
  due: RequirementLine[];
};

export type CheckpointsView = {
  today: IsoDate;
  title: string;
  under: string;
  illustrative: boolean;
  /** The next checkpoint; after the last one, null. */
  next: NextCheckpoint | null;
  grid: CheckpointGrid;
  requirements: RequirementsByCheckpoint;
};

const whole = (count: number): string => formatNumber(count, 0);

const neededFor = (plan: Plan, checkpoint: Checkpoint, readiness: readonly Readiness[], today: IsoDate): Needed[] => {
  const by = formatDayMonth(checkpoint.on);
  const line = (key: string, what: string, have: number, of: number, note: string): Needed => ({
    key,
    standing: standingOf(have, of, checkpoint.on),
    what,
    have,
    of,
    note,
  });
  const counted = readiness.filter((key) => key !== 'older' && key !== 'none').length;
  const any = readiness.filter((key) => key !== 'none').length;
  const due = plan.actions
    .filter(({ originalDue }) => originalDue <= checkpoint.on)
    .map((action) => deliveryOf(plan, action, today).key)
    .filter((key) => key !== 'withdrawn');
  const delivered = due.filter((key) => key === 'deliveredNotEvidenced').length;
  const aimed = plan.measures.filter(
    (measure) => measure.withdrawnOn === null && targetsOf(plan, measure).length > 0,
  ).length;
  const required = plan.requirements
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((requirement) => requirementStateOf(plan, requirement, today))
    .filter((state) => state.due !== null && state.due.latest <= checkpoint.on);
  return [
    line('readings', `Readings that count on ${by}`, counted, readiness.length, `${whole(any)} have any reading`),
    line(
      'actions',
      `Actions due by ${by} complete`,
      due.filter((key) => key === 'complete').length,
      due.length,
      delivered > 0 ? `original dates; ${whole(delivered)} more delivered, not evidenced` : 'original dates',
    ),
    line(
      'requirements',
      `Requirements due by ${by} met`,
      required.filter(({ metOn }) => metOn !== null).length,
      required.length,
      'in time or late',
    ),
    line(
      'targets',
      `Measures with a target at ${checkpoint.label}`,
      readiness.length,
      Math.max(aimed, readiness.length),
      'of those with any target',
    ),
  ].filter(({ of }) => of > 0);
};

const nextOf = (plan: Plan, checkpoint: Checkpoint, today: IsoDate): NextCheckpoint => {
  const readiness = measuresAt(plan, checkpoint).map((measure) => readinessOf(plan, measure, checkpoint, today));
  const parts = keysOf(readinesses)
    .map((key) => ({ key, ...readinesses[key], count: readiness.filter((each) => each === key).length }))
    .filter(({ count }) => count > 0);
  return {
    label: checkpoint.label,
    date: formatDate(checkpoint.on),
    short: formatDayMonth(checkpoint.on),
    total: readiness.length,
    parts,
    summary: parts.map(({ label, count }) => `${whole(count)} ${label.toLowerCase()}`).join(', '),
    needed: neededFor(plan, checkpoint, readiness, today),
    areas: areaReadinessOf(plan, checkpoint, today),
    due: requirementLinesOf(plan, today).filter(({ id }) => {
      const requirement = plan.requirements.find((row) => row.id === id);
      const state = requirement && requirementStateOf(plan, requirement, today);
      return state?.due && state.metOn === null && state.due.latest <= checkpoint.on;
    }),
  };
};

const months = (checkpoint: Checkpoint): string => `${checkpoint.months}-month`;

const titleOf = (plan: Plan, next: NextCheckpoint | null, checkpoint: Checkpoint | null, today: IsoDate): string => {
  if (checkpoint && next) {
    const left = daysBetween(today, checkpoint.on);
    const when =
      left === 0
        ? `on the day of the ${months(checkpoint)} checkpoint`
        : `${plural(left, 'day')} before the ${months(checkpoint)} checkpoint`;
    const ready = next.parts.reduce(
      (sum, { key, count }) => (key === 'older' || key === 'none' ? sum : sum + count),
      0,
    );
    if (next.total === 0) return `No measure has a target${left === 0 ? '' : ','} ${when}`;
    return `${whole(ready)} of ${plural(next.total, 'measure')} ${ready === 1 ? 'is' : 'are'} ready${left === 0 ? '' : ','} ${when}`;
  }
  const checkpoints = checkpointsOf(plan.notice);
  const last = checkpoints.at(-1);
  if (!last) return 'No checkpoints are set';
  const passed = checkpoints.length === 1 ? 'The checkpoint has' : `All ${whole(checkpoints.length)} checkpoints have`;
  const measures = measuresAt(plan, last);
  const met = measures.filter((measure) => checkpointResultOf(plan, measure, last, today).key === 'met').length;
  return `${passed} passed; ${whole(met)} of ${plural(measures.length, 'measure')} met the target at ${last.label}`;
};

const underOf = (plan: Plan, checkpoint: Checkpoint | null, today: IsoDate): string => {
  const lifting = plan.events.find(
    ({ kind, latest, withdrawnOn }) => kind === 'lifted' && latest <= today && withdrawnOn === null,
  );
  const lifted = lifting ? `The notice was lifted on ${formatLoose(lifting)}. ` : '';
  if (!checkpoint) {
    const read = plan.measures.filter(({ withdrawnOn }) => withdrawnOn === null);
    const count = read.filter((measure) => latestReading(plan, measure, today) !== null).length;
    return `${lifted}${whole(count)} of ${plural(read.length, 'measure')} ${count === 1 ? 'has' : 'have'} a reading of some kind.`;
  }
  return `${lifted}A measure is ready when it has a reading that will count on ${formatDate(checkpoint.on)}, whatever its colour. Met or missed is decided on the day.`;
};

/** Gives the checkpoints page of a notice on a day. */
export const checkpointsView = (entire: Plan, today: IsoDate): CheckpointsView => {
  const plan = planOn(entire, today);
  const checkpoint = nextCheckpoint(plan.notice, today);
  const next = checkpoint && nextOf(plan, checkpoint, today);
  return {
    today,
    title: titleOf(plan, next, checkpoint, today),
    under: underOf(plan, checkpoint, today),
    illustrative: isIllustrative([...plan.targets, ...plan.actions]),
    next,
    grid: checkpointGridOf(plan, today),
    requirements: requirementsByCheckpoint(plan, today),
  };
};
