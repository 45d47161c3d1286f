/** What a timeliness may be bought with (domain.md, "Balance"): which measures are read beside it, and what moved with what. */
import type { Family } from '../family.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { formatValue } from '../words.ts';
import { familiesOf, type Placed } from './families.ts';
import { plainValues } from './plain-values.ts';

const byCode = new Intl.Collator('en', { numeric: true });

/** The measures that are read beside one: what they may be bought against first, then the rest. */
export type Balance = { families: Recorded<Family>[]; anchors: Placed[]; others: Placed[] };

/**
 * Gives what is read beside a measure: the families of balance that it is in, and those that it names itself. The anchors are the
 * timeliness of those families or, where it is in none, the measure itself.
 */
export const balanceOf = (plan: Plan, measure: Recorded<Measure>): Balance => {
  const families = familiesOf(plan, 'balance').filter(({ placed }) =>
    placed.some((each) => each.measure.id === measure.id),
  );
  const named = plan.measures
    .filter(({ id, withdrawnOn }) => withdrawnOn === null && measure.balancedByIds.includes(id))
    .toSorted((a, b) => byCode.compare(a.code, b.code))
    .map((each): Placed => ({ part: 'otherBalance', measure: each }));
  const placed = families.flatMap((of) => of.placed);
  const timely = placed.filter(({ part }) => part === 'timeliness');
  const all: Placed[] = [
    ...(timely.length > 0 ? timely : [{ part: 'timeliness', measure } as const]),
    ...placed,
    ...named,
  ];
  // A measure that stands in several places is read once, in the first of them.
  const once = all.filter(({ measure: { id } }, index) => all.findIndex((each) => each.measure.id === id) === index);
  const anchors = new Set((timely.length > 0 ? timely : [{ measure }]).map((each) => each.measure.id));
  return {
    families: families.map(({ family }) => family),
    anchors: once.filter((each) => anchors.has(each.measure.id)),
    others: once.filter((each) => !anchors.has(each.measure.id)),
  };
};

/** How a measure moved between two stretches of the same months: their means, in its unit. */
export type Movement = {
  from: number;
  to: number;
  moved: 'rose' | 'fell' | 'held';
  /** Whether that is better or worse; null where it held, or where near a target is good. */
  change: 'better' | 'worse' | null;
};

/** What two measures did over the same months. */
export type Together = {
  anchor: Movement;
  other: Movement;
  /** The first and the last of the months that both have. */
  from: IsoDate;
  to: IsoDate;
  /** Timeliness got better and the other worse: a fact to look at, not a finding. */
  toLookAt: boolean;
};

/** So many months at the end are set against as many before them, and no fewer than `fewest` of each. */
const most = 3;
const fewest = 2;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value / values.length, 0);

/** A move counts where it is more than what a month usually differs from the one before, and where it can be read at all. */
const movementOf = (measure: Measure, values: readonly number[]): Movement => {
  const half = values.length / 2;
  const [from, to] = [mean(values.slice(0, half)), mean(values.slice(half))];
  const usual = mean(values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? 0))));
  const write = (value: number): string => formatValue(value, measure.unit, measure.decimals);
  if (Math.abs(to - from) <= usual || write(from) === write(to)) return { from, to, moved: 'held', change: null };
  const moved = to > from ? 'rose' : 'fell';
  if (measure.polarity === 'T') return { from, to, moved, change: null };
  return { from, to, moved, change: (measure.polarity === 'H') === (moved === 'rose') ? 'better' : 'worse' };
};

/** Bases of which one month can be set against another. */
const comparable = ({ basis }: Measure): boolean =>
  basis === 'month' || basis === 'quarter' || basis === 'snapshot' || basis === 'rolling12';

const byMonth = (plan: Plan, measure: Measure, today: IsoDate): Map<string, { on: IsoDate; value: number }> =>
  new Map([...plainValues(plan, measure, today)].map(([on, value]) => [on.slice(0, 7), { on, value }]));

/**
 * Gives what two measures did over the last months of which both have a value: the mean of the last three months against that of
 * the three before, of two where there are only four or five; null where there are fewer, or a basis can't be compared.
 */
export const movedTogether = (plan: Plan, anchor: Measure, other: Measure, today: IsoDate): Together | null => {
  if (!comparable(anchor) || !comparable(other)) return null;
  const theirs = byMonth(plan, other, today);
  const shared = [...byMonth(plan, anchor, today)].flatMap(([month, { on, value }]) => {
    const beside = theirs.get(month);
    return beside === undefined ? [] : [{ on, value, beside: beside.value }];
  });
  const half = Math.min(most, Math.floor(shared.length / 2));
  const used = shared.slice(-2 * half);
  const [first, last] = [used[0], used.at(-1)];
  if (half < fewest || !first || !last) return null;
  const [ours, beside] = [
    movementOf(
      anchor,
      used.map(({ value }) => value),
    ),
    movementOf(
      other,
      used.map((each) => each.beside),
    ),
  ];
  return {
    anchor: ours,
    other: beside,
    from: first.on,
    to: last.on,
    toLookAt: ours.change === 'better' && beside.change === 'worse',
  };
};
