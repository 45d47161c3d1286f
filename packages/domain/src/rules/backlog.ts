import { addDays, endOfMonth } from '../calendar.ts';
import type { IsoDate } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import type { Basis, FamilyPart } from '../scales.ts';
import { familyParts, keysOf } from '../scales.ts';
import { type Amount, forEach } from './amount.ts';
import type { FamilyOf } from './families.ts';
import { type Figure, figureOf } from './family-figure.ts';
import { endAfter } from './next-reading.ts';
import { plainValues } from './plain-values.ts';

const parts = keysOf(familyParts).filter((part) => familyParts[part].kind === 'backlog');

/** What came in and went out in a month, both a month's worth where the readings are of quarters. */
type FlowMonth = { on: IsoDate; inflow: number; throughput: number; net: number };

/** When a backlog will be cleared. */
export type Clearance =
  | { key: 'cleared' | 'never' | 'tooFar' | 'tooFew' | 'noReading' }
  /** `on`: when what remains was last read, too long ago (`oldRemaining`) or so little that it would be gone (`byNow`). */
  | { key: 'oldRemaining' | 'byNow'; on: IsoDate }
  /** `on`: the end of the last month in which both inflow and throughput were read, too long ago. */
  | { key: 'oldFlow'; on: IsoDate }
  /** `latest` is null where, at the slow end of the range, it is never cleared. */
  | { key: 'expected'; on: IsoDate; earliest: IsoDate; latest: IsoDate | null };

/** What is known of a backlog on a day (domain.md, "Backlog"). */
export type BacklogStatus = {
  figures: Figure[];
  remaining: Amount | null;
  /** The share of what remains that is over two years old, 0 to 1, where both are read for one day. */
  oldShare: Amount | null;
  /** The months in which both inflow and throughput are read, oldest first. */
  flow: FlowMonth[];
  /** How many months each reading of the flow covers: a month's worth of a quarter is not what one month brought. */
  flowMonths: number;
  /** How many of the last of them, without a gap, the rate is made from. */
  used: number;
  /** Cases cleared a month, throughput less inflow, on average; null where too few months are read. */
  net: number | null;
  /** How far that average may be off, as the months vary. */
  reach: number | null;
  clearance: Clearance;
};

/** A rate is made from so many months, and no fewer. */
const most = 6;
export const fewestMonths = 3;
/** A reading is too old once so many of its periods have passed without another. */
const mostPassed = 3;
/** Beyond a hundred years no month is named. */
const farthestMonths = 1200;
const daysOfMonth = 365.25 / 12;

/** How many months one reading covers, for the bases of which a month's worth can be given. */
const monthsOf: Readonly<Partial<Record<Basis, number>>> = { month: 1, quarter: 3 };

const monthlyOf = (plan: Plan, measure: Measure | undefined, today: IsoDate): Map<IsoDate, number> => {
  const months = measure && monthsOf[measure.basis];
  if (!measure || months === undefined) return new Map();
  return new Map([...plainValues(plan, measure, today)].map(([on, value]) => [on, value / months]));
};

type Flow = { flow: FlowMonth[]; flowMonths: number };

const flowOf = (plan: Plan, { placed }: FamilyOf, today: IsoDate): Flow => {
  const measureOf = (part: FamilyPart) => placed.find((each) => each.part === part)?.measure;
  const [inMeasure, outMeasure] = [measureOf('inflow'), measureOf('throughput')];
  // A month's worth of a quarter says nothing beside a single month.
  if (!inMeasure || inMeasure.basis !== outMeasure?.basis) return { flow: [], flowMonths: 1 };
  const inflows = monthlyOf(plan, inMeasure, today);
  const flow = [...monthlyOf(plan, outMeasure, today)].flatMap(([on, throughput]): FlowMonth[] => {
    const inflow = inflows.get(on);
    return inflow === undefined ? [] : [{ on, inflow, throughput, net: throughput - inflow }];
  });
  return { flow, flowMonths: monthsOf[inMeasure.basis] ?? 1 };
};

/** Gives the last of the months that follow each other without a gap, no more than a rate is made from. */
const recentOf = ({ flow, flowMonths }: Flow): FlowMonth[] => {
  const gap = flow.findLastIndex(({ on }, index) => {
    const next = flow[index + 1];
    return next !== undefined && endOfMonth(endAfter(on, flowMonths, 1)) !== endOfMonth(next.on);
  });
  return flow.slice(gap + 1).slice(-most);
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Gives how far the average of monthly net clearances may be off: two standard errors, with a month's own spread taken as the
 * mean moving range over 1.128, as for the limits of a process chart.
 */
const reachOf = (net: readonly number[]): number => {
  const ranges = net.slice(1).map((value, index) => Math.abs(value - (net[index] ?? 0)));
  return (2 * (mean(ranges) / 1.128)) / Math.sqrt(net.length);
};

/** Gives the day on which so much is cleared at a rate a month; null where it never is, or beyond a hundred years. */
const clearedOn = (from: IsoDate, remaining: number, perMonth: number): IsoDate | null => {
  const months = remaining / perMonth;
  return perMonth > 0 && months <= farthestMonths ? addDays(from, Math.ceil(months * daysOfMonth)) : null;
};

type Rate = { net: number; reach: number; lastOn: IsoDate; months: number };

const isOld = (on: IsoDate, everyMonths: number, today: IsoDate): boolean =>
  endAfter(on, everyMonths, mostPassed) < today;

const clearanceOf = ({ amount, reading, measure }: Figure, rate: Rate | null, today: IsoDate): Clearance => {
  if (!amount || !reading || !measure) return { key: 'noReading' };
  if (isOld(reading.periodEnd, measure.everyMonths, today)) return { key: 'oldRemaining', on: reading.periodEnd };
  if (amount.value <= 0 && amount.bound === 'exact') return { key: 'cleared' };
  if (!rate) return { key: 'tooFew' };
  if (isOld(rate.lastOn, rate.months, today)) return { key: 'oldFlow', on: rate.lastOn };
  if (rate.net <= 0) return { key: 'never' };
  const from = reading.periodEnd;
  const on = clearedOn(from, amount.value, rate.net);
  const earliest = clearedOn(from, amount.value, rate.net + rate.reach);
  if (on === null || earliest === null) return { key: 'tooFar' };
  if (on < today) return { key: 'byNow', on: from };
  return { key: 'expected', on, earliest, latest: clearedOn(from, amount.value, rate.net - rate.reach) };
};

/**
 * Gives what is known of a backlog on a day: the month of clearance is what remains over the net clearance a month, of the last
 * months, six at most and without a gap, in which inflow and throughput are both read, and never where inflow is at least
 * throughput. None is given from what was read too long ago.
 */
export const backlogOf = (plan: Plan, of: FamilyOf, today: IsoDate): BacklogStatus => {
  const figures = parts.map((part) => figureOf(plan, of, part, today));
  const figure = (part: FamilyPart): Figure | undefined => figures.find((each) => each.part === part);
  const [remaining, old] = [figure('remaining'), figure('overTwoYears')];
  const { flow, flowMonths } = flowOf(plan, of, today);
  const recent = recentOf({ flow, flowMonths });
  const lastOn = recent.at(-1)?.on;
  const nets = recent.map(({ net }) => net);
  const rate =
    lastOn === undefined || recent.length < fewestMonths
      ? null
      : { net: mean(nets), reach: reachOf(nets), lastOn, months: flowMonths };
  const sameDay = remaining?.reading?.periodEnd === old?.reading?.periodEnd;
  return {
    figures,
    remaining: remaining?.amount ?? null,
    oldShare: sameDay ? forEach(old?.amount ?? null, remaining?.amount ?? null) : null,
    flow,
    flowMonths,
    used: recent.length,
    net: rate?.net ?? null,
    reach: rate?.reach ?? null,
    clearance: remaining ? clearanceOf(remaining, rate, today) : { key: 'noReading' },
  };
};
