/** The chart of a measure as a pack draws it: readings against targets, in the room that a page has. */
import type { IsoDate } from '../fields.ts';
import type { ChartModel, ChartPoint, ChartSeries, ChartTable } from './model.ts';

const startOf = ({ on, from }: ChartPoint): IsoDate => from ?? on;
const monthOf = (day: IsoDate): IsoDate => `${day.slice(0, 8)}01`;

/** Limits, special causes and where it is heading are for who explores a chart on a screen. */
const isDrawn = ({ key, role }: ChartSeries): boolean =>
  role === 'plan' || (role === 'actual' && key !== 'projection') || /^(benchmark|set-aside)-/.test(key);

const isReading = ({ role, kind }: ChartSeries): boolean => role === 'actual' && kind !== 'band';

/** The first month to draw: that of the day, or an earlier one in which the plan begins. */
const firstMonth = (series: readonly ChartSeries[], day: IsoDate): IsoDate => {
  const plans = series.filter(({ role }) => role === 'plan').flatMap(({ points }) => points.map(startOf));
  return [day, ...plans].map(monthOf).reduce((first, each) => (each < first ? each : first));
};

const columnsShown: readonly string[] = ['Period', 'Reading', 'Basis', 'Target'];

/** Gives the table with what is drawn: the rows that have a reading or a target. */
const tableOf = ({ caption, columns, rows }: ChartTable): ChartTable => {
  const shown = columns.flatMap(({ head }, index) => (columnsShown.includes(head) ? [index] : []));
  const figures = columns.flatMap(({ head }, index) => (head === 'Reading' || head === 'Target' ? [index] : []));
  const only = <Each>(row: readonly Each[]): Each[] => row.filter((_, index) => shown.includes(index));
  return {
    caption,
    columns: only(columns),
    rows: rows.filter((row) => figures.some((index) => (row[index]?.value ?? null) !== null)).map(only),
  };
};

/**
 * Gives the chart of a measure for paper: without limits and projection, and from the month of a day on where it has readings
 * from then on. Its table keeps every reading and target; `cropped` says that the drawing leaves some out.
 */
export const onPaper = (model: ChartModel, day: IsoDate): { chart: ChartModel; cropped: boolean } => {
  const series = model.series.filter(isDrawn);
  const chart = { ...model, series, table: tableOf(model.table) };
  const from = firstMonth(series, day);
  const readings = series.filter(isReading).flatMap(({ points }) => points);
  if (from <= model.from || readings.every((point) => startOf(point) < from)) return { chart, cropped: false };
  const since = ({ on }: { on: IsoDate }): boolean => on >= from;
  return {
    chart: {
      ...chart,
      from,
      days: model.days.filter(since),
      series: series
        .map((each) => ({ ...each, points: each.points.filter((point) => startOf(point) >= from) }))
        .filter(({ points }) => points.length > 0),
      checkpoints: model.checkpoints.filter(since),
      breaks: (model.breaks ?? []).filter(since),
      targets: model.targets.filter(since),
    },
    cropped: readings.some((point) => startOf(point) < from),
  };
};
