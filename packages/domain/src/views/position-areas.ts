import type { Area } from '../area.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { deliveryOf } from '../rules/delivery.ts';
import { directionOf } from '../rules/direction.ts';
import { impactOf } from '../rules/impact.ts';
import type { RollUp, Worst } from '../rules/roll-up.ts';
import { areaRollUp, measuresOf } from '../rules/roll-up.ts';
import type { Delivery, Direction, Impact, Tone } from '../scales.ts';
import { bases, deliveries, directions, impacts, keysOf } from '../scales.ts';
import { formatDate, formatNumber, formatPeriod, formatReading, plural } from '../words.ts';
import { smallNumbers } from './headline.ts';
import type { LastJudgement } from './judgements.ts';
import { lastJudgementOf } from './judgements.ts';
import type { SourceView } from './source.ts';
import { sourceView } from './source.ts';

/** What makes an area as bad as it is, in words. */
type WorstLine = {
  label: string;
  tone: Tone;
  reason: string;
  subject: Worst['subject'];
  words: string;
  /** Of the reading, for a measure. */
  source: SourceView | null;
};

/** `moves` is the way that the figures go, which says nothing of good or bad; null where they go several ways or none. */
export type DirectionLine = { words: string; moves: 'up' | 'down' | 'level' | null };

export type AreaLine = {
  id: string;
  number: number;
  title: string;
  /** "Released from monitoring on …"; null while it is monitored. */
  released: string | null;
  delivery: Record<Delivery, number>;
  actions: number;
  impact: Record<Impact, number>;
  worst: WorstLine | null;
  direction: DirectionLine;
  /** The last that any voice said of it; null where none has. */
  judgement: LastJudgement | null;
};

export type AreaTotals = {
  /** "Nine areas of weakness". */
  title: string;
  delivery: Record<Delivery, number>;
  actions: number;
  impact: Record<Impact, number>;
  note: string;
};

const daysInWords: Partial<Record<Delivery, (days: number) => string>> = {
  overdue: (days) => plural(days, 'day'),
  forecastLate: (days) => `${plural(days, 'day')} late`,
  noUpdate: (days) => `${plural(days, 'day')} since an update`,
  dueSoon: (days) => (days === 0 ? 'today' : `in ${plural(days, 'day')}`),
};

const worstLineOf = (plan: Plan, { status, subject }: Worst, today: IsoDate): WorstLine => {
  const { label, tone, reason } = status;
  const line = { label, tone, reason, subject };
  const measure = subject.kind === 'measure' ? plan.measures.find(({ id }) => id === subject.id) : undefined;
  if (measure) {
    const { reading } = impactOf(plan, measure, today);
    const figure = reading
      ? `${formatReading(reading, measure)}, ${formatPeriod(reading)}, ${bases[reading.basis].label.toLowerCase()}`
      : 'no reading';
    return {
      ...line,
      words: `${subject.code} ${subject.title}: ${figure}`,
      source: reading ? sourceView(reading, today) : null,
    };
  }
  const action = plan.actions.find(({ id }) => id === subject.id);
  const delivery = action ? deliveryOf(plan, action, today) : null;
  const days = delivery && delivery.days !== null ? daysInWords[delivery.key]?.(delivery.days) : undefined;
  return { ...line, words: `${subject.code} ${subject.title}${days === undefined ? '' : `, ${days}`}`, source: null };
};

const reasonsOfNone: readonly Direction[] = ['basesDiffer', 'acrossReset', 'notDecided', 'oneReading', 'noReading'];

/** Puts the directions of an area's measures into words: what moved, or else why nothing can be compared. Nothing is averaged. */
export const directionLineOf = (found: Record<Direction, number>, ways: ReadonlySet<'up' | 'down'>): DirectionLine => {
  const { better, worse, same } = found;
  const said = [
    better > 0 ? `${formatNumber(better, 0)} better` : '',
    worse > 0 ? `${formatNumber(worse, 0)} worse` : '',
  ].filter((words) => words !== '');
  const [way] = ways;
  if (said.length > 0) return { words: said.join(', '), moves: ways.size === 1 && way !== undefined ? way : null };
  if (same > 0) return { words: directions.same.label, moves: 'level' };
  const reason = reasonsOfNone.find((key) => found[key] > 0);
  return { words: reason ? directions[reason].label : 'No measures', moves: null };
};

/** Gives the ways in which the measures of an area went, of those that can be compared. */
const waysOf = (plan: Plan, area: Area, today: IsoDate): Set<'up' | 'down'> =>
  new Set(
    measuresOf(plan, area).flatMap((measure) => {
      const { key, from, to } = directionOf(plan, measure, today);
      if (key !== 'better' && key !== 'worse') return [];
      return (to?.value ?? 0) > (from?.value ?? 0) ? ['up' as const] : ['down' as const];
    }),
  );

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, each) => total + each, 0);

/** Gives one area with its counts and its worst. */
export const areaLineOf = (plan: Plan, area: Recorded<Area>, today: IsoDate): AreaLine => {
  const { delivery, impact, direction, worst }: RollUp = areaRollUp(plan, area, today);
  const by = area.releasedBy === null ? '' : ` by ${area.releasedBy}`;
  return {
    id: area.id,
    number: area.number,
    title: area.title,
    released:
      area.releasedOn !== null && area.releasedOn <= today
        ? `Released from monitoring on ${formatDate(area.releasedOn)}${by}`
        : null,
    delivery,
    actions: sum(delivery),
    impact,
    worst: worst && worstLineOf(plan, worst, today),
    direction: directionLineOf(direction, waysOf(plan, area, today)),
    judgement: lastJudgementOf(plan, { areaId: area.id }, today),
  };
};

const standingAreas = (plan: Plan): Recorded<Area>[] => plan.areas.filter(({ withdrawnOn }) => withdrawnOn === null);

/** Gives the areas that stand, by number, each with its counts and its worst. */
export const areaLinesOf = (plan: Plan, today: IsoDate): AreaLine[] =>
  standingAreas(plan)
    .toSorted((a, b) => a.number - b.number)
    .map((area) => areaLineOf(plan, area, today));

const count = <K extends string>(scale: Readonly<Record<K, unknown>>, found: readonly K[]): Record<K, number> => {
  const counts = Object.fromEntries(keysOf(scale).map((key) => [key, 0])) as Record<K, number>;
  for (const key of found) counts[key] += 1;
  return counts;
};

/** Gives the counts of the whole plan, and says so where some of them stand in no area of the table. */
export const areaTotalsOf = (plan: Plan, delivered: readonly Delivery[], measured: readonly Impact[]): AreaTotals => {
  const placed = new Set(standingAreas(plan).map(({ id }) => id));
  const homeless = plan.actions.filter(({ areaIds }) => !placed.has(areaIds[0] ?? '')).length;
  const outside =
    homeless === 0
      ? ''
      : ` ${plural(homeless, 'action')} ${homeless === 1 ? 'is' : 'are'} in an area that was withdrawn.`;
  const gone = delivered.filter((key) => key === 'withdrawn').length;
  const withdrawn = gone === 0 ? '' : ` ${plural(gone, 'withdrawn action')} ${gone === 1 ? 'is' : 'are'} in no bar.`;
  const number = smallNumbers[placed.size] ?? String(placed.size);
  const areas =
    placed.size === 0
      ? 'Areas'
      : `${number.charAt(0).toUpperCase()}${number.slice(1)} ${placed.size === 1 ? 'area' : 'areas'}`;
  return {
    title: `${areas} of weakness`,
    delivery: count(deliveries, delivered),
    actions: delivered.length,
    impact: count(impacts, measured),
    note: `Counts, never averages. Finishing an action never changes a measure’s colour.${withdrawn}${outside}`,
  };
};
