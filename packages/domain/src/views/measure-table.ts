/** The table of a measure's chart: everything that is drawn, and everything that is said of it, row by row. */
import { drawn } from '../charts/variation-series.ts';
import type { ChartModel } from '../charts/model.ts';
import type { IsoDate, Recorded } from '../fields.ts';
import type { Benchmark, Measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { comparableBenchmarks } from '../rules/benchmarks.ts';
import { compareText } from '../rules/grouped.ts';
import type { JudgedReading, Stretch, VariationStatus } from '../rules/variation.ts';
import { formatDate, formatPeriod, formatValue } from '../words.ts';
import type { OutlookView, Projected } from './measure-outlook.ts';
import type { MeasureRow } from './measure-readings.ts';
import { causeInWords, writeLine } from './measure-variation.ts';

type Cell = ChartModel['table']['rows'][number][number];
type Column = { head: string; numeric: boolean; cell: (row: Row) => Cell };
/** A row of the page's own table, a period that only other places have a value for, or a checkpoint without a target. */
type Row = {
  on: IsoDate;
  period: string;
  basis: string | null;
  of: MeasureRow | null;
  benchmarks: ReadonlyMap<string, Recorded<Benchmark>>;
  projected: Projected | null;
};

const none: Cell = { value: null, words: '–' };
const words = (text: string | null): Cell => (text === null ? none : { value: text, words: text });

type Placed = { judged: JudgedReading; stretch: Stretch; isFirst: boolean };

const placedIn = ({ stretches }: VariationStatus): Map<string, Placed> =>
  new Map(
    stretches.flatMap((stretch, index) =>
      stretch.series.map((judged, at): [string, Placed] => [
        judged.reading.id,
        { judged, stretch, isFirst: index > 0 && at === 0 },
      ]),
    ),
  );

const signalOf = ({ judged, stretch, isFirst }: Placed): string | null => {
  const anew = isFirst && stretch.rebase ? `Limits reckoned anew from ${formatDate(stretch.rebase.since)}` : null;
  const signal = judged.special ? causeInWords(judged.special) : stretch.limits ? 'Noise' : null;
  const found = [anew, signal].filter((each) => each !== null);
  return found.length === 0 ? null : found.join('. ');
};

/** The lines that a reading stands between and which rule it fired, in the table as in the drawing. */
const limitColumns = (measure: Measure, variation: VariationStatus): Column[] => {
  if (variation.stretches.every(({ limits }) => limits === null)) return [];
  const placed = placedIn(variation);
  const line = (head: string, of: 'lower' | 'mean' | 'upper'): Column => ({
    head,
    numeric: true,
    cell: (row) => {
      const value = placed.get(row.of?.key ?? '')?.stretch.limits?.[of];
      return value === undefined ? none : { value: drawn(measure, value), words: writeLine(measure, value) };
    },
  });
  return [
    line('Lower limit', 'lower'),
    line('Mean', 'mean'),
    line('Upper limit', 'upper'),
    {
      head: 'Signal or noise',
      numeric: false,
      cell: (row) => {
        const found = placed.get(row.of?.key ?? '');
        return found ? words(signalOf(found)) : none;
      },
    },
  ];
};

/** The projection at each checkpoint ahead, in the table as in the drawing. */
const projectedColumns = (measure: Measure, { lines }: OutlookView): Column[] =>
  lines.every(({ projected }) => projected === null)
    ? []
    : (
        [
          ['Projected', 'value'],
          ['Projected, least', 'low'],
          ['Projected, most', 'high'],
        ] as const
      ).map(([head, end]) => ({
        head,
        numeric: true,
        cell: ({ projected }) =>
          projected ? { value: projected[end], words: writeLine(measure, projected[end]) } : none,
      }));

type Places = ReadonlyMap<string, readonly Recorded<Benchmark>[]>;

const rowsOf = (rows: readonly MeasureRow[], places: Places, { lines }: OutlookView): Row[] => {
  const benchmarks = [...places].flatMap(([place, some]) => some.map((benchmark) => ({ place, benchmark })));
  const readings = rows.filter(({ kind }) => kind === 'reading');
  const beside = (row: MeasureRow): Row['benchmarks'] =>
    new Map(
      benchmarks
        .filter(({ benchmark }) => row.kind === 'reading' && benchmark.periodEnd === row.on)
        .map(({ place, benchmark }) => [place, benchmark]),
    );
  const projectedAt = (row: MeasureRow): Row['projected'] =>
    row.kind === 'target' ? (lines.find(({ on }) => on === row.on)?.projected ?? null) : null;
  const alone = benchmarks.filter(({ benchmark }) => readings.every(({ on }) => on !== benchmark.periodEnd));
  const ofTargets = new Set(rows.filter(({ kind }) => kind === 'target').map(({ on }) => on));
  const withoutTarget = lines.filter(({ on, projected }) => projected !== null && !ofTargets.has(on));
  return [
    ...rows.map((of): Row => ({
      on: of.on,
      period: of.period,
      basis: of.basis,
      of,
      benchmarks: beside(of),
      projected: projectedAt(of),
    })),
    ...[...Map.groupBy(alone, ({ benchmark }) => benchmark.periodEnd)].map(([on, some]): Row => ({
      on,
      period: some[0] ? formatPeriod(some[0].benchmark) : '',
      basis: null,
      of: null,
      benchmarks: new Map(some.map(({ place, benchmark }) => [place, benchmark])),
      projected: null,
    })),
    ...withoutTarget.map(({ on, label, date, projected }): Row => ({
      on,
      period: `${label}, ${date}`,
      basis: 'Projection',
      of: null,
      benchmarks: new Map(),
      projected,
    })),
  ].toSorted((a, b) => compareText(a.on, b.on));
};

/** Gives the table of the chart of a measure: its rows in the order of time, with other places' values, limits and projection. */
export const measureTable = (
  plan: Plan,
  measure: Measure,
  rows: readonly MeasureRow[],
  variation: VariationStatus,
  outlook: OutlookView,
): ChartModel['table'] => {
  const places = comparableBenchmarks(plan, measure);
  const columns: Column[] = [
    { head: 'Period', numeric: false, cell: ({ period }) => words(period) },
    {
      head: 'Reading',
      numeric: true,
      cell: ({ of }) => (of === null ? none : { value: of.filed, words: of.figure ?? '–' }),
    },
    { head: 'Basis', numeric: false, cell: ({ basis }) => words(basis) },
    {
      head: 'Target',
      numeric: true,
      cell: ({ of }) => (of?.target ? { value: of.target.value, words: of.target.words } : none),
    },
    ...(rows.some(({ yearBefore }) => yearBefore !== null)
      ? [
          {
            head: 'A year before',
            numeric: true,
            cell: ({ of }: Row): Cell =>
              of?.yearBefore ? { value: of.yearBefore.value, words: of.yearBefore.figure } : none,
          },
        ]
      : []),
    ...[...places.keys()].map((place): Column => ({
      head: place,
      numeric: true,
      cell: ({ benchmarks }) => {
        const found = benchmarks.get(place);
        return found ? { value: found.value, words: formatValue(found.value, measure.unit, measure.decimals) } : none;
      },
    })),
    ...limitColumns(measure, variation),
    ...projectedColumns(measure, outlook),
  ];
  return {
    caption: `Readings and targets of ${measure.code}`,
    columns: columns.map(({ head, numeric }) => ({ head, numeric })),
    rows: rowsOf(rows, places, outlook).map((row) => columns.map(({ cell }) => cell(row))),
  };
};
