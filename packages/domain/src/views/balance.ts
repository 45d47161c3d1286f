/** A measure with all that is read beside it: in small on one axis of time, and in words what moved with what. */
import { addMonths } from '../calendar.ts';
import type { SmallChart } from '../charts/model.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { balanceOf, movedTogether, type Movement, type Together } from '../rules/balance.ts';
import { familiesOf, type Placed } from '../rules/families.ts';
import { compareText } from '../rules/grouped.ts';
import { familyParts } from '../scales.ts';
import { formatMonth, formatValue, listInWords } from '../words.ts';
import { measureLine, type MeasureLine } from './measures.ts';

/** One measure of a balance: what it counts there, and its drawing on the axis that all of them share. */
export type BalanceLine = { part: string; line: MeasureLine };

export type BalanceView = {
  /** The families that it is read in. */
  families: { id: string; title: string; note: string | null }[];
  lines: BalanceLine[];
  /** What moved with what over the same months. */
  together: string[];
  /** Where timeliness got better and something beside it worse; null where nothing did. */
  toLookAt: string | null;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** How many months are drawn: those of two years before the notice are on each measure's own page. */
const monthsDrawn = 24;

const shortMonth = (on: IsoDate): string => formatMonth(on).replace(/^(\p{L}{3})\p{L}*/u, '$1');

/** Sets charts on one axis of time, so that what lies above each other is of one month. */
const onOneAxis = (lines: readonly BalanceLine[], today: IsoDate): BalanceLine[] => {
  const charts = lines.flatMap(({ line }) => line.chart ?? []);
  const [start, end] = [
    charts.map(({ from }) => from).toSorted(compareText)[0],
    charts
      .map(({ to }) => to)
      .toSorted(compareText)
      .at(-1),
  ];
  if (start === undefined || end === undefined) return [...lines];
  const earliest = `${addMonths(today, -monthsDrawn).slice(0, 8)}01`;
  const from = start > earliest ? start : earliest;
  const reset = (chart: SmallChart): SmallChart => ({
    ...chart,
    from,
    to: end,
    days: [from, end].map((on) => ({ on, label: shortMonth(on) })),
    series: chart.series.map((series) => ({
      ...series,
      points: series.points.filter((point) => (point.from ?? point.on) >= from),
    })),
    checkpoints: chart.checkpoints.filter(({ on }) => on >= from),
    targets: chart.targets.filter(({ on }) => on >= from),
  });
  return lines.map((each) => ({ ...each, line: { ...each.line, chart: each.line.chart && reset(each.line.chart) } }));
};

/** Names a measure in a sentence: by what it counts in the family, or by its title. */
const nameIn = ({ part, measure }: Placed): string =>
  part === 'timeliness' || part === 'otherBalance'
    ? `${measure.code} ${measure.title}`
    : `${lower(familyParts[part].label)} (${measure.code})`;

const moveIn = (placed: Placed, { from, to, moved }: Movement): string => {
  const { unit, decimals } = placed.measure;
  const write = (value: number): string => formatValue(value, unit, decimals);
  return moved === 'held'
    ? `${nameIn(placed)} held, at ${write(to)}`
    : `${nameIn(placed)} ${moved} from ${write(from)} to ${write(to)}`;
};

type Pair = { anchor: Placed; other: Placed; together: Together };

const pairInWords = ({ anchor, other, together }: Pair): string =>
  `${formatMonth(together.from)} to ${formatMonth(together.to)}: ${moveIn(anchor, together.anchor)}, ${
    together.other.moved === 'held' ? 'and' : 'while'
  } ${moveIn(other, together.other)}.`;

const toLookAtInWords = (pairs: readonly Pair[]): string | null => {
  const found = pairs.filter(({ together }) => together.toLookAt);
  if (found.length === 0) return null;
  const names = [...new Set(found.map(({ other }) => nameIn(other)))];
  return `Look at this: over the same months ${listInWords([...new Set(found.map(({ anchor }) => nameIn(anchor)))])} got better and ${listInWords(names)} got worse. That does not say that one caused the other.`;
};

const viewOf = (
  plan: Plan,
  { families, anchors, others }: ReturnType<typeof balanceOf>,
  today: IsoDate,
): BalanceView => {
  const pairs = anchors.flatMap((anchor) =>
    others.flatMap((other): Pair[] => {
      const together = movedTogether(plan, anchor.measure, other.measure, today);
      return together === null ? [] : [{ anchor, other, together }];
    }),
  );
  const lines = [...anchors, ...others].map(({ part, measure }): BalanceLine => ({
    part: familyParts[part].label,
    line: measureLine(plan, measure, today),
  }));
  return {
    families: families.map(({ id, title, note }) => ({ id, title, note })),
    lines: others.length === 0 ? [] : onOneAxis(lines, today),
    together: pairs.map(pairInWords).map(capital),
    toLookAt: toLookAtInWords(pairs),
  };
};

/** Gives what is read beside a measure. `plan` holds only what was known on the day. */
export const balanceView = (plan: Plan, measure: Recorded<Measure>, today: IsoDate): BalanceView =>
  viewOf(plan, balanceOf(plan, measure), today);

/** Gives the families of balance, each with all its measures. `plan` holds only what was known on the day. */
export const balancesOf = (plan: Plan, today: IsoDate): BalanceView[] =>
  familiesOf(plan, 'balance').map(({ family, placed }) => {
    const anchors = placed.filter(({ part }) => part === 'timeliness');
    const others = placed.filter(({ part }) => part !== 'timeliness');
    return viewOf(plan, { families: [family], anchors, others }, today);
  });
